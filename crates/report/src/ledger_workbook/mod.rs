//! The standard ledger as a workbook (process-rules §4): sheets 整改台账, 说明, 覆盖.

mod sheets;

pub use sheets::cell;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// A row of the standard ledger. Text fields are empty when nothing is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerRow {
    pub serial: String,
    pub key: String,
    pub source: String,
    pub category: String,
    pub finding: String,
    pub manifestation: String,
    pub cause: String,
    pub target: String,
    pub measures: Vec<String>,
    pub leader: String,
    pub lead_unit: String,
    pub co_units: String,
    pub owner: String,
    pub fix_type: String,
    /// ISO date.
    pub due: Option<String>,
    pub progress: String,
    pub effect: String,
    pub policy: String,
    pub evidence: String,
    pub accountability: String,
    pub amount: String,
    pub status: String,
    pub closed_on: String,
    pub reviewer: String,
    pub notes: String,
}

/// What stands above the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerMeta {
    pub title: String,
    pub subtitle: String,
    /// ISO date of the figures.
    pub as_of: String,
}

/// A sentence of a source and where it went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoverageRow {
    pub document: String,
    pub place: String,
    pub sentence: String,
    /// 已关联, 已跳过 or 未处理.
    pub state: String,
    pub serial: String,
}

/// Why no workbook was made.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookError {
    #[error("无法生成台账工作簿：{0}")]
    Xlsx(#[from] XlsxError),
}

/// Writes the workbook. Without coverage rows there is no sheet 覆盖.
pub fn ledger_workbook(
    rows: &[LedgerRow],
    meta: &LedgerMeta,
    coverage: &[CoverageRow],
) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&timeless()?);
    sheets::ledger(workbook.add_worksheet_with_constant_memory()?, rows, meta)?;
    sheets::notes(workbook.add_worksheet_with_constant_memory()?, rows.len(), meta)?;
    if !coverage.is_empty() {
        sheets::coverage(workbook.add_worksheet_with_constant_memory()?, coverage)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Properties without the hour of the clock: the same record gives the same bytes.
pub(crate) fn timeless() -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::ledger::{self, Field};

    fn row() -> LedgerRow {
        LedgerRow {
            serial: "1".to_owned(),
            finding: "=HYPERLINK(\"http://x\") 台账不清".to_owned(),
            measures: vec!["修订制度".to_owned(), "11月底前开展培训".to_owned()],
            owner: "王川".to_owned(),
            due: Some("2026-06-30".to_owned()),
            status: "整改中".to_owned(),
            ..LedgerRow::default()
        }
    }

    #[test]
    fn the_workbook_is_a_ledger_that_reads_back() {
        let bytes =
            ledger_workbook(&[row()], &LedgerMeta { title: "整改台账".to_owned(), ..LedgerMeta::default() }, &[])
                .unwrap();
        let document = document::read(&bytes, "台账.xlsx").unwrap();
        let mapping = ledger::recognise(&document).unwrap();
        let known: Vec<Field> = mapping.columns.iter().filter_map(|c| c.field).collect();
        assert_eq!(known, Field::ALL);
        let found = document::parse(&document).findings;
        assert_eq!(found[0].text, row().finding);
        assert_eq!(found[0].measures.iter().map(|m| m.text.clone()).collect::<Vec<_>>(), row().measures);
        assert_eq!(found[0].deadlines[0].date, row().due);
        assert_eq!(found[0].owners[0].names, ["王川"]);
    }

    #[test]
    fn coverage_has_a_sheet_of_its_own() {
        let coverage =
            [CoverageRow {
                sentence: "总体良好。".to_owned(), state: "已跳过".to_owned(), ..CoverageRow::default()
            }];
        let bytes = ledger_workbook(&[row()], &LedgerMeta::default(), &coverage).unwrap();
        let document = document::read(&bytes, "台账.xlsx").unwrap();
        assert!(document.paragraphs.iter().any(|p| p.text == "总体良好。"));
    }
}
