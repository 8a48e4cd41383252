//! The Store port on SQLite (and PostgreSQL: the statements are the common part of both). The only SQL.

mod accounts;
mod audit_log;
mod backup;
mod chain;
mod change_sets;
mod checkpoints;
mod connection;
mod directory;
mod doctor;
mod draft_json;
mod drafts;
mod events;
mod evidence;
mod files;
mod findings;
mod inspections;
mod list;
mod measures;
mod migrations;
mod prints;
mod reach;
mod rows;
mod rules;
mod schema;
mod sealed;
mod sources;
mod steps;
mod store;
mod tokens;
mod verify;

pub use backup::{BackupSummary, restore};
pub use checkpoints::Checkpoints;
pub use connection::Database;
pub use files::FolderFiles;
pub use migrations::schema_version;
