//! The draft of an import: a tree of nodes beside the source, edited until a person confirms it.

mod coverage;
mod edit;
mod structure;
mod text;

pub use coverage::{Coverage, SentenceState, coverage, sentence_states};
pub use edit::{Edit, EditRefusal, apply};

use crate::words::words;

words!(
    /// What a node becomes when the draft is confirmed.
    NodeKind {
        Area => "area" "方面",
        Finding => "finding" "问题",
        Recommendation => "recommendation" "意见建议",
        Measure => "measure" "措施",
        Context => "context" "背景",
    }
);

impl NodeKind {
    /// Findings and recommendations become items of the ledger.
    pub fn is_item(self) -> bool {
        matches!(self, Self::Finding | Self::Recommendation)
    }
}

/// A stretch of the source: paragraph from 0, bytes of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stretch {
    pub paragraph: u32,
    pub start: u32,
    pub end: u32,
}

impl Stretch {
    fn overlaps(&self, other: &Self) -> bool {
        self.paragraph == other.paragraph && self.start < other.end && other.start < self.end
    }
}

/// Who is named, and whom that means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NodeOwner {
    pub role: String,
    pub text: String,
    pub unit: Option<String>,
    pub person: Option<String>,
}

/// A deadline as the source words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeDeadline {
    pub text: String,
    pub date: Option<String>,
    pub kind: String,
}

/// What a column of a ledger says of an item: wire name of the field, and the cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeField {
    pub name: String,
    pub text: String,
}

/// A node of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    pub id: String,
    pub parent: Option<String>,
    pub kind: NodeKind,
    pub label: String,
    pub title: String,
    pub text: String,
    pub sources: Vec<Stretch>,
    pub status: Option<String>,
    pub deadlines: Vec<NodeDeadline>,
    pub owners: Vec<NodeOwner>,
    pub fields: Vec<NodeField>,
    pub checked: bool,
    pub skipped: bool,
}

impl Node {
    /// The title, or else the text.
    pub fn caption(&self) -> &str {
        if self.title.is_empty() { &self.text } else { &self.title }
    }
}

/// The state that edits change and undo restores. Siblings stand in the order of `nodes`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftState {
    pub nodes: Vec<Node>,
    /// Stretches that a person put aside.
    pub skipped: Vec<Stretch>,
    /// Number of the next new node.
    pub next: u32,
}

impl DraftState {
    /// Index of a node.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.id == id)
    }

    /// Indices of the children of a node (or of the roots), in order.
    pub fn children(&self, parent: Option<&str>) -> Vec<usize> {
        (0..self.nodes.len()).filter(|at| self.nodes[*at].parent.as_deref() == parent).collect()
    }

    /// Measures that stand below no finding and no recommendation.
    pub fn lonely_measures(&self) -> impl Iterator<Item = &Node> {
        let items: std::collections::HashSet<&str> =
            self.nodes.iter().filter(|n| n.kind.is_item() && !n.skipped).map(|n| n.id.as_str()).collect();
        self.nodes.iter().filter(move |n| {
            n.kind == NodeKind::Measure && !n.skipped && !n.parent.as_deref().is_some_and(|id| items.contains(id))
        })
    }

    /// True when `id` is `root` or stands below it.
    pub fn is_within(&self, id: &str, root: &str) -> bool {
        let mut next = Some(id);
        for _ in 0..=self.nodes.len() {
            match next {
                Some(current) if current == root => return true,
                Some(current) => next = self.find(current).and_then(|at| self.nodes[at].parent.as_deref()),
                None => return false,
            }
        }
        false
    }

    fn new_id(&mut self) -> String {
        self.next += 1;
        format!("n{}", self.next)
    }
}
