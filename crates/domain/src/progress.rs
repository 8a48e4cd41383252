//! Progress of a finding is derived from its measures, never typed (design §2.9).

use crate::{Completion, Measure};

/// How far a finding is whose measures are this far; without measures it has not started.
pub fn completion(measures: &[Completion]) -> Completion {
    use Completion::{Done, InProgress, MostlyDone, NotStarted, Standing};
    if measures.is_empty() || measures.iter().all(|m| *m == NotStarted) {
        return NotStarted;
    }
    if measures.iter().all(|m| *m == Done) {
        return Done;
    }
    if measures.iter().all(|m| matches!(m, Done | Standing)) {
        return Standing;
    }
    if measures.iter().all(|m| matches!(m, Done | Standing | MostlyDone)) { MostlyDone } else { InProgress }
}

/// The measures of a finding that is opened again, as far as they change: what was said to be done did not hold.
pub fn taken_up_again(measures: &[Measure]) -> Vec<Measure> {
    let closed = measures.iter().filter(|m| matches!(m.completion, Completion::Done | Completion::Standing));
    let again = |m: &Measure| Measure { completion: Completion::InProgress, version: m.version + 1, ..m.clone() };
    closed.map(again).collect()
}

/// Share of finished measures in percent, rounded down.
pub fn percent(done: i64, all: i64) -> i64 {
    if all == 0 { 0 } else { done * 100 / all }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Completion::{Done, InProgress, MostlyDone, NotStarted, Standing};

    #[test]
    fn a_finding_is_as_far_as_its_measures() {
        assert_eq!(completion(&[]), NotStarted);
        assert_eq!(completion(&[NotStarted, NotStarted]), NotStarted);
        assert_eq!(completion(&[Done, NotStarted]), InProgress);
        assert_eq!(completion(&[Done, MostlyDone]), MostlyDone);
        assert_eq!(completion(&[Done, Standing]), Standing);
        assert_eq!(completion(&[Done, Done]), Done);
        assert_eq!(completion(&[InProgress]), InProgress);
    }
}
