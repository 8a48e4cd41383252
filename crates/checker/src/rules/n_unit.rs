//! N-UNIT 金额单位疑似写错.

use crate::context::Context;
use crate::counts::Count;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "N-UNIT",
    name: "金额单位疑似写错",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "金额单位前后一致（通行要求）" },
    manual: include_str!("n_unit.md"),
    words: |_| Vec::new(),
    check: run,
};

/// From this many 万元 on, a figure is written in 亿元.
const LARGE: i64 = 10_000_000;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in context.counted() {
        let money: Vec<&Count<'_>> =
            sentence.counts.iter().filter(|count| matches!(count.unit, "万元" | "元")).collect();
        for pair in money.windows(2) {
            let [one, other] = pair else { continue };
            // The same digits ten thousand times larger: 3万元 and 30000万元.
            let jump = one.unit == "万元" && other.unit == "万元" && other.value == one.value.saturating_mul(10_000);
            let dropped = one.unit == "万元" && other.unit == "元" && one.value == other.value && one.value < LARGE;
            if jump || dropped {
                let place = |count: &Count<'_>| sentence.place(context, count);
                let message = format!("前面是{}，这里是{}，相差一万倍", place(one).text, place(other).text);
                found.push(Diagnostic::at(&RULE, place(other), message, "核对单位是“元”还是“万元”").with([place(one)]));
            }
        }
    }
}
