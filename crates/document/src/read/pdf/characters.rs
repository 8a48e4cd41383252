//! Characters with their positions, page by page.

use crate::Refusal;
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

/// The characters of a page in the order they are drawn; y grows upwards.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    pub(super) characters: Vec<Character>,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// Characters beyond this on all pages are left out.
const CHARACTERS_MAX: usize = 20_000_000;

#[derive(Default)]
struct Collector {
    pages: Vec<Page>,
    count: usize,
}

/// Reads the pages. The library may panic on damaged files: what it read before that is kept.
pub(super) fn pages(bytes: &[u8]) -> Result<Vec<Page>, Refusal> {
    let loaded = catch_unwind(|| pdf_extract::Document::load_mem(bytes));
    let document = match loaded {
        Ok(Ok(document)) => document,
        Ok(Err(cause)) => return Err(Refusal::Unreadable { detail: format!("PDF 结构损坏（{cause}）") }),
        Err(_) => return Err(Refusal::Unreadable { detail: "PDF 结构损坏".to_owned() }),
    };
    if document.is_encrypted() {
        return Err(Refusal::Encrypted);
    }
    let mut numbers: Vec<u32> = document.get_pages().into_keys().collect();
    numbers.sort_unstable();
    let mut collector = Collector::default();
    for number in numbers {
        let known = collector.pages.len();
        let outcome =
            catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc_page(&document, &mut collector, number)));
        if !matches!(outcome, Ok(Ok(()))) && collector.pages.len() == known {
            collector.pages.push(Page::default());
        }
    }
    Ok(collector.pages)
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _number: u32,
        media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Page { characters: Vec::new(), top: media.ury, bottom: media.lly });
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
        if let Some(page) = self.pages.last_mut()
            && self.count < CHARACTERS_MAX
        {
            self.count += 1;
            let x = place.m31;
            page.characters.push(Character {
                text: text.to_owned(),
                x,
                end: x + width * size * scale,
                y: place.m32,
                size: height,
            });
        }
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
