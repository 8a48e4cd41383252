//! Edits of a draft.

use crate::offsets::to_byte;
use crate::time::Day;
use crate::words::NodeKind;
use domain::draft::{Edit, NodeDeadline, NodeOwner, Stretch};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Deserialize, ToSchema)]
pub struct EditBody {
    pub version: i64,
    pub edit: DraftEdit,
}

/// Who is named, and whom that means.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct DraftOwner {
    /// `leader`, `lead_unit`, `co_unit`, `owner` or `reviewer`.
    pub role: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub unit_id: Option<String>,
    #[serde(default)]
    pub person_id: Option<String>,
}

/// An edit. Paragraphs count from 1; offsets are UTF-16.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum DraftEdit {
    SetText { node: String, title: Option<String>, text: Option<String> },
    SetKind { node: String, kind: NodeKind },
    SetParent { node: String, parent: Option<String>, position: usize },
    Promote { node: String },
    Demote { node: String },
    MoveUp { node: String },
    MoveDown { node: String },
    Merge { nodes: Vec<String> },
    Split { node: String, at: usize },
    Create { kind: NodeKind, parent: Option<String>, paragraph: u32, start: usize, end: usize },
    Attach { node: String, paragraph: u32, start: usize, end: usize },
    Remove { node: String },
    Skip { paragraph: u32, start: usize, end: usize },
    Unskip { paragraph: u32, start: usize, end: usize },
    Check { node: String, checked: bool },
    CheckAll {},
    Assign { node: String, owners: Vec<DraftOwner> },
    SetDeadline { node: String, date: Option<Day>, text: Option<String> },
}

impl DraftEdit {
    /// The edit with byte offsets. `texts` are the paragraphs; `node_text` gives the text of a node.
    pub fn into_edit(self, texts: &[&str], node_text: impl Fn(&str) -> String) -> Edit {
        let source = |paragraph: u32, start: usize, end: usize| {
            let index = paragraph.saturating_sub(1);
            let text = texts.get(index as usize).copied().unwrap_or_default();
            Stretch { paragraph: index, start: to_byte(text, start) as u32, end: to_byte(text, end) as u32 }
        };
        match self {
            Self::SetText { node, title, text } => Edit::SetText { node, title, text },
            Self::SetKind { node, kind } => Edit::SetKind { node, kind: kind.into() },
            Self::SetParent { node, parent, position } => Edit::SetParent { node, parent, position },
            Self::Promote { node } => Edit::Promote { node },
            Self::Demote { node } => Edit::Demote { node },
            Self::MoveUp { node } => Edit::MoveUp { node },
            Self::MoveDown { node } => Edit::MoveDown { node },
            Self::Merge { nodes } => Edit::Merge { nodes },
            Self::Split { node, at } => {
                let at = to_byte(&node_text(&node), at);
                Edit::Split { node, at }
            }
            Self::Create { kind, parent, paragraph, start, end } => {
                Edit::Create { kind: kind.into(), parent, source: source(paragraph, start, end) }
            }
            Self::Attach { node, paragraph, start, end } => {
                Edit::Attach { node, source: source(paragraph, start, end) }
            }
            Self::Remove { node } => Edit::Remove { node },
            Self::Skip { paragraph, start, end } => Edit::Skip { source: source(paragraph, start, end) },
            Self::Unskip { paragraph, start, end } => Edit::Unskip { source: source(paragraph, start, end) },
            Self::Check { node, checked } => Edit::Check { node, checked },
            Self::CheckAll {} => Edit::CheckAll,
            Self::Assign { node, owners } => Edit::Assign { node, owners: owners.into_iter().map(owner).collect() },
            Self::SetDeadline { node, date, text } => Edit::SetDeadline { node, deadline: deadline(date, text) },
        }
    }
}

fn owner(o: DraftOwner) -> NodeOwner {
    NodeOwner { role: o.role, text: o.text, unit: o.unit_id, person: o.person_id }
}

/// A date, or words that stand for none: 长期坚持, 立行立改.
fn deadline(date: Option<Day>, text: Option<String>) -> Option<NodeDeadline> {
    let text = text.filter(|t| !t.trim().is_empty());
    match (date, text) {
        (Some(Day(date)), text) => Some(NodeDeadline {
            text: text.unwrap_or_else(|| date.to_string()),
            date: Some(date.to_string()),
            kind: "absolute".to_owned(),
        }),
        (None, Some(text)) => {
            let parsed = document::deadline_of(&text);
            Some(NodeDeadline {
                date: parsed.as_ref().and_then(|d| d.date.clone()),
                kind: parsed.map_or("relative", |d| d.kind.name()).to_owned(),
                text,
            })
        }
        (None, None) => None,
    }
}
