//! T-TYPO 错别字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::lexicon::Typo;
use crate::pairs::{Pairs, bit};
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-TYPO",
    name: "错别字",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "《现代汉语词典》（第7版）" },
    manual: include_str!("t_typo.md"),
    // A list of thousands is looked up by its first two characters: an automaton of it takes longer to build.
    words: |lexicon| {
        lexicon.typos.iter().map(|typo| typo.wrong.as_str()).filter(|wrong| pair(wrong).is_none()).collect()
    },
    check: run,
};

fn pair(wrong: &str) -> Option<usize> {
    let mut characters = wrong.chars();
    Some(bit(characters.next()?, characters.next()?))
}

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let typos = &context.lexicon.typos;
    let rows = typos.iter().enumerate().filter_map(|(number, typo)| Some((pair(&typo.wrong)?, number as u32)));
    let index = Pairs::new(rows.collect());
    for (paragraph, p) in context.paragraphs() {
        let mut before: Option<(usize, char)> = None;
        for (at, second) in p.text.char_indices() {
            let Some((start, first)) = before.replace((at, second)) else { continue };
            for typo in index.with(first, second).iter().filter_map(|number| typos.get(*number as usize)) {
                push(context, found, typo, (paragraph, start));
            }
        }
    }
    for hit in context.hits(&RULE) {
        for typo in typos.iter().filter(|typo| typo.wrong == hit.word) {
            push(context, found, typo, (hit.paragraph, hit.at));
        }
    }
}

/// Where the wrong word stands there, and not within another word.
fn push(context: &Context<'_>, found: &mut Vec<Diagnostic>, typo: &Typo, (paragraph, start): (usize, usize)) {
    let text = context.document.paragraphs.get(paragraph).map_or("", |p| p.text.as_str());
    let (head, rest) = text.split_at_checked(start).unwrap_or_default();
    let Some(tail) = rest.strip_prefix(typo.wrong.as_str()) else { return };
    if head.ends_with(|c| typo.not_behind.contains(c)) || tail.starts_with(|c| typo.not_before.contains(c)) {
        return;
    }
    let message = format!("“{}”应为“{}”", typo.wrong, typo.right);
    let hint = format!("改为“{}”", typo.right);
    let place = context.place(paragraph, start, start + typo.wrong.len());
    found.push(Diagnostic::at(&RULE, place, message, hint).fixed(typo.right.clone()));
}
