//! L-ATT 附件说明与附件不一致.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Region;

pub(super) static RULE: Rule = Rule {
    code: "L-ATT",
    name: "附件说明与附件不一致",
    level: Level::Error,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.4、7.3.7" },
    manual: include_str!("l_att.md"),
    words: |_| Vec::new(),
    check: run,
};

/// A name in the list behind the text, or the label of an attachment.
struct Item<'a> {
    index: usize,
    text: &'a str,
}

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.document.layout.is_none() {
        return;
    }
    let body: Vec<Item<'_>> = context
        .paragraphs()
        .filter(|(_, paragraph)| paragraph.region == Region::Body)
        .map(|(index, paragraph)| Item { index, text: paragraph.text.trim() })
        .collect();
    let names = names(&body);
    let labels: Vec<usize> = (0..body.len()).filter(|at| body.get(*at).is_some_and(|one| is_label(one.text))).collect();
    let mut say = |index: usize, message: String, hint: &str| {
        let end = context.document.paragraphs.get(index).map_or(0, |p| p.text.len());
        found.push(Diagnostic::at(&RULE, context.place(index, 0, end), message, hint));
    };
    for name in names.iter().filter(|name| name.text.ends_with(['。', '；', '，', '、'])) {
        say(name.index, format!("附件名称“{}”后有标点", name.text), "附件名称后不加标点符号");
    }
    for label in labels.iter().filter_map(|at| body.get(*at)).filter(|one| one.text.ends_with(['：', ':'])) {
        say(label.index, format!("“{}”带有冒号", label.text), "附件首页的“附件”及顺序号后不加冒号");
    }
    if let (Some(first), Some(_)) = (names.first(), labels.first())
        && names.len() != labels.len()
    {
        say(first.index, format!("附件说明列{}件，后附{}件", names.len(), labels.len()), "核对附件说明和附件");
        return;
    }
    for (name, label) in names.iter().zip(&labels) {
        if let Some(title) = body.get(label + 1).filter(|_| !is_title(name.text, &body, label + 1)) {
            let message = format!("附件标题“{}”与附件说明“{}”不一致", title.text, name.text);
            say(title.index, message, "使附件标题与附件说明一致");
        }
    }
}

/// `附件：1.…` and the numbered lines below it.
fn names<'a>(body: &[Item<'a>]) -> Vec<Item<'a>> {
    let Some(start) = body.iter().position(|one| list_of(one.text).is_some()) else { return Vec::new() };
    let mut found = Vec::new();
    for (number, one) in body.iter().skip(start).enumerate() {
        let text = if number == 0 { list_of(one.text).unwrap_or_default() } else { one.text };
        match numbered(text, number + 1) {
            Some(name) => found.push(Item { index: one.index, text: name }),
            None if number == 0 => return vec![Item { index: one.index, text }],
            None => break,
        }
    }
    found
}

/// What follows `附件：` in a paragraph that is more than a label.
fn list_of(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("附件")?.trim_start();
    let rest = rest.strip_prefix(['：', ':'])?.trim();
    (!rest.is_empty()).then_some(rest)
}

fn numbered(text: &str, number: usize) -> Option<&str> {
    let rest = text.strip_prefix(&number.to_string())?;
    rest.strip_prefix(['.', '．', '、']).map(str::trim)
}

/// `附件`, `附件2`, `附件2：`
fn is_label(text: &str) -> bool {
    let rest = text.strip_prefix("附件").map(|rest| rest.trim_end_matches(['：', ':']).trim());
    rest.is_some_and(|rest| rest.len() <= 2 && rest.chars().all(|c| c.is_ascii_digit()))
}

/// The lines from here on are the name, in one paragraph or broken into several.
fn is_title(name: &str, body: &[Item<'_>], at: usize) -> bool {
    const LINES_MAX: usize = 4;
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let name = plain(name.trim_end_matches(['。', '；', '，', '、']));
    let mut title = String::new();
    body.iter().skip(at).take(LINES_MAX).any(|one| {
        title.push_str(&plain(one.text));
        title == name
    })
}
