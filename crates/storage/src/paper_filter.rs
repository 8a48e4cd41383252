//! The ledger narrowed to findings with warnings of paper rectification, as `domain::paper` gives them.

use crate::connection::{Database, get};
use crate::{findings, reach};
use domain::InspectionId;
use domain::paper::{PaperCode, is_nearly};
use sea_orm::Value;
use std::collections::{BTreeMap, BTreeSet};
use usecases::{Reach, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Texts that one text is compared with: of thousands alike some prove it.
const COMPARED: usize = 40;

/// A condition on rows of `findings`, and what must stand before the statement.
pub(crate) struct PaperCondition {
    pub(crate) with: String,
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

/// `seen` is what the person reaches: files and texts of other findings count within it only. `first` is the number of
/// the next value, `$3` the inspection; `reached` names the value and condition of units that the statement has already.
pub(crate) async fn condition(
    db: &Database,
    codes: &[PaperCode],
    seen: &Reach,
    inspection: &InspectionId,
    first: usize,
    reached: Option<usize>,
) -> Result<PaperCondition> {
    let within = reach::finding(seen, reached.unwrap_or(first));
    let reused = codes.contains(&PaperCode::EvidenceReused);
    // What the statement has already is neither said twice nor bound twice.
    let (with, values) =
        if reused && reached.is_none() { (within.with, within.values) } else { (String::new(), Vec::new()) };
    let mut any = Vec::new();
    for code in codes {
        any.push(match code {
            PaperCode::HollowMeasure => {
                "findings.id IN (SELECT finding_id FROM measure_signs WHERE sign = 'hollow')".to_owned()
            }
            PaperCode::RuleWithoutNumber => RULE_WITHOUT_NUMBER.to_owned(),
            PaperCode::EvidenceBeforeFeedback => BEFORE_FEEDBACK.to_owned(),
            PaperCode::EvidenceReused => format!(
                "findings.id IN (SELECT own.finding_id FROM evidence own JOIN evidence other ON other.digest = own.digest AND other.finding_id <> own.finding_id AND other.withdrawn = 0 JOIN findings ON findings.id = other.finding_id WHERE own.withdrawn = 0 AND own.finding_id IN (SELECT id FROM findings WHERE inspection_id = $3) AND {})",
                within.rows
            ),
            PaperCode::PastedText => pasted(db, seen, inspection).await?,
        });
    }
    Ok(PaperCondition { with, sql: format!("({})", any.join(" OR ")), values })
}

const RULE_WITHOUT_NUMBER: &str = "(findings.id IN (SELECT s.finding_id FROM measure_signs s WHERE s.sign = 'unnumbered' AND NOT EXISTS (SELECT 1 FROM evidence e JOIN evidence_signs n ON n.evidence_id = e.id AND n.sign = 'numbered' WHERE e.measure_id = s.measure_id AND e.withdrawn = 0)) OR findings.id IN (SELECT e.finding_id FROM evidence_signs s JOIN evidence e ON e.id = s.evidence_id WHERE s.sign = 'unnumbered' AND e.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM measure_signs n WHERE n.measure_id = e.measure_id AND n.sign = 'numbered')))";
const BEFORE_FEEDBACK: &str = "findings.id IN (SELECT e.finding_id FROM evidence e JOIN findings f ON f.id = e.finding_id JOIN inspections i ON i.id = f.inspection_id WHERE f.inspection_id = $3 AND e.withdrawn = 0 AND e.fact_date < i.feedback_date)";

/// Which findings have a text that is nearly another's: texts that share a print are compared, as for one finding.
async fn pasted(db: &Database, seen: &Reach, inspection: &InspectionId) -> Result<String> {
    let within = reach::finding(seen, 2);
    let sql = format!(
        "{}SELECT DISTINCT p.print AS print, m.id AS measure_id, m.body AS body, m.progress_note AS note, findings.serial AS serial, findings.id AS finding_id, CAST(CASE WHEN findings.inspection_id = $1 THEN 1 ELSE 0 END AS BIGINT) AS own FROM measure_prints p JOIN measures m ON m.id = p.measure_id JOIN findings ON findings.id = p.finding_id WHERE p.print IN (SELECT a.print FROM measure_prints a JOIN findings f ON f.id = a.finding_id WHERE f.inspection_id = $1 AND EXISTS (SELECT 1 FROM measure_prints b WHERE b.print = a.print AND b.finding_id <> a.finding_id)) AND {} ORDER BY p.print, findings.serial, m.id",
        within.with, within.rows
    );
    let mut groups: BTreeMap<i64, Vec<Text>> = BTreeMap::new();
    for row in db.all(&sql, findings::behind(inspection.as_str(), within.values)).await? {
        let (finding, serial): (String, i64) = (get(&row, "finding_id")?, get(&row, "serial")?);
        let own = get::<i64>(&row, "own")? == 1;
        let note: Option<String> = get(&row, "note")?;
        let group = groups.entry(get(&row, "print")?).or_default();
        for text in std::iter::once(get(&row, "body")?).chain(note) {
            group.push(Text { finding: finding.clone(), serial, own, text });
        }
    }
    let mut serials: BTreeSet<i64> = BTreeSet::new();
    for group in groups.values() {
        for one in group.iter().filter(|text| text.own) {
            let others = group.iter().filter(|other| other.finding != one.finding).take(COMPARED);
            if !serials.contains(&one.serial) && others.into_iter().any(|other| is_nearly(&one.text, &other.text)) {
                serials.insert(one.serial);
            }
        }
    }
    // Numbers of our own: they go into the statement as they are.
    let list: Vec<String> = serials.iter().map(ToString::to_string).collect();
    Ok(if list.is_empty() { "1 = 0".to_owned() } else { format!("findings.serial IN ({})", list.join(", ")) })
}

struct Text {
    finding: String,
    serial: i64,
    own: bool,
    text: String,
}
