//! N-SUM 分项之和与总数不等.

use crate::context::Context;
use crate::counts::{Count, Counted, counts, shown, thousandths};
use crate::diagnostic::Diagnostic;
use crate::partition::torn;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Part, Total};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "N-SUM",
    name: "分项之和与总数不等",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_sum.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for total in context.structure.totals.iter().filter(|total| total.consistent == Some(false)) {
        let parts: Vec<&Part> = total.parts.iter().filter(|part| !part.count.contains('%')).collect();
        let sum: Option<i64> = parts.iter().map(|part| thousandths(&part.count)).sum();
        // Rates beside the parts are the business of N-PCT.
        let other = |part: &&Part| part.label.starts_with('的') || CHANGES.iter().any(|word| part.label.contains(word));
        let twice = context.span(total.span).text.matches("其中").count() > 1;
        let agrees =
            twice || parts.iter().any(other) || sum.is_none() || sum == thousandths(&total.total) || parts.len() < 2;
        if agrees || is_torn(context, total) || is_mixed(context, total) {
            continue;
        }
        let parts: Vec<String> = parts.iter().map(|part| format!("{}{}", part.label, part.count)).collect();
        let message = format!("{}共{}{}，分项为{}，合不上", total.subject, total.total, total.unit, parts.join("、"));
        found.push(Diagnostic::at(&RULE, context.span(total.span), message, HINT));
    }
    let mut known: HashMap<usize, Vec<&Total>> = HashMap::new();
    let judged = |total: &&Total| total.consistent.is_some() && !is_mixed(context, total);
    for total in context.structure.totals.iter().filter(judged) {
        known.entry(total.span.paragraph as usize).or_default().push(total);
    }
    for sentence in context.counted() {
        let is_known = |from: usize, to: usize| {
            let meets = |total: &&Total| {
                (total.span.start as usize) < sentence.start + to && total.span.end as usize > sentence.start + from
            };
            known.get(&sentence.paragraph).is_some_and(|totals| totals.iter().any(meets))
        };
        if let Some(torn) = torn(sentence) {
            let to = torn.parts.last().map_or(torn.whole.end, |part| part.end);
            if !is_known(torn.whole.start, to) {
                push(context, found, sentence, (torn.whole, &torn.parts));
            }
            continue;
        }
        if is_known(0, sentence.text.len()) {
            continue;
        }
        let sum = total_first(&sentence.counts).or_else(|| total_last(&sentence.counts));
        let Some((total, parts)) = sum else { continue };
        if parts.iter().map(|part| part.value).sum::<i64>() != total.value {
            push(context, found, sentence, (total, &parts.iter().collect::<Vec<_>>()));
        }
    }
}

fn push(
    context: &Context<'_>,
    found: &mut Vec<Diagnostic>,
    sentence: &Counted<'_>,
    (total, parts): (&Count<'_>, &[&Count<'_>]),
) {
    let words: Vec<String> =
        parts.iter().map(|part| format!("{}{}{}", part.before, shown(part.value), part.unit)).collect();
    let message = format!("总数{}{}，分项为{}，合不上", shown(total.value), total.unit, words.join("、"));
    let place = |count: &Count<'_>| sentence.place(context, count);
    found.push(Diagnostic::at(&RULE, place(total), message, HINT).with(parts.iter().map(|part| place(part))));
}

/// More than one whole is counted there: things of another unit, another sentence, or what 另有 adds.
fn is_mixed(context: &Context<'_>, total: &Total) -> bool {
    let text = context.span(total.span).text;
    let other = |count: &Count<'_>| count.unit != total.unit && !matches!(count.unit, "%" | "％");
    total.subject != "金额" && counts(&text).iter().any(other)
        || ["。", "另有", "另外"].iter().any(|word| text.contains(word))
}

const HINT: &str = "核对台账，改正总数或分项";
/// Compared with another time: no part of the whole.
const CHANGES: [&str; 8] = ["增加", "减少", "增长", "下降", "同比", "上年", "去年", "提高"];
/// How a part of a whole begins.
const PARTS: [&str; 18] = [
    "已",
    "完成",
    "未",
    "尚未",
    "正在",
    "基本",
    "其余",
    "剩余",
    "立行立改",
    "限期",
    "长期",
    "在办",
    "办结",
    "收回",
    "待",
    "还有",
    "仍有",
    "其中",
];
/// What is left: with one of these the parts make the whole.
const RESTS: [&str; 12] =
    ["未", "尚未", "正在", "其余", "剩余", "在办", "长期", "待", "还有", "仍有", "基本", "其中未"];

/// 涉及资金21万元，已收回18万元，尚未收回3万元
fn total_first<'a, 'b>(counts: &'b [Count<'a>]) -> Option<(&'b Count<'a>, &'b [Count<'a>])> {
    let (total, parts) = counts.split_first()?;
    let begins = |count: &Count<'_>, words: &[&str]| words.iter().any(|word| count.before.starts_with(word));
    let partition = parts.len() > 1
        && parts.iter().all(|part| part.unit == total.unit && part.behind.is_empty() && begins(part, &PARTS))
        && parts.last().is_some_and(|last| begins(last, &RESTS))
        && !begins(total, &PARTS)
        && !total.before.contains("其中");
    partition.then_some((total, parts))
}

/// 新建制度14项、修订制度8项，共22项
fn total_last<'a, 'b>(counts: &'b [Count<'a>]) -> Option<(&'b Count<'a>, &'b [Count<'a>])> {
    let (total, parts) = counts.split_last()?;
    let bare = matches!(total.before, "共" | "共计" | "合计" | "总计" | "总共") && total.behind.is_empty();
    let noun = |count: &Count<'_>| count.before.chars().rev().take(2).collect::<String>();
    let first = parts.first().map(noun)?;
    let alike = parts.iter().all(|part| part.unit == total.unit && part.behind.is_empty() && noun(part) == first);
    (bare && alike && parts.len() > 1 && first.chars().count() == 2).then_some((total, parts))
}

/// A blank inside a number (`2 3项`) makes its parts unreadable: P-SPC speaks of it.
fn is_torn(context: &Context<'_>, total: &Total) -> bool {
    let Some(paragraph) = context.document.paragraphs.get(total.span.paragraph as usize) else { return false };
    let from = paragraph
        .text
        .get(..total.span.start as usize)
        .map_or(0, |head| head.char_indices().rev().nth(2).map_or(0, |(at, _)| at));
    let text = paragraph.text.get(from..total.span.end as usize).unwrap_or_default();
    let marks: Vec<char> = text.chars().collect();
    marks.windows(3).any(|w| matches!(w, [a, b, c] if a.is_ascii_digit() && b.is_whitespace() && c.is_ascii_digit()))
}
