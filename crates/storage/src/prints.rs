//! Prints of the texts of measures: by them nearly equal texts of many findings meet without being compared.
//! They follow from the measures and are no part of the record.

use crate::connection::{Database, Write, get};
use crate::{findings, reach};
use domain::paper::{OtherText, prints};
use domain::{FindingId, Measure};
use usecases::{Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO measure_prints (measure_id, position, finding_id, print) VALUES ($1, $2, $3, $4)";
const DELETE: &str = "DELETE FROM measure_prints WHERE measure_id = $1";
/// Rows that are looked at for one finding: a text under thousands of findings is proved by some of them.
const ROWS_MAX: usize = 600;

pub(crate) fn remove(m: &Measure) -> Write {
    Write::new(DELETE, vec![m.id.as_str().into()])
}

pub(crate) fn insert(m: &Measure) -> Vec<Write> {
    let texts = std::iter::once(m.text.as_str()).chain(m.progress_note.as_deref());
    let row = |(position, print): (usize, i64)| {
        let values = vec![
            m.id.as_str().into(),
            i64::try_from(position).unwrap_or(i64::MAX).into(),
            m.finding.as_str().into(),
            print.into(),
        ];
        Write::new(INSERT, values)
    };
    texts.flat_map(prints).enumerate().map(row).collect()
}

/// Texts of other findings within reach that have one of these prints.
pub(crate) async fn others(
    db: &Database,
    reach: &Reach,
    finding: &FindingId,
    prints: &[i64],
) -> Result<Vec<OtherText>> {
    if prints.is_empty() {
        return Ok(Vec::new());
    }
    let within = reach::finding(reach, 2);
    let first = 2 + within.values.len();
    let marks: Vec<String> = (first..first + prints.len()).map(|n| format!("${n}")).collect();
    let sql = format!(
        "{}SELECT DISTINCT findings.finding_key AS finding_key, measures.body AS body, measures.progress_note AS note FROM (SELECT measure_id FROM measure_prints WHERE print IN ({}) AND finding_id <> $1 LIMIT {ROWS_MAX}) AS met JOIN measures ON measures.id = met.measure_id JOIN findings ON findings.id = measures.finding_id WHERE {} AND findings.id NOT IN {} ORDER BY findings.finding_key",
        within.with,
        marks.join(", "),
        within.rows,
        crate::family::ASIDE
    );
    let mut values = findings::behind(finding.as_str(), within.values);
    values.extend(prints.iter().map(|print| (*print).into()));
    let mut texts = Vec::new();
    for row in db.all(&sql, values).await? {
        let finding: String = get(&row, "finding_key")?;
        let note: Option<String> = get(&row, "note")?;
        texts.push(OtherText { finding: finding.clone(), text: get(&row, "body")? });
        texts.extend(note.map(|text| OtherText { finding, text }));
    }
    Ok(texts)
}
