//! D-ORDER 起止时间颠倒.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Date;

pub(super) static RULE: Rule = Rule {
    code: "D-ORDER",
    name: "起止时间颠倒",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "起止时间先后（通行要求）" },
    manual: include_str!("d_order.md"),
    words: |_| vec!["年"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    told_as_done(context, found);
    years(context, found);
    for pair in context.structure.dates.windows(2) {
        let [one, other] = pair else { continue };
        if one.span.paragraph != other.span.paragraph {
            continue;
        }
        let paragraph = one.span.paragraph as usize;
        let text = context.document.paragraphs.get(paragraph).map(|p| p.text.as_str()).unwrap_or_default();
        let between = text.get(one.span.end as usize..other.span.start as usize).unwrap_or_default();
        let range = TO.contains(&between.trim());
        // Without a year the later one inherits it, unless the range goes over the end of the year.
        let comparable = !one.iso.starts_with("--") && !other.iso.starts_with("--") && one.iso.len() == other.iso.len();
        let head = text.get(..one.span.start as usize).unwrap_or_default();
        let backwards =
            (comparable && one.iso > other.iso) || (!head.ends_with(['每', '年']) && turns_back(one, other));
        if range && backwards {
            let place = context.place(paragraph, one.span.start as usize, other.span.end as usize);
            let message = format!("“{}”开始晚于结束", place.text);
            found.push(Diagnostic::at(&RULE, place, message, "核对起止时间"));
        }
    }
}

const TO: [&str; 13] = ["至", "到", "—", "－", "-", "～", "~", "——", "起至", "起到", "持续到", "持续至", "延续到"];

/// `2024年6月8日至5月31日`: within the year the end comes first. Only a winter may go over the end of the year.
fn turns_back(one: &Date, other: &Date) -> bool {
    let days = |date: &Date| {
        let (month, day) = date.iso.get(date.iso.len().checked_sub(5)?..)?.split_once('-')?;
        Some((month.parse::<u32>().ok()?, day.parse::<u32>().ok()?))
    };
    let whole = |date: &Date| date.text.ends_with('日') && !date.text.contains("次年");
    let (Some(from), Some(to)) = (days(one), days(other)) else { return false };
    let winter = from.0 >= 10 && to.0 <= 5;
    // A school year or a term of 每年 goes round; two months back are no year.
    let near = one.text.contains('年') || from.0 - to.0.min(from.0) <= 2;
    whole(one) && whole(other) && !other.text.contains('年') && from > to && !winter && near
}

/// 2023年至2021年, 2022—2019年度
fn years(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some((head, last)) = year_before(hit.head()) else { continue };
        let Some(mark) = TO.iter().find(|mark| head.ends_with(**mark)) else { continue };
        let head = head.strip_suffix(*mark).unwrap_or_default();
        let plain = head.strip_suffix('年');
        if plain.is_none() && matches!(*mark, "至" | "到") {
            continue;
        }
        let Some((before, first)) = year_before(plain.unwrap_or(head)) else { continue };
        if first > last {
            let place = context.place(hit.paragraph, before.len(), hit.at + hit.word.len());
            let message = format!("“{}”开始晚于结束", place.text);
            found.push(Diagnostic::at(&RULE, place, message, "核对起止时间"));
        }
    }
}

/// The year at the end of a text, and what stands before it.
fn year_before(text: &str) -> Option<(&str, u32)> {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (head, year) = text.split_at_checked(text.len() - digits)?;
    let year = (digits == 4).then(|| year.parse().ok()).flatten()?;
    (1949..2100).contains(&year).then_some((head, year))
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
