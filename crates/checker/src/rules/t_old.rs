//! T-OLD 用语已经更新.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-OLD",
    name: "用语已经更新",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "党的文件现行表述（2026-11核对）" },
    manual: include_str!("t_old.md"),
    words: || FORMULAS.iter().map(|(old, ..)| *old).collect(),
    check: run,
};

/// Old wording, present wording, what changed it.
const FORMULAS: [(&str, &str, &str); 6] = [
    (
        "思想、组织、作风、反腐倡廉和制度建设",
        "政治建设、思想建设、组织建设、作风建设、纪律建设，把制度建设贯穿其中",
        "党的十九大",
    ),
    (
        "思想建设、组织建设、作风建设、反腐倡廉建设、制度建设",
        "政治建设、思想建设、组织建设、作风建设、纪律建设，把制度建设贯穿其中",
        "党的十九大",
    ),
    ("监督执纪五种形态", "监督执纪“四种形态”", "党的十八届六中全会"),
    ("行政监察法", "监察法", "2018年修法"),
    ("环保督察组", "生态环境保护督察组", "2018年机构改革"),
    ("安监局", "应急管理局", "2018年机构改革"),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some((old, new, since)) = FORMULAS.iter().find(|(old, ..)| *old == hit.word) else { continue };
        let message = format!("“{old}”在{since}之后已有新表述");
        let hint = format!("引用旧文件的保留，其余改为“{new}”");
        found.push(Diagnostic::at(&RULE, hit.place(context), message, hint));
    }
}
