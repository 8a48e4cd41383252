//! Edits of wording: set, split, merge, make from selected text.

use super::edit::{existing, index};
use super::{DraftState, EditRefusal, Node, NodeKind, Stretch};

pub(super) fn set(
    state: &mut DraftState,
    id: &str,
    title: Option<String>,
    text: Option<String>,
) -> Result<(), EditRefusal> {
    let at = index(state, id)?;
    let node = &mut state.nodes[at];
    let title = title.unwrap_or_else(|| node.title.clone());
    let text = text.unwrap_or_else(|| node.text.clone());
    if title.trim().is_empty() && text.trim().is_empty() {
        return Err(EditRefusal::Empty);
    }
    node.title = title.trim().to_owned();
    node.text = text.trim().to_owned();
    Ok(())
}

/// The second part becomes the next sibling; sources follow the text where it can be found in them.
pub(super) fn split(state: &mut DraftState, id: &str, at: usize, paragraphs: &[&str]) -> Result<(), EditRefusal> {
    let place = index(state, id)?;
    let node = state.nodes[place].clone();
    let (head, tail) = node.text.split_at_checked(at).ok_or(EditRefusal::SplitAtEdge)?;
    if head.trim().is_empty() || tail.trim().is_empty() {
        return Err(EditRefusal::SplitAtEdge);
    }
    let (first, second) = split_sources(&node.sources, tail.trim(), paragraphs);
    let new = Node {
        id: state.new_id(),
        label: String::new(),
        title: first_sentence(tail),
        text: tail.trim().to_owned(),
        sources: second,
        checked: false,
        ..node.clone()
    };
    let old = &mut state.nodes[place];
    old.text = head.trim().to_owned();
    old.title = if head.contains(&old.title) { old.title.clone() } else { first_sentence(head) };
    old.sources = first;
    state.nodes.insert(place + 1, new);
    Ok(())
}

/// Characters of the second part that must be found in a source.
const PROBE_CHARACTERS: usize = 12;

fn split_sources(sources: &[Stretch], tail: &str, paragraphs: &[&str]) -> (Vec<Stretch>, Vec<Stretch>) {
    let probe: String = tail.lines().next().unwrap_or_default().chars().take(PROBE_CHARACTERS).collect();
    let found = sources.iter().enumerate().find_map(|(n, s)| {
        let text = paragraphs.get(s.paragraph as usize)?.get(s.start as usize..s.end as usize)?;
        text.find(&probe).filter(|at| *at > 0 || n > 0).map(|at| (n, s.start + at as u32))
    });
    let Some((n, cut)) = found.filter(|_| !probe.is_empty()) else { return (sources.to_vec(), sources.to_vec()) };
    let whole = sources[n];
    let mut first = sources[..n].to_vec();
    let mut second = vec![Stretch { start: cut, ..whole }];
    if cut > whole.start {
        first.push(Stretch { end: cut, ..whole });
    }
    second.extend_from_slice(&sources[n + 1..]);
    (first, second)
}

fn first_sentence(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let end = line.find('。').unwrap_or(line.len());
    line[..end].trim_end_matches(['；', '，']).to_owned()
}

/// Merges into the first: wording joined, sources united, children taken over.
pub(super) fn merge(state: &mut DraftState, ids: &[String]) -> Result<(), EditRefusal> {
    if ids.len() < 2 {
        return Err(EditRefusal::TooFew);
    }
    for id in ids {
        index(state, id)?;
    }
    let (first, rest) = (&ids[0], &ids[1..]);
    if rest.iter().any(|id| id != first && state.is_within(first, id)) {
        return Err(EditRefusal::IntoItself);
    }
    for id in rest.iter().filter(|id| *id != first) {
        let Some(at) = state.find(id) else { continue };
        let gone = state.nodes.remove(at);
        for node in state.nodes.iter_mut().filter(|n| n.parent.as_deref() == Some(id)) {
            node.parent = Some(first.clone());
        }
        let Some(target) = state.find(first) else { continue };
        absorb(&mut state.nodes[target], gone);
    }
    Ok(())
}

fn absorb(target: &mut Node, gone: Node) {
    let joined = if target.text.is_empty() { gone.text } else { format!("{}\n{}", target.text, gone.text) };
    target.text = joined.trim().to_owned();
    for source in gone.sources {
        if !target.sources.contains(&source) {
            target.sources.push(source);
        }
    }
    for owner in gone.owners {
        if !target.owners.contains(&owner) {
            target.owners.push(owner);
        }
    }
    for deadline in gone.deadlines {
        if !target.deadlines.contains(&deadline) {
            target.deadlines.push(deadline);
        }
    }
    for field in gone.fields {
        match target.fields.iter_mut().find(|f| f.name == field.name) {
            Some(same) if same.text != field.text => same.text = format!("{}\n{}", same.text, field.text),
            Some(_) => {}
            None => target.fields.push(field),
        }
    }
    target.status = target.status.take().or(gone.status);
    target.checked = false;
}

pub(super) fn create(
    state: &mut DraftState,
    kind: NodeKind,
    parent: Option<String>,
    source: Stretch,
    paragraphs: &[&str],
) -> Result<(), EditRefusal> {
    let text = existing(source, paragraphs)?.trim().to_owned();
    if let Some(parent) = &parent {
        index(state, parent)?;
    }
    state.skipped.retain(|s| !s.overlaps(&source));
    let node = Node {
        id: state.new_id(),
        parent,
        kind,
        label: String::new(),
        title: first_sentence(&text),
        text,
        sources: vec![source],
        status: None,
        deadlines: Vec::new(),
        owners: Vec::new(),
        fields: Vec::new(),
        checked: false,
        skipped: false,
    };
    // Among its siblings the new node stands where its text stands in the source.
    let after = |n: &Node| n.parent == node.parent && n.sources.first().is_some_and(|s| *s > source);
    let place = state.nodes.iter().position(after).unwrap_or(state.nodes.len());
    state.nodes.insert(place, node);
    Ok(())
}

pub(super) fn attach(
    state: &mut DraftState,
    id: &str,
    source: Stretch,
    paragraphs: &[&str],
) -> Result<(), EditRefusal> {
    let text = existing(source, paragraphs)?.trim().to_owned();
    let at = index(state, id)?;
    state.skipped.retain(|s| !s.overlaps(&source));
    let node = &mut state.nodes[at];
    if !node.sources.contains(&source) {
        node.sources.push(source);
        node.text = if node.text.is_empty() { text } else { format!("{}\n{text}", node.text) };
    }
    Ok(())
}
