//! D-HAO 日期用了“号”.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-HAO",
    name: "日期用了“号”",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.5.4" },
    manual: include_str!("d_hao.md"),
    words: |_| vec!["月"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        let month = text
            .get(..at)
            .is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit() || "本当上下次每".contains(c)));
        let from = at + "月".len();
        let tail = text.get(from..).unwrap_or_default();
        let digits = tail.chars().take_while(char::is_ascii_digit).count();
        if month && (1..=2).contains(&digits) && tail.get(digits..).is_some_and(|rest| rest.starts_with('号')) {
            let start = from + digits;
            let place = context.place(index, start, start + "号".len());
            found.push(Diagnostic::at(&RULE, place, "日期用了“号”", "书面语用“日”").fixed("日"));
        }
    }
}
