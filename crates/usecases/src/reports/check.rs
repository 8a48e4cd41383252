//! 核稿 of a report: the checker reads it as it will be written, and compares it with the ledger.

use super::stored::found;
use crate::context::{Actor, App};
use crate::error::Error;
use checker::{Diagnostic, Profile, Selection, check};
use document::official::Block;
use document::{Official, read, write_docx};

/// A place in a report: a block, and the cell where it is a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportPlace {
    pub block: usize,
    pub cell: Option<(usize, usize)>,
}

/// What the checker found, with the block where it is shown.
#[derive(Debug, Clone)]
pub struct ReportDiagnostic {
    pub diagnostic: Diagnostic,
    pub place: Option<ReportPlace>,
}

/// Checks a report against the rules and against the ledger of now.
pub async fn check_report(app: &App, actor: &Actor, key: &str) -> Result<Vec<ReportDiagnostic>, Error> {
    let found = found(app, actor, key).await?;
    let facts = found.loaded(app).await?.facts(found.report.as_of);
    let official = found.official;
    let checked = tokio::task::spawn_blocking(move || {
        let bytes = write_docx(&official).map_err(|cause| Error::Internal(cause.to_string()))?;
        let document = read(&bytes, "报告.docx")?;
        let selection = Selection { profile: Profile::Report, ..Selection::default() };
        let places = places(&official);
        let placed = |diagnostic: Diagnostic| {
            let place = diagnostic.places.first().and_then(|at| places.get(at.paragraph)).copied();
            ReportDiagnostic { diagnostic, place }
        };
        Ok(check(&document, Some(&facts), &selection).into_iter().map(placed).collect())
    });
    checked.await.map_err(|cause| Error::Internal(cause.to_string()))?
}

/// Where each paragraph that is read back stands: one a line, empty ones left out.
fn places(official: &Official) -> Vec<ReportPlace> {
    let mut out = Vec::new();
    for (block, content) in official.blocks.iter().enumerate() {
        match content {
            Block::Paragraph { text, .. } => {
                let filled = text.iter().any(|run| !run.text.trim().is_empty());
                out.extend(filled.then_some(ReportPlace { block, cell: None }));
            }
            Block::Table(table) => {
                for (row, cells) in table.rows.iter().enumerate() {
                    for (column, text) in cells.iter().enumerate() {
                        let lines = document::official::plain(text);
                        let filled = lines.split('\n').filter(|line| !line.trim().is_empty()).count();
                        out.extend((0..filled).map(|_| ReportPlace { block, cell: Some((row, column)) }));
                    }
                }
            }
            Block::PageBreak => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::official::{BlockKind, Run, Table, plain};

    #[test]
    fn every_paragraph_that_is_read_back_has_its_place() {
        let cell = |text: &str| vec![Run { text: text.to_owned(), binding: None }];
        let mut official = Official::unbound("标题", [(BlockKind::Body, "甲"), (BlockKind::Body, " ")]);
        let rows =
            vec![vec![cell("序号"), cell("措施")], vec![cell("1"), cell("一行\n\n二行")], vec![cell(""), cell("丙")]];
        official.blocks.push(Block::Table(Table { widths: vec![1, 2], rows, landscape: true }));
        official.blocks.push(Block::PageBreak);
        official.blocks.push(Block::unbound(BlockKind::Body, "乙"));
        let document = read(&write_docx(&official).unwrap(), "a.docx").unwrap();
        let places = places(&official);
        assert_eq!(places.len(), document.paragraphs.len());
        for (place, paragraph) in places.iter().zip(&document.paragraphs) {
            let text = match (&official.blocks[place.block], place.cell) {
                (Block::Paragraph { text, .. }, None) => plain(text),
                (Block::Table(table), Some((row, column))) => plain(&table.rows[row][column]),
                other => panic!("{other:?}"),
            };
            assert!(text.contains(paragraph.text.trim()), "{text} {}", paragraph.text);
        }
    }
}
