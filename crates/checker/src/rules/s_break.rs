//! S-BREAK 一组“一是二是”中途另起一段.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Series, SeriesStyle};

pub(super) static RULE: Rule = Rule {
    code: "S-BREAK",
    name: "一组“一是二是”中途另起一段",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Practice, source: "同一组并列事项写法一致（通行做法）"
    },
    manual: include_str!("s_break.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let inline = |s: &&Series| matches!(s.style, SeriesStyle::Is | SeriesStyle::Must | SeriesStyle::Then);
    let all: Vec<&Series> = context.structure.series.iter().filter(inline).filter(|s| s.items.len() > 1).collect();
    let is_broken = |s: &Series| s.items.first().map(|i| i.span.paragraph) != s.items.last().map(|i| i.span.paragraph);
    let run_in = all.iter().filter(|s| !is_broken(s)).count();
    for series in all.iter().filter(|s| is_broken(s)) {
        for pair in series.items.windows(2) {
            let [one, next] = pair else { continue };
            // Every item in a paragraph of its own is a style, too: then the first one begins its paragraph.
            let starts = series.items.first().is_some_and(|item| item.span.start == 0);
            if one.span.paragraph != next.span.paragraph && run_in >= 2 && !starts {
                let (paragraph, start) = (next.span.paragraph as usize, next.span.start as usize);
                let place = context.place(paragraph, start, start + next.label.len());
                let message = format!("“{}”另起一段，其他各组都连着写", next.label);
                found.push(Diagnostic::at(&RULE, place, message, "接到上一段末尾，或全文统一分段"));
            }
        }
    }
}
