//! Small questions about characters.

use memchr::{memchr_iter, memmem};

/// A Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇')
}

/// Marks that belong to Chinese text.
pub(crate) fn is_chinese_mark(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '（'
            | '）'
            | '《'
            | '》'
            | '“'
            | '”'
            | '‘'
            | '’'
            | '〔'
            | '〕'
            | '【'
            | '】'
    )
}

/// The character before a byte.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character from a byte on.
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Places of a word, without overlaps.
pub(crate) fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    memmem::find_iter(text.as_bytes(), word.as_bytes())
}

/// Whether the text has the word; faster than asking a `str` where most texts have it not.
pub(crate) fn has(text: &str, word: &str) -> bool {
    memmem::find(text.as_bytes(), word.as_bytes()).is_some()
}

/// Quotation marks, dashes and the like: they begin with a byte that no Chinese character begins with.
pub(crate) fn marks_like_quotes(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    memchr_iter(0xE2, text.as_bytes()).filter_map(|at| Some((at, text.get(at..)?.chars().next()?)))
}

/// Stretches of characters that are such, as byte ranges.
pub(crate) fn runs(text: &str, such: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let (mut found, mut start) = (Vec::new(), None);
    for (at, c) in text.char_indices() {
        match (such(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|from| (from, text.len())));
    found
}
