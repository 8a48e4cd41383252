//! Sets official documents as PDF in the layout of GB/T 9704-2012.

mod data;
mod fonts;
#[cfg(test)]
mod form_tests;
#[cfg(test)]
mod grid_tests;
#[cfg(test)]
mod imprint_tests;
#[cfg(test)]
mod measure;
#[cfg(test)]
mod office_tests;
mod world;

pub use fonts::{Fonts, NoFonts, Replacement, Role};

use document::Official;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use world::Desk;

/// Renderings that are remembered; the memory of older ones is given back.
const KEPT: usize = 4;

/// Why a document was not set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    #[error(transparent)]
    NoFonts(#[from] NoFonts),
    #[error("文件没有排成：{0}")]
    Layout(String),
}

/// Sets a document; the same document with the same fonts always gives the same bytes.
pub fn write_pdf(official: &Official, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let options =
        PdfOptions { ident: Smart::Custom(official.title()), creator: Smart::Custom(None), ..PdfOptions::default() };
    let pages = pages(official, fonts)?;
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|faults| PdfError::Layout(words(&faults)));
    typst::comemo::evict(KEPT);
    bytes
}

fn pages(official: &Official, fonts: &Fonts) -> Result<PagedDocument, PdfError> {
    let desk = Desk::new(fonts, data::data(official, fonts)).ok_or_else(|| PdfError::Layout("路径无效".to_owned()))?;
    typst::compile(&desk).output.map_err(|faults| PdfError::Layout(words(&faults)))
}

fn words(faults: &[typst::diag::SourceDiagnostic]) -> String {
    faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("；")
}
