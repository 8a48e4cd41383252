//! A built-in document as a docx with its placeholders in it, for an organisation to begin its own template from.

use crate::kinds::ReportKind;
use crate::snapshot::{MARK_CLOSE, MARK_OPEN, MARK_VALUE};
use crate::template::{TemplateError, blocks};
use document::form::Form;
use document::official::Block;
use document::write_docx;

/// The template as a docx that may be changed and uploaded.
pub fn starter(kind: &ReportKind) -> Result<Vec<u8>, TemplateError> {
    let lines: Vec<&str> = kind.template.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut official = blocks::read(&kept(&lines).join("\n"))?;
    for block in &mut official.blocks {
        let texts: Vec<_> = match block {
            Block::Paragraph { text, .. } => vec![text],
            Block::Table(table) => table.rows.iter_mut().flatten().collect(),
            Block::PageBreak => Vec::new(),
        };
        texts.into_iter().flatten().for_each(|run| run.binding = None);
    }
    // A file has one head; an organisation's own stands in the header of its pages.
    official.form = Form::Plain;
    write_docx(&official).map_err(|cause| TemplateError::Other(cause.to_string()))
}

/// The lines with placeholders that are text, labels that are counted, and marks of loops in rows of their own.
fn kept(lines: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    // Loops that are open in the table that is being read; none outside of tables.
    let mut table: Option<usize> = None;
    let mut page = false;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += 1;
        if is_mark(line) && lines.get(at) == Some(&"[分页]") && lines.get(at + 1) == Some(&"{% endif %}") {
            page = true;
            at += 2;
            continue;
        }
        let mut line = (*line).to_owned();
        if let Some(open) = table {
            match line.as_str() {
                _ if line.starts_with('|') => {}
                mark if is_mark(mark) => {
                    let opened = mark.matches("{% for").count() + mark.matches("{% if").count();
                    let closed = mark.matches("{% end").count();
                    let row_follows =
                        lines[at..].iter().find(|next| !is_mark(next)).is_some_and(|next| next.starts_with('|'));
                    if opened > 0 && row_follows || opened == 0 && open > 0 {
                        table = Some((open + opened).saturating_sub(closed));
                        line = format!("| {line} |");
                    } else {
                        table = None;
                    }
                }
                _ => table = None,
            }
        }
        if line.starts_with("[表格") {
            table = Some(0);
        }
        out.push(literal(&labelled(&line, std::mem::take(&mut page))));
    }
    out
}

fn is_mark(line: &str) -> bool {
    line.split("{%").skip(1).all(|mark| mark.trim_end().ends_with("%}")) && line.starts_with("{%")
}

/// Headings count while they are written; a new page may begin with its first line.
fn labelled(line: &str, page: bool) -> String {
    const PAGE: &str = "{% if not loop.first %}{{ 版式.分页 }}{% endif %}";
    let Some((tag, rest)) = line.strip_prefix('[').and_then(|line| line.split_once(']')) else {
        return line.to_owned();
    };
    let rest = rest.trim_start();
    let page = if page { PAGE } else { "" };
    match tag {
        "一级" | "二级" | "三级" | "四级" => format!("[{tag}*] {page}{{{{ 标题序号.{tag} }}}}{rest}"),
        tag => format!("[{tag}] {page}{rest}"),
    }
}

/// Placeholders as text whose bars are no borders of cells.
fn literal(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once("{{") {
        out.push_str(before);
        let Some((inner, behind)) = behind.split_once("}}") else { break };
        out.push_str(&format!("{MARK_OPEN}{MARK_VALUE}{{{{{inner}}}}}{MARK_CLOSE}"));
        rest = behind;
    }
    out + rest
}
