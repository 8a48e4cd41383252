//! Notes of guidance by superiors, and the answers.

use super::closed_loop::StepRefusal;
use crate::account::Named;
use crate::time::{Day, instant};
use crate::words::NoteKind;
use domain::NoteId;
use domain::guidance::{NewNote, NoteLine, NoteRefusal, notes};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use usecases::{FindingDetail, Names};
use utoipa::ToSchema;

/// An answer to a note, or its withdrawal.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoteReply {
    pub id: String,
    pub actor: Named,
    /// UTC.
    pub at: String,
    pub date: Day,
    pub text: String,
}

/// A note of a superior.
#[derive(Debug, Serialize, ToSchema)]
pub struct GuidanceNote {
    pub id: String,
    pub kind: NoteKind,
    pub actor: Named,
    /// UTC.
    pub at: String,
    pub date: Day,
    pub text: String,
    /// By when an answer is wanted; none is wanted where this is null.
    pub answer_by: Option<Day>,
    /// `noted`, `waiting`, `late`, `answered` or `withdrawn`.
    pub state: &'static str,
    pub answers: Vec<NoteReply>,
    pub withdrawal: Option<NoteReply>,
}

/// The notes about a finding, oldest first, and what the person may add.
#[derive(Debug, Serialize, ToSchema)]
pub struct Guidance {
    pub notes: Vec<GuidanceNote>,
    /// Why the person may not write a note; null where he may.
    pub write_refusal: Option<StepRefusal>,
    /// Why the person may not answer; null where he may.
    pub answer_refusal: Option<StepRefusal>,
}

fn actor(line: &NoteLine, people: &Names) -> Named {
    let id = line.actor.0.clone();
    Named { name: people.get(&id).cloned().unwrap_or_default(), id }
}

fn reply(line: &NoteLine, people: &Names) -> NoteReply {
    NoteReply {
        id: line.id.0.clone(),
        actor: actor(line, people),
        at: instant(line.at),
        date: Day(line.date),
        text: line.text.clone(),
    }
}

fn refusal(may: &Result<(), NoteRefusal>) -> Option<StepRefusal> {
    may.as_ref().err().map(|refusal| StepRefusal { code: "note_refused", message: refusal.to_string() })
}

impl Guidance {
    pub(super) fn new(d: &FindingDetail) -> Self {
        let g = &d.guidance;
        let note = |note: &domain::guidance::Note<'_>| GuidanceNote {
            id: note.line.id.0.clone(),
            kind: NoteKind(note.line.kind),
            actor: actor(note.line, &d.people),
            at: instant(note.line.at),
            date: Day(note.line.date),
            text: note.line.text.clone(),
            answer_by: note.line.answer_by.map(Day),
            state: note.state(d.today).name(),
            answers: note.answers.iter().map(|line| reply(line, &d.people)).collect(),
            withdrawal: note.withdrawal.map(|line| reply(line, &d.people)),
        };
        Self {
            notes: notes(&g.lines).iter().map(note).collect(),
            write_refusal: refusal(&g.may_write),
            answer_refusal: refusal(&g.may_answer),
        }
    }
}

/// A note, an answer, or a withdrawal with its reason as the text.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NoteBody {
    pub kind: NoteKind,
    /// The note that is answered or withdrawn.
    #[serde(default)]
    pub about: Option<String>,
    /// When it was said; today when absent.
    #[serde(default)]
    pub date: Option<Day>,
    pub text: String,
    #[serde(default)]
    pub answer_by: Option<Day>,
}

impl NoteBody {
    pub fn wanted(self, today: Date) -> NewNote {
        NewNote {
            kind: self.kind.0,
            about: self.about.map(NoteId),
            date: self.date.map_or(today, |day| day.0),
            text: self.text,
            answer_by: self.answer_by.map(|day| day.0),
        }
    }
}
