//! Where the rows of a sheet went.

use super::cells::OutRow;
use super::formula::{End, with_rows};
use super::sheet::{ROWS_MAX, Sheet};
use std::collections::{BTreeMap, HashMap};

/// Old rows and their new numbers.
#[derive(Debug)]
pub(super) struct RowMap {
    /// New numbers of a row that is written, ascending.
    new: BTreeMap<u32, Vec<u32>>,
    /// Rows of the file that are not written.
    gone: Vec<u32>,
    /// The number of each written row, in the order of writing.
    pub(super) numbers: Vec<u32>,
}

impl RowMap {
    pub(super) fn of(sheet: &Sheet, rows: &[OutRow]) -> Self {
        let mut count: HashMap<usize, usize> = HashMap::new();
        for row in rows {
            *count.entry(row.source).or_default() += 1;
        }
        let gone: Vec<u32> =
            (0..sheet.rows.len()).filter(|at| !count.contains_key(at)).map(|at| sheet.rows[at].number).collect();
        let mut map = Self { new: BTreeMap::new(), gone, numbers: Vec::with_capacity(rows.len()) };
        let (mut last_old, mut last_new, mut furthest) = (0, 0, 0);
        for row in rows {
            let old = sheet.rows.get(row.source).map_or(0, |row| row.number);
            // Behind a loop the gap to what follows is the one behind the last row of the loop.
            let from = if old > furthest { furthest.max(last_old) } else { last_old };
            let step = if old > from { old - from - map.gone_between(from, old) } else { 1 };
            let number = (last_new + step.max(1)).min(ROWS_MAX);
            map.numbers.push(number);
            map.new.entry(old).or_default().push(number);
            (last_old, last_new, furthest) = (old, number, furthest.max(old));
        }
        map
    }

    /// Rows between two others that are not written.
    fn gone_between(&self, from: u32, to: u32) -> u32 {
        self.gone.iter().filter(|row| **row > from && **row < to).count() as u32
    }

    fn all(&self, row: u32) -> Option<&[u32]> {
        self.new.get(&row).map(Vec::as_slice)
    }

    /// The first of the rows that an old one became; one that is gone gives way to the next.
    pub(super) fn first(&self, row: u32) -> u32 {
        match self.all(row) {
            Some(all) => all.first().copied().unwrap_or(row),
            None => self.beside(row) + u32::from(self.gone.contains(&row)),
        }
    }

    /// The last of them; one that is gone gives way to the one before.
    pub(super) fn last(&self, row: u32) -> u32 {
        match self.all(row) {
            Some(all) => all.last().copied().unwrap_or(row),
            None => self.beside(row),
        }
    }

    /// The place of a row that the file does not hold, behind the last one before it.
    fn beside(&self, row: u32) -> u32 {
        let before = self.new.range(..row).next_back();
        let (old, new) = before.map_or((0, 0), |(old, new)| (*old, new.last().copied().unwrap_or(*old)));
        let own = u32::from(self.gone.contains(&row));
        (new + row - old - self.gone_between(old, row) - own).clamp(1, ROWS_MAX)
    }

    /// A reference from elsewhere.
    pub(super) fn seen(&self, row: u32, end: End) -> u32 {
        match end {
            End::Single | End::First => self.first(row),
            End::Last => self.last(row),
        }
    }

    /// A reference from a copy of a row that stands at `new`: rows that repeat with it are the ones beside it.
    pub(super) fn seen_from_copy(&self, own: u32, new: u32, row: u32, end: End) -> u32 {
        match self.all(row) {
            Some(all) if all.len() > 1 && self.all(own).is_some_and(|own| own.len() > 1) => {
                let at = all.partition_point(|n| *n < new);
                let before = all.get(at).filter(|n| **n == new).or(all[..at].last()).copied();
                let behind = all.get(at).copied();
                let near = if row <= own { before.or(behind) } else { behind.or(before) };
                near.unwrap_or(row)
            }
            _ => self.seen(row, end),
        }
    }

    /// Whether no row moved.
    pub(super) fn is_still(&self) -> bool {
        self.gone.is_empty() && self.new.iter().all(|(old, new)| new.as_slice() == [*old])
    }

    /// Cells of ranges such as `A1:B9 D4`, moved.
    pub(super) fn ranges(&self, ranges: &str) -> String {
        let moved = ranges.split(' ').map(|range| with_rows(range, &mut |_, row, end| self.seen(row, end)));
        moved.collect::<Vec<_>>().join(" ")
    }

    /// A merged region over rows: once for each copy of its first row, down to the last row before the next copy.
    pub(super) fn regions(&self, top: u32, bottom: u32) -> Vec<(u32, u32)> {
        let Some(tops) = self.all(top).filter(|tops| tops.len() > 1) else {
            let (first, last) = (self.first(top), self.last(bottom));
            return if first <= last { vec![(first, last)] } else { Vec::new() };
        };
        if top == bottom {
            return tops.iter().map(|row| (*row, *row)).collect();
        }
        let ends = self.all(bottom).unwrap_or_default();
        let region = |at: usize| {
            let limit = tops.get(at + 1).copied().unwrap_or(u32::MAX);
            let end = ends.iter().filter(|row| **row >= tops[at] && **row < limit).max();
            (tops[at], end.copied().unwrap_or(tops[at]))
        };
        (0..tops.len()).map(region).collect()
    }
}
