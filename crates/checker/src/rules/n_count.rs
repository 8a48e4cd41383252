//! N-COUNT 所说的项数与列出的项数不等.

use crate::context::Context;
use crate::counts::small_number;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::SeriesStyle;

pub(super) static RULE: Rule = Rule {
    code: "N-COUNT",
    name: "所说的项数与列出的项数不等",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_count.md"),
    words: |_| Vec::new(),
    check: run,
};

const UNITS: [&str; 8] = ["项", "个", "条", "点", "种", "类", "方面", "大"];
/// What such a sentence announces.
const THINGS: [&str; 14] =
    ["措施", "问题", "方面", "工作", "任务", "要求", "举措", "原因", "做法", "意见", "建议", "环节", "重点", "不足"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut after: Option<(u32, u32)> = None;
    for series in context.structure.series.iter().filter(|s| s.style != SeriesStyle::Bullet) {
        let Some(first) = series.items.first() else { continue };
        let begun_before = after.is_some_and(|end| end > (first.span.paragraph, first.span.start));
        after = series.items.last().map(|item| (item.span.paragraph, item.span.end));
        let gapless = series.items.iter().zip(1..).all(|(item, n)| item.ordinal == n);
        // A series inside another one, or with a gap of its own, has other troubles.
        if begun_before || !gapless {
            continue;
        }
        let (paragraph, start) = (first.span.paragraph as usize, first.span.start as usize);
        let text = context.document.paragraphs.get(paragraph).map(|p| p.text.as_str()).unwrap_or_default();
        let (owner, head) = match (text.get(..start).map(str::trim_end).unwrap_or_default(), paragraph.checked_sub(1)) {
            ("", Some(before)) => {
                (before, context.document.paragraphs.get(before).map(|p| p.text.as_str()).unwrap_or_default())
            }
            (head, _) => (paragraph, head),
        };
        let Some((from, to, stated)) = announced(head) else { continue };
        let listed = series.items.len() as u32;
        if stated == listed || continues(context, series) || goes_on_otherwise(context, series) {
            continue;
        }
        let place = context.place(owner, from, to);
        let message = format!("“{}”之后列出了{listed}项", place.text);
        let labels = series.items.iter().map(|item| {
            let (paragraph, start) = (item.span.paragraph as usize, item.span.start as usize);
            context.place(paragraph, start, start + item.label.len())
        });
        found.push(Diagnostic::at(&RULE, place, message, "核对是漏列了，还是项数写错了").with(labels));
    }
}

/// The number at the end of the announcing clause: 采取以下三项措施：
fn announced(head: &str) -> Option<(usize, usize, u32)> {
    let clause = head.trim_end().strip_suffix(['：', ':'])?;
    let from =
        clause.char_indices().rev().find(|(_, c)| "。；，！？".contains(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let words = clause.get(from..)?;
    if ["其中", "等", "第", "“", "约"].iter().any(|word| words.contains(word)) {
        return None;
    }
    let mut found = None;
    let mut skip = 0;
    for (at, _) in words.char_indices() {
        if at < skip {
            continue;
        }
        let Some((number, length)) = words.get(at..).and_then(small_number) else { continue };
        skip = at + length;
        let rest = words.get(at + length..).unwrap_or_default();
        let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(**unit)) else { continue };
        let tail = rest.get(unit.len()..).unwrap_or_default();
        let thing = THINGS.iter().any(|thing| tail.ends_with(thing)) || (*unit == "方面" && tail.is_empty());
        if thing && tail.chars().count() <= 8 {
            found = Some((from + at, from + at + length + unit.len(), number));
        }
    }
    found.filter(|(_, _, number)| (2..=20).contains(number))
}

/// 一是…二是…三要…, 首先…其次…此外…: the author changes the words on the way.
fn goes_on_otherwise(context: &Context<'_>, series: &document::Series) -> bool {
    let Some(last) = series.items.last() else { return false };
    if series.style == SeriesStyle::First {
        return true;
    }
    let Some(next) = "二三四五六七八九十".chars().nth(last.ordinal as usize - 1) else { return false };
    let (paragraph, start) = (last.span.paragraph as usize, last.span.start as usize);
    let rest = context.document.paragraphs.get(paragraph).and_then(|p| p.text.get(start..)).unwrap_or_default();
    let near = context.document.paragraphs.iter().skip(paragraph + 1).take(2).map(|p| p.text.as_str());
    ["是", "要", "则", "，", "、"].iter().any(|end| {
        let label = format!("{next}{end}");
        rest.contains(&label) || near.clone().any(|text| text.starts_with(&label))
    })
}

/// The next paragraph goes on with the series, which was read as one of its own.
fn continues(context: &Context<'_>, series: &document::Series) -> bool {
    let Some(last) = series.items.last() else { return false };
    context.structure.series.iter().any(|other| {
        other.items.first().is_some_and(|item| {
            item.ordinal == last.ordinal + 1
                && item.span.paragraph >= last.span.paragraph
                && item.span.paragraph <= last.span.paragraph + 2
        })
    })
}
