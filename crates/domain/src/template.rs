//! Templates 模板: an organisation's own files that are filled in from the ledger.

use crate::words::words;
use crate::{PersonId, TemplateId, UnitId};

words!(
    /// What a template is.
    TemplateKind {
        Docx => "docx" "Word 文件",
        Xlsx => "xlsx" "Excel 文件",
        /// Filled in below its header, without placeholders.
        Form => "form" "Excel 表格",
    }
);

words!(
    /// What a row of a form is.
    FormRows {
        Findings => "findings" "一个问题一行",
        Measures => "measures" "一条措施一行",
    }
);

/// A template. Its unit and all units below use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub id: TemplateId,
    /// `MB-001`; never used twice.
    pub key: String,
    pub serial: i64,
    pub unit: UnitId,
    pub name: String,
    pub kind: TemplateKind,
    pub withdrawn: bool,
    /// Milliseconds since 1970, UTC.
    pub updated_at: i64,
    pub version: i64,
}

/// A file of a template; earlier ones stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFile {
    /// From 1.
    pub number: i64,
    pub name: String,
    /// SHA-256 of the file in the file store.
    pub digest: String,
    pub rows: FormRows,
    pub reason: String,
    pub maker: PersonId,
    /// Milliseconds since 1970, UTC.
    pub made_at: i64,
}

/// The key of a template.
pub fn template_key(serial: i64) -> String {
    format!("MB-{serial:03}")
}
