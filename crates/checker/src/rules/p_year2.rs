//! P-YEAR2 年份只写了两位.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::before;

pub(super) static RULE: Rule = Rule {
    code: "P-YEAR2",
    name: "年份只写了两位",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15835-2011 5.1.3" },
    manual: include_str!("p_year2.md"),
    words: |_| vec!["年"],
    check: run,
};

/// Words behind which a two-digit number is a year.
const BEHIND: [&str; 7] = ["年底前", "年底", "年以来", "年度", "年初", "年上半年", "年下半年"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        let head = text.get(..at).unwrap_or_default();
        let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        let start = at - digits;
        let tail = text.get(at..).unwrap_or_default();
        let year = BEHIND.iter().any(|word| tail.starts_with(word))
            || month_follows(tail)
            || (tail.starts_with("年起") && text.get(..start).is_some_and(|head| head.ends_with(['自', '从'])));
        let odd = before(text, start).is_some_and(|c| "近约第满超—～~-/.".contains(c));
        // 成立20年以来 is a time, not a year.
        let duration = ["成立", "建立", "工作", "建校", "建院", "从业", "任职", "运行", "创办", "走过", "来"]
            .iter()
            .any(|word| text.get(..start).is_some_and(|head| head.ends_with(word)));
        if digits == 2
            && !duration
            && year
            && !odd
            && text.get(start..at).is_some_and(|number| ("15".."40").contains(&number))
        {
            let place = context.place(index, start, at + "年".len());
            let message = format!("“{}”只写了两位", place.text);
            let full = format!("20{}", place.text);
            found.push(Diagnostic::at(&RULE, place, message, format!("写全为“{full}”")));
        }
    }
}

/// 23年5月
fn month_follows(tail: &str) -> bool {
    let rest = tail.strip_prefix('年').unwrap_or_default();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits)
        && rest.get(digits..).is_some_and(|rest| rest.starts_with('月') && !rest.starts_with("月份的"))
}
