//! N-XREF 同一总数前后不一.

use crate::context::Context;
use crate::counts::Count;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Place;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Node;
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    code: "N-XREF",
    name: "同一总数前后不一",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_xref.md"),
    words: |_| Vec::new(),
    check: run,
};

const UNITS: [&str; 3] = ["个", "项", "条"];
const THINGS: [&str; 5] = ["问题", "整改任务", "整改措施", "意见建议", "整改事项"];
/// Words that make it the total of the whole document.
const SCOPES: [&str; 9] = ["反馈", "指出", "巡察组", "巡视组", "审计组", "督察组", "检查组", "审计报告", "共"];

/// A total of the whole document.
struct Stated {
    thing: &'static str,
    value: i64,
    place: Place,
}

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let detail = detail(context);
    let mut stated: Vec<Stated> = Vec::new();
    for sentence in context.counted() {
        if detail.contains(&sentence.paragraph) {
            continue;
        }
        for count in &sentence.counts {
            if let Some(thing) = total_of(count) {
                let place = sentence.place(context, count);
                stated.push(Stated { thing, value: count.value, place });
            }
        }
    }
    for thing in THINGS {
        let mut same = stated.iter().filter(|one| one.thing == thing);
        let Some(first) = same.next() else { continue };
        for other in same.filter(|one| one.value != first.value) {
            let message = format!("{thing}总数前面是{}，这里是{}", first.place.text, other.place.text);
            found.push(
                Diagnostic::at(&RULE, other.place.clone(), message, "核对台账，全文统一").with([first.place.clone()]),
            );
        }
    }
}

/// 反馈的21个问题, 反馈问题21个, 共21项整改任务: not a part, not of one side only.
fn total_of(count: &Count<'_>) -> Option<&'static str> {
    let whole = SCOPES.iter().any(|word| count.before.contains(word)) && UNITS.contains(&count.unit);
    let part = ["其中", "方面", "已", "完成", "新", "再次", "上一轮", "上轮", "类", "未", "剩余", "移交", "各"];
    if !whole || part.iter().any(|word| count.before.contains(word)) || count.behind.contains("方面") {
        return None;
    }
    let named = |thing: &&&str| {
        count.behind.trim_start_matches(['具', '体']) == **thing
            || (count.behind.is_empty() && count.before.ends_with(**thing))
    };
    THINGS.iter().find(named).copied()
}

/// Paragraphs that deal with one item: what is counted there is counted for the item.
fn detail(context: &Context<'_>) -> HashSet<usize> {
    fn walk(nodes: &[Node], depth: u8, into: &mut HashSet<usize>) {
        for node in nodes {
            if depth > 0 {
                into.insert(node.paragraph as usize);
                into.extend(node.body.iter().map(|span| span.paragraph as usize));
            }
            walk(&node.children, depth + 1, into);
        }
    }
    let mut into = HashSet::new();
    walk(&context.structure.outline, 0, &mut into);
    into
}
