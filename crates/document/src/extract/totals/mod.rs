//! Counted statements: 21个问题，完成19个，基本完成2个; whether the parts add up.

mod counts;
mod open;
mod role;
mod sums;
#[cfg(test)]
mod tests;
mod words;

use super::Hit;
use crate::Total;
use counts::{Count, counts};
use open::{Open, finish};
use role::{Role, role};

/// How much a statement counts for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Anywhere.
    Strong,
    /// Only in the general part of a document.
    Weak,
}

/// Collects the totals of a paragraph.
pub(crate) fn totals(index: u32, text: &str, hits: &[Hit], out: &mut Vec<(Total, Weight)>) {
    let counts = counts(text, hits);
    let mut open: Option<Open> = None;
    for (at, count) in counts.iter().enumerate() {
        let previous = at.checked_sub(1).and_then(|p| counts.get(p));
        let role = role(previous, count, counts.get(at + 1));
        if let Some(current) = &mut open
            && current.takes(count, role)
        {
            current.add(count);
            continue;
        }
        if let Some(summed) = sum_after(count, &mut open, index, out) {
            open = Some(summed);
            continue;
        }
        let weight = match role {
            Role::Total => Weight::Strong,
            Role::WeakTotal => Weight::Weak,
            Role::Part | Role::Other => continue,
        };
        if let Some(subject) = count.subject {
            finish(&mut open, index, out);
            open = Some(Open::new(count, subject, weight));
        }
    }
    finish(&mut open, index, out);
}

/// 新建制度14项、修订制度8项，共22项: the sum comes last; what was before are its parts.
fn sum_after(count: &Count<'_>, open: &mut Option<Open>, index: u32, out: &mut Vec<(Total, Weight)>) -> Option<Open> {
    let bare = matches!(count.clause_before, "共" | "共计" | "合计" | "总计" | "累计" | "总共");
    if !bare || count.subject.is_some() {
        return None;
    }
    let last = open.take()?;
    let mut parts = vec![sums::Summand::of(&last.total)];
    let mut start = last.start;
    let (unit, name) = (last.unit.clone(), last.subject.name);
    let same = |total: &Total| total.unit == unit && total.subject == name && total.span.paragraph == index;
    let mut earlier = 0;
    for (before, _) in out.iter().rev().take_while(|(t, _)| same(t) && t.parts.is_empty()) {
        parts.insert(0, sums::Summand::of(&before.total));
        start = before.span.start as usize;
        earlier += 1;
    }
    let fits = last.unit == count.unit && last.parts.is_empty() && last.sentence == count.sentence && parts.len() > 1;
    if !fits {
        *open = Some(last);
        return None;
    }
    out.truncate(out.len() - earlier);
    Some(Open { total: count.value.clone(), start, end: count.end, parts, weight: Weight::Strong, ..last })
}
