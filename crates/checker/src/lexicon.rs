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

/// A wrong word.
pub(crate) struct Typo {
    pub(crate) wrong: &'static str,
    pub(crate) right: &'static str,
    /// Behind these characters it is part of another word.
    pub(crate) not_behind: &'static str,
    /// Before these characters it is part of another word.
    pub(crate) not_before: &'static str,
}

/// Wrong words (`data/typos.tsv`).
pub(crate) fn typos() -> &'static [Typo] {
    static TYPOS: OnceLock<Vec<Typo>> = OnceLock::new();
    TYPOS.get_or_init(|| {
        let cell = |cells: &[&'static str], at: usize| cells.get(at).copied().unwrap_or_default();
        rows(include_str!("../data/typos.tsv"))
            .map(|cells| Typo {
                wrong: cell(&cells, 0),
                right: cell(&cells, 1),
                not_behind: cell(&cells, 2),
                not_before: cell(&cells, 3),
            })
            .collect()
    })
}

/// Lines of a list, without comments.
pub(crate) fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(|line| line.split('\t').collect())
}
