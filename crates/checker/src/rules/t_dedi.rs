//! T-DEDI “的”“地”混用.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-DEDI",
    name: "“的”“地”混用",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "《现代汉语词典》（第7版）“地”" },
    manual: include_str!("t_dedi.md"),
    words: |_| vec!["的"],
    check: run,
};

const MANNERS: [&str; 18] = [
    "深刻", "认真", "积极", "切实", "全面", "深入", "严格", "扎实", "有效", "充分", "及时", "主动", "自觉", "坚决",
    "彻底", "清醒", "准确", "系统",
];
const DEEDS: [&str; 22] = [
    "认识", "贯彻", "落实", "执行", "推进", "开展", "学习", "完成", "推动", "解决", "反思", "查摆", "剖析", "履行",
    "组织", "参与", "研究", "分析", "了解", "把握", "领会", "意识",
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        let (head, tail) = (text.get(..at).unwrap_or_default(), text.get(at + "的".len()..).unwrap_or_default());
        let manner = MANNERS.iter().any(|word| head.ends_with(word));
        let Some(deed) = DEEDS.iter().find(|word| tail.starts_with(**word)) else { continue };
        // 积极的推进作用 is right: only what has come about, 到 or 了 behind it, is surely a verb.
        let done = tail.get(deed.len()..).is_some_and(|rest| rest.starts_with(['到', '了']));
        if manner && done {
            let place = context.place(index, at, at + "的".len());
            let message = format!("“{deed}”是动词，前面用“地”");
            found.push(Diagnostic::at(&RULE, place, message, "改为“地”"));
        }
    }
}
