//! Which column of a table holds what.

use document::ledger::Field;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct MappingColumn {
    pub index: u32,
    pub header: String,
    /// Name of a ledger field; null when the column is not used.
    pub field: Option<&'static str>,
    pub sample: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Mapping {
    pub sheet: String,
    pub header_rows: u32,
    pub columns: Vec<MappingColumn>,
}

impl From<&document::ledger::Mapping> for Mapping {
    fn from(m: &document::ledger::Mapping) -> Self {
        let column = |c: &document::ledger::Column| MappingColumn {
            index: c.index,
            header: c.header.clone(),
            field: c.field.map(Field::name),
            sample: c.sample.clone(),
        };
        Self { sheet: m.sheet.clone(), header_rows: m.header_rows, columns: m.columns.iter().map(column).collect() }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct MappingColumnBody {
    pub index: u32,
    pub field: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct MappingBody {
    pub version: i64,
    pub columns: Vec<MappingColumnBody>,
    #[serde(default)]
    pub header_rows: Option<u32>,
    /// Keep the meaning of these columns for the next workbook.
    #[serde(default)]
    pub remember: bool,
}
