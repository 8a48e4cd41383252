//! S-SERIES “一是”“二是”不连续.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::SeriesStyle;

pub(super) static RULE: Rule = Rule {
    code: "S-SERIES",
    name: "“一是”“二是”不连续",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 附录B.3" },
    manual: include_str!("s_series.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for series in context.structure.series.iter().filter(|s| s.style != SeriesStyle::Bullet) {
        for pair in series.items.windows(2) {
            let [one, next] = pair else { continue };
            if next.ordinal == one.ordinal + 1 {
                continue;
            }
            let label = |item: &document::SeriesItem| {
                let (paragraph, start) = (item.span.paragraph as usize, item.span.start as usize);
                context.place(paragraph, start, start + item.label.len())
            };
            let message = format!("“{}”之后是“{}”，序号不连续", one.label, next.label);
            found.push(Diagnostic::at(&RULE, label(next), message, "核对是否漏了一项，或改正序号").with([label(one)]));
        }
    }
}
