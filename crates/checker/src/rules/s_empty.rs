//! S-EMPTY 有标题没有内容，或占位符未填.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Form, Node, Origin, Region, label_parts};

pub(super) static RULE: Rule = Rule {
    code: "S-EMPTY",
    name: "有标题没有内容，或占位符未填",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "定稿不留空白（通行要求）" },
    manual: include_str!("s_empty.md"),
    words: |_| HOLDERS.to_vec(),
    check: run,
};

/// What people leave to be filled in later.
const HOLDERS: [&str; 11] =
    ["待补充", "待填写", "待完善数据", "待核实后填", "此处填写", "XXX", "xxx", "TO-DO", "______", "【】", "（待定）"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE).filter(|hit| !hit.head().ends_with(hit.word) && !is_pattern(hit.text)) {
        let message = format!("“{}”还没有填写", hit.word);
        found.push(Diagnostic::at(&RULE, hit.place(context), message, "补上内容"));
    }
    empty(context, &context.structure.outline, found);
}

/// 编号为X妆XXX: how a number is made up.
fn is_pattern(text: &str) -> bool {
    ["编号", "编码", "编排", "格式", "样式", "号牌", "第一位"].iter().any(|word| text.contains(word))
}

/// A heading without text while a heading beside it has some.
fn empty(context: &Context<'_>, nodes: &[Node], found: &mut Vec<Diagnostic>) {
    let filled = nodes.iter().filter(|node| has_text(context, node)).count();
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| !has_text(context, node)) {
        // The last one may stand above a table or picture.
        let last = at + 1 == nodes.len();
        let heading =
            context.document.paragraphs.get(node.paragraph as usize).map(|p| p.text.as_str()).unwrap_or_default();
        let sentence =
            heading.ends_with(['。', '；', '：', '，', '、', '.', ';', ':']) || heading.chars().count() > HEADING_MAX;
        // What holds a sentence is an item of a list; （略） is said on purpose.
        let sentence = sentence || heading.contains('。') || heading.ends_with("（略）");
        let table =
            context.document.paragraphs.get(node.paragraph as usize + 1).is_some_and(|p| p.region != Region::Body);
        // A table of contents names headings without their text; articles stand beside their section.
        let contents = at > 0 && nodes.get(at - 1).is_some_and(|before| !has_text(context, before));
        let contents =
            contents || nodes.get(at + 1).is_some_and(|after| !has_text(context, after) || is_article(after));
        if filled * 2 > nodes.len()
            && !last
            && !sentence
            && !table
            && !contents
            && node.origin != Origin::Recovered
            && is_heading(node)
        {
            let place = context.place(node.paragraph as usize, 0, heading.len());
            let message = format!("“{heading}”下面没有内容");
            found.push(Diagnostic::at(&RULE, place, message, "补上内容，或删去标题"));
        }
    }
    for node in nodes {
        empty(context, &node.children, found);
    }
}

/// Longer ones are paragraphs.
const HEADING_MAX: usize = 40;

/// ① and 1) begin items, which may be short.
fn is_heading(node: &Node) -> bool {
    !matches!(label_parts(&node.label), Some((Form::Circled | Form::HalfParenthesised, _)))
}

fn is_article(node: &Node) -> bool {
    matches!(label_parts(&node.label), Some((Form::Article, _)))
}

fn has_text(context: &Context<'_>, node: &Node) -> bool {
    let own = context.document.paragraphs.get(node.paragraph as usize).map_or(0, |p| p.text.len());
    let body: usize = node.body.iter().map(|span| (span.end - span.start) as usize).sum();
    !node.children.is_empty() || body > own || own > HEADING_MAX * 3
}
