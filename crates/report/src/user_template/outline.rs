//! The pieces of a story as loops, conditions and what stands in them.

use super::vocabulary::{Kind, OBJECTS};
use document::template::{Piece, Statement, Tag};

/// A part of a story.
#[derive(Debug)]
pub(super) enum Node<'t> {
    Piece(&'t Piece),
    Value { tag: &'t Tag, number: usize, text: &'t str },
    For { name: &'t str, list: &'t str, number: usize, body: Vec<Node<'t>>, when_empty: WhenEmpty },
    If { branches: Vec<(Option<&'t str>, Vec<Node<'t>>)>, number: usize },
}

/// What a loop over nothing leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WhenEmpty {
    Nothing,
    /// Its rows once, empty: a form keeps a row to write in, and sums keep something to point at.
    BlankRows,
}

/// Reads pieces up to the end of the block they are in; `number` counts tags.
pub(super) fn nodes<'t>(
    pieces: &mut std::slice::Iter<'t, Piece>,
    number: &mut usize,
    depth: usize,
) -> (Vec<Node<'t>>, Option<&'t Statement>) {
    let mut nodes = Vec::new();
    while let Some(piece) = pieces.next() {
        let Piece::Tag(tag) = piece else {
            nodes.push(Node::Piece(piece));
            continue;
        };
        let own = *number;
        *number += 1;
        match &tag.statement {
            Statement::Value(text) => nodes.push(Node::Value { tag, number: own, text }),
            Statement::Comment => {}
            Statement::For { name, list } => {
                let (body, _) = self::nodes(pieces, number, depth + 1);
                let rows = (depth == 0 || tag.source.is_empty()) && has_rows(&body);
                let when_empty = if rows { WhenEmpty::BlankRows } else { WhenEmpty::Nothing };
                nodes.push(Node::For { name, list, number: own, body, when_empty });
            }
            Statement::If(condition) => {
                let mut branches = Vec::new();
                let mut next = Some(condition.as_str());
                loop {
                    let (body, end) = self::nodes(pieces, number, depth + 1);
                    branches.push((next, body));
                    match end {
                        Some(Statement::Elif(condition)) => next = Some(condition),
                        Some(Statement::Else) => next = None,
                        _ => break,
                    }
                }
                nodes.push(Node::If { branches, number: own });
            }
            end @ (Statement::EndFor | Statement::EndIf | Statement::Elif(_) | Statement::Else) => {
                return (nodes, Some(end));
            }
        }
    }
    (nodes, None)
}

fn has_rows(nodes: &[Node<'_>]) -> bool {
    nodes.iter().any(|node| match node {
        Node::Piece(piece) => matches!(piece, Piece::RowStart(_)),
        Node::For { body, .. } => has_rows(body),
        Node::If { branches, .. } => branches.iter().any(|(_, body)| has_rows(body)),
        Node::Value { .. } => false,
    })
}

/// What a loop with a wrong list probably runs over, by the name it gives.
pub(super) fn guessed(name: &str) -> Kind {
    OBJECTS.iter().find(|object| object.word == name).map_or(Kind::Finding, |object| object.kind)
}
