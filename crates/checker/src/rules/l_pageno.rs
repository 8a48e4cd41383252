//! L-PAGENO 页码两侧不是一字线.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "L-PAGENO",
    name: "页码两侧不是一字线",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.5" },
    manual: include_str!("l_pageno.md"),
    words: |_| Vec::new(),
    check: run,
};

/// What stands for the dash by mistake.
const LOOK_ALIKES: [char; 7] = ['-', '–', '－', '―', '─', '一', '_'];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(layout) = &context.document.layout else { return };
    if let Some(footer) = layout.footers.iter().find(|footer| is_wrong(footer)) {
        let message = format!("页码“{}”两侧不是一字线", footer.trim());
        found.push(Diagnostic::at(&RULE, context.place(0, 0, 0), message, "改为“— 1 —”，用四号半角宋体阿拉伯数字"));
    }
}

/// Nothing but a number between two marks, one of which is not the dash.
fn is_wrong(footer: &str) -> bool {
    let plain: String = footer.chars().filter(|c| !c.is_whitespace()).collect();
    let inside = plain.trim_matches(|c| c == '—' || LOOK_ALIKES.contains(&c));
    let marks = plain.replacen(inside, "", 1);
    inside.chars().all(|c| c.is_ascii_digit()) && !plain.is_empty() && marks.chars().any(|c| LOOK_ALIKES.contains(&c))
}
