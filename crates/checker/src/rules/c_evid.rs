//! C-EVID 说已完成，台账没有佐证材料.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "C-EVID",
    name: "说已完成，台账没有佐证材料",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改成效须有佐证（通行要求）" },
    manual: include_str!("c_evid.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (item, answers) in context.answers().into_iter().filter(|(item, _)| item.evidence == Some(0)) {
        for answer in answers {
            let words = context.words(answer);
            let claim =
                ["已制定", "制定了", "印发", "修订了", "已修订", "开展了", "召开", "已完成", "已收回", "已清退"]
                    .iter()
                    .find(|word| words.contains(**word));
            if let Some(claim) = claim {
                let message = format!("文中说“{claim}”，{}没有一份佐证材料", item.words());
                found.push(Diagnostic::at(&RULE, context.heading(answer), message, "上传文件、记录、凭证后再报告"));
            }
        }
    }
}
