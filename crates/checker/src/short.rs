//! A unit's own name and the short form of it that a text uses: 市计划生育协会, 市计生协.

use crate::context::Context;
use crate::diagnostic::Place;
use crate::text::is_han;

/// A short form where it first stands.
pub(crate) struct Short {
    pub(crate) full: String,
    pub(crate) short: String,
    pub(crate) first: Place,
    pub(crate) times: usize,
}

/// How the name of a unit ends.
const ENDS: [&str; 8] = ["协会", "委员会", "联合会", "管理局", "事务局", "保障局", "建设局", "规划局"];
const FULL_MAX: usize = 20;
const SHORT_MIN: usize = 4;
const SHORT_MAX: usize = 5;

/// The short form of the unit that the title begins with.
pub(crate) fn of_title(context: &Context<'_>) -> Option<Short> {
    let title = context.structure.title.as_deref()?;
    let end = ENDS.iter().filter_map(|end| title.find(end).map(|at| at + end.len())).min()?;
    let full = title.get(..end).filter(|full| full.chars().count() <= FULL_MAX && full.chars().all(is_han))?;
    let letters: Vec<char> = full.chars().collect();
    let first = *letters.first()?;
    let mut found: Option<Short> = None;
    for (index, paragraph) in context.prose() {
        for (at, _) in paragraph.text.match_indices(first) {
            let tail: Vec<char> = paragraph.text.get(at..).unwrap_or_default().chars().take(SHORT_MAX).collect();
            let Some(short) = longest(&letters, &tail) else { continue };
            match &mut found {
                Some(known) if known.short == short => known.times += 1,
                Some(_) => {}
                None => {
                    let first = context.place(index, at, at + short.len());
                    found = Some(Short { full: full.to_owned(), short, first, times: 1 });
                }
            }
        }
    }
    found
}

/// The beginning of `tail` whose characters stand in the full name in this order, the last of them near its end.
fn longest(full: &[char], tail: &[char]) -> Option<String> {
    (SHORT_MIN..=SHORT_MAX.min(tail.len())).rev().find_map(|length| {
        let part = tail.get(..length)?;
        let mut rest = full.iter().enumerate();
        let mut last = 0;
        for c in part {
            last = rest.find(|(_, other)| *other == c)?.0;
        }
        let ends = last + 3 >= full.len();
        (ends && !full.starts_with(part)).then(|| part.iter().collect())
    })
}
