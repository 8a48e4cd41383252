//! Notes of guidance 批示、指导意见、督导要求: what a superior says about a finding, and the answers. Lines are added,
//! never changed: a correction is a new note, and a note that is withdrawn stays with the reason.

use crate::words::words;
use crate::{Finding, NoteId, Person, PersonId, Role};
use jiff::civil::Date;
use std::fmt;

words!(
    /// What a line is.
    NoteKind {
        Instruction => "instruction" "批示",
        Guidance => "guidance" "指导意见",
        Supervision => "supervision" "督导要求",
        Answer => "answer" "答复",
        Withdrawal => "withdrawal" "撤回",
    }
);

impl NoteKind {
    /// Written by a superior, and not about another line.
    pub fn is_note(self) -> bool {
        matches!(self, Self::Instruction | Self::Guidance | Self::Supervision)
    }
}

/// A line as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteLine {
    pub id: NoteId,
    pub finding: crate::FindingId,
    /// Among the lines of the finding, from 1.
    pub position: i64,
    pub kind: NoteKind,
    /// The note that an answer or a withdrawal is about.
    pub about: Option<NoteId>,
    pub actor: PersonId,
    /// Milliseconds since 1970.
    pub at: i64,
    /// When it was said; it may have been on paper first.
    pub date: Date,
    pub text: String,
    /// By when an answer is wanted; none is wanted without.
    pub answer_by: Option<Date>,
}

/// Where a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteState {
    /// No answer is wanted.
    Noted,
    Waiting,
    /// The day has passed.
    Late,
    Answered,
    Withdrawn,
}

impl NoteState {
    pub fn name(self) -> &'static str {
        match self {
            Self::Noted => "noted",
            Self::Waiting => "waiting",
            Self::Late => "late",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A note with what was said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note<'a> {
    pub line: &'a NoteLine,
    pub answers: Vec<&'a NoteLine>,
    pub withdrawal: Option<&'a NoteLine>,
}

impl Note<'_> {
    pub fn state(&self, today: Date) -> NoteState {
        match self.line.answer_by {
            _ if self.withdrawal.is_some() => NoteState::Withdrawn,
            _ if !self.answers.is_empty() => NoteState::Answered,
            None => NoteState::Noted,
            Some(day) if day < today => NoteState::Late,
            Some(_) => NoteState::Waiting,
        }
    }

    /// An answer is wanted and not there.
    pub fn is_open(&self) -> bool {
        self.line.answer_by.is_some() && self.answers.is_empty() && self.withdrawal.is_none()
    }
}

/// The notes of a finding in the order in which they were written.
pub fn notes(lines: &[NoteLine]) -> Vec<Note<'_>> {
    let about = |line: &NoteLine, kind| {
        lines.iter().filter(move |l| l.kind == kind).filter({
            let id = line.id.clone();
            move |l| l.about.as_ref() == Some(&id)
        })
    };
    let note = |line| Note {
        line,
        answers: about(line, NoteKind::Answer).collect(),
        withdrawal: about(line, NoteKind::Withdrawal).next(),
    };
    lines.iter().filter(|line| line.kind.is_note()).map(note).collect()
}

/// A line as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    pub kind: NoteKind,
    pub about: Option<NoteId>,
    pub date: Date,
    pub text: String,
    pub answer_by: Option<Date>,
}

/// Why a line is not added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteRefusal {
    NeedsSuperior,
    /// Only who answers for the finding answers a note about it.
    NotYours,
    NotAuthor,
    Empty(NoteKind),
    TooLong(usize),
    FutureDate,
    AnswerBeforeToday,
    Unknown,
    AlreadyWithdrawn,
    AlreadyAnswered,
}

impl fmt::Display for NoteRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeedsSuperior => f.write_str("批示、指导意见由分管领导、主要负责人或监督机构填写"),
            Self::NotYours => f.write_str("由联络员、该事项的责任人或责任部门负责人答复"),
            Self::NotAuthor => f.write_str("只有填写人本人可以撤回"),
            Self::Empty(NoteKind::Withdrawal) => f.write_str("请说明撤回理由"),
            Self::Empty(kind) => write!(f, "请填写{}内容", kind.word()),
            Self::TooLong(max) => write!(f, "内容不超过 {max} 字"),
            Self::FutureDate => f.write_str("日期不能晚于今天"),
            Self::AnswerBeforeToday => f.write_str("要求答复的日期不能早于今天"),
            Self::Unknown => f.write_str("这条批示不属于该事项，请刷新页面后重试"),
            Self::AlreadyWithdrawn => f.write_str("这条批示已撤回，无须答复"),
            Self::AlreadyAnswered => f.write_str("已有答复，不能撤回；需要更正的，请另写一条"),
        }
    }
}

impl std::error::Error for NoteRefusal {}

/// Longest text of a line.
pub const NOTE_TEXT_MAX: usize = 2000;

/// Whether the person may write notes here.
pub fn may_write(doer: &Person) -> Result<(), NoteRefusal> {
    let superior = [Role::Leader, Role::Secretary, Role::Overseer].into_iter().any(|role| doer.is(role));
    if superior { Ok(()) } else { Err(NoteRefusal::NeedsSuperior) }
}

/// Whether the person may answer: the liaison, the owner, the head of the department.
pub fn may_answer(doer: &Person, finding: &Finding) -> Result<(), NoteRefusal> {
    let heads = doer.is(Role::Head)
        && doer
            .unit
            .as_ref()
            .is_some_and(|unit| finding.unit.as_ref() == Some(unit) || finding.co_units.contains(unit));
    let answers_for = doer.is(Role::Liaison) || finding.owner.as_ref() == Some(&doer.id) || heads;
    if answers_for { Ok(()) } else { Err(NoteRefusal::NotYours) }
}

/// Whether the line may be added to those there are. Pure.
pub fn decide_note(
    lines: &[NoteLine],
    finding: &Finding,
    new: &NewNote,
    doer: &Person,
    today: Date,
) -> Result<(), NoteRefusal> {
    let known = notes(lines);
    let about = || known.iter().find(|note| Some(&note.line.id) == new.about.as_ref()).ok_or(NoteRefusal::Unknown);
    match new.kind {
        NoteKind::Answer => {
            may_answer(doer, finding)?;
            if about()?.withdrawal.is_some() {
                return Err(NoteRefusal::AlreadyWithdrawn);
            }
        }
        NoteKind::Withdrawal => {
            let note = about()?;
            if note.line.actor != doer.id {
                return Err(NoteRefusal::NotAuthor);
            }
            if note.withdrawal.is_some() {
                return Err(NoteRefusal::AlreadyWithdrawn);
            }
            if !note.answers.is_empty() {
                return Err(NoteRefusal::AlreadyAnswered);
            }
        }
        _ => {
            may_write(doer)?;
            if new.answer_by.is_some_and(|day| day < today) {
                return Err(NoteRefusal::AnswerBeforeToday);
            }
        }
    }
    if new.text.trim().is_empty() {
        return Err(NoteRefusal::Empty(new.kind));
    }
    if new.text.chars().count() > NOTE_TEXT_MAX {
        return Err(NoteRefusal::TooLong(NOTE_TEXT_MAX));
    }
    if new.date > today { Err(NoteRefusal::FutureDate) } else { Ok(()) }
}
