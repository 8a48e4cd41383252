//! T-DANGFEI 党费的动词用错.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-DANGFEI",
    name: "党费的动词用错",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《中国共产党章程》第四条、《关于中国共产党党费收缴、使用和管理的规定》（2008年）",
    },
    manual: include_str!("t_dangfei.md"),
    words: |_| PHRASES.iter().map(|(wrong, _)| *wrong).collect(),
    check: run,
};

const PHRASES: [(&str, &str); 8] = [
    ("缴纳党费", "交纳党费"),
    ("上交党费", "交纳党费"),
    ("党费缴纳", "党费交纳"),
    ("党费集中缴纳", "党费集中交纳"),
    ("党费按时缴纳", "党费按时交纳"),
    ("党费按月缴纳", "党费按月交纳"),
    ("党费足额缴纳", "党费足额交纳"),
    ("党费主动缴纳", "党费主动交纳"),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some((wrong, right)) = PHRASES.iter().find(|(wrong, _)| *wrong == hit.word) else { continue };
        let message = format!("“{wrong}”应为“{right}”");
        found.push(Diagnostic::at(&RULE, hit.place(context), message, format!("改为“{right}”")));
    }
}
