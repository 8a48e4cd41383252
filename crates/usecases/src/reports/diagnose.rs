//! The checker reads a document as it will be written; what it finds is shown where it stands in the text.

use crate::error::Error;
use checker::{Diagnostic, Facts, Profile, Selection, check};
use document::official::{Block, plain};
use document::{Document, Official, read, sentences, write_docx};
use domain::publication::Remark;
use sm3::{Digest, Sm3};

/// A stretch of a block, or of a cell where the block is a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportPlace {
    pub block: usize,
    pub cell: Option<(usize, usize)>,
    /// Characters of the block's or the cell's text.
    pub start: usize,
    pub end: usize,
}

/// What the checker found, where it is shown, and what people said of it.
#[derive(Debug, Clone)]
pub struct ReportDiagnostic {
    pub diagnostic: Diagnostic,
    /// What it is known by, as long as the text it points at stays as it is.
    pub print: String,
    /// All places that are involved and can be shown.
    pub places: Vec<ReportPlace>,
    /// Where the mechanical fix goes.
    pub fix_place: Option<ReportPlace>,
    /// Remarks in force, with the names of who made them.
    pub remarks: Vec<(Remark, String)>,
}

/// Where a paragraph that is read back stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Line {
    block: usize,
    cell: Option<(usize, usize)>,
    /// Characters of the block's text before it.
    from: usize,
}

/// Checks a document away from the async threads.
pub(crate) async fn diagnose(
    official: Official,
    facts: Facts,
    profile: Profile,
) -> Result<Vec<ReportDiagnostic>, Error> {
    let checked = tokio::task::spawn_blocking(move || {
        let bytes = write_docx(&official).map_err(|cause| Error::Internal(cause.to_string()))?;
        let document = read(&bytes, "报告.docx")?;
        let selection = Selection { profile, ..Selection::default() };
        let lines = lines(&official);
        let found = check(&document, Some(&facts), &selection).into_iter();
        Ok(found.map(|diagnostic| placed(diagnostic, &document, &lines)).collect())
    });
    checked.await.map_err(|cause| Error::Internal(cause.to_string()))?
}

fn placed(diagnostic: Diagnostic, document: &Document, lines: &[Option<Line>]) -> ReportDiagnostic {
    let place = |at: &checker::Place| {
        let line = lines.get(at.paragraph)?.as_ref()?;
        let text = &document.paragraphs.get(at.paragraph)?.text;
        let characters = |byte: usize| text.get(..byte).map_or(0, |head| head.chars().count());
        let (start, end) = (line.from + characters(at.start), line.from + characters(at.end));
        Some(ReportPlace { block: line.block, cell: line.cell, start, end })
    };
    ReportDiagnostic {
        print: print(&diagnostic, document),
        places: diagnostic.places.iter().filter_map(place).collect(),
        fix_place: diagnostic.fix.as_ref().and_then(|fix| place(&fix.place)),
        remarks: Vec::new(),
        diagnostic,
    }
}

/// SM3 over the rule, what it says, and the sentences it points at: it is another one once one of them changes.
fn print(diagnostic: &Diagnostic, document: &Document) -> String {
    let mut state = Sm3::new();
    let mut put = |text: &str| {
        state.update((text.len() as u64).to_be_bytes());
        state.update(text.as_bytes());
    };
    put(diagnostic.rule);
    put(&diagnostic.message);
    for place in &diagnostic.places {
        let text = document.paragraphs.get(place.paragraph).map_or("", |p| p.text.as_str());
        let around = sentences(text).into_iter().filter(|(start, end)| *start < place.end && place.start < *end);
        around.for_each(|(start, end)| put(text.get(start..end).unwrap_or_default()));
        put(&place.text);
    }
    state.finalize().iter().take(PRINT_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// Enough that no two diagnostics of one document are taken for each other.
const PRINT_BYTES: usize = 16;

/// Where each paragraph that is read back stands: one a line, empty ones left out. Head and imprint are no block.
fn lines(official: &Official) -> Vec<Option<Line>> {
    let mut out = Vec::new();
    for part in official.parts() {
        out.extend(part.head_texts().iter().map(|_| None));
        block_lines(part.first, part.blocks, &mut out);
        out.extend(part.foot_texts().iter().map(|_| None));
    }
    out
}

fn block_lines(first: usize, blocks: &[Block], out: &mut Vec<Option<Line>>) {
    for (at, content) in blocks.iter().enumerate() {
        let block = first + at;
        match content {
            Block::Paragraph { text, .. } => {
                let filled = text.iter().any(|run| !run.text.trim().is_empty());
                out.extend(filled.then_some(Some(Line { block, cell: None, from: 0 })));
            }
            Block::Table(table) => {
                for (row, cells) in table.rows.iter().enumerate() {
                    for (column, text) in cells.iter().enumerate() {
                        let mut from = 0;
                        for line in plain(text).split('\n') {
                            let cell = Some((row, column));
                            out.extend((!line.trim().is_empty()).then_some(Some(Line { block, cell, from })));
                            from += line.chars().count() + 1;
                        }
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
    use document::official::{BlockKind, Run, Table};

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
        let lines = lines(official);
        let texts: Vec<&str> = document.paragraphs.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(lines.len(), document.paragraphs.len(), "{texts:?}");
        for (line, paragraph) in lines.iter().zip(&document.paragraphs) {
            let Some(line) = line else { continue };
            let text = match (&official.blocks[line.block], line.cell) {
                (Block::Paragraph { text, .. }, None) => plain(text),
                (Block::Table(table), Some((row, column))) => plain(&table.rows[row][column]),
                other => panic!("{other:?}"),
            };
            let here: String = text.chars().skip(line.from).collect();
            assert!(here.starts_with(paragraph.text.trim()), "{here} {}", paragraph.text);
        }
    }

    async fn found(text: &str, rule: &str) -> ReportDiagnostic {
        let official = Official::unbound("关于整改的报告", [(BlockKind::Body, text)]);
        let all = diagnose(official, Facts::default(), Profile::Report).await.unwrap();
        all.into_iter().find(|one| one.diagnostic.rule == rule).unwrap_or_else(|| panic!("{rule} in {text}"))
    }

    #[tokio::test]
    async fn a_diagnostic_is_the_same_until_its_sentence_changes() {
        let wrong = "反馈问题共9个，已完成整改3个，正在整改2个。";
        let first = found(wrong, "N-SUM").await;
        let moved = found(&format!("前面加了一句。{wrong}后面也是。"), "N-SUM").await;
        assert_eq!(first.print, moved.print);
        assert_eq!(moved.places[0].start, first.places[0].start + 7);
        let changed = found(&wrong.replace("反馈", "巡察反馈"), "N-SUM").await;
        assert_ne!(first.print, changed.print);
    }

    #[tokio::test]
    async fn a_fix_says_its_characters() {
        let one = found("会议提出三点要求,逐项落实。", "P-HALF").await;
        let place = one.fix_place.unwrap();
        let fix = one.diagnostic.fix.unwrap();
        let text: String =
            "会议提出三点要求,逐项落实。".chars().skip(place.start).take(place.end - place.start).collect();
        assert_eq!(text, fix.place.text);
    }
}
