//! T-TYPO 错别字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-TYPO",
    name: "错别字",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "《现代汉语词典》（第7版）" },
    manual: include_str!("t_typo.md"),
    words: |lexicon| lexicon.typos.iter().map(|typo| typo.wrong.as_str()).collect(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let Some(typo) = context.lexicon.typos.iter().find(|typo| typo.wrong == hit.word) else { continue };
        let other = hit.head().ends_with(|c| typo.not_behind.contains(c))
            || hit.tail().starts_with(|c| typo.not_before.contains(c));
        if !other {
            let message = format!("“{}”应为“{}”", typo.wrong, typo.right);
            let hint = format!("改为“{}”", typo.right);
            found.push(Diagnostic::at(&RULE, hit.place(context), message, hint).fixed(typo.right.clone()));
        }
    }
}
