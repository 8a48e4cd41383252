//! The reference report, where it is at hand: the same structure from every format (gongwen.md B2.5).

use super::make_docx::{docx, docx_with, numbered, official, p, styled};
use super::outline_text::outline_text;
use document::{Node, Structure, parse, read};

/// The report is not part of the repository; its folder stands beside a checkout.
pub(crate) fn reference() -> Option<String> {
    let path = std::env::var("RECTIFY_REFERENCE")
        .unwrap_or_else(|_| format!("{}/../../../shared/seed/progress-report-2023.txt", env!("CARGO_MANIFEST_DIR")));
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("reference report not found at {path}; test not run");
    }
    text
}

fn structure(bytes: &[u8], name: &str) -> Structure {
    parse(&read(bytes, name).unwrap())
}

/// Label form and the text without it.
fn split(line: &str) -> (Option<u32>, String) {
    let level = match line.chars().next() {
        Some('一'..='龥') if line.chars().nth(1) == Some('、') => Some(0),
        Some('（') if line.chars().nth(2) == Some('）') => Some(1),
        Some('1'..='9') if line.chars().nth(1) == Some('.') => Some(2),
        _ => None,
    };
    let skip = level.map_or(0, |level| [2, 3, 2][level as usize]);
    (level, line.chars().skip(skip).collect())
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn count(nodes: &[Node], level: u8) -> usize {
    nodes.iter().map(|n| usize::from(n.level == level) + count(&n.children, level)).sum()
}

#[test]
fn the_reference_report_parses_as_documented() {
    let Some(text) = reference() else { return };
    let found = structure(text.as_bytes(), "a.txt");
    assert_eq!([1, 2, 3].map(|level| count(&found.outline, level)), [3, 6, 9]);
    let sizes: Vec<_> = found.series.iter().map(|s| s.items.len()).collect();
    assert_eq!(sizes, [4, 8, 3, 4, 2, 3, 3, 3]);
    assert_eq!(found.titles.len(), 31);
    let totals: Vec<_> = found
        .totals
        .iter()
        .map(|t| {
            format!(
                "{}{}{}={}",
                t.subject,
                t.total,
                t.unit,
                t.parts.iter().map(|p| p.count.as_str()).collect::<Vec<_>>().join("+")
            )
        })
        .collect();
    assert_eq!(totals, ["会议6次=", "制度办法17项=", "问题21个=19+2", "意见3条=3", "督导63次="]);
    assert!(found.totals.iter().all(|t| t.consistent != Some(false)));
    let mut dates: Vec<_> = found.dates.iter().map(|d| d.iso.as_str()).collect();
    dates.sort_unstable();
    assert_eq!(dates, ["--06-30", "--08-24", "--09", "2023-12-31"]);
    assert_eq!(found.findings.iter().map(|f| f.measures.len()).sum::<usize>(), 29);
}

#[test]
fn spans_point_at_their_text() {
    let Some(text) = reference() else { return };
    let document = read(text.as_bytes(), "a.txt").unwrap();
    for title in parse(&document).titles {
        let paragraph = &document.paragraphs[title.span.paragraph as usize];
        let at = |n: u32| paragraph.file_offset(n as usize).unwrap();
        assert_eq!(&text[at(title.span.start)..at(title.span.end)], title.text);
    }
}

#[test]
fn every_docx_form_gives_the_same_structure() {
    let Some(text) = reference() else { return };
    let expected = outline_text(&structure(text.as_bytes(), "a.txt"));
    let typed: String = lines(&text).map(p).collect();
    assert_eq!(outline_text(&structure(&docx(&typed), "a.docx")), expected);

    let automatic: String = lines(&text)
        .map(|line| match split(line) {
            (Some(level), rest) => numbered(1, level, &rest),
            (None, rest) => p(&rest),
        })
        .collect();
    assert_eq!(outline_text(&structure(&docx_with(&automatic, &official("chineseCounting"), ""), "a.docx")), expected);

    // WPS: counting words of another locale, level 1 by style, level 2 by style and paragraph, level 3 typed.
    let styles = r#"<w:style w:type="paragraph" w:styleId="s1"><w:name w:val="s1"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>"#;
    let mixed: String = lines(&text).map(|line| match split(line) {
        (Some(0), rest) => styled("s1", &rest),
        (Some(1), rest) => format!(
            r#"<w:p><w:pPr><w:pStyle w:val="s1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{rest}</w:t></w:r></w:p>"#
        ),
        _ => p(line),
    }).collect();
    assert_eq!(outline_text(&structure(&docx_with(&mixed, &official("japaneseCounting"), styles), "a.docx")), expected);
}
