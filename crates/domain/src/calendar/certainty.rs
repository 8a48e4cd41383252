//! Whether a computed date holds, or waits for a notice that is not known yet.

use std::collections::BTreeSet;

/// How sure a result is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Certainty {
    Certain,
    /// The holiday notices of these years are missing; Monday to Friday were taken for working days.
    Provisional {
        years: Vec<i16>,
    },
}

impl Certainty {
    /// Certain only if no year is missing.
    pub(super) fn without(years: BTreeSet<i16>) -> Self {
        if years.is_empty() { Self::Certain } else { Self::Provisional { years: years.into_iter().collect() } }
    }

    pub fn is_certain(&self) -> bool {
        *self == Self::Certain
    }

    /// The years whose notices are missing.
    pub fn missing_years(&self) -> &[i16] {
        match self {
            Self::Certain => &[],
            Self::Provisional { years } => years,
        }
    }

    /// What rests on both is as sure as the less sure.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        Self::without(self.missing_years().iter().chain(other.missing_years()).copied().collect())
    }

    /// What a person should know and do; nothing when certain.
    pub fn note(&self) -> Option<String> {
        let years: Vec<String> = self.missing_years().iter().map(|year| format!("{year}年")).collect();
        (!years.is_empty()).then(|| {
            let years = years.join("、");
            format!("{years}的放假安排尚未录入，此结果按周一至周五上班暂算；请在通知发布后录入，再行核对。")
        })
    }
}

/// A result and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed<T> {
    pub value: T,
    pub certainty: Certainty,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_less_sure_wins_and_years_are_named_once() {
        let years = |years: &[i16]| Certainty::Provisional { years: years.to_vec() };
        assert_eq!(Certainty::Certain.and(&Certainty::Certain), Certainty::Certain);
        assert_eq!(years(&[2028]).and(&Certainty::Certain), years(&[2028]));
        assert_eq!(years(&[2028]).and(&years(&[2027, 2028])), years(&[2027, 2028]));
        assert_eq!(Certainty::Certain.note(), None);
        assert!(years(&[2027, 2028]).note().unwrap().starts_with("2027年、2028年的放假安排尚未录入"));
    }
}
