//! Edits that move nodes about.

use super::edit::index;
use super::{DraftState, EditRefusal, NodeKind};

pub(super) fn set_parent(
    state: &mut DraftState,
    id: &str,
    parent: Option<String>,
    position: usize,
) -> Result<(), EditRefusal> {
    let at = index(state, id)?;
    if let Some(parent) = &parent {
        index(state, parent)?;
        if state.is_within(parent, id) {
            return Err(EditRefusal::IntoItself);
        }
    }
    let mut node = state.nodes.remove(at);
    node.parent = parent;
    node.kind = kind_below(state, node.parent.as_deref(), node.kind);
    let siblings = state.children(node.parent.as_deref());
    let to = siblings.get(position).copied().unwrap_or(state.nodes.len());
    state.nodes.insert(to, node);
    Ok(())
}

/// Below an item stands a measure; a measure that leaves its item becomes a finding.
fn kind_below(state: &DraftState, parent: Option<&str>, kind: NodeKind) -> NodeKind {
    let parent_kind = parent.and_then(|id| state.find(id)).map(|at| state.nodes[at].kind);
    match (parent_kind, kind) {
        (Some(parent), _) if parent.is_item() => NodeKind::Measure,
        (_, NodeKind::Measure) => NodeKind::Finding,
        (_, kind) => kind,
    }
}

/// Place among the siblings.
fn place(state: &DraftState, id: &str) -> Result<(Option<String>, usize, Vec<usize>), EditRefusal> {
    let at = index(state, id)?;
    let parent = state.nodes[at].parent.clone();
    let siblings = state.children(parent.as_deref());
    let position = siblings.iter().position(|s| *s == at).unwrap_or(0);
    Ok((parent, position, siblings))
}

/// Up one level, right after the old parent.
pub(super) fn promote(state: &mut DraftState, id: &str) -> Result<(), EditRefusal> {
    let (parent, ..) = place(state, id)?;
    let Some(parent) = parent else { return Err(EditRefusal::AtTheEnd("最高一级")) };
    let (grandparent, position, _) = place(state, &parent)?;
    set_parent(state, id, grandparent, position + 1)
}

/// Down one level, as the last child of the sibling before.
pub(super) fn demote(state: &mut DraftState, id: &str) -> Result<(), EditRefusal> {
    let (_, position, siblings) = place(state, id)?;
    let Some(before) = position.checked_sub(1) else {
        return Err(EditRefusal::AtTheEnd("同级第一项，没有可归入的上级"));
    };
    let parent = state.nodes[siblings[before]].id.clone();
    let last = state.children(Some(&parent)).len();
    set_parent(state, id, Some(parent), last)
}

pub(super) fn move_up(state: &mut DraftState, id: &str) -> Result<(), EditRefusal> {
    let (parent, position, _) = place(state, id)?;
    let Some(before) = position.checked_sub(1) else { return Err(EditRefusal::AtTheEnd("第一项")) };
    set_parent(state, id, parent, before)
}

pub(super) fn move_down(state: &mut DraftState, id: &str) -> Result<(), EditRefusal> {
    let (parent, position, siblings) = place(state, id)?;
    if position + 1 >= siblings.len() {
        return Err(EditRefusal::AtTheEnd("最后一项"));
    }
    set_parent(state, id, parent, position + 1)
}

/// Removes a node with all below it; its sentences become open again.
pub(super) fn remove(state: &mut DraftState, id: &str) -> Result<(), EditRefusal> {
    index(state, id)?;
    let gone: Vec<String> = state.nodes.iter().filter(|n| state.is_within(&n.id, id)).map(|n| n.id.clone()).collect();
    state.nodes.retain(|n| !gone.contains(&n.id));
    Ok(())
}
