//! All rules, by code.

use crate::rule::Rule;
use crate::rules;

/// Codes of rules that are gone; they are never given again.
pub const RETIRED: &[&str] = &[];

/// All rules, sorted by code.
pub fn all() -> &'static [&'static Rule] {
    rules::ALL
}

/// The rule with this code.
pub fn by_code(code: &str) -> Option<&'static Rule> {
    rules::ALL.iter().copied().find(|rule| rule.code == code)
}

/// The code that was probably meant.
pub fn nearest(code: &str) -> Option<&'static str> {
    let upper = code.to_uppercase();
    let distance = |rule: &&&Rule| edits(&upper, rule.code);
    let best = rules::ALL.iter().min_by_key(distance)?;
    (edits(&upper, best.code) <= 2).then_some(best.code)
}

/// Insertions, deletions and substitutions between two short texts.
pub(crate) fn edits(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.chars().enumerate() {
            let next = (before + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            before = std::mem::replace(&mut row[j + 1], next);
        }
    }
    row.last().copied().unwrap_or_default()
}
