//! Drafts of an import.

use crate::offsets::{to_byte, to_utf16};
use document::ledger::{Field, Mapping};
use domain::draft::{Edit, NodeDeadline, NodeKind, NodeOwner, SentenceState, Stretch, coverage};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::HashMap;
use usecases::{Confirmation, Draft, DraftRecord, DraftStanding};

fn standing(standing: DraftStanding) -> &'static str {
    match standing {
        DraftStanding::Open => "open",
        DraftStanding::Confirmed => "confirmed",
        DraftStanding::Discarded => "discarded",
    }
}

fn instant(ms: i64) -> String {
    jiff::Timestamp::from_millisecond(ms).unwrap_or_default().to_string()
}

/// A draft in a list.
pub fn summary(d: &DraftRecord) -> Value {
    let nodes = &d.history[d.cursor].nodes;
    let findings = nodes.iter().filter(|n| n.kind.is_item()).count();
    let measures = nodes.iter().filter(|n| n.kind == NodeKind::Measure).count();
    json!({
        "id": d.id.as_str(), "name": d.name, "kind": d.kind, "state": standing(d.standing),
        "created_at": instant(d.created_at), "counts": {"findings": findings, "measures": measures},
    })
}

/// A whole draft.
pub fn draft(d: &Draft) -> Value {
    let document = &d.parsed.document;
    let structure = &d.parsed.structure;
    let states: Vec<SentenceState> = d.sentences.iter().map(|(_, s)| s.clone()).collect();
    let covered = coverage(&states);
    let items: Vec<_> = d.state().nodes.iter().filter(|n| n.kind != NodeKind::Context).collect();
    let number = |text: &str| text.parse::<u64>().map_or_else(|_| json!(text), |n| json!(n));
    json!({
        "id": d.record.id.as_str(),
        "inspection_key": d.inspection_key,
        "state": standing(d.record.standing),
        "version": d.record.version,
        "can_undo": d.record.cursor > 0,
        "can_redo": d.record.cursor + 1 < d.record.history.len(),
        "document": {
            "digest": document.digest, "format": document.format.name(), "kind": d.record.kind, "title": structure.title, "name": d.record.name,
            "paragraphs": document.paragraphs.len(),
            "characters": document.paragraphs.iter().map(|p| p.text.chars().filter(|c| !c.is_whitespace()).count()).sum::<usize>(),
        },
        "paragraphs": paragraphs(d),
        "nodes": nodes(d),
        "totals": structure.totals.iter().map(|t| json!({
            "subject": t.subject, "unit": t.unit, "total": number(&t.total),
            "parts": t.parts.iter().map(|p| json!({"label": p.label, "count": number(&p.count)})).collect::<Vec<_>>(),
            "consistent": t.consistent, "paragraph": t.span.paragraph + 1,
        })).collect::<Vec<_>>(),
        "problems": structure.problems.iter().map(|p| json!({"code": p.code.name(), "message": p.message, "paragraph": p.paragraph.map(|n| n + 1)})).collect::<Vec<_>>(),
        "coverage": {"sentences": covered.sentences, "linked": covered.linked, "skipped": covered.skipped, "open": covered.open},
        "checked": {"done": items.iter().filter(|n| n.checked).count(), "all": items.len()},
        "mapping": d.record.mapping.as_ref().map(mapping),
        "duplicate_of": d.duplicate_of.as_ref().map(|id| id.as_str()),
    })
}

fn mapping(m: &Mapping) -> Value {
    let columns: Vec<Value> = m
        .columns
        .iter()
        .map(|c| json!({"index": c.index, "header": c.header, "field": c.field.map(Field::name), "sample": c.sample}))
        .collect();
    json!({"sheet": m.sheet, "header_rows": m.header_rows, "columns": columns})
}

/// Paragraphs with their sentences; offsets in UTF-16.
fn paragraphs(d: &Draft) -> Vec<Value> {
    let paragraphs = &d.parsed.document.paragraphs;
    let mut sentences: Vec<Vec<Value>> = vec![Vec::new(); paragraphs.len()];
    for (stretch, state) in &d.sentences {
        let text = paragraphs[stretch.paragraph as usize].text.as_str();
        let (name, node) = match state {
            SentenceState::Linked(id) => ("linked", Some(id)),
            SentenceState::Skipped => ("skipped", None),
            SentenceState::Open => ("open", None),
        };
        sentences[stretch.paragraph as usize].push(json!({
            "start": to_utf16(text, stretch.start as usize), "end": to_utf16(text, stretch.end as usize), "state": name, "node_id": node,
        }));
    }
    let levels = levels(d);
    paragraphs
        .iter()
        .zip(sentences)
        .enumerate()
        .map(|(at, (p, sentences))| {
            let label = p.label.as_ref().map(|l| l.text.as_str());
            json!({"n": at + 1, "text": p.text, "label": label, "place": p.place.words(at), "level": levels[at], "sentences": sentences})
        })
        .collect()
}

fn levels(d: &Draft) -> Vec<Option<u8>> {
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

fn nodes(d: &Draft) -> Vec<Value> {
    let mut siblings: HashMap<Option<&str>, usize> = HashMap::new();
    d.state()
        .nodes
        .iter()
        .map(|n| {
            let next = siblings.entry(n.parent.as_deref()).or_default();
            let position = *next;
            *next += 1;
            let sources: Vec<Value> = n.sources.iter().map(|s| stretch(d, s)).collect();
            json!({
                "id": n.id, "parent_id": n.parent, "position": position, "kind": n.kind.name(), "label": n.label, "title": n.title, "text": n.text,
                "sources": sources, "status": n.status,
                "deadlines": n.deadlines.iter().map(|x| json!({"text": x.text, "date": x.date, "kind": x.kind})).collect::<Vec<_>>(),
                "owners": n.owners.iter().map(|o| json!({"role": o.role, "text": o.text, "unit_id": o.unit, "person_id": o.person})).collect::<Vec<_>>(),
                "checked": n.checked, "skipped": n.skipped,
            })
        })
        .collect()
}

fn stretch(d: &Draft, s: &Stretch) -> Value {
    let text = d.parsed.document.paragraphs.get(s.paragraph as usize).map_or("", |p| p.text.as_str());
    json!({"paragraph": s.paragraph + 1, "start": to_utf16(text, s.start as usize), "end": to_utf16(text, s.end as usize)})
}

#[derive(Debug, Deserialize)]
pub struct VersionBody {
    pub version: i64,
}

#[derive(Debug, Deserialize)]
pub struct EditBody {
    pub version: i64,
    pub edit: EditJson,
}

#[derive(Debug, Deserialize)]
pub struct OwnerJson {
    pub role: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub unit_id: Option<String>,
    #[serde(default)]
    pub person_id: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum EditJson {
    SetText {
        node: String,
        title: Option<String>,
        text: Option<String>,
    },
    SetKind {
        node: String,
        kind: String,
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
    Split {
        node: String,
        at: usize,
    },
    Create {
        kind: String,
        parent: Option<String>,
        paragraph: u32,
        start: usize,
        end: usize,
    },
    Attach {
        node: String,
        paragraph: u32,
        start: usize,
        end: usize,
    },
    Remove {
        node: String,
    },
    Skip {
        paragraph: u32,
        start: usize,
        end: usize,
    },
    Unskip {
        paragraph: u32,
        start: usize,
        end: usize,
    },
    Check {
        node: String,
        checked: bool,
    },
    CheckAll {},
    Assign {
        node: String,
        owners: Vec<OwnerJson>,
    },
    SetDeadline {
        node: String,
        date: Option<String>,
        #[serde(default)]
        text: Option<String>,
    },
}

impl EditJson {
    /// The edit with offsets in bytes; `texts` are the paragraphs, `node_text` gives a node's text.
    pub fn into_edit(self, texts: &[&str], node_text: impl Fn(&str) -> String) -> Edit {
        let source = |paragraph: u32, start: usize, end: usize| {
            let index = paragraph.saturating_sub(1);
            let text = texts.get(index as usize).copied().unwrap_or_default();
            Stretch { paragraph: index, start: to_byte(text, start) as u32, end: to_byte(text, end) as u32 }
        };
        let kind = |name: &str| NodeKind::from_name(name).unwrap_or(NodeKind::Finding);
        match self {
            Self::SetText { node, title, text } => Edit::SetText { node, title, text },
            Self::SetKind { node, kind: name } => Edit::SetKind { node, kind: kind(&name) },
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
            Self::Create { kind: name, parent, paragraph, start, end } => {
                Edit::Create { kind: kind(&name), parent, source: source(paragraph, start, end) }
            }
            Self::Attach { node, paragraph, start, end } => {
                Edit::Attach { node, source: source(paragraph, start, end) }
            }
            Self::Remove { node } => Edit::Remove { node },
            Self::Skip { paragraph, start, end } => Edit::Skip { source: source(paragraph, start, end) },
            Self::Unskip { paragraph, start, end } => Edit::Unskip { source: source(paragraph, start, end) },
            Self::Check { node, checked } => Edit::Check { node, checked },
            Self::CheckAll {} => Edit::CheckAll,
            Self::Assign { node, owners } => Edit::Assign {
                node,
                owners: owners
                    .into_iter()
                    .map(|o| NodeOwner { role: o.role, text: o.text, unit: o.unit_id, person: o.person_id })
                    .collect(),
            },
            Self::SetDeadline { node, date, text } => {
                let deadline = date.map(|date| NodeDeadline {
                    text: text.unwrap_or_else(|| date.clone()),
                    date: Some(date),
                    kind: "absolute".to_owned(),
                });
                Edit::SetDeadline { node, deadline }
            }
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct MappingColumnBody {
    pub index: u32,
    pub field: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct MappingBody {
    pub version: i64,
    pub columns: Vec<MappingColumnBody>,
    #[serde(default)]
    pub header_rows: Option<u32>,
    #[serde(default)]
    pub remember: bool,
}

#[derive(Debug, Deserialize)]
pub struct ConfirmBody {
    pub version: i64,
    #[serde(default)]
    pub skip_open: bool,
}

#[derive(Debug, Serialize)]
pub struct ConfirmationJson {
    pub created: Value,
    pub updated: Value,
    pub keys: Vec<String>,
}

impl From<Confirmation> for ConfirmationJson {
    fn from(c: Confirmation) -> Self {
        Self {
            created: json!({"findings": c.findings_created, "measures": c.measures_created}),
            updated: json!({"findings": c.findings_updated, "measures": 0}),
            keys: c.keys,
        }
    }
}
