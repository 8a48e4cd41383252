//! What a check of the log and of the rows it speaks of found.

use crate::check::Report;

/// A row that is not as the log says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowOffence {
    #[error("表 {table} 的记录 {id} 在系统之外被修改")]
    Changed { table: &'static str, id: String },
    #[error("表 {table} 的记录 {id} 在系统之外被添加")]
    Added { table: &'static str, id: String },
    #[error("表 {table} 的记录 {id} 在系统之外被删除")]
    Removed { table: String, id: String },
}

/// What is wrong with the log, and with the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    pub log: Report,
    pub rows: Vec<RowOffence>,
    pub rows_checked: u64,
}

impl Verification {
    /// Nothing was found.
    pub fn is_sound(&self) -> bool {
        self.log.offences.is_empty() && self.rows.is_empty()
    }
}
