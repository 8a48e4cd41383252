//! P-DUP 标点重复.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::runs;

pub(super) static RULE: Rule = Rule {
    code: "P-DUP",
    name: "标点重复",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 5.1" },
    manual: include_str!("p_dup.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        for (start, end) in runs(&paragraph.text, |c| matches!(c, '，' | '。' | '、' | '；' | '：' | '！')) {
            if end - start <= "，".len() {
                continue;
            }
            let place = context.place(index, start, end);
            let dots = place.text.chars().all(|c| c == '。') && place.text.chars().count() >= 3;
            if dots {
                continue;
            }
            let first = place.text.chars().next().unwrap_or('。');
            let strongest = if place.text.contains('。') { '。' } else { first };
            let message = format!("标点连用“{}”", place.text);
            let same = place.text.chars().all(|c| c == first);
            let finding = Diagnostic::at(&RULE, place, message, format!("只保留一个，如“{strongest}”"));
            found.push(if same { finding.fixed(first.to_string()) } else { finding });
        }
    }
}
