//! T-NUMPHRASE 简称的数字不对.

use crate::context::{Context, Hit};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-NUMPHRASE",
    name: "简称的数字不对",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "党内规范用语" },
    manual: include_str!("t_numphrase.md"),
    words: |_| PHRASES.iter().map(|(wrong, _)| *wrong).chain(PARTS.iter().map(|(phrase, _)| *phrase)).collect(),
    check: run,
};

const PHRASES: [(&str, &str); 14] = [
    ("两个意识”", "四个意识"),
    ("四个确立”", "两个确立"),
    ("四个维护”", "两个维护"),
    ("四重一大", "三重一大"),
    ("三个意识”", "四个意识"),
    ("五个意识”", "四个意识"),
    ("三个自信”", "四个自信"),
    ("五个自信”", "四个自信"),
    ("三个维护”", "两个维护"),
    ("三个确立”", "两个确立"),
    ("三会两课", "三会一课"),
    ("三会二课", "三会一课"),
    ("两重一大", "三重一大"),
    ("一岗两责", "一岗双责"),
];

/// Formulas of which one is the neighbour of “四个意识”.
const BESIDE: [&str; 5] = ["四个自信", "两个确立", "两个维护", "政治意识", "大局意识"];
const VERBS: [&str; 5] = ["增强“", "树牢“", "树立“", "强化“", "提高“"];
/// Formulas with the number of things that their explanation names.
const PARTS: [(&str, usize); 7] = [
    ("四个意识", 4),
    ("四个自信", 4),
    ("四个全面", 4),
    ("五位一体", 5),
    ("两个维护", 2),
    ("六项纪律", 6),
    ("三重一大", 4),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        if let Some((_, wanted)) = PARTS.iter().find(|(phrase, _)| *phrase == hit.word) {
            explained(context, &hit, *wanted, found);
            continue;
        }
        let Some((wrong, right)) = PHRASES.iter().find(|(wrong, _)| *wrong == hit.word) else { continue };
        // “三个意识” in a text of its own may be another formula.
        let alone = !BESIDE.iter().any(|beside| hit.text.contains(beside));
        if wrong.ends_with("意识”") && alone && !VERBS.iter().any(|verb| hit.head().ends_with(verb)) {
            continue;
        }
        let place = context.place(hit.paragraph, hit.at, hit.at + wrong.trim_end_matches('”').len());
        let message = format!("“{}”应为“{right}”", place.text);
        found.push(Diagnostic::at(&RULE, place, message, format!("改为“{right}”")));
    }
}

/// “四个意识”（政治意识、大局意识、核心意识）: one is missing.
fn explained(context: &Context<'_>, hit: &Hit<'_>, wanted: usize, found: &mut Vec<Diagnostic>) {
    let tail = hit.tail().strip_prefix('”').unwrap_or(hit.tail());
    let Some(list) = tail.strip_prefix('（').and_then(|tail| tail.split_once('）')).map(|(list, _)| list) else {
        return;
    };
    let named = list.split('、').count();
    let whole = named > 1 && named.abs_diff(wanted) == 1;
    if whole && !list.contains(['等', '，', '。', '；', '：']) {
        let start = hit.at + hit.word.len() + (hit.tail().len() - tail.len());
        let place = context.place(hit.paragraph, start, start + list.len() + "（）".len());
        let message = format!("“{}”后列出{named}项，应为{wanted}项", hit.word);
        found.push(Diagnostic::at(&RULE, place, message, "补全或删去多出的一项").with([hit.place(context)]));
    }
}
