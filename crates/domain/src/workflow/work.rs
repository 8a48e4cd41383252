//! Who had a hand in what a reviewer is to judge, read from the entries of the log and the evidence that counts.

use super::stage::Stage;
use crate::{Event, EventKind, PersonId};

/// The work of the present round: since the finding was opened again, if it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Work {
    /// Who answers for a measure.
    pub owners: Vec<PersonId>,
    /// Who said how far a measure is, or brought evidence that still counts.
    pub people: Vec<PersonId>,
    /// A measure, a word of progress or evidence came in it.
    pub anew: bool,
}

impl Work {
    /// From the entries about the finding, oldest first, and who brought the evidence that was not withdrawn. What was
    /// done before a return lives on in what is submitted next; what was done before a closing does not.
    pub fn of(owners: Vec<PersonId>, brought: &[PersonId], entries: &[Event]) -> Self {
        let reopened = entries.iter().rposition(is_reopening);
        let round = &entries[reopened.map_or(0, |at| at + 1)..];
        let brings = |person: &PersonId| {
            round.iter().any(|e| e.kind == EventKind::EvidenceAdded && e.actor.as_ref() == Some(person))
        };
        // Parts of a finding that was split have its evidence, and its entries only from then on.
        let bringing = brought.iter().filter(|person| reopened.is_none() || brings(person));
        let reporting = round.iter().filter(|entry| tells_progress(entry)).filter_map(|entry| entry.actor.as_ref());
        let mut people: Vec<PersonId> = bringing.chain(reporting).cloned().collect();
        people.sort_unstable_by(|a, b| a.as_str().cmp(b.as_str()));
        people.dedup();
        let told = |entry: &Event| entry.kind == EventKind::MeasureAdded || changes(entry, "progress_note");
        let anew = brought.iter().any(brings) || round.iter().any(told);
        Self { owners, people, anew }
    }
}

/// The only step that leads away from a closed finding.
fn is_reopening(entry: &Event) -> bool {
    let closed = Some(Stage::Closed.word());
    entry.kind == EventKind::Stepped
        && entry.changes.iter().any(|change| change.field == "stage" && change.before.as_deref() == closed)
}

fn tells_progress(entry: &Event) -> bool {
    changes(entry, "completion") || changes(entry, "progress_note")
}

/// A measure of which it changes the field.
fn changes(entry: &Event, field: &str) -> bool {
    matches!(entry.kind, EventKind::MeasureAdded | EventKind::MeasureChanged)
        && entry.changes.iter().any(|change| change.field == field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FieldChange;

    fn id(name: &str) -> PersonId {
        PersonId(name.to_owned())
    }

    fn entry(kind: EventKind, who: &str, field: &str, before: &str) -> Event {
        let change = FieldChange { field: field.to_owned(), before: Some(before.to_owned()), after: None };
        let changes = if field.is_empty() { Vec::new() } else { vec![change] };
        let (subject, summary) = (String::new(), String::new());
        Event { id: String::new(), at: 0, actor: Some(id(who)), subject, kind, summary, changes }
    }

    #[test]
    fn who_ticked_or_brought_evidence_worked_and_who_planned_did_not() {
        let entries = [
            entry(EventKind::MeasureAdded, "planner", "", ""),
            entry(EventKind::MeasureChanged, "planner", "text", "旧"),
            entry(EventKind::MeasureChanged, "ticker", "completion", "整改中"),
            entry(EventKind::MeasureChanged, "writer", "progress_note", ""),
            entry(EventKind::EvidenceAdded, "withdrawn", "", ""),
        ];
        let work = Work::of(vec![id("owner")], &[id("bringer")], &entries);
        assert_eq!(work.people, [id("bringer"), id("ticker"), id("writer")]);
        assert_eq!(work.owners, [id("owner")]);
    }

    #[test]
    fn a_reopening_begins_a_new_round_and_a_return_does_not() {
        let entries = [
            entry(EventKind::MeasureChanged, "first", "completion", "整改中"),
            entry(EventKind::EvidenceAdded, "old", "", ""),
            entry(EventKind::Stepped, "overseer", "stage", "已销号"),
            entry(EventKind::MeasureChanged, "second", "completion", "整改中"),
            entry(EventKind::Stepped, "leader", "stage", "初审"),
            entry(EventKind::EvidenceAdded, "new", "", ""),
        ];
        let work = Work::of(Vec::new(), &[id("old"), id("new")], &entries);
        assert_eq!(work.people, [id("new"), id("second")]);
        assert!(work.anew);
        // A tick alone is no work.
        assert!(!Work::of(Vec::new(), &[id("old")], &entries[..4]).anew);
        assert_eq!(Work::of(Vec::new(), &[id("old")], &entries[..2]).people, [id("first"), id("old")]);
    }
}
