//! Edited text keeps its bindings: what was left as it was is still bound, what was changed is not.

use document::official::{Run, Text, plain};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// The new text of a paragraph with the bindings of the old one that still hold.
pub fn rebind(old: &[Run], new: &str) -> Text {
    let before: Vec<char> = plain(old).chars().collect();
    let after: Vec<char> = new.chars().collect();
    let bound = kept(old, &moved(&before, &after), &after);
    let mut out = Text::new();
    let mut written = 0;
    for (binding, place) in &bound {
        put(&mut out, &after[written..place.start], None);
        put(&mut out, &after[place.clone()], Some(binding));
        written = place.end;
    }
    put(&mut out, &after[written..], None);
    out
}

/// Binding, words, and where they stand.
type Wanted<'a> = (&'a str, Vec<char>, Option<Range<usize>>);

/// Where bound places stand now, in order: those that the words around them tell, then those that are the only ones
/// of their words between their neighbours.
fn kept<'a>(old: &'a [Run], moved: &[Option<usize>], after: &[char]) -> Vec<(&'a str, Range<usize>)> {
    let mut places: Vec<Wanted<'_>> = Vec::new();
    let mut start = 0;
    for run in old {
        let length = run.text.chars().count();
        if let Some(binding) = run.binding.as_deref().filter(|_| length > 0) {
            let at = unbroken(&moved[start..start + length]).map(|at| at..at + length);
            places.push((binding, run.text.chars().collect(), at.filter(|at| !grew(after, at))));
        }
        start += length;
    }
    for n in 0..places.len() {
        let from = places[..n].iter().rev().find_map(|(.., at)| at.as_ref()).map_or(0, |at| at.end);
        let to = places[n + 1..].iter().find_map(|(.., at)| at.as_ref()).map_or(after.len(), |at| at.start);
        if places[n].2.is_none() {
            places[n].2 = only(&places[n].1, after, from..to);
        }
    }
    places.into_iter().filter_map(|(binding, _, at)| Some((binding, at?))).collect()
}

/// The one place of the words in a stretch; none where there are several.
fn only(words: &[char], after: &[char], stretch: Range<usize>) -> Option<Range<usize>> {
    let (from, to) = (stretch.start, stretch.end);
    let places = (from..to.saturating_sub(words.len() - 1)).map(|at| at..at + words.len());
    let mut places = places.filter(|at| after[at.clone()] == *words && !grew(after, at));
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

/// For each character where it stands afterwards.
fn moved(before: &[char], after: &[char]) -> Vec<Option<usize>> {
    let mut moved = vec![None; before.len()];
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            (0..len).for_each(|n| moved[old_index + n] = Some(new_index + n));
        }
    }
    moved
}

/// Where the characters stand now, if nothing came between them.
fn unbroken(moved: &[Option<usize>]) -> Option<usize> {
    let first = (*moved.first()?)?;
    moved.iter().enumerate().all(|(n, at)| *at == Some(first + n)).then_some(first)
}

/// A figure next to which another figure was written is another figure: 2 is no part of 12.
fn grew(after: &[char], at: &Range<usize>) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十百千万亿".contains(c);
    let continues = |inner: char, outer: Option<&char>| {
        outer.is_some_and(|outer| numeral(inner) && (numeral(*outer) || *outer == '.' && inner.is_ascii_digit()))
    };
    let before = at.start.checked_sub(1).and_then(|n| after.get(n));
    continues(after[at.start], before) || continues(after[at.end - 1], after.get(at.end))
}

fn put(out: &mut Text, characters: &[char], binding: Option<&str>) {
    if !characters.is_empty() {
        out.push(Run { text: characters.iter().collect(), binding: binding.map(str::to_owned) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn old() -> Text {
        let run =
            |text: &str, binding: Option<&str>| Run { text: text.to_owned(), binding: binding.map(str::to_owned) };
        vec![
            run("反馈问题", None),
            run("21", Some("统计.问题数")),
            run("个，已完成", None),
            run("19", Some("统计.已完成数")),
            run("个。", None),
        ]
    }

    fn bound(new: &str) -> Vec<(String, String)> {
        let text = rebind(&old(), new);
        assert_eq!(plain(&text), new);
        text.into_iter().filter_map(|run| Some((run.binding?, run.text))).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
    }

    #[test]
    fn words_around_a_figure_change_and_the_figure_stays_bound() {
        let both = pairs(&[("统计.问题数", "21"), ("统计.已完成数", "19")]);
        assert_eq!(bound("反馈问题21个，已完成19个。"), both);
        assert_eq!(bound("本轮共反馈具体问题21个；截至目前，已完成整改19个，占九成。"), both);
        assert_eq!(bound("21个问题中19个已完成"), both);
    }

    #[test]
    fn a_figure_that_was_changed_is_not_bound() {
        assert_eq!(bound("反馈问题21个，已完成18个。"), pairs(&[("统计.问题数", "21")]));
        assert_eq!(bound("反馈问题121个，已完成19个。"), pairs(&[("统计.已完成数", "19")]));
        assert_eq!(bound("反馈问题21个，已完成19.5个。"), pairs(&[("统计.问题数", "21")]));
        assert_eq!(bound("反馈问题2 1个，已完成19个。"), pairs(&[("统计.已完成数", "19")]));
        assert_eq!(bound(""), []);
        assert_eq!(bound("全部重写。"), []);
    }
}
