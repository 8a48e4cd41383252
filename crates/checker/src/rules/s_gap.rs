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
    for node in nodes {
        if let Some((form, value)) = numbered(node) {
            let expected = match form {
                Form::Article => articles.map(|before| before + 1),
                _ if last.is_none() => begins_late(context, nodes, (parent, node)).then_some(1),
                _ => last.filter(|(before, ..)| *before == form).map(|(_, value, _)| value + 1),
            };
            if let Some(expected) = expected.filter(|expected| *expected != value) {
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
