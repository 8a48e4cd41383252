//! E-LAW 法规名称与规范名称不一致.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::registry::edits;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "E-LAW",
    name: "法规名称与规范名称不一致",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "以公布的法规文本名称为准" },
    manual: include_str!("e_law.md"),
    words: Vec::new,
    check: run,
};

/// Names as published.
const LAWS: [&str; 26] = [
    "党委（党组）落实全面从严治党主体责任规定",
    "中国共产党党内监督条例",
    "中国共产党纪律处分条例",
    "中国共产党问责条例",
    "中国共产党巡视工作条例",
    "中国共产党廉洁自律准则",
    "中国共产党党务公开条例（试行）",
    "中国共产党重大事项请示报告条例",
    "中国共产党党组工作条例",
    "中国共产党支部工作条例（试行）",
    "中国共产党党员权利保障条例",
    "中国共产党党员教育管理工作条例",
    "中国共产党党和国家机关基层组织工作条例",
    "关于新形势下党内政治生活的若干准则",
    "党政领导干部选拔任用工作条例",
    "领导干部报告个人有关事项规定",
    "党政机关厉行节约反对浪费条例",
    "党政机关国内公务接待管理规定",
    "党政机关公文处理工作条例",
    "县以上党和国家机关党员领导干部民主生活会若干规定",
    "行政事业性国有资产管理条例",
    "中华人民共和国政府采购法",
    "中华人民共和国审计法",
    "中华人民共和国保守国家秘密法",
    "整治形式主义为基层减负若干规定",
    "党委（党组）意识形态工作责任制实施办法",
];
const EDITS_MAX: usize = 3;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for title in &context.structure.titles {
        let name = title.text.trim_start_matches('《').trim_end_matches('》');
        if LAWS.contains(&name) || name.chars().count() < 8 {
            continue;
        }
        let kind = |text: &str| text.trim_end_matches("（试行）").chars().rev().take(2).collect::<String>();
        let near = LAWS.iter().find(|law| {
            kind(law) == kind(name)
                && law.chars().count().abs_diff(name.chars().count()) <= EDITS_MAX
                && edits(name, law) <= EDITS_MAX
        });
        if let Some(law) = near {
            let message = format!("《{name}》与《{law}》不一致");
            let hint = format!("引用的如是该法规，改为《{law}》");
            found.push(Diagnostic::at(&RULE, context.span(title.span), message, hint));
        }
    }
}
