//! N-ENT 同一事物数量不一.

use crate::context::Context;
use crate::counts::counts;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Place;
use crate::text::is_han;
use crate::rule::{Authority, Level, Rule, Strength, When};
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
    let mut first: HashMap<(&str, &'static str, &str), (i64, Place)> = HashMap::new();
    for (index, paragraph) in context.prose().filter(|(_, paragraph)| paragraph.text.contains('“')) {
        for count in counts(&paragraph.text) {
            let Some(name) = quoted(paragraph.text.get(count.end..).unwrap_or_default()) else { continue };
            let noun = noun(paragraph.text.get(count.end + "“".len() * 2 + name.len()..).unwrap_or_default());
            let place = context.place(index, count.start, count.end + "“".len() * 2 + name.len());
            match first.get(&(name, count.unit, noun)) {
                None => drop(first.insert((name, count.unit, noun), (count.value, place))),
                Some((value, _)) if *value == count.value => {}
                Some((_, before)) => {
                    let message = format!("前面是{}，这里是{}", before.text, place.text);
                    found.push(
                        Diagnostic::at(&RULE, place, message, "核对是否同一范围，不同的写明").with([before.clone()]),
                    );
                }
            }
        }
    }
}

/// The quoted name that follows directly.
fn quoted(tail: &str) -> Option<&str> {
    let name = tail.strip_prefix('“')?.split_once('”')?.0;
    (2..=12).contains(&name.chars().count()).then_some(name)
}

/// What the name belongs to: of “暖心之家”项目点 and “暖心之家”志愿者 there may be different numbers.
fn noun(tail: &str) -> &str {
    let length: usize = tail.chars().take_while(|c| is_han(*c) && *c != '的').map(char::len_utf8).sum();
    tail.get(..length).unwrap_or_default()
}
