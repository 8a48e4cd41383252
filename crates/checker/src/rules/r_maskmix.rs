//! R-MASKMIX 遮盖符号残留.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, is_han, runs};

pub(super) static RULE: Rule = Rule {
    code: "R-MASKMIX",
    name: "遮盖符号残留",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "公开前须完整脱敏（通行做法）" },
    manual: include_str!("r_maskmix.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        let text = &paragraph.text;
        for (start, end) in runs(text, |c| matches!(c, '*' | '＊')) {
            let (left, right) = (before(text, start), after(text, end));
            let han = [left, right].iter().filter(|c| c.is_some_and(is_han)).count();
            let stars = text.get(start..end).map_or(0, |run| run.chars().count());
            // 带有*标记的品种: the mark itself is meant.
            let meant = ["标记", "标识", "号", "的"].iter().any(|word| text[end..].starts_with(word)) && stars == 1;
            if meant {
                continue;
            }
            if start > 0 && (han == 2 || (stars >= 2 && han == 1)) || (start == 0 && stars >= 2 && han == 1) {
                let place = context.place(index, start, end);
                let message = format!("遮盖符号“{}”残留在正文中", place.text);
                found.push(Diagnostic::at(&RULE, place, message, "全文统一：该遮的遮全，不该遮的恢复原文"));
            }
        }
    }
}
