//! Figures of a ledger at a date.

use crate::{Completion, FindingKind, Lamp};

/// What the statistics need of findings that are alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub kind: FindingKind,
    pub completion: Completion,
    pub lamp: Lamp,
    pub findings: i64,
    pub measures: i64,
}

/// A name with its lamps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatisticsRow {
    pub name: String,
    /// In the order of [`Lamp::ALL`].
    pub lamps: [i64; 5],
}

/// Sums over findings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub findings: i64,
    pub recommendations: i64,
    pub not_started: i64,
    pub in_progress: i64,
    pub mostly_done: i64,
    pub done: i64,
    pub standing: i64,
    pub measures: i64,
    pub overdue: i64,
}

/// Counts problems by completion, and everything by kind.
pub fn tally<'a>(figures: impl Iterator<Item = &'a Figures>) -> Tally {
    let mut sums = Tally::default();
    for figure in figures {
        sums.measures += figure.measures;
        sums.overdue += if figure.lamp == Lamp::Red { figure.findings } else { 0 };
        if figure.kind == FindingKind::Recommendation {
            sums.recommendations += figure.findings;
            continue;
        }
        sums.findings += figure.findings;
        match figure.completion {
            Completion::NotStarted => sums.not_started += figure.findings,
            Completion::InProgress => sums.in_progress += figure.findings,
            Completion::MostlyDone => sums.mostly_done += figure.findings,
            Completion::Done => sums.done += figure.findings,
            Completion::Standing => sums.standing += figure.findings,
        }
    }
    sums
}

impl Tally {
    /// Finished problems in percent with one decimal, rounded half up; `0` without problems.
    pub fn rate(&self) -> String {
        if self.findings == 0 {
            return "0".to_owned();
        }
        let tenths = (self.done * 2000 + self.findings) / (2 * self.findings);
        if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_rounded_to_one_decimal() {
        let rate = |done, findings| Tally { done, findings, ..Tally::default() }.rate();
        assert_eq!(rate(19, 21), "90.5");
        assert_eq!(rate(3, 3), "100");
        assert_eq!(rate(0, 0), "0");
        assert_eq!(rate(2, 3), "66.7");
    }
}
