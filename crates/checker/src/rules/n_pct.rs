//! N-PCT 百分比与数量不符.

use crate::context::Context;
use crate::counts::{Count, shown};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "N-PCT",
    name: "百分比与数量不符",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_pct.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Rates of which part and whole are counts.
const RATES: [&str; 10] =
    ["完成率", "整改率", "办结率", "销号率", "合格率", "到位率", "通过率", "参训率", "化解率", "兑现率"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in context.counted() {
        let counts = &sentence.counts;
        for (at, rate) in counts.iter().enumerate().filter(|(_, count)| is_rate(count)) {
            let before = counts.get(..at).unwrap_or_default();
            let unit = before.first().map(|count| count.unit);
            let same: Vec<&Count<'_>> = before.iter().filter(|count| Some(count.unit) == unit).collect();
            // Rates beside rates are not made of each other.
            let rates = matches!(unit, Some("%" | "％"));
            if rates
                || same.len() < 2
                || same.len() > 6
                || same.len() < before.len()
                || fits(&same, sentence.text, rate)
            {
                continue;
            }
            let place = |count: &Count<'_>| sentence.place(context, count);
            let numbers: Vec<String> =
                same.iter().map(|count| format!("{}{}", shown(count.value), count.unit)).collect();
            let message = format!("“{}{}%”与{}算不到一起", rate.before, shown(rate.value), numbers.join("、"));
            found.push(
                Diagnostic::at(&RULE, place(rate), message, "按数量重算百分比")
                    .with(same.iter().map(|count| place(count))),
            );
        }
    }
}

fn is_rate(count: &Count<'_>) -> bool {
    let words = count.before.trim_end_matches(['为', '达', '到', '约']);
    matches!(count.unit, "%" | "％") && RATES.iter().any(|rate| words.ends_with(rate))
}

/// The count is one of what is done.
fn is_done(before: &str) -> bool {
    const DONE: [&str; 5] = ["完成", "整改", "办结", "销号", "化解"];
    let words = before.trim_end_matches(['了', '的', '为']);
    let open = |head: &str| head.ends_with('未') || head.ends_with("正在");
    DONE.iter().any(|word| words.strip_suffix(word).is_some_and(|head| !open(head)))
}

/// Some parts together make the rate of some whole, rounded or cut to the digits that are shown.
fn fits(counts: &[&Count<'_>], sentence: &str, rate: &Count<'_>) -> bool {
    let written = sentence.get(rate.start..rate.end).unwrap_or_default();
    let digits = written.split_once('.').map_or(0, |(_, part)| part.chars().take_while(char::is_ascii_digit).count());
    let step = 10_i128.pow(3_u32.saturating_sub(digits as u32));
    // Nothing is done, and nobody counts it: “尚未启动8个，整改完成率0%”.
    if rate.value == 0 && !counts.iter().any(|count| is_done(count.before)) {
        return true;
    }
    counts.iter().filter(|whole| whole.value > 0).any(|whole| {
        (1..1_u32 << counts.len()).any(|chosen| {
            let part: i64 =
                counts.iter().enumerate().filter(|(n, _)| chosen & (1 << n) != 0).map(|(_, c)| c.value).sum();
            let exact = i128::from(part) * 100_000 / i128::from(whole.value);
            part <= whole.value && (exact - i128::from(rate.value)).abs() < step
        })
    })
}
