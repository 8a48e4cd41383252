//! Characters with their positions, page by page; each page becomes lines as soon as it is read.

use super::bounds;
use super::lines::{Line, lines};
use crate::{Meta, PropertyKind, Refusal};
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A printed character (some fonts print several for one glyph).
#[derive(Debug, Clone)]
pub(super) struct Character {
    pub(super) text: String,
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    pub(super) size: f64,
}

/// The lines of a page; y grows upwards.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    pub(super) characters: usize,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// What was read, and how much was too large to be read.
pub(super) struct Pages {
    pub(super) pages: Vec<Page>,
    pub(super) left_out: usize,
    pub(super) meta: Meta,
}

/// Characters beyond these are left out: of a page, of all pages, of all pages for each byte of the file.
const PAGE_CHARACTERS_MAX: usize = 100_000;
const CHARACTERS_MAX: usize = 2_000_000;
const CHARACTERS_PER_BYTE_MAX: f64 = 0.2;

struct Collector {
    pages: Vec<Page>,
    open: Vec<Character>,
    /// Characters that may still come.
    left: usize,
    left_out: usize,
}

impl Collector {
    /// Turns what is open into lines of the last page.
    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        if let Some(page) = self.pages.last_mut() {
            page.characters = open.len();
            page.lines = lines(&open);
        }
    }
}

/// Reads the pages. The library may panic on damaged files: what it read before that is kept.
pub(super) fn pages(bytes: &[u8]) -> Result<Pages, Refusal> {
    bounds::refuse_bomb(bytes)?;
    let loaded = catch_unwind(|| pdf_extract::Document::load_mem(bytes));
    let mut document = match loaded {
        Ok(Ok(document)) => document,
        Ok(Err(cause)) => return Err(Refusal::Unreadable { detail: format!("PDF 结构损坏（{cause}）") }),
        Err(_) => return Err(Refusal::Unreadable { detail: "PDF 结构损坏".to_owned() }),
    };
    if document.is_encrypted() {
        return Err(Refusal::Encrypted);
    }
    let left_out = bounds::empty_oversized(&mut document, bytes.len());
    super::single_widths(&mut document);
    let mut numbers: Vec<u32> = document.get_pages().into_keys().collect();
    numbers.sort_unstable();
    let left = CHARACTERS_MAX + (CHARACTERS_PER_BYTE_MAX * bytes.len() as f64) as usize;
    let mut collector = Collector { pages: Vec::new(), open: Vec::new(), left, left_out };
    for number in numbers {
        let known = collector.pages.len();
        let outcome =
            catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc_page(&document, &mut collector, number)));
        if !matches!(outcome, Ok(Ok(()))) && collector.pages.len() == known {
            collector.pages.push(Page::default());
        }
        collector.close();
    }
    Ok(Pages { pages: collector.pages, left_out: collector.left_out, meta: info(&document) })
}

/// The author; PDF keeps no other names.
fn info(document: &pdf_extract::Document) -> Meta {
    let mut meta = Meta::default();
    let entry = document.trailer.get(b"Info").ok();
    let dictionary = entry.and_then(|entry| document.dereference(entry).ok()).and_then(|(_, o)| o.as_dict().ok());
    let text = |key: &[u8]| {
        let value = dictionary.and_then(|d| d.get(key).ok()).and_then(|o| document.dereference(o).ok())?;
        pdf_extract::decode_text_string(value.1).ok()
    };
    meta.note(Some(PropertyKind::Author), &text(b"Author").unwrap_or_default());
    meta.note(None, &text(b"Title").unwrap_or_default());
    meta
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _number: u32,
        media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Page { top: media.ury, bottom: media.lly, ..Page::default() });
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let scale = place.m11.hypot(place.m12).max(1e-6);
        let height = size * place.m21.hypot(place.m22).max(1e-6);
        if self.left == 0 || self.open.len() >= PAGE_CHARACTERS_MAX {
            self.left_out += 1;
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        self.left -= 1;
        let x = place.m31;
        self.open.push(Character {
            text: text.to_owned(),
            x,
            end: x + width * size * scale,
            y: place.m32,
            size: height,
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
