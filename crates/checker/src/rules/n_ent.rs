//! N-ENT 同一事物数量不一.

use crate::context::Context;
use crate::counts::counts;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Place;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "N-ENT",
    name: "同一事物数量不一",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_ent.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(&str, &'static str), Vec<Said<'_>>> = HashMap::new();
    for (index, paragraph) in context.prose().filter(|(_, paragraph)| paragraph.text.contains('“')) {
        for count in counts(&paragraph.text) {
            let Some(name) = quoted(paragraph.text.get(count.end..).unwrap_or_default()) else { continue };
            let end = count.end + "“".len() * 2 + name.len();
            let noun = noun(paragraph.text.get(end..).unwrap_or_default());
            let place = context.place(index, count.start, end);
            let all = seen.entry((name, count.unit)).or_default();
            // Of “暖心之家”项目点 and “暖心之家”志愿者 there may be different numbers.
            let Some(before) = all.iter().find(|one| noun.starts_with(one.noun) || one.noun.starts_with(noun)) else {
                if all.len() < NOUNS_MAX {
                    all.push(Said { noun, value: count.value, place });
                }
                continue;
            };
            if before.value != count.value {
                let message = format!("前面是{}，这里是{}", before.place.text, place.text);
                let hint = "核对是否同一范围，不同的写明";
                found.push(Diagnostic::at(&RULE, place, message, hint).with([before.place.clone()]));
            }
        }
    }
}

/// How many there are of something, where it is said first.
struct Said<'a> {
    /// What the name belongs to; empty where it stands for itself.
    noun: &'a str,
    value: i64,
    place: Place,
}

/// More kinds of one name are not told apart.
const NOUNS_MAX: usize = 8;
/// What follows a name without being called by it.
const VERBS: [&str; 16] = [
    "开展", "进行", "建成", "投入", "运行", "已", "均", "全部", "共", "分别", "等", "在", "为", "提供", "实施", "建设",
];

/// The quoted name that follows directly.
fn quoted(tail: &str) -> Option<&str> {
    let name = tail.strip_prefix('“')?.split_once('”')?.0;
    (2..=12).contains(&name.chars().count()).then_some(name)
}

/// What the name belongs to.
fn noun(tail: &str) -> &str {
    let length: usize = tail.chars().take_while(|c| is_han(*c) && *c != '的').map(char::len_utf8).sum();
    let noun = tail.get(..length).unwrap_or_default();
    if VERBS.iter().any(|verb| noun.starts_with(verb)) { "" } else { noun }
}
