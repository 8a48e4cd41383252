//! E-LIST 并列的单位不是一级.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;

pub(super) static RULE: Rule = Rule {
    code: "E-LIST",
    name: "并列的单位不是一级",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "并列成分同类同级（语文常识）" },
    manual: include_str!("e_list.md"),
    words: |_| KINDS.iter().map(|(end, _)| *end).collect(),
    check: run,
};

/// What such a list is said to name, and how the names of that level end.
const KINDS: [(&str, &[&str]); 6] = [
    ("等相关处室", &["处", "室", "办", "科", "部", "中心", "办公室"]),
    ("等有关处室", &["处", "室", "办", "科", "部", "中心", "办公室"]),
    ("等处室", &["处", "室", "办", "科", "部", "中心", "办公室"]),
    ("等相关科室", &["科", "室", "股", "办", "站", "中心", "队"]),
    ("等有关科室", &["科", "室", "股", "办", "站", "中心", "队"]),
    ("等科室", &["科", "室", "股", "办", "站", "中心", "队"]),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some((_, ends)) = KINDS.iter().find(|(end, _)| *end == hit.word) else { continue };
        let head = hit.head();
        let from = head
            .rfind(['，', '。', '；', '：', '由', '对'])
            .map_or(0, |at| at + head[at..].chars().next().map_or(0, char::len_utf8));
        let list = head.get(from..).unwrap_or_default();
        if list.matches('、').count() < 2 {
            continue;
        }
        let mut at = from;
        for name in list.split('、') {
            let other = !ends.iter().any(|end| name.ends_with(end));
            if other && name.chars().count() > 2 && name.chars().all(is_han) {
                let place = context.place(hit.paragraph, at, at + name.len());
                let kind: String = hit.word.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
                let message = format!("“{name}”与其他{kind}不是一级，并列在一起");
                found.push(Diagnostic::at(&RULE, place, message, "不同级的单位分开写").with([hit.place(context)]));
            }
            at += name.len() + "、".len();
        }
    }
}
