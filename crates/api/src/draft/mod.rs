//! Drafts of an import.

pub mod answer;
pub mod edit;
pub mod mapping;

use crate::offsets::to_utf16;
use crate::time::instant;
use crate::words::NodeKind;
use domain::draft::{SentenceState as State, Stretch, coverage};
use edit::DraftOwner;
use mapping::Mapping;
use serde::Serialize;
use std::collections::HashMap;
use usecases::DraftStanding;
use utoipa::ToSchema;

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DraftState {
    Open,
    Confirmed,
    Discarded,
}

impl From<DraftStanding> for DraftState {
    fn from(standing: DraftStanding) -> Self {
        match standing {
            DraftStanding::Open => Self::Open,
            DraftStanding::Confirmed => Self::Confirmed,
            DraftStanding::Discarded => Self::Discarded,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DraftCounts {
    pub findings: i64,
    pub measures: i64,
}

/// A draft in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftSummary {
    pub id: String,
    pub name: String,
    pub kind: String,
    pub state: DraftState,
    /// UTC.
    pub created_at: String,
    pub counts: DraftCounts,
}

impl From<&usecases::DraftSummary> for DraftSummary {
    fn from(d: &usecases::DraftSummary) -> Self {
        Self {
            id: d.id.0.clone(),
            name: d.name.clone(),
            kind: d.kind.clone(),
            state: d.standing.into(),
            created_at: instant(d.created_at),
            counts: DraftCounts { findings: d.counts.items, measures: d.counts.measures },
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DraftDocument {
    pub digest: String,
    pub format: &'static str,
    pub kind: String,
    pub title: Option<String>,
    pub name: String,
    pub paragraphs: usize,
    /// Without blanks.
    pub characters: usize,
}

#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SentenceState {
    Linked,
    Skipped,
    Open,
}

/// A sentence by its UTF-16 offsets in the paragraph.
#[derive(Debug, Serialize, ToSchema)]
pub struct Sentence {
    pub start: usize,
    pub end: usize,
    pub state: SentenceState,
    pub node_id: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Paragraph {
    /// From 1.
    pub n: usize,
    pub text: String,
    /// Automatic number, which is not part of the text.
    pub label: Option<String>,
    /// Where it stands in the file, in words.
    pub place: String,
    /// Level of the heading it holds.
    pub level: Option<u8>,
    pub sentences: Vec<Sentence>,
}

/// UTF-16 offsets in a paragraph, which counts from 1.
#[derive(Debug, Serialize, ToSchema)]
pub struct NodeSource {
    pub paragraph: u32,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DraftDeadline {
    pub text: String,
    pub date: Option<String>,
    pub kind: String,
}

/// What a column of a ledger says.
#[derive(Debug, Serialize, ToSchema)]
pub struct DraftField {
    pub name: String,
    pub text: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DraftNode {
    pub id: String,
    pub parent_id: Option<String>,
    /// Order among its siblings.
    pub position: usize,
    pub kind: NodeKind,
    pub label: String,
    pub title: String,
    pub text: String,
    pub sources: Vec<NodeSource>,
    pub status: Option<String>,
    pub deadlines: Vec<DraftDeadline>,
    pub owners: Vec<DraftOwner>,
    pub fields: Vec<DraftField>,
    pub checked: bool,
    pub skipped: bool,
}

/// A count, as a number where it is whole.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Count {
    Whole(u64),
    Decimal(String),
}

impl Count {
    fn new(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Decimal(text.to_owned()), Self::Whole)
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DraftTotalPart {
    pub label: String,
    pub count: Count,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DraftTotal {
    pub subject: String,
    pub unit: String,
    pub total: Count,
    pub parts: Vec<DraftTotalPart>,
    pub consistent: Option<bool>,
    pub paragraph: u32,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DraftProblem {
    pub code: &'static str,
    pub message: String,
    pub paragraph: Option<u32>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Coverage {
    pub sentences: usize,
    pub linked: usize,
    pub skipped: usize,
    pub open: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Checked {
    pub done: usize,
    pub all: usize,
}

/// A whole draft.
#[derive(Debug, Serialize, ToSchema)]
pub struct Draft {
    pub id: String,
    pub inspection_key: String,
    pub state: DraftState,
    pub version: i64,
    pub can_undo: bool,
    pub can_redo: bool,
    pub document: DraftDocument,
    pub paragraphs: Vec<Paragraph>,
    pub nodes: Vec<DraftNode>,
    pub totals: Vec<DraftTotal>,
    pub problems: Vec<DraftProblem>,
    pub coverage: Coverage,
    pub checked: Checked,
    pub mapping: Option<Mapping>,
    /// An earlier draft of the same file.
    pub duplicate_of: Option<String>,
}

impl From<&usecases::Draft> for Draft {
    fn from(d: &usecases::Draft) -> Self {
        let (record, structure) = (&d.record, &d.parsed.structure);
        let states: Vec<State> = d.sentences.iter().map(|(_, s)| s.clone()).collect();
        let covered = coverage(&states);
        let items = || d.state().nodes.iter().filter(|n| n.kind != domain::draft::NodeKind::Context);
        Self {
            id: record.id.0.clone(),
            inspection_key: d.inspection_key.clone(),
            state: record.standing.into(),
            version: record.version,
            can_undo: record.steps.current > record.steps.oldest,
            can_redo: record.steps.current < record.steps.newest,
            document: document(d),
            paragraphs: paragraphs(d),
            nodes: nodes(d),
            totals: structure.totals.iter().map(total).collect(),
            problems: structure.problems.iter().map(problem).collect(),
            coverage: Coverage {
                sentences: covered.sentences,
                linked: covered.linked,
                skipped: covered.skipped,
                open: covered.open,
            },
            checked: Checked { done: items().filter(|n| n.checked).count(), all: items().count() },
            mapping: record.mapping.as_ref().map(Mapping::from),
            duplicate_of: d.duplicate_of.as_ref().map(|id| id.0.clone()),
        }
    }
}

fn document(d: &usecases::Draft) -> DraftDocument {
    let document = &d.parsed.document;
    let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    DraftDocument {
        digest: document.digest.clone(),
        format: document.format.name(),
        kind: d.record.kind.clone(),
        title: d.parsed.structure.title.clone(),
        name: d.record.name.clone(),
        paragraphs: document.paragraphs.len(),
        characters: document.paragraphs.iter().map(|p| visible(&p.text)).sum(),
    }
}

fn total(t: &document::Total) -> DraftTotal {
    let part = |p: &document::Part| DraftTotalPart { label: p.label.clone(), count: Count::new(&p.count) };
    DraftTotal {
        subject: t.subject.clone(),
        unit: t.unit.clone(),
        total: Count::new(&t.total),
        parts: t.parts.iter().map(part).collect(),
        consistent: t.consistent,
        paragraph: t.span.paragraph + 1,
    }
}

fn problem(p: &document::Problem) -> DraftProblem {
    DraftProblem { code: p.code.name(), message: p.message.clone(), paragraph: p.paragraph.map(|n| n + 1) }
}

fn paragraphs(d: &usecases::Draft) -> Vec<Paragraph> {
    let paragraphs = &d.parsed.document.paragraphs;
    let mut sentences: Vec<Vec<Sentence>> = paragraphs.iter().map(|_| Vec::new()).collect();
    for (stretch, state) in &d.sentences {
        let text = paragraphs[stretch.paragraph as usize].text.as_str();
        let (state, node_id) = match state {
            State::Linked(id) => (SentenceState::Linked, Some(id.clone())),
            State::Skipped => (SentenceState::Skipped, None),
            State::Open => (SentenceState::Open, None),
        };
        let (start, end) = (to_utf16(text, stretch.start as usize), to_utf16(text, stretch.end as usize));
        sentences[stretch.paragraph as usize].push(Sentence { start, end, state, node_id });
    }
    let levels = levels(d);
    let paragraph = |(at, (p, sentences)): (usize, (&document::Paragraph, Vec<Sentence>))| Paragraph {
        n: at + 1,
        text: p.text.clone(),
        label: p.label.as_ref().map(|l| l.text.clone()),
        place: p.place.words(at),
        level: levels[at],
        sentences,
    };
    paragraphs.iter().zip(sentences).enumerate().map(paragraph).collect()
}

fn levels(d: &usecases::Draft) -> Vec<Option<u8>> {
    fn walk(nodes: &[document::Node], levels: &mut [Option<u8>]) {
        for node in nodes {
            let slot = &mut levels[node.paragraph as usize];
            *slot = slot.or(Some(node.level));
            walk(&node.children, levels);
        }
    }
    let mut levels = vec![None; d.parsed.document.paragraphs.len()];
    walk(&d.parsed.structure.outline, &mut levels);
    levels
}

fn nodes(d: &usecases::Draft) -> Vec<DraftNode> {
    let mut siblings: HashMap<Option<&str>, usize> = HashMap::new();
    let mut out = Vec::with_capacity(d.state().nodes.len());
    for n in &d.state().nodes {
        let next = siblings.entry(n.parent.as_deref()).or_default();
        out.push(node(d, n, *next));
        *next += 1;
    }
    out
}

fn node(d: &usecases::Draft, n: &domain::draft::Node, position: usize) -> DraftNode {
    let deadline = |x: &domain::draft::NodeDeadline| DraftDeadline {
        text: x.text.clone(),
        date: x.date.clone(),
        kind: x.kind.clone(),
    };
    let owner = |o: &domain::draft::NodeOwner| DraftOwner {
        role: o.role.clone(),
        text: o.text.clone(),
        unit_id: o.unit.clone(),
        person_id: o.person.clone(),
    };
    DraftNode {
        id: n.id.clone(),
        parent_id: n.parent.clone(),
        position,
        kind: NodeKind(n.kind),
        label: n.label.clone(),
        title: n.title.clone(),
        text: n.text.clone(),
        sources: n.sources.iter().map(|s| source(d, s)).collect(),
        status: n.status.clone(),
        deadlines: n.deadlines.iter().map(deadline).collect(),
        owners: n.owners.iter().map(owner).collect(),
        fields: n.fields.iter().map(|f| DraftField { name: f.name.clone(), text: f.text.clone() }).collect(),
        checked: n.checked,
        skipped: n.skipped,
    }
}

fn source(d: &usecases::Draft, s: &Stretch) -> NodeSource {
    let text = d.parsed.document.paragraphs.get(s.paragraph as usize).map_or("", |p| p.text.as_str());
    NodeSource {
        paragraph: s.paragraph + 1,
        start: to_utf16(text, s.start as usize),
        end: to_utf16(text, s.end as usize),
    }
}
