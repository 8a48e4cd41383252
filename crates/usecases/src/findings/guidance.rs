//! Notes of guidance by superiors 批示、指导意见、督导要求, and the answers to them.

use crate::access;
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::ports::StoreError;
use domain::guidance::{NewNote, NoteKind, NoteLine, NoteRefusal, decide_note, may_answer, may_write, notes};
use domain::{Event, EventKind, Finding, NoteId};

/// The lines about a finding, and what the person may add.
pub struct Guidance {
    pub lines: Vec<NoteLine>,
    pub may_write: Result<(), NoteRefusal>,
    pub may_answer: Result<(), NoteRefusal>,
}

impl Guidance {
    pub(super) fn of(actor: &Actor, finding: &Finding, lines: Vec<NoteLine>) -> Self {
        let person = &actor.person;
        Self { lines, may_write: may_write(person), may_answer: may_answer(person, finding) }
    }

    /// Notes that wait for an answer.
    pub(super) fn open(&self) -> usize {
        notes(&self.lines).iter().filter(|note| note.is_open()).count()
    }

    pub(super) fn people(&self) -> Vec<String> {
        let mut people: Vec<String> = self.lines.iter().map(|line| line.actor.0.clone()).collect();
        people.sort_unstable();
        people.dedup();
        people
    }
}

/// Two people may write at the same moment; each line gets a place of its own.
const TRIES: usize = 5;

/// Adds a note, an answer or a withdrawal.
pub async fn add_note(app: &App, actor: &Actor, key: &str, new: &NewNote) -> Result<(), Error> {
    let (finding, actor) = access::finding_to_work_on(app, actor, key).await?;
    for attempt in 1.. {
        let lines = app.store.notes(&finding.id).await?;
        decide_note(&lines, &finding, new, &actor.person, app.clock.today())?;
        let line = NoteLine {
            id: NoteId(new_id()),
            finding: finding.id.clone(),
            position: lines.last().map_or(1, |last| last.position + 1),
            kind: new.kind,
            about: new.about.clone().filter(|_| !new.kind.is_note()),
            actor: actor.person.id.clone(),
            at: app.clock.now(),
            date: new.date,
            text: new.text.trim().to_owned(),
            answer_by: new.answer_by.filter(|_| new.kind.is_note()),
        };
        match app.store.add_note(&line, event(app, &actor, key, &line)).await {
            Err(StoreError::Conflict) if attempt < TRIES => {}
            other => return other.map_err(Error::from),
        }
    }
    Err(Error::Changed("批示"))
}

fn event(app: &App, actor: &Actor, key: &str, line: &NoteLine) -> Event {
    let kind = match line.kind {
        NoteKind::Answer => EventKind::NoteAnswered,
        NoteKind::Withdrawal => EventKind::NoteWithdrawn,
        _ => EventKind::NoteWritten,
    };
    let by = line.answer_by.map(|day| format!("（{day} 前答复）")).unwrap_or_default();
    app.event(Some(actor), key, kind, format!("{}{by}：{}", line.kind.word(), line.text))
}
