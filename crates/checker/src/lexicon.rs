//! Word lists: built into the program, each line with its source and date.

use std::sync::OnceLock;

/// A set phrase.
pub(crate) struct Phrase {
    pub(crate) right: Vec<char>,
    /// Wordings that look like a slip and are none.
    pub(crate) beside: Vec<Vec<char>>,
}

/// Set phrases (`data/phrases.tsv`: 用语, 并存的说法, 来源, 日期).
pub(crate) fn phrases() -> &'static [Phrase] {
    static PHRASES: OnceLock<Vec<Phrase>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        rows(include_str!("../data/phrases.tsv"))
            .map(|cells| Phrase {
                right: cells.first().copied().unwrap_or_default().chars().collect(),
                beside: cells.get(1).copied().unwrap_or_default().split('、').map(|w| w.chars().collect()).collect(),
            })
            .collect()
    })
}

/// Lines of a list, without comments.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(|line| line.split('\t').collect())
}
