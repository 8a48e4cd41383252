//! C-COUNTEV 次数比佐证材料多.

use crate::context::Context;
use crate::counts::{counts, shown};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use std::collections::BTreeSet;

pub(super) static RULE: Rule = Rule {
    code: "C-COUNTEV",
    name: "次数比佐证材料多",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改台账与报告一致（通行要求）" },
    manual: include_str!("c_countev.md"),
    words: |_| Vec::new(),
    check: run,
};

/// What leaves a record each time.
const ACTS: [&str; 12] =
    ["督导", "检查", "会议", "培训", "调研", "督查", "谈话", "宣讲", "走访", "抽查", "学习", "演练"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (item, answers) in context.answers() {
        let Some(kept) = item.evidence.filter(|kept| *kept > 0) else { continue };
        for answer in answers {
            let measures = answer.measures.iter().flat_map(|measure| &measure.sources);
            let own: BTreeSet<u32> = answer.sources.iter().chain(measures).map(|span| span.paragraph).collect();
            for index in own.into_iter().map(|paragraph| paragraph as usize) {
                let Some(paragraph) = context.document.paragraphs.get(index) else { continue };
                for count in counts(&paragraph.text) {
                    let act = ACTS.iter().any(|act| count.behind.contains(act) || count.before.contains(act));
                    if !matches!(count.unit, "次" | "场" | "期") || !act || count.value <= kept as i64 * 1000 {
                        continue;
                    }
                    let said = format!("{}{}", shown(count.value), count.unit);
                    let message = format!("文中说{said}，{}只有{kept}份佐证材料", item.words());
                    let place = context.place(index, count.start, count.end);
                    found.push(Diagnostic::at(&RULE, place, message, "核对次数，补齐每次的记录"));
                }
            }
        }
    }
}
