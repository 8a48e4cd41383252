//! S-GAP 序号跳号、重号.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Form, Node, Origin, label_parts};

pub(super) static RULE: Rule = Rule {
    code: "S-GAP",
    name: "序号跳号、重号",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.3" },
    manual: include_str!("s_gap.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut articles = None;
    siblings(context, (&context.structure.outline, 0), &mut articles, found);
}

/// Labels of one form under one heading follow each other; 第X条 counts through the whole document.
fn siblings(
    context: &Context<'_>,
    (nodes, parent): (&[Node], u32),
    articles: &mut Option<u32>,
    found: &mut Vec<Diagnostic>,
) {
    let mut last: Option<(Form, u32, &Node)> = None;
    for (at, node) in nodes.iter().enumerate() {
        if let Some((form, value)) = numbered(node) {
            let expected = match form {
                Form::Article => articles.map(|before| before + 1),
                _ if last.is_none() => begins_late(context, nodes, (parent, node)).then_some(1),
                _ => last.filter(|(before, ..)| *before == form).map(|(_, value, _)| value + 1),
            };
            let anew =
                value == 1 && last.is_some() && begins_anew(nodes, (at, form), last.map(|(_, before, _)| before));
            let before = last.map(|(.., before)| before);
            let said = expected.filter(|expected| *expected != value && !anew);
            if let Some(expected) = said.filter(|expected| !is_written(context, (before, node), (value, *expected))) {
                found.push(gap(context, node, expected > value, last.map(|(.., before)| before)));
            }
            if form == Form::Article {
                *articles = Some(value);
            }
            last = Some((form, value, node));
        }
        siblings(context, (&node.children, node.paragraph), articles, found);
    }
}

/// A list of its own under the same heading, as in an attachment: 一、二、三、一、二. A number 1 among others
/// that go on without it is a repetition.
fn begins_anew(nodes: &[Node], (at, form): (usize, Form), before: Option<u32>) -> bool {
    let next = nodes.iter().skip(at + 1).filter_map(numbered).find(|(other, _)| *other == form).map(|(_, value)| value);
    match next {
        Some(next) => next == 2 || (next == 1 && before > Some(1)),
        None => before > Some(1),
    }
}

/// The number that seems to be left out stands in between, where it was not read as a label: `21.5+2…`, or a
/// label that the file tears in two.
fn is_written(context: &Context<'_>, (before, node): (Option<&Node>, &Node), (value, expected): (u32, u32)) -> bool {
    let Some(before) = before.filter(|_| expected < value) else { return false };
    let label = |number: u32| match label_number(&node.label) {
        Some((head, tail)) if number < 100 => Some(format!("{head}{}{tail}", numeral(&node.label, number))),
        _ => None,
    };
    let between = context.document.paragraphs.get(before.paragraph as usize..node.paragraph as usize);
    let Some(between) = between else { return false };
    // Inside the first paragraph a label stands behind the first heading only.
    let inner =
        |label: &str| between.iter().any(|p| p.text.starts_with(label) || p.text.contains(&format!("。{label}")));
    let torn = |label: &str| {
        let mut joined = between.iter().zip(between.iter().skip(1)).filter(|(one, _)| one.text.len() <= "（".len());
        joined.any(|(one, two)| format!("{}{}", one.text, two.text).starts_with(label))
    };
    (expected..value).all(|number| label(number).is_some_and(|label| inner(&label) || torn(&label)))
}

/// What stands before and behind the number of a label.
fn label_number(label: &str) -> Option<(&str, &str)> {
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let start = label.find(is_number)?;
    let length: usize = label.get(start..)?.chars().take_while(|c| is_number(*c)).map(char::len_utf8).sum();
    Some((label.get(..start)?, label.get(start + length..)?.trim_end()))
}

/// A number below 100 in the script of a label.
fn numeral(label: &str, number: u32) -> String {
    if label.contains(|c: char| c.is_ascii_digit()) {
        return number.to_string();
    }
    let digit = |n: u32| "〇一二三四五六七八九".chars().nth(n as usize).map(String::from).unwrap_or_default();
    let (tens, ones) = (number / 10, number % 10);
    let head = match tens {
        0 => String::new(),
        1 => "十".to_owned(),
        tens => format!("{}十", digit(tens)),
    };
    if ones == 0 { head } else { format!("{head}{}", digit(ones)) }
}

/// The first of several is numbered 2, and nothing before it under the same heading carries the number 1.
fn begins_late(context: &Context<'_>, nodes: &[Node], (parent, node): (u32, &Node)) -> bool {
    let first: String = node
        .label
        .chars()
        .map(|c| {
            if c == '二' {
                '一'
            } else if c == '2' {
                '1'
            } else {
                c
            }
        })
        .collect();
    let before = context.document.paragraphs.get(parent as usize..node.paragraph as usize).unwrap_or_default();
    let second = matches!(numbered(node), Some((_, 2)));
    second && nodes.len() > 1 && first != node.label && !before.iter().any(|p| p.text.contains(&first))
}

/// Written numbers only: those that Word counts cannot be wrong, names like 问题一 are the ledger's.
fn numbered(node: &Node) -> Option<(Form, u32)> {
    let (form, value) = label_parts(&node.label).filter(|_| node.origin != Origin::Auto)?;
    let counted = !matches!(form, Form::Styled(_) | Form::Plain | Form::Named | Form::NamedDotted);
    let nested = matches!(form, Form::Dotted | Form::DoubleDotted);
    (counted && !nested).then_some((form, value))
}

fn gap(context: &Context<'_>, node: &Node, backward: bool, before: Option<&Node>) -> Diagnostic {
    let label = |node: &Node| match node.span {
        Some(span) => {
            let text = context.span(span).text;
            let end = span.start as usize + text.find(node.label.as_str()).unwrap_or(0) + node.label.len();
            context.place(span.paragraph as usize, span.start as usize, end.min(span.end as usize))
        }
        None => context.place(node.paragraph as usize, 0, 0),
    };
    let kind = if backward { "重号或倒退" } else { "跳号" };
    let message = match before {
        Some(before) => format!("“{}”之后是“{}”，{kind}", before.label, node.label),
        None => format!("“{}”{kind}", node.label),
    };
    Diagnostic::at(&RULE, label(node), message, "核对是否漏了一条，或改正序号").with(before.map(label))
}
