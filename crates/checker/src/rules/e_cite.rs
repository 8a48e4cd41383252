//! E-CITE 文号写在了文件名称前.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "E-CITE",
    name: "文号写在了文件名称前",
    level: Level::Advice,
    when: When::Always,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《党政机关公文处理工作条例》（2012年）第十九条；引用公文先引标题，后引发文字号",
    },
    manual: include_str!("e_cite.md"),
    words: |_| vec!["号《"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        let head = text.get(..at).unwrap_or_default();
        let Some(open) = head.rfind('〔') else { continue };
        let number = head.get(open..).unwrap_or_default();
        let plain = number.chars().skip(1).all(|c| c.is_ascii_digit() || c == '〕');
        if plain && number.contains('〕') {
            let place = context.place(index, open, at + "号".len());
            found.push(Diagnostic::at(&RULE, place, "文号写在了文件名称前", "先写《名称》，后写（文号）"));
        }
    }
}
