//! D-STALE 打算做的事已经过期.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-STALE",
    name: "打算做的事已经过期",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Practice, source: "整改时限与成文日期前后一致（通行要求）"
    },
    manual: include_str!("d_stale.md"),
    words: |_| PLANS.to_vec(),
    check: run,
};

/// What has not been done when it is written.
const PLANS: [&str; 20] = [
    "计划于",
    "计划在",
    "拟于",
    "拟在",
    "将于",
    "将在",
    "预计于",
    "预计在",
    "力争于",
    "力争在",
    "争取于",
    "争取在",
    "力争",
    "预计",
    "确保",
    "计划",
    "争取",
    "保证",
    "力求",
    "拟",
];
/// Farther away the date belongs to something else.
const GAP_MAX: usize = 12;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(signed) = context.signed() else { return };
    for hit in context.prose_hits(&RULE) {
        let end = hit.at + hit.word.len();
        let date = context.structure.dates.iter().find(|date| {
            let start = date.span.start as usize;
            date.span.paragraph as usize == hit.paragraph && start >= end && start <= end + GAP_MAX
        });
        let Some(date) = date.filter(|date| is_before(&date.iso, &signed.iso)) else { continue };
        let tail = hit.text.get(date.span.end as usize..).unwrap_or_default();
        let until = ["前", "之前", "底", "末", "以前"].iter().any(|word| tail.starts_with(word));
        // 计划 and 确保 are words of all kinds of sentences: only a date until when is meant.
        if !hit.word.ends_with(['于', '在']) && (date.span.start as usize > end + "在".len() || !until) {
            continue;
        }
        let place = context.place(hit.paragraph, hit.at, date.span.end as usize);
        let message = format!("“{}”在成文日期“{}”之前", place.text, signed.text);
        let hint = "已经做了的改写为结果；没有做的写明新的时限";
        found.push(Diagnostic::at(&RULE, place, message, hint).with([context.span(signed.span)]));
    }
}

/// Both with their year; of a month its end counts.
fn is_before(date: &str, signed: &str) -> bool {
    match (date.len(), signed.get(..7)) {
        (10, _) => date.starts_with("20") && date < signed,
        (7, Some(month)) => date.starts_with("20") && date < month,
        _ => false,
    }
}
