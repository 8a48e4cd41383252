//! P-ELLIP 省略号不规范.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{before, is_chinese_mark, is_han, runs};

pub(super) static RULE: Rule = Rule {
    code: "P-ELLIP",
    name: "省略号不规范",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 4.11" },
    manual: include_str!("p_ellip.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        for (start, end) in runs(text, |c| matches!(c, '.' | '。' | '…')) {
            let place = context.place(index, start, end);
            let n = place.text.chars().count();
            let dots = (place.text.chars().all(|c| c == '.') || place.text.chars().all(|c| c == '。')) && n >= 3;
            let single = place.text.chars().all(|c| c == '…') && n % 2 == 1;
            let chinese = before(text, start).is_some_and(|c| is_han(c) || is_chinese_mark(c));
            if (dots || single) && chinese {
                let message = format!("“{}”不是规范的省略号", place.text);
                found.push(Diagnostic::at(&RULE, place, message, "改为“……”").fixed("……"));
            }
        }
    }
}
