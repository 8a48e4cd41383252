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
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let laws = &context.lexicon.titles;
    for title in &context.structure.titles {
        let name = title.text.trim_start_matches('《').trim_end_matches('》');
        if laws.iter().any(|law| law == name || law.strip_suffix("（试行）") == Some(name)) {
            continue;
        }
        let near = laws.iter().find(|law| {
            // A short name, 巡察工作条例, is that of another maker.
            let prefix = law.len() - core(law).len() == name.len() - core(name).len();
            prefix && kind(law) == kind(name) && is_near(tested(core(law)), tested(core(name)))
        });
        if let Some(law) = near {
            let message = format!("《{name}》与《{law}》不一致");
            let hint = format!("引用的如是该法规，改为《{law}》");
            found.push(Diagnostic::at(&RULE, context.span(title.span), message, hint));
        }
    }
}

/// Without （试行）, which comes and goes.
fn tested(name: &str) -> &str {
    name.trim_end_matches("（试行）")
}

/// 条例, 规定, 办法: another kind is another document.
fn kind(name: &str) -> String {
    name.trim_end_matches("（试行）").chars().rev().take(2).collect()
}

/// What tells it from others of its kind.
fn core(name: &str) -> &str {
    let name = name.strip_prefix("中华人民共和国").unwrap_or(name);
    name.strip_prefix("中国共产党").unwrap_or(name)
}

/// Longer names may differ more; short ones that differ are two laws: 统计法, 审计法.
fn is_near(law: &str, name: &str) -> bool {
    let length = law.chars().count().min(name.chars().count());
    let allowed = match length {
        0..6 => 0,
        6..9 => 1,
        9..14 => 2,
        _ => 3,
    };
    law.chars().count().abs_diff(name.chars().count()) <= allowed && (1..=allowed).contains(&edits(law, name))
}
