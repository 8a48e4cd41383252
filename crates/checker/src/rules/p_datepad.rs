//! P-DATEPAD 日期的月、日前补了零.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::before;

pub(super) static RULE: Rule = Rule {
    code: "P-DATEPAD",
    name: "日期的月、日前补了零",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.5.4" },
    manual: include_str!("p_datepad.md"),
    words: |_| vec!["月", "日"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let (text, at, unit) = (hit.text, hit.at, hit.word);
        let digits = hit.head().chars().rev().take(3).take_while(char::is_ascii_digit).count();
        let number = text.get(at - digits..at).unwrap_or_default();
        let dated = before(text, at - digits).is_some_and(|c| matches!(c, '年' | '月'));
        let day_follows = unit == "月" && hit.tail().starts_with(|c: char| c.is_ascii_digit());
        if digits == 2 && number.starts_with('0') && (dated || day_follows) {
            let place = context.place(hit.paragraph, at - 2, at - 1);
            found.push(Diagnostic::at(&RULE, place, format!("“{number}{unit}”前补了零"), "删去零").fixed(""));
        }
    }
}
