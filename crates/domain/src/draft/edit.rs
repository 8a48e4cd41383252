//! The edits a person can make, and why one may be refused.

use super::{DraftState, NodeDeadline, NodeKind, NodeOwner, Stretch, structure, text};

/// An edit. Offsets are bytes on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    SetText {
        node: String,
        title: Option<String>,
        text: Option<String>,
    },
    SetKind {
        node: String,
        kind: NodeKind,
    },
    SetParent {
        node: String,
        parent: Option<String>,
        position: usize,
    },
    Promote {
        node: String,
    },
    Demote {
        node: String,
    },
    MoveUp {
        node: String,
    },
    MoveDown {
        node: String,
    },
    Merge {
        nodes: Vec<String>,
    },
    /// `at` is a byte of the node's text.
    Split {
        node: String,
        at: usize,
    },
    Create {
        kind: NodeKind,
        parent: Option<String>,
        source: Stretch,
    },
    /// Adds a stretch to a node that exists.
    Attach {
        node: String,
        source: Stretch,
    },
    Remove {
        node: String,
    },
    Skip {
        source: Stretch,
    },
    Unskip {
        source: Stretch,
    },
    Check {
        node: String,
        checked: bool,
    },
    CheckAll,
    Assign {
        node: String,
        owners: Vec<NodeOwner>,
    },
    SetDeadline {
        node: String,
        deadline: Option<NodeDeadline>,
    },
}

/// Why an edit was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditRefusal {
    #[error("节点 {0} 已不存在，请刷新后重试。")]
    Unknown(String),
    #[error("不能把节点移到它自己的下级。")]
    IntoItself,
    #[error("已经是{0}，不能再移动。")]
    AtTheEnd(&'static str),
    #[error("合并至少需要两个节点。")]
    TooFew,
    #[error("拆分位置须在文字中间。")]
    SplitAtEdge,
    #[error("所选文字在第 {paragraph} 段中不存在，请重新选取。")]
    NoSuchText { paragraph: u32 },
    #[error("题目和正文不能都为空。")]
    Empty,
    #[error("措施“{0}”须放在某个问题或意见建议之下，请先把它移到所属的问题下面，或改为问题。")]
    MeasureAlone(String),
}

/// Makes an edit. `paragraphs` are the texts of the source. On refusal the state is unchanged.
pub fn apply(state: &mut DraftState, edit: Edit, paragraphs: &[&str]) -> Result<(), EditRefusal> {
    let mut next = state.clone();
    make(&mut next, edit, paragraphs)?;
    // A measure without its problem would be lost when the draft is confirmed.
    if let Some(alone) = next.lonely_measures().find(|m| !state.lonely_measures().any(|known| known.id == m.id)) {
        return Err(EditRefusal::MeasureAlone(alone.caption().to_owned()));
    }
    *state = next;
    Ok(())
}

fn make(state: &mut DraftState, edit: Edit, paragraphs: &[&str]) -> Result<(), EditRefusal> {
    match edit {
        Edit::SetText { node, title, text } => text::set(state, &node, title, text),
        Edit::Split { node, at } => text::split(state, &node, at, paragraphs),
        Edit::Merge { nodes } => text::merge(state, &nodes),
        Edit::Create { kind, parent, source } => text::create(state, kind, parent, source, paragraphs),
        Edit::Attach { node, source } => text::attach(state, &node, source, paragraphs),
        Edit::SetParent { node, parent, position } => structure::set_parent(state, &node, parent, position),
        Edit::Promote { node } => structure::promote(state, &node),
        Edit::Demote { node } => structure::demote(state, &node),
        Edit::MoveUp { node } => structure::move_up(state, &node),
        Edit::MoveDown { node } => structure::move_down(state, &node),
        Edit::Remove { node } => structure::remove(state, &node),
        Edit::Skip { source } => skip(state, source, paragraphs),
        Edit::Unskip { source } => unskip(state, source),
        Edit::CheckAll => {
            state.nodes.iter_mut().for_each(|n| n.checked = true);
            Ok(())
        }
        Edit::SetKind { node, kind } => change(state, &node, |n| n.kind = kind),
        Edit::Check { node, checked } => change(state, &node, |n| n.checked = checked),
        Edit::Assign { node, owners } => change(state, &node, |n| n.owners = owners),
        Edit::SetDeadline { node, deadline } => change(state, &node, |n| n.deadlines = deadline.into_iter().collect()),
    }
}

fn change(state: &mut DraftState, id: &str, set: impl FnOnce(&mut super::Node)) -> Result<(), EditRefusal> {
    let at = index(state, id)?;
    set(&mut state.nodes[at]);
    Ok(())
}

pub(super) fn index(state: &DraftState, id: &str) -> Result<usize, EditRefusal> {
    state.find(id).ok_or_else(|| EditRefusal::Unknown(id.to_owned()))
}

/// The stretch must be text of its paragraph.
pub(super) fn existing<'a>(source: Stretch, paragraphs: &[&'a str]) -> Result<&'a str, EditRefusal> {
    let text =
        paragraphs.get(source.paragraph as usize).and_then(|p| p.get(source.start as usize..source.end as usize));
    text.filter(|t| !t.trim().is_empty()).ok_or(EditRefusal::NoSuchText { paragraph: source.paragraph + 1 })
}

fn skip(state: &mut DraftState, source: Stretch, paragraphs: &[&str]) -> Result<(), EditRefusal> {
    existing(source, paragraphs)?;
    if !state.skipped.contains(&source) {
        state.skipped.push(source);
    }
    Ok(())
}

fn unskip(state: &mut DraftState, source: Stretch) -> Result<(), EditRefusal> {
    state.skipped.retain(|s| !s.overlaps(&source));
    Ok(())
}
