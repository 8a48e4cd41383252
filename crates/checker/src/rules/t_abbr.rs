//! T-ABBR 简称没有先说明.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::short::of_title;
use crate::text::is_han;

pub(super) static RULE: Rule = Rule {
    code: "T-ABBR",
    name: "简称没有先说明",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "公文写作惯例" },
    manual: include_str!("t_abbr.md"),
    words: |_| vec!["以下简称"],
    check: run,
};

/// Each is looked for in all of the text behind it; no document defines more.
const SHORT_MAX: usize = 100;

/// A short form that is used so often should be said to be one.
const TIMES_MIN: usize = 3;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let explained = |short: &str| context.hits(&RULE).any(|hit| hit.tail().contains(short));
    if let Some(short) = of_title(context).filter(|one| one.times >= TIMES_MIN && !explained(&one.short)) {
        let message = format!("“{}”的简称“{}”没有先说明", short.full, short.short);
        let hint = format!("首次出现处写明“（以下简称{}）”；本单位通用的简称可以忽略", short.short);
        found.push(Diagnostic::at(&RULE, short.first, message, hint));
    }
    for hit in context.prose_hits(&RULE).take(SHORT_MAX) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        let tail = text.get(at + "以下简称".len()..).unwrap_or_default();
        let tail = tail.trim_start_matches(['：', '为', '“', '《', '”']);
        let short: String = tail.chars().take_while(|c| is_han(*c)).take(12).collect();
        let rest = tail.get(short.len()..).unwrap_or_default();
        let closed = rest.starts_with(['”', '》', '）']);
        let later = context.document.paragraphs.iter().skip(index + 1).any(|p| p.text.contains(&short))
            || rest.contains(&short);
        if closed && short.chars().count() > 1 && !later {
            let place = context.place(index, at, at + "以下简称".len());
            let message = format!("简称“{short}”后面没有用到");
            found.push(Diagnostic::at(&RULE, place, message, "删去括注，或后文统一用简称"));
        }
    }
}
