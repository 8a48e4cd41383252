//! Who may say what about a finding, and when a note waits.

use crate::workflow::person;
use domain::guidance::{NewNote, NoteKind, NoteLine, NoteRefusal, NoteState, decide_note, notes};
use domain::{Finding, FindingId, Inspection, InspectionId, NoteId, PersonId, Role, SourceKind, UnitId};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 30);

fn finding() -> Finding {
    let inspection = Inspection {
        id: InspectionId("i".to_owned()),
        key: "XC-2026-01".to_owned(),
        source: SourceKind::Patrol,
        title: "测试".to_owned(),
        issuing_body: "巡察组".to_owned(),
        document_number: None,
        unit: UnitId("u".to_owned()),
        feedback_date: None,
        receipt_date: None,
        profile: "patrol".to_owned(),
        version: 1,
    };
    Finding::blank(&inspection, FindingId("f".to_owned()), 1, "问题")
}

fn line(id: &str, kind: NoteKind, about: Option<&str>, answer_by: Option<Date>) -> NoteLine {
    NoteLine {
        id: NoteId(id.to_owned()),
        finding: FindingId("f".to_owned()),
        position: 1,
        kind,
        about: about.map(|id| NoteId(id.to_owned())),
        actor: PersonId("s".to_owned()),
        at: 0,
        date: TODAY,
        text: "内容".to_owned(),
        answer_by,
    }
}

#[test]
fn a_note_waits_is_late_is_answered_or_withdrawn() {
    let state = |lines: &[NoteLine]| notes(lines)[0].state(TODAY);
    let asked = |day| line("n", NoteKind::Instruction, None, Some(day));
    assert_eq!(state(&[line("n", NoteKind::Guidance, None, None)]), NoteState::Noted);
    assert_eq!(state(&[asked(TODAY)]), NoteState::Waiting);
    assert_eq!(state(&[asked(date(2026, 11, 29))]), NoteState::Late);
    assert_eq!(state(&[asked(TODAY), line("a", NoteKind::Answer, Some("n"), None)]), NoteState::Answered);
    assert_eq!(state(&[asked(TODAY), line("w", NoteKind::Withdrawal, Some("n"), None)]), NoteState::Withdrawn);
    let other = [asked(TODAY), line("a", NoteKind::Answer, Some("m"), None)];
    assert!(notes(&other)[0].is_open(), "an answer to another note is none to this one");
}

#[test]
fn superiors_write_and_who_answers_for_it_answers() {
    let finding = Finding { owner: Some(PersonId("o".to_owned())), ..finding() };
    let new = |kind, about: Option<&str>| NewNote {
        kind,
        about: about.map(|id| NoteId(id.to_owned())),
        date: TODAY,
        text: "内容".to_owned(),
        answer_by: None,
    };
    let lines = [line("n", NoteKind::Instruction, None, Some(TODAY))];
    for role in Role::ALL {
        let doer = person("x", vec![*role]);
        let superior = matches!(role, Role::Leader | Role::Secretary | Role::Overseer);
        let written = decide_note(&lines, &finding, &new(NoteKind::Guidance, None), &doer, TODAY);
        assert_eq!(written.is_ok(), superior, "{role:?}");
        let answered = decide_note(&lines, &finding, &new(NoteKind::Answer, Some("n")), &doer, TODAY);
        assert_eq!(answered.is_ok(), *role == Role::Liaison, "{role:?}");
    }
    let owner = person("o", vec![Role::Owner]);
    assert_eq!(decide_note(&lines, &finding, &new(NoteKind::Answer, Some("n")), &owner, TODAY), Ok(()));
    assert_eq!(
        decide_note(&lines, &finding, &new(NoteKind::Answer, Some("a")), &owner, TODAY),
        Err(NoteRefusal::Unknown)
    );
}
