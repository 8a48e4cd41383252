//! S-DUPPARA 整段重复.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "S-DUPPARA",
    name: "整段重复",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Practice, source: "同一段文字不应出现两次（通行做法）"
    },
    manual: include_str!("s_duppara.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Shorter ones are headings and set phrases.
const CHARACTERS_MIN: usize = 30;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (index, paragraph) in context.prose() {
        let text = paragraph.text.trim();
        if text.chars().nth(CHARACTERS_MIN).is_none() {
            continue;
        }
        match seen.get(text) {
            Some(first) if text.contains('。') && !is_form(text) => {
                let message = format!("与第{}段完全相同", first + 1);
                let place = context.place(index, 0, paragraph.text.len());
                let other = context.place(*first, 0, paragraph.text.len());
                found.push(Diagnostic::at(&RULE, place, message, "删去重复的一段，或改写").with([other]));
            }
            Some(_) => {}
            None => {
                seen.insert(text, index);
            }
        }
    }
}

/// 责任领导：……；牵头部门：……: the same for several measures on purpose.
/// （五）其他……: the last item of a list of rules.
fn is_form(text: &str) -> bool {
    let other =
        text.split_once('）').is_some_and(|(label, rest)| label.chars().count() <= 4 && rest.starts_with("其他"));
    other || text.matches(['：', ':']).nth(1).is_some()
}
