//! A file as a plain page: the text that was read from it, never its own markup, links or pictures.

use document::markup::escaped;
use document::{Document, Paragraph, Place, Region};
use std::fmt::Write;

/// What a page shows; the file itself can be fetched.
const PARAGRAPHS_MAX: usize = 2_000;
const ROWS_MAX: u32 = 200;
const COLUMNS_MAX: u32 = 30;

const STYLE: &str = "body{font:16px/1.7 'Songti SC',SimSun,serif;color:#1f1f1f;background:#fff;max-width:46em;margin:1.5em auto;padding:0 1em;overflow-wrap:anywhere}h1{font-size:1.4em;text-align:center}h2{font-size:1.1em}p{margin:.3em 0;white-space:pre-wrap}table{border-collapse:collapse;margin:.6em 0;font-size:.9em}td{border:1px solid #bbb;padding:.2em .5em;vertical-align:top;white-space:pre-wrap}.note{color:#666;font-size:.9em}";

/// The first paragraphs and rows of a document.
pub fn preview_page(document: &Document) -> String {
    let mut body = String::new();
    let shown = &document.paragraphs[..document.paragraphs.len().min(PARAGRAPHS_MAX)];
    let mut left_out = shown.len() < document.paragraphs.len();
    let mut rest = shown;
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|p| table_of(p) == table_of(first)).count();
        match table_of(first) {
            Some(name) => left_out |= table(&mut body, &name, &rest[..same]),
            None => rest[..same].iter().for_each(|paragraph| text(&mut body, paragraph)),
        }
        rest = &rest[same..];
    }
    if left_out {
        body.push_str("<p class=note>内容较多，这里只显示前面的部分。查看全部请下载原文件。</p>");
    }
    for problem in &document.problems {
        let _ = write!(body, "<p class=note>{}</p>", escaped(&problem.message));
    }
    page(&body)
}

/// A page that says why there is nothing to see.
pub fn no_preview_page(message: &str) -> String {
    page(&format!("<p class=note>{}</p>", escaped(message)))
}

fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=zh><meta charset=utf-8><title></title><style>{STYLE}</style><body>{body}</body></html>"
    )
}

/// Name of the sheet, or of the table, that a paragraph is a cell of.
fn table_of(paragraph: &Paragraph) -> Option<String> {
    match (&paragraph.place, paragraph.region) {
        (Place::Cell { sheet, .. }, _) => Some(sheet.to_string()),
        (_, Region::Table { table, .. }) => Some(table.to_string()),
        _ => None,
    }
}

fn cell(paragraph: &Paragraph) -> (u32, u32) {
    match (&paragraph.place, &paragraph.region) {
        (Place::Cell { row, column, .. }, _) | (_, Region::Table { row, column, .. }) => (*row, *column),
        _ => (0, 0),
    }
}

fn text(body: &mut String, paragraph: &Paragraph) {
    let label = paragraph.label.as_ref().map_or("", |label| label.text.as_str());
    let tag = match paragraph.style_level {
        Some(0) => "h1",
        Some(_) => "h2",
        None if paragraph.bold => "b",
        None => "p",
    };
    let _ = write!(body, "<{tag}>{}{}</{tag}>", escaped(label), escaped(&paragraph.text));
    if tag == "b" {
        body.push_str("<br>");
    }
}

/// Rows from the first that has text; true when some were left out.
fn table(body: &mut String, name: &str, cells: &[Paragraph]) -> bool {
    let is_sheet = cells.iter().any(|p| matches!(p.place, Place::Cell { .. }));
    if is_sheet {
        let _ = write!(body, "<h2>{}</h2>", escaped(name));
    }
    let first = cells.iter().map(|p| cell(p).0).min().unwrap_or_default();
    let fits = |p: &&Paragraph| cell(p).0 - first < ROWS_MAX && cell(p).1 < COLUMNS_MAX;
    let mut shown: Vec<&Paragraph> = cells.iter().filter(fits).collect();
    shown.sort_by_key(|p| cell(p));
    body.push_str("<table>");
    for row in shown.chunk_by(|a, b| cell(a).0 == cell(b).0) {
        body.push_str("<tr>");
        let mut next = 0;
        for same in row.chunk_by(|a, b| cell(a) == cell(b)) {
            let column = same.first().map_or(0, |p| cell(p).1);
            body.push_str(&"<td></td>".repeat(column.saturating_sub(next) as usize));
            let lines: Vec<String> = same.iter().map(|p| escaped(&p.text)).collect();
            let _ = write!(body, "<td>{}</td>", lines.join("\n"));
            next = column + 1;
        }
        body.push_str("</tr>");
    }
    body.push_str("</table>");
    shown.len() < cells.len()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(text: &str) -> Document {
        document::read(text.as_bytes(), "a.txt").unwrap()
    }

    #[test]
    fn markup_in_a_text_is_text() {
        let page = preview_page(&read("关于整改的报告\n<script>alert(1)</script><img src=x onerror=alert(1)>&\"'"));
        assert!(page.contains("关于整改的报告"));
        assert!(
            page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;")
        );
        assert!(!page.contains("<script") && !page.contains("<img"));
        assert!(no_preview_page("<b>").contains("&lt;b&gt;"));
    }

    #[test]
    fn a_huge_file_shows_its_beginning_and_says_so() {
        let long: String = (0..5_000).map(|n| format!("第{n}段内容。\n\n")).collect();
        let page = preview_page(&read(&long));
        assert!(page.contains("第0段") && !page.contains("第4999段") && page.contains("下载原文件"));
        assert!(!preview_page(&read("一段。")).contains("下载原文件"));
    }

    #[test]
    fn cells_stand_in_their_rows_and_columns() {
        let at = |row, column, text: &str| {
            Paragraph::plain(text.to_owned(), Place::Cell { sheet: "台账".into(), row, column })
        };
        let mut document = read("一段。");
        document.paragraphs = vec![at(1, 0, "序号"), at(1, 2, "问题"), at(2, 0, "<1>"), at(900, 0, "末行")];
        let page = preview_page(&document);
        assert!(page.contains(
            "<h2>台账</h2><table><tr><td>序号</td><td></td><td>问题</td></tr><tr><td>&lt;1&gt;</td></tr></table>"
        ));
        assert!(!page.contains("末行") && page.contains("下载原文件"));
    }
}
