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
            let place = diagnostic.places.first().and_then(|at| places.get(at.paragraph)).copied().flatten();
            ReportDiagnostic { diagnostic, place }
        };
        Ok(check(&document, Some(&facts), &selection).into_iter().map(placed).collect())
    });
    checked.await.map_err(|cause| Error::Internal(cause.to_string()))?
}

/// Where each paragraph that is read back stands: one a line, empty ones left out. Head and imprint are no block.
fn places(official: &Official) -> Vec<Option<ReportPlace>> {
    let mut out = Vec::new();
    for part in official.parts() {
        out.extend(part.head_texts().iter().map(|_| None));
        block_places(part.first, part.blocks, &mut out);
        out.extend(part.foot_texts().iter().map(|_| None));
    }
    out
}

fn block_places(first: usize, blocks: &[Block], out: &mut Vec<Option<ReportPlace>>) {
    for (at, content) in blocks.iter().enumerate() {
        let block = first + at;
        match content {
            Block::Paragraph { text, .. } => {
                let filled = text.iter().any(|run| !run.text.trim().is_empty());
                out.extend(filled.then_some(Some(ReportPlace { block, cell: None })));
            }
            Block::Table(table) => {
                for (row, cells) in table.rows.iter().enumerate() {
                    for (column, text) in cells.iter().enumerate() {
                        let lines = document::official::plain(text);
                        let filled = lines.split('\n').filter(|line| !line.trim().is_empty()).count();
                        out.extend((0..filled).map(|_| Some(ReportPlace { block, cell: Some((row, column)) })));
                    }
                }
            }
            Block::PageBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::form::{Corner, Form, Imprint, Letter, Printed, RedHead, Urgency};
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
        official.blocks.push(Block::unbound(BlockKind::Signature, "水务局"));
        official.blocks.push(Block::unbound(BlockKind::Date, "2026年6月30日"));
        for form in forms() {
            official.form = form;
            same_places(&official);
        }
    }

    fn forms() -> [Form; 4] {
        let text = |text: &str| text.to_owned();
        let corner = Corner { copy: Some(text("000001")), urgency: Some(Urgency::Extra) };
        let imprint = Imprint {
            addressees: Some(text("县委")),
            copies: Some(text("县纪委")),
            printed: Some(Printed { by: text("办公室"), on: text("2026年6月30日") }),
        };
        let red = RedHead {
            organs: vec![text("水务局")],
            suffix: text("文件"),
            corner: corner.clone(),
            number: text("〔2026〕5号"),
            signers: vec![text("张某"), text("李某"), text("王某")],
            imprint,
        };
        let joint = RedHead { organs: vec![text("水务局"), text("财政局")], signers: vec![], ..red.clone() };
        let letter =
            Letter { organ: text("水务局"), corner, number: text("〔2026〕5号"), copies: Some(text("县委")) };
        [Form::Plain, Form::RedHead(red), Form::RedHead(joint), Form::Letter(letter)]
    }

    fn same_places(official: &Official) {
        let document = read(&write_docx(official).unwrap(), "a.docx").unwrap();
        let places = places(official);
        let texts: Vec<&str> = document.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(places.len(), document.paragraphs.len(), "{texts:?}");
        for (place, paragraph) in places.iter().zip(&document.paragraphs) {
            let Some(place) = place else { continue };
            let text = match (&official.blocks[place.block], place.cell) {
                (Block::Paragraph { text, .. }, None) => plain(text),
                (Block::Table(table), Some((row, column))) => plain(&table.rows[row][column]),
                other => panic!("{other:?}"),
            };
            assert!(text.contains(paragraph.text.trim()), "{text} {}", paragraph.text);
        }
    }
}
