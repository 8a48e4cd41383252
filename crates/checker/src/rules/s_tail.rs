//! S-TAIL 没有署名、成文日期或者主送机关.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;
use document::{DocumentKind, Format};

pub(super) static RULE: Rule = Rule {
    code: "S-TAIL",
    name: "没有署名、成文日期或者主送机关",
    level: Level::Advice,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.2、7.3.5" },
    manual: include_str!("s_tail.md"),
    words: |_| Vec::new(),
    check: run,
};

/// The date and the signature are among the last paragraphs, before attachments and imprint.
const LAST: usize = 12;
/// The addressee is among the first.
const FIRST: usize = 8;
/// Less is a note.
const PARAGRAPHS_MIN: usize = 5;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let whole = matches!(context.structure.kind, DocumentKind::Report | DocumentKind::Notice);
    let file = matches!(context.document.format, Format::Xlsx | Format::Xls);
    let lines: Vec<&str> = context.prose().map(|(_, paragraph)| paragraph.text.trim()).collect();
    if !whole || file || context.structure.title.is_none() || lines.len() < PARAGRAPHS_MIN {
        return;
    }
    // An attachment may be longer than the text: signature and date stand before it.
    let end = lines.iter().position(|line| *line == "附件" || *line == "附件1").unwrap_or(lines.len());
    let text = lines.get(..end).unwrap_or_default();
    let last = text.get(text.len().saturating_sub(LAST)..).unwrap_or_default();
    let date = last.iter().position(|line| is_date(line));
    let signed = date.is_some_and(|at| at > 0 && last.get(at - 1).is_some_and(|line| is_name(line)))
        || last.last().is_some_and(|line| is_name(line));
    let addressed = lines.iter().take(FIRST).any(|line| line.ends_with(['：', ':']) && line.chars().count() < 80);
    let missing: Vec<&str> = [(addressed, "主送机关"), (signed, "署名"), (date.is_some(), "成文日期")]
        .iter()
        .filter(|(there, _)| !there)
        .map(|(_, name)| *name)
        .collect();
    if date.is_some() || missing.is_empty() {
        return;
    }
    let at = context.document.paragraphs.len().saturating_sub(1);
    let length = context.document.paragraphs.get(at).map_or(0, |p| p.text.len());
    let message = format!("没有找到{}", missing.join("、"));
    found.push(Diagnostic::at(&RULE, context.place(at, length, length), message, "正式行文时补上；网页公开稿可以不用"));
}

/// `2026年6月30日` in either script and nothing else.
fn is_date(line: &str) -> bool {
    let plain: String = line.chars().filter(|c| !c.is_whitespace() && !"（）()".contains(*c)).collect();
    let split = plain.strip_suffix('日').and_then(|head| head.split_once('年'));
    let part = |c: char| c.is_ascii_digit() || "〇○一二三四五六七八九十月×".contains(c);
    split.is_some_and(|(year, rest)| rest.contains('月') && year.chars().chain(rest.chars()).all(part))
}

/// A short line without marks: who signs.
fn is_name(line: &str) -> bool {
    let count = line.chars().count();
    (4..=30).contains(&count) && line.chars().all(|c| is_han(c) || c.is_whitespace() || "（）“”".contains(c))
}
