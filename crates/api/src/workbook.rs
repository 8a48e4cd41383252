//! Workbooks that come back.

use crate::finding::timeline::FieldChange;
use domain::difference::CHANGEABLE;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a row of the workbook is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeRowKind {
    Change,
    Same,
    New,
    Unknown,
    Error,
}

impl From<usecases::ChangeRowKind> for ChangeRowKind {
    fn from(kind: usecases::ChangeRowKind) -> Self {
        match kind {
            usecases::ChangeRowKind::Change => Self::Change,
            usecases::ChangeRowKind::Same => Self::Same,
            usecases::ChangeRowKind::New => Self::New,
            usecases::ChangeRowKind::Unknown => Self::Unknown,
            usecases::ChangeRowKind::Error => Self::Error,
        }
    }
}

/// A field that the workbook says otherwise than the ledger.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkbookChange {
    /// Name of the column.
    pub label: &'static str,
    #[serde(flatten)]
    pub change: FieldChange,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeRow {
    /// As Excel counts, from 1.
    pub row: u32,
    pub key: Option<String>,
    pub kind: ChangeRowKind,
    pub changes: Vec<WorkbookChange>,
    pub message: Option<String>,
    pub version: Option<i64>,
}

impl From<&usecases::ChangeRow> for ChangeRow {
    fn from(r: &usecases::ChangeRow) -> Self {
        let label = |field: &str| CHANGEABLE.iter().find(|(name, _)| *name == field).map_or("", |(_, label)| *label);
        let change = |c: &domain::FieldChange| WorkbookChange {
            label: label(&c.field),
            change: FieldChange { field: c.field.clone(), before: c.before.clone(), after: c.after.clone() },
        };
        Self {
            row: r.row,
            key: r.key.clone(),
            kind: r.kind.into(),
            changes: r.changes.iter().map(change).collect(),
            message: r.message.clone(),
            version: r.version,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeCounts {
    pub change: usize,
    pub same: usize,
    pub new: usize,
    pub error: usize,
}

/// The differences of a workbook.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeSet {
    pub id: String,
    pub rows: Vec<ChangeRow>,
    pub counts: ChangeCounts,
    /// Columns with entries that are not taken over, in the order of the sheet.
    pub ignored: Vec<String>,
}

impl From<&usecases::ChangeSet> for ChangeSet {
    fn from(s: &usecases::ChangeSet) -> Self {
        let rows: Vec<ChangeRow> = s.rows.iter().map(ChangeRow::from).collect();
        let count = |wanted: &[ChangeRowKind]| rows.iter().filter(|r| wanted.contains(&r.kind)).count();
        let counts = ChangeCounts {
            change: count(&[ChangeRowKind::Change]),
            same: count(&[ChangeRowKind::Same]),
            new: count(&[ChangeRowKind::New]),
            error: count(&[ChangeRowKind::Error, ChangeRowKind::Unknown]),
        };
        Self { id: s.id.clone(), rows, counts, ignored: s.ignored.clone() }
    }
}

/// A table pasted from Excel: tabs between cells, the first line names the columns.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TableBody {
    pub table: String,
}

/// The rows to take over.
#[derive(Debug, Deserialize, ToSchema)]
pub struct AcceptBody {
    pub rows: Vec<u32>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Applied {
    pub applied: usize,
    /// New findings.
    pub created: usize,
    /// Rows that somebody else changed meanwhile.
    pub conflicts: Vec<u32>,
}

impl From<usecases::Applied> for Applied {
    fn from(a: usecases::Applied) -> Self {
        Self { applied: a.applied, created: a.created, conflicts: a.conflicts }
    }
}
