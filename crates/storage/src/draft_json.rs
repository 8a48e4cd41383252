//! Draft states and column mappings as stored text.

use document::ledger::{Column, Field, Mapping};
use domain::draft::{DraftState, Node, NodeDeadline, NodeField, NodeKind, NodeOwner, Stretch};
use serde_json::{Value as Json, json};

fn stretch_json(s: &Stretch) -> Json {
    json!([s.paragraph, s.start, s.end])
}

fn stretch(json: &Json) -> Option<Stretch> {
    let number = |at: usize| json[at].as_u64().and_then(|n| u32::try_from(n).ok());
    Some(Stretch { paragraph: number(0)?, start: number(1)?, end: number(2)? })
}

fn list<T>(json: &Json, from: fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    json.as_array()?.iter().map(from).collect()
}

fn text(json: &Json) -> Option<String> {
    json.as_str().map(str::to_owned)
}

fn node_json(n: &Node) -> Json {
    json!({
        "id": n.id,
        "parent": n.parent,
        "kind": n.kind.name(),
        "label": n.label,
        "title": n.title,
        "text": n.text,
        "sources": n.sources.iter().map(stretch_json).collect::<Vec<_>>(),
        "status": n.status,
        "deadlines": n.deadlines.iter().map(|d| json!([d.text, d.date, d.kind])).collect::<Vec<_>>(),
        "owners": n.owners.iter().map(|o| json!([o.role, o.text, o.unit, o.person])).collect::<Vec<_>>(),
        "fields": n.fields.iter().map(|f| json!([f.name, f.text])).collect::<Vec<_>>(),
        "checked": n.checked,
        "skipped": n.skipped,
    })
}

fn node(json: &Json) -> Option<Node> {
    Some(Node {
        id: text(&json["id"])?,
        parent: text(&json["parent"]),
        kind: NodeKind::from_name(json["kind"].as_str()?)?,
        label: text(&json["label"])?,
        title: text(&json["title"])?,
        text: text(&json["text"])?,
        sources: list(&json["sources"], stretch)?,
        status: text(&json["status"]),
        deadlines: list(&json["deadlines"], |d| {
            Some(NodeDeadline { text: text(&d[0])?, date: text(&d[1]), kind: text(&d[2])? })
        })?,
        owners: list(&json["owners"], |o| {
            Some(NodeOwner { role: text(&o[0])?, text: text(&o[1])?, unit: text(&o[2]), person: text(&o[3]) })
        })?,
        fields: list(&json["fields"], |f| Some(NodeField { name: text(&f[0])?, text: text(&f[1])? }))?,
        checked: json["checked"].as_bool()?,
        skipped: json["skipped"].as_bool()?,
    })
}

fn state_json(state: &DraftState) -> Json {
    json!({
        "nodes": state.nodes.iter().map(node_json).collect::<Vec<_>>(),
        "skipped": state.skipped.iter().map(stretch_json).collect::<Vec<_>>(),
        "next": state.next,
    })
}

/// A state as text.
pub(crate) fn state_text(state: &DraftState) -> String {
    state_json(state).to_string()
}

/// A state from its text; `None` if it is damaged.
pub(crate) fn state(text: &str) -> Option<DraftState> {
    let json: Json = serde_json::from_str(text).ok()?;
    Some(DraftState {
        nodes: list(&json["nodes"], node)?,
        skipped: list(&json["skipped"], stretch)?,
        next: u32::try_from(json["next"].as_u64()?).ok()?,
    })
}

/// A mapping as text.
pub(crate) fn mapping_text(mapping: &Mapping) -> String {
    let columns: Vec<Json> =
        mapping.columns.iter().map(|c| json!([c.index, c.header, c.field.map(Field::name), c.sample])).collect();
    json!({"sheet": mapping.sheet, "header_rows": mapping.header_rows, "columns": columns}).to_string()
}

/// A mapping from its text.
pub(crate) fn mapping(stored: &str) -> Option<Mapping> {
    let json: Json = serde_json::from_str(stored).ok()?;
    let column = |c: &Json| {
        Some(Column {
            index: u32::try_from(c[0].as_u64()?).ok()?,
            header: text(&c[1])?,
            field: c[2].as_str().and_then(Field::from_name),
            sample: text(&c[3])?,
        })
    };
    Some(Mapping {
        sheet: text(&json["sheet"])?,
        header_rows: u32::try_from(json["header_rows"].as_u64()?).ok()?,
        columns: list(&json["columns"], column)?,
    })
}
