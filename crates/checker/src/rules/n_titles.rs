//! N-TITLES 制度项数与列名数不等.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "N-TITLES",
    name: "制度项数与列名数不等",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_titles.md"),
    words: |_| Vec::new(),
    check: run,
};

const VERBS: [&str; 6] = ["制定", "修订", "完善", "出台", "建立", "印发"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in context.counted() {
        let named = sentence.text.matches('《').count() as i64;
        for count in sentence.counts.iter().filter(|count| matches!(count.unit, "项" | "个" | "部" | "份")) {
            let stated = count.value / 1000;
            let about = count.behind.starts_with("制度") || count.before.ends_with("制度");
            let verb = VERBS.iter().any(|verb| count.before.contains(verb));
            if about && verb && named > 1 && named != stated && (named > stated || !sentence.text.contains('等')) {
                let place = sentence.place(context, count);
                let message = format!("说是{}，句中列出了{named}件", place.text);
                found.push(Diagnostic::at(&RULE, place, message, "核对制度清单；没有列全的加“等”"));
            }
        }
    }
}
