//! Two copies of one document: the same clause with other numbers.

use document::Document;
use std::collections::HashMap;

/// A clause that holds numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) paragraph: usize,
    /// Bytes of the paragraph's text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// `3.2`, `12`, in their order.
    pub(crate) numbers: Vec<String>,
}

/// A clause of one copy with its partner in the other.
pub(crate) struct Difference {
    pub(crate) here: Clause,
    pub(crate) there: Clause,
}

/// Shorter clauses are said of many things.
const WORDS_MIN: usize = 5;

/// The clauses of `copy` that say other numbers than `other` does. Only those that each copy says once: 共12人 may
/// be said of anything.
pub(crate) fn differences(copy: &Document, other: &Document) -> Vec<Difference> {
    let theirs = clauses(other);
    let mut found: Vec<Difference> = clauses(copy)
        .into_iter()
        .filter_map(|(words, here)| {
            let (Some(here), Some(there)) = (here, theirs.get(&words).cloned().flatten()) else { return None };
            (here.numbers != there.numbers).then_some(Difference { here, there })
        })
        .collect();
    found.sort_by_key(|one| (one.here.paragraph, one.here.start));
    found
}

/// Clauses by their words without numbers; `None` for what is said more than once.
fn clauses(document: &Document) -> HashMap<String, Option<Clause>> {
    let mut all: HashMap<String, Option<Clause>> = HashMap::new();
    for (paragraph, text) in document.paragraphs.iter().map(|p| p.text.as_str()).enumerate() {
        let mut start = 0;
        let ends =
            text.match_indices(['，', '。', '；', '：', '！', '？', ',', ';']).map(|(at, mark)| (at, mark.len()));
        for (end, skip) in ends.chain([(text.len(), 0)]) {
            // A label is no number that is stated.
            let label = if start == 0 { label_length(text) } else { 0 };
            let clause = text.get(start + label..end).unwrap_or_default();
            let (words, numbers) = split(clause);
            if !numbers.is_empty() && words.chars().filter(|c| c.is_alphabetic()).count() >= WORDS_MIN {
                let one = Clause { paragraph, start, end, numbers };
                all.entry(words).and_modify(|known| *known = None).or_insert(Some(one));
            }
            start = end + skip;
        }
    }
    all
}

/// Bytes of `1.` or `（1）` at the beginning.
fn label_length(text: &str) -> usize {
    let inside = |c: char| c.is_ascii_digit() || "（(）).．、 ".contains(c);
    let length: usize = text.chars().take_while(|c| inside(*c)).map(char::len_utf8).sum();
    if text.get(..length).is_some_and(|head| head.ends_with(['.', '．', '、', '）', ')'])) { length } else { 0 }
}

/// The words with `#` for every number, and the numbers.
fn split(clause: &str) -> (String, Vec<String>) {
    let (mut words, mut numbers, mut number) = (String::new(), Vec::new(), String::new());
    for c in clause.chars().chain(['\n']) {
        let inside = c.is_ascii_digit() || (c == '.' && !number.is_empty());
        if inside {
            number.push(c);
            continue;
        }
        if !number.is_empty() {
            numbers.push(std::mem::take(&mut number));
            words.push('#');
        }
        if !c.is_whitespace() {
            words.push(c);
        }
    }
    (words, numbers)
}
