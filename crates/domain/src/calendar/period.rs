//! Lengths of time as rules state them, and what happens when the last day is not a working day.

use crate::words::words;

words!(
    /// Where a last day goes that is not a working day. 民法典第二百零三条 moves it on; party rules do not say.
    Roll {
        None => "none" "不顺延",
        NextWorkday => "next_workday" "顺延至下一工作日",
        PreviousWorkday => "previous_workday" "提前至上一工作日",
    }
);

/// A length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    Days(u16),
    WorkingDays(u16),
    Months(u16),
    Years(u16),
}

impl Period {
    /// The number, whatever its unit.
    pub fn count(self) -> u16 {
        match self {
            Self::Days(n) | Self::WorkingDays(n) | Self::Months(n) | Self::Years(n) => n,
        }
    }

    /// The period in words: `3个月`.
    pub fn words(self) -> String {
        let unit = match self {
            Self::Days(_) => "日",
            Self::WorkingDays(_) => "个工作日",
            Self::Months(_) => "个月",
            Self::Years(_) => "年",
        };
        format!("{}{unit}", self.count())
    }

    /// The period so many times over.
    #[must_use]
    pub fn times(self, times: u16) -> Self {
        match self {
            Self::Days(n) => Self::Days(n.saturating_mul(times)),
            Self::WorkingDays(n) => Self::WorkingDays(n.saturating_mul(times)),
            Self::Months(n) => Self::Months(n.saturating_mul(times)),
            Self::Years(n) => Self::Years(n.saturating_mul(times)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_as_in_a_rule_and_multiply() {
        let words = |period: Period| period.words();
        assert_eq!(words(Period::Days(60)), "60日");
        assert_eq!(words(Period::WorkingDays(10)), "10个工作日");
        assert_eq!(words(Period::Months(3).times(2)), "6个月");
        assert_eq!(words(Period::Years(5).times(1)), "5年");
        assert_eq!(Period::Days(2).times(u16::MAX), Period::Days(u16::MAX));
    }
}
