//! 《…》: titles of documents.

use super::{Hit, Mark, span};
use crate::Title;

const TITLE_BYTES_MAX: usize = 600;

/// Collects titles; nested ones belong to the outer title.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    open: Vec<usize>,
}

impl Titles {
    pub(crate) fn paragraph(&mut self, index: u32, text: &str, hits: &[Hit], out: &mut Vec<Title>) {
        self.open.clear();
        for hit in hits {
            match hit.mark {
                Mark::TitleOpen => self.open.push(hit.start),
                Mark::TitleClose => self.close(index, text, hit.end, out),
                _ => {}
            }
        }
    }

    fn close(&mut self, index: u32, text: &str, end: usize, out: &mut Vec<Title>) {
        let Some(start) = self.open.pop() else { return };
        if end - start > TITLE_BYTES_MAX
            || !self.open.is_empty() && self.open.iter().any(|outer| end - outer <= TITLE_BYTES_MAX)
        {
            return;
        }
        self.open.clear();
        out.push(Title { text: text[start..end].to_owned(), span: span(index, start, end) });
    }
}
