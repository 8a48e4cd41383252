//! Tables: which cell a paragraph stands in, and how far merged cells reach.

use super::story::attribute;
use crate::Region;
use crate::read::Content;
use quick_xml::events::BytesStart;

/// A table being read, at its current cell.
pub(super) struct Table {
    number: u32,
    row: u32,
    column: u32,
    span: u32,
    merged: bool,
    /// For each column the paragraphs of the cell that a vertical merge continues.
    origins: Vec<(u32, Vec<usize>)>,
    cell_start: usize,
    restart: bool,
}

impl Table {
    pub(super) fn new(number: u32) -> Self {
        Self {
            number,
            row: u32::MAX,
            column: 0,
            span: 1,
            merged: false,
            origins: Vec::new(),
            cell_start: 0,
            restart: false,
        }
    }

    /// The current cell continues the one above it.
    pub(super) fn is_continued(&self) -> bool {
        self.merged
    }

    pub(super) fn region(&self) -> Region {
        Region::Table { table: self.number, row: self.row, column: self.column, row_span: 1, column_span: self.span }
    }

    /// A row or cell starts, or says how it is merged.
    pub(super) fn cell(&mut self, name: &str, e: &BytesStart<'_>, content: &Content) {
        match name {
            "tr" => {
                self.row = self.row.wrapping_add(1);
                self.column = 0;
                self.span = 0;
            }
            "tc" => {
                self.column += self.span;
                self.span = 1;
                self.merged = false;
                self.restart = false;
                self.cell_start = content.paragraphs.len();
            }
            "gridSpan" => self.span = attribute(e, "val").and_then(|v| v.parse().ok()).unwrap_or(1).clamp(1, 1000),
            _ if attribute(e, "val").as_deref() == Some("restart") => self.restart = true,
            _ => self.merged = true,
        }
    }

    /// A cell that continues a vertical merge makes the first one taller.
    pub(super) fn cell_end(&mut self, content: &mut Content) {
        let column = self.column;
        if !self.merged {
            self.origins.retain(|(c, _)| *c != column);
            if self.restart {
                self.origins.push((column, (self.cell_start..content.paragraphs.len()).collect()));
            }
            return;
        }
        for at in self.origins.iter().filter(|(c, _)| *c == column).flat_map(|(_, cells)| cells) {
            let region = content.paragraphs.get_mut(*at).map(|p| &mut p.region);
            if let Some(Region::Table { row, row_span, .. }) = region {
                *row_span = self.row.saturating_sub(*row) + 1;
            }
        }
        self.merged = false;
    }
}
