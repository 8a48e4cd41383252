//! R-CLUE 公开稿写了举报人或线索来源.

use super::r_name::SURNAMES;
use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "R-CLUE",
    name: "公开稿写了举报人或线索来源",
    level: Level::Error,
    when: When::Public,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《中国共产党纪律检查机关监督执纪工作规则》第十八条；《纪检监察机关处理检举控告工作规则》第四十七条",
    },
    manual: include_str!("r_clue.md"),
    words: |_| CLUES.iter().chain(&WHO).copied().collect(),
    check: run,
};

const CLUES: [&str; 10] = [
    "举报人姓名",
    "举报人电话",
    "举报人系",
    "举报人为",
    "实名举报人",
    "控告人系",
    "线索编号",
    "信访件编号",
    "案件编号",
    "线索来源为",
];

/// Who is not to be known.
const WHO: [&str; 3] = ["举报人", "控告人", "检举人"];
/// What he does, behind his name.
const DOES: [&str; 8] = ["反映", "提供", "举报", "控告", "检举", "来访", "来信", "投诉"];

/// A name stands behind the word: two to three characters, and then what he does.
fn is_named(tail: &str) -> bool {
    let name: Vec<(usize, char)> = tail.char_indices().take(4).collect();
    let is_name = name.first().is_some_and(|(_, first)| SURNAMES.contains(*first));
    let behind = |length: usize| name.get(length).and_then(|(at, _)| tail.get(*at..)).unwrap_or_default();
    is_name && [2, 3].into_iter().any(|length| DOES.iter().any(|does| behind(length).starts_with(does)))
}

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        if WHO.contains(&hit.word) && !is_named(hit.tail()) {
            continue;
        }
        let message = format!("“{}”涉及检举控告人或线索", hit.word);
        found.push(Diagnostic::at(&RULE, hit.place(context), message, "从公开稿中删去"));
    }
}
