//! D-ORDER 起止时间颠倒.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "D-ORDER",
    name: "起止时间颠倒",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "起止时间先后（通行要求）" },
    manual: include_str!("d_order.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    told_as_done(context, found);
    for pair in context.structure.dates.windows(2) {
        let [one, other] = pair else { continue };
        if one.span.paragraph != other.span.paragraph {
            continue;
        }
        let paragraph = one.span.paragraph as usize;
        let text = context.document.paragraphs.get(paragraph).map(|p| p.text.as_str()).unwrap_or_default();
        let between = text.get(one.span.end as usize..other.span.start as usize).unwrap_or_default();
        let range = matches!(between.trim(), "至" | "到" | "—" | "－" | "-" | "～" | "~" | "——");
        // Without a year the later one inherits it, unless the range goes over the end of the year.
        let comparable = !one.iso.starts_with("--") && !other.iso.starts_with("--") && one.iso.len() == other.iso.len();
        if range && comparable && one.iso > other.iso {
            let place = context.place(paragraph, one.span.start as usize, other.span.end as usize);
            let message = format!("“{}”开始晚于结束", place.text);
            found.push(Diagnostic::at(&RULE, place, message, "核对起止时间"));
        }
    }
}

/// 已于2026年8月1日完成, in a document of 30 June.
fn told_as_done(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(signed) = context.signed() else { return };
    for date in context.structure.dates.iter().filter(|date| date.iso.len() == signed.iso.len()) {
        let (paragraph, start) = (date.span.paragraph as usize, date.span.start as usize);
        let head = context.document.paragraphs.get(paragraph).and_then(|p| p.text.get(..start)).unwrap_or_default();
        let done = ["已于", "已在", "现已于"].iter().any(|word| head.ends_with(word));
        if done && date.iso > signed.iso && signed.span.paragraph as usize > paragraph {
            let message = format!("“{}”在成文日期“{}”之后，却说已经做了", date.text, signed.text);
            let place = context.span(date.span);
            found.push(Diagnostic::at(&RULE, place, message, "核对两个日期").with([context.span(signed.span)]));
        }
    }
}
