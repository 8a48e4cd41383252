//! N-TITLES 制度项数与列名数不等.

use crate::context::Context;
use crate::counts::{Count, Counted};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use std::collections::BTreeSet;

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

/// How the name of a rule ends.
const KINDS: [&str; 8] = ["办法", "制度", "细则", "规则", "规范", "规定", "措施", "意见"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in context.counted() {
        let named = sentence.text.matches('《').count() as i64;
        for count in sentence.counts.iter().filter(|count| matches!(count.unit, "项" | "个" | "部" | "份")) {
            let stated = count.value / 1000;
            let about = count.behind.starts_with("制度") || count.before.ends_with("制度") || is_sum(count);
            let verb = VERBS.iter().any(|verb| count.before.contains(verb));
            if about && verb && named == 0 && is_sum(count) {
                in_the_whole_text(context, sentence, count, found);
            } else if about && verb && named > 1 && named != stated && (named > stated || !sentence.text.contains('等'))
            {
                let place = sentence.place(context, count);
                let message = format!("说是{}，句中列出了{named}件", place.text);
                found.push(Diagnostic::at(&RULE, place, message, "核对制度清单；没有列全的加“等”"));
            }
        }
    }
}

/// 共制定或完善各种制度办法17项
fn is_sum(count: &Count<'_>) -> bool {
    count.before.contains('共') && ["制度办法", "规章制度", "制度机制"].iter().any(|end| count.before.ends_with(end))
}

/// A sum is compared with all that the text names.
fn in_the_whole_text(context: &Context<'_>, sentence: &Counted<'_>, count: &Count<'_>, found: &mut Vec<Diagnostic>) {
    let names: BTreeSet<&str> = context
        .structure
        .titles
        .iter()
        .map(|title| title.text.trim_matches(['《', '》']))
        .filter(|name| KINDS.iter().any(|kind| name.ends_with(kind)))
        .collect();
    let (stated, named) = (count.value / 1000, names.len());
    if named > 2 && named as i64 != stated {
        let place = sentence.place(context, count);
        let message = format!("说是{}，全文写明名称的有{named}件", place.text);
        found.push(Diagnostic::at(&RULE, place, message, "核对制度清单；没有全部写明的可以忽略"));
    }
}
