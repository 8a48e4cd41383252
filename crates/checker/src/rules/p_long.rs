//! P-LONG 句子过长.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "P-LONG",
    name: "句子过长",
    level: Level::Advice,
    when: When::Asked,
    authority: Authority { strength: Strength::Practice, source: "长句便于读者理解的通行建议" },
    manual: include_str!("p_long.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Longer stretches without 。；！？ are hard to follow.
const CHARACTERS_MAX: usize = 120;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        let mut start = 0;
        let ends = text.match_indices(['。', '；', '！', '？']).map(|(at, mark)| at + mark.len()).chain([text.len()]);
        for end in ends {
            let length = text.get(start..end).map_or(0, |stretch| stretch.chars().count());
            if length > CHARACTERS_MAX {
                let message = format!("一句{length}字，没有句号或分号");
                let place = context.place(index, start, end);
                found.push(Diagnostic::at(&RULE, place, message, "分成两句，或者在并列处用分号"));
            }
            start = end;
        }
    }
}
