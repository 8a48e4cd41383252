//! P-FULLNUM 数字或字母用了全角.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::runs;

pub(super) static RULE: Rule = Rule {
    code: "P-FULLNUM",
    name: "数字或字母用了全角",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15835-2011 5.1" },
    manual: include_str!("p_fullnum.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        for (start, end) in runs(&paragraph.text, |c| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')) {
            let place = context.place(index, start, end);
            let half: String =
                place.text.chars().filter_map(|c| char::from_u32(u32::from(c).wrapping_sub(0xFEE0))).collect();
            let message = format!("“{}”是全角形式", place.text);
            found.push(Diagnostic::at(&RULE, place, message, format!("改为半角“{half}”")).fixed(half));
        }
    }
}
