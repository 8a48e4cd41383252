//! Tables of a document as rows of cells.

use crate::{Document, Place, Region};

/// A cell: where it starts, how far it reaches, and the paragraphs in it.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) row: u32,
    pub(super) column: u32,
    pub(super) row_span: u32,
    pub(super) column_span: u32,
    pub(super) paragraphs: Vec<u32>,
}

/// A table: its cells sorted by row and column.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) cells: Vec<Cell>,
    columns: u32,
    /// Index into `cells` of the first cell of each row that has one, by row.
    starts: Vec<(u32, usize)>,
    /// Indices of cells that reach over several rows.
    tall: Vec<usize>,
}

/// All tables in order.
pub(super) fn grids(document: &Document) -> Vec<Grid> {
    let mut tables: Vec<(u32, Grid)> = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        let Region::Table { table, row, column, row_span, column_span } = paragraph.region else { continue };
        let at = match tables.iter().rposition(|(number, _)| *number == table) {
            Some(at) => at,
            None => {
                let name = match &paragraph.place {
                    Place::Cell { sheet, .. } => sheet.to_string(),
                    _ => format!("表{}", table + 1),
                };
                tables
                    .push((table, Grid { name, cells: Vec::new(), columns: 0, starts: Vec::new(), tall: Vec::new() }));
                tables.len() - 1
            }
        };
        let grid = &mut tables[at].1;
        match grid.cells.last_mut().filter(|cell| (cell.row, cell.column) == (row, column)) {
            Some(cell) => cell.paragraphs.push(index as u32),
            None => grid.cells.push(Cell { row, column, row_span, column_span, paragraphs: vec![index as u32] }),
        }
    }
    tables.into_iter().map(|(_, grid)| grid.finish()).collect()
}

impl Grid {
    fn finish(mut self) -> Self {
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        for (at, cell) in self.cells.iter().enumerate() {
            if self.starts.last().is_none_or(|(row, _)| *row != cell.row) {
                self.starts.push((cell.row, at));
            }
            if cell.row_span > 1 {
                self.tall.push(at);
            }
            self.columns = self.columns.max(cell.column.saturating_add(cell.column_span.min(512)));
        }
        self
    }

    pub(super) fn columns(&self) -> u32 {
        self.columns.min(512)
    }

    /// Rows that hold a cell.
    pub(super) fn rows(&self) -> usize {
        self.starts.len()
    }

    /// Numbers of the rows that hold a cell, in order.
    pub(super) fn row_numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.starts.iter().map(|(row, _)| *row)
    }

    /// Cells that start in a row.
    pub(super) fn row(&self, row: u32) -> &[Cell] {
        match self.starts.binary_search_by_key(&row, |(number, _)| *number) {
            Ok(at) => {
                let end = self.starts.get(at + 1).map_or(self.cells.len(), |(_, start)| *start);
                &self.cells[self.starts[at].1..end]
            }
            Err(_) => &[],
        }
    }

    /// The cell that covers a place, if one does.
    pub(super) fn at(&self, row: u32, column: u32) -> Option<&Cell> {
        let covers = |cell: &&Cell| cell.column <= column && column < cell.column.saturating_add(cell.column_span);
        self.row(row).iter().find(covers).or_else(|| {
            let tall = self.tall.iter().map(|at| &self.cells[*at]);
            tall.filter(|cell| cell.row <= row && row < cell.row.saturating_add(cell.row_span)).find(covers)
        })
    }
}

impl Cell {
    /// The text of the cell, its paragraphs on lines of their own.
    pub(super) fn text(&self, document: &Document) -> String {
        let texts: Vec<&str> =
            self.paragraphs.iter().map(|at| document.paragraphs[*at as usize].text.as_str()).collect();
        texts.join("\n")
    }
}
