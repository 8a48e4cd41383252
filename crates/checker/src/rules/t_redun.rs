//! T-REDUN 词语重复或句式杂糅.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-REDUN",
    name: "词语重复或句式杂糅",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "通行语法规范" },
    manual: include_str!("t_redun.md"),
    words: |_| DOUBLED.iter().map(|(words, _)| *words).chain(["加大对"]).collect(),
    check: run,
};

const DOUBLED: [(&str, &str); 6] = [
    ("目的是为了", "“目的是”或“是为了”"),
    ("原因是因为", "“原因是”或“是因为”"),
    ("切忌不要", "“切忌”或“不要”"),
    ("凯旋归来", "“凯旋”"),
    ("过高的奢望", "“奢望”"),
    ("涉及到", "“涉及”"),
];
/// Verbs whose object is brought in by 对.
const AIMED: [&str; 16] = [
    "支持", "扶持", "帮扶", "投入", "保障", "救助", "资助", "补助", "奖励", "激励", "打击", "惩处", "惩治", "查处",
    "处罚", "问责",
];
/// Longest object between 加大对 and 力度, in characters.
const OBJECT_MAX: usize = 24;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        if let Some((words, right)) = DOUBLED.iter().find(|(words, _)| *words == hit.word) {
            let message = format!("“{words}”重复");
            found.push(Diagnostic::at(&RULE, hit.place(context), message, format!("改为{right}")));
            continue;
        }
        let from = hit.at + hit.word.len();
        let Some(object) = hit.tail().find("力度").and_then(|end| hit.tail().get(..end)) else { continue };
        let plain = !object.contains(['的', '，', '。', '；', '、']) && object.chars().nth(OBJECT_MAX).is_none();
        // 对口、对外 are words; 支持 and the like are aimed at somebody, so that 对 may stand.
        let word = ["口", "外", "内", "接", "等", "策", "象"].iter().any(|end| object.starts_with(end));
        let aimed = AIMED.iter().any(|verb| object.ends_with(verb));
        if plain && !object.is_empty() && !word && !aimed {
            let place = context.place(hit.paragraph, hit.at, from + object.len() + "力度".len());
            let message = format!("“{}”句式杂糅", place.text);
            found.push(Diagnostic::at(&RULE, place, message, "删去“对”，或在“力度”前的动词前加“的”"));
        }
    }
}
