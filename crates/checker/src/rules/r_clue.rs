//! R-CLUE 公开稿写了举报人或线索来源.

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
    words: |_| CLUES.to_vec(),
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

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let message = format!("“{}”涉及检举控告人或线索", hit.word);
        found.push(Diagnostic::at(&RULE, hit.place(context), message, "从公开稿中删去"));
    }
}
