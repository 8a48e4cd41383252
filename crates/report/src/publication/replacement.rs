//! Stretches of a text replaced by others: what was bound and is touched is bound no more.

use document::official::{Run, Text, plain};

/// A stretch in characters and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replacement<T> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) after: String,
    /// What the caller knows of it.
    pub(super) tag: T,
}

impl<T> Replacement<T> {
    fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Adds those that no earlier one is in the way of, and sorts.
pub(super) fn add<T>(all: &mut Vec<Replacement<T>>, more: impl IntoIterator<Item = Replacement<T>>) {
    for one in more {
        if all.iter().all(|earlier| !earlier.overlaps(&one)) {
            all.push(one);
        }
    }
    all.sort_by_key(|one| one.start);
}

/// The text with all replacements, which are in order and apart from each other.
pub(super) fn replaced<T>(text: &[Run], replacements: &[Replacement<T>]) -> Text {
    let mut out = Text::new();
    let mut start = 0;
    for run in text {
        let characters: Vec<char> = run.text.chars().collect();
        let end = start + characters.len();
        let touching: Vec<&Replacement<T>> =
            replacements.iter().filter(|one| one.start < end && start < one.end).collect();
        if touching.is_empty() {
            out.push(run.clone());
        } else {
            let mut words = String::new();
            let mut at = start;
            for one in touching {
                words.extend(characters.get(at - start..one.start.max(at) - start).unwrap_or_default());
                // A stretch over several runs is written where it begins.
                if one.start >= start {
                    words.push_str(&one.after);
                }
                at = one.end.min(end);
            }
            words.extend(characters.get(at - start..).unwrap_or_default());
            if !words.is_empty() {
                out.push(Run { text: words, binding: None });
            }
        }
        start = end;
    }
    out
}

/// Where words stand in a text, in characters.
pub(super) fn occurrences(text: &[Run], words: &str) -> Vec<(usize, usize)> {
    let text = plain(text);
    let length = words.chars().count();
    let at = |(byte, _): (usize, &str)| text[..byte].chars().count();
    if words.is_empty() { Vec::new() } else { text.match_indices(words).map(at).map(|at| (at, at + length)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_touched_is_bound_no_more() {
        let run = |text: &str, to: Option<&str>| Run { text: text.to_owned(), binding: to.map(str::to_owned) };
        let text = vec![run("问题", None), run("21", Some("a.b")), run("个，", None), run("张三", Some("c.d"))];
        let one = |start, end, after: &str| Replacement { start, end, after: after.to_owned(), tag: () };
        let mut all = vec![one(6, 8, "张某")];
        add(&mut all, [one(7, 8, "李"), one(0, 3, "×")]);
        assert_eq!(all.len(), 2, "the earlier one stays");
        let found = replaced(&text, &all);
        assert_eq!(plain(&found), "×1个，张某");
        assert!(found.iter().all(|run| run.binding.is_none()));
        assert_eq!(replaced(&text, &[one(6, 8, "张某")])[1], text[1]);
        assert_eq!(occurrences(&text, "1个"), [(3, 5)]);
        assert_eq!(occurrences(&text, ""), []);
    }
}
