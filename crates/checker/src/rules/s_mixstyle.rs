//! S-MIXSTYLE 同级各项写法不一.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Form, Node, label_parts};

pub(super) static RULE: Rule = Rule {
    code: "S-MIXSTYLE",
    name: "同级各项写法不一",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "同级各项写法一致（通行要求）" },
    manual: include_str!("s_mixstyle.md"),
    words: |_| Vec::new(),
    check: run,
};

/// So many headings of one kind show what is usual.
const LEAVES_MIN: usize = 4;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut leaves = Vec::new();
    gather(&context.structure.outline, &mut leaves);
    for form in [Form::ChineseParenthesised, Form::Arabic, Form::ArabicParenthesised] {
        let alike: Vec<&Node> = leaves
            .iter()
            .copied()
            .filter(|node| label_parts(&node.label).is_some_and(|(own, _)| own == form))
            .collect();
        series(context, &alike, found);
        marks(context, &alike, found);
    }
}

fn gather<'a>(nodes: &'a [Node], leaves: &mut Vec<&'a Node>) {
    for node in nodes {
        if node.children.is_empty() {
            leaves.push(node);
        }
        gather(&node.children, leaves);
    }
}

/// Most of them go on with 一是…二是…, one does not.
fn series(context: &Context<'_>, alike: &[&Node], found: &mut Vec<Diagnostic>) {
    let (with, without): (Vec<&Node>, Vec<&Node>) =
        alike.iter().partition(|node| !context.structure.series_in(node).is_empty());
    if alike.len() < LEAVES_MIN || with.len() * 3 < alike.len() * 2 {
        return;
    }
    for node in without {
        let message = format!("同级各项多分“一是”“二是”来写，“{}”没有", node.label);
        found.push(Diagnostic::at(&RULE, label(context, node), message, "内容有几层意思的，写法与其他各项一致"));
    }
}

/// `1.` beside `1、`: the rarer one is named.
fn marks(context: &Context<'_>, alike: &[&Node], found: &mut Vec<Diagnostic>) {
    let mark = |node: &&Node| node.label.trim_end().chars().next_back();
    let Some(usual) = alike.first().and_then(mark) else { return };
    let (same, other): (Vec<&Node>, Vec<&Node>) = alike.iter().partition(|node| mark(node) == Some(usual));
    let odd = if same.len() >= other.len() { other } else { same };
    if odd.len() == alike.len() {
        return;
    }
    if let Some(node) = odd.first() {
        let message = format!("同级序号的标点不一，“{}”等{}处与其他各处不同", node.label.trim_end(), odd.len());
        found.push(Diagnostic::at(&RULE, label(context, node), message, "同级序号用同一种标点"));
    }
}

fn label(context: &Context<'_>, node: &Node) -> crate::diagnostic::Place {
    let at = node.paragraph as usize;
    let start = node.span.map_or(0, |span| span.start as usize);
    let end = node.span.map_or(0, |_| start + node.label.trim_end().len());
    context.place(at, start, end)
}
