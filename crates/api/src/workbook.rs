//! Workbooks that come back.

use domain::difference::CHANGEABLE;
use serde::Deserialize;
use serde_json::{Value, json};
use usecases::{Applied, ChangeRow, ChangeRowKind, ChangeSet};

fn kind(kind: ChangeRowKind) -> &'static str {
    match kind {
        ChangeRowKind::Change => "change",
        ChangeRowKind::Same => "same",
        ChangeRowKind::New => "new",
        ChangeRowKind::Unknown => "unknown",
        ChangeRowKind::Error => "error",
    }
}

fn row(r: &ChangeRow) -> Value {
    let label = |field: &str| CHANGEABLE.iter().find(|(name, _)| *name == field).map_or("", |(_, label)| *label);
    json!({
        "row": r.row, "key": r.key, "kind": kind(r.kind),
        "changes": r.changes.iter().map(|c| json!({"field": c.field, "label": label(&c.field), "before": c.before, "after": c.after})).collect::<Vec<_>>(),
        "message": r.message, "version": r.version,
    })
}

/// The differences of a workbook.
pub fn change_set(s: &ChangeSet) -> Value {
    let count = |wanted: &[ChangeRowKind]| s.rows.iter().filter(|r| wanted.contains(&r.kind)).count();
    json!({
        "id": s.id, "rows": s.rows.iter().map(row).collect::<Vec<_>>(),
        "counts": {
            "change": count(&[ChangeRowKind::Change]), "same": count(&[ChangeRowKind::Same]), "new": count(&[ChangeRowKind::New]),
            "error": count(&[ChangeRowKind::Error, ChangeRowKind::Unknown]),
        },
    })
}

#[derive(Debug, Deserialize)]
pub struct TableBody {
    pub table: String,
}

#[derive(Debug, Deserialize)]
pub struct AcceptBody {
    pub rows: Vec<u32>,
}

/// What was applied.
pub fn applied(a: &Applied) -> Value {
    json!({"applied": a.applied, "conflicts": a.conflicts})
}
