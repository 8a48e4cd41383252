//! PDF with text: characters → lines → paragraphs; page furniture apart.

mod bounds;
mod characters;
mod furniture;
mod lines;
mod paragraphs;
mod radicals;
mod widths;

use super::Content;
use crate::{ProblemCode, Refusal};
use characters::{Page, Pages};
use lines::Line;
pub use widths::single_widths;

/// Fewer characters than this on a page, on average, means scanned pages.
const CHARACTERS_PER_PAGE_MIN: usize = 20;

/// Reads a PDF file.
pub(super) fn read(bytes: &[u8]) -> Result<Content, Refusal> {
    let Pages { mut pages, left_out, meta } = characters::pages(bytes)?;
    let count: usize = pages.iter().map(|page| page.characters).sum();
    if count < CHARACTERS_PER_PAGE_MIN * pages.len().max(1) && left_out == 0 {
        return Err(Refusal::Scanned { pages: pages.len() as u32 });
    }
    let mut content = Content::sized(bytes.len());
    content.meta = Some(meta);
    if left_out > 0 {
        content.problem(
            ProblemCode::LimitReached,
            "有的页面文字或图形异常庞大，其内容未读入。请核对原文，或改用“粘贴文本”。",
        );
    }
    let empty = pages.iter().filter(|page| page.characters < CHARACTERS_PER_PAGE_MIN).count();
    if empty > 0 {
        content.problem(
            ProblemCode::ScannedPages,
            format!("有 {empty} 页没有文字（可能是扫描页或空白页），其内容未读入。"),
        );
    }
    let mut sheets: Vec<Vec<Line>> = pages.iter_mut().map(|page| std::mem::take(&mut page.lines)).collect();
    content.furniture = furniture::take(&mut sheets, &pages);
    paragraphs::join(sheets, &mut content);
    Ok(content)
}

/// Height of a page, for positions near its edges.
fn height(page: &Page) -> f64 {
    (page.top - page.bottom).abs().max(1.0)
}

/// The text with ordinary ideographs for stand-ins; `None` when there are none. Lengths stay the same.
pub(super) fn ordinary_text(text: &str) -> Option<String> {
    // Kangxi radicals and their supplement begin with E2 BA–BF in UTF-8.
    let bytes = text.as_bytes();
    let second = |at: usize| bytes.get(at + 1).is_some_and(|byte| (0xBA..=0xBF).contains(byte));
    let suspicious = memchr::memchr_iter(0xE2, bytes).any(second);
    if !suspicious {
        return None;
    }
    let same_length = |c: char| radicals::ordinary(c).filter(|o| o.len_utf8() == c.len_utf8());
    let changed = text.chars().any(|c| same_length(c).is_some());
    changed.then(|| text.chars().map(|c| same_length(c).unwrap_or(c)).collect())
}
