//! What stands where in a PDF: characters and filled rectangles, in millimetres from the upper left corner.

use crate::{Fonts, write_pdf};
use document::Official;
use pdf_extract::{ColorSpace, Document, MediaBox, OutputDev, OutputError, Path, PathOp, Transform, output_doc};
use std::sync::LazyLock;
use typst::layout::Abs;
use typst::text::{FontVariant, FontVariations};

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::find(None).unwrap());

pub(crate) const MM: f64 = 72.0 / 25.4;
/// Height of a baseline within a line of running text.
pub(crate) const ASCENT: f64 = 0.88 * 16.0 / MM;

/// A character: page from 1, millimetres from the left and the top edge of the sheet as it lies.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) page: u32,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) text: String,
    pub(crate) size: f64,
    /// Millimetres to the next character.
    pub(crate) advance: f64,
}

/// A filled rectangle.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bar {
    pub(crate) page: u32,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) color: Vec<f64>,
}

#[derive(Default)]
pub(crate) struct Positions {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) bars: Vec<Bar>,
    page: u32,
    height: f64,
}

impl OutputDev for Positions {
    fn begin_page(
        &mut self,
        page: u32,
        media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        (self.page, self.height) = (page, media.ury - media.lly);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _s: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let scale = (at.m11 * at.m11 + at.m12 * at.m12).sqrt();
        let (x, y) = (at.m31 / MM, (self.height - at.m32) / MM);
        self.glyphs.push(Glyph {
            page: self.page,
            x,
            y,
            text: text.to_owned(),
            size: size * scale,
            advance: width * size * scale / MM,
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

    fn fill(&mut self, at: &Transform, _: &ColorSpace, color: &[f64], path: &Path) -> Result<(), OutputError> {
        let mut points = Vec::new();
        for op in &path.ops {
            match op {
                PathOp::MoveTo(x, y) | PathOp::LineTo(x, y) => points.push((*x, *y)),
                PathOp::Rect(x, y, width, height) => points.extend([(*x, *y), (x + width, y + height)]),
                _ => {}
            }
        }
        let placed = points.iter().map(|(x, y)| {
            let across = at.m11 * x + at.m21 * y + at.m31;
            let up = at.m12 * x + at.m22 * y + at.m32;
            (across / MM, (self.height - up) / MM)
        });
        let (xs, ys): (Vec<f64>, Vec<f64>) = placed.unzip();
        let least = |all: &[f64]| all.iter().copied().fold(f64::INFINITY, f64::min);
        let most = |all: &[f64]| all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (x, y) = (least(&xs), least(&ys));
        let (width, height) = (most(&xs) - x, most(&ys) - y);
        self.bars.push(Bar { page: self.page, x, y, width, height, color: color.to_vec() });
        Ok(())
    }
}

pub(crate) fn measured(official: &Official) -> Positions {
    of_pdf(&write_pdf(official, &FONTS).unwrap())
}

/// What stands where in any PDF.
pub(crate) fn of_pdf(bytes: &[u8]) -> Positions {
    let mut found = Positions::default();
    let mut file = Document::load_mem(bytes).unwrap();
    document::single_widths(&mut file);
    output_doc(&file, &mut found).unwrap();
    found.glyphs.retain(|glyph| !glyph.text.trim().is_empty());
    found
}

/// Lines of a page: their baselines with the characters on them.
pub(crate) fn lines(glyphs: &[Glyph], page: u32) -> Vec<(f64, Vec<Glyph>)> {
    let mut lines: Vec<(f64, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs.iter().filter(|glyph| glyph.page == page) {
        match lines.iter_mut().find(|(y, _)| (*y - glyph.y).abs() < 0.5) {
            Some((_, line)) => line.push(glyph.clone()),
            None => lines.push((glyph.y, vec![glyph.clone()])),
        }
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    lines.iter_mut().for_each(|(_, line)| line.sort_by(|a, b| a.x.total_cmp(&b.x)));
    lines
}

#[track_caller]
pub(crate) fn near(found: f64, wanted: f64) {
    near_by(found, wanted, 0.5);
}

#[track_caller]
pub(crate) fn near_by(found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "{found:.2} mm is not {wanted:.2} mm");
}

pub(crate) fn text_of(line: &[Glyph]) -> String {
    line.iter().map(|glyph| glyph.text.as_str()).collect()
}

/// Millimetres that the characters of a face reach above and below their baseline at a size in points.
pub(crate) fn ink(role: crate::Role, text: &str, size: f64) -> (f64, f64) {
    let family = FONTS.family(role).to_lowercase();
    let index = FONTS.store.book().select(&family, FontVariant::default()).unwrap();
    let font = FONTS.store.font(index).unwrap();
    let font = font.instantiate(FontVariant::default(), Abs::pt(size), &FontVariations::default());
    let face = font.ttf();
    let boxes = text.chars().filter_map(|c| face.glyph_bounding_box(face.glyph_index(c)?));
    let (above, below) = boxes.fold((0, 0), |(above, below), one| (above.max(one.y_max), below.min(one.y_min)));
    let scale = size / font.units_per_em() / MM;
    (f64::from(above) * scale, -f64::from(below) * scale)
}
