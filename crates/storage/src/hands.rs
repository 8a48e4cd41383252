//! Who had a hand in findings: who answers for their measures, brought evidence, said how far they are.

use crate::connection::{Database, get};
use crate::events;
use crate::shared::CHUNK;
use domain::workflow::Work;
use domain::{Event, Finding, PersonId};
use std::collections::HashMap;
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// Entries from which the work of a round follows.
const KINDS: &str = "'stepped', 'measure_added', 'measure_changed', 'evidence_added'";

/// The work on each finding, by identifier: one statement for people, one for entries of the log.
pub(crate) async fn of_findings(db: &Database, findings: &[&Finding]) -> Result<HashMap<String, Work>> {
    let mut all = HashMap::new();
    for chunk in findings.chunks(CHUNK).filter(|chunk| !chunk.is_empty()) {
        let marks: Vec<String> = (1..=chunk.len()).map(|n| format!("${n}")).collect();
        let marks = marks.join(", ");
        let sql = format!(
            "SELECT finding_id, 'owner' AS part, owner_id AS person_id FROM measures WHERE finding_id IN ({marks}) AND owner_id IS NOT NULL UNION SELECT finding_id, 'owner', person_id FROM measure_people WHERE finding_id IN ({marks}) AND part = 'owner' UNION SELECT finding_id, 'evidence', uploader_id FROM evidence WHERE finding_id IN ({marks}) AND withdrawn = 0"
        );
        let mut people: HashMap<(String, bool), Vec<PersonId>> = HashMap::new();
        for row in &db.all(&sql, chunk.iter().map(|f| f.id.as_str().into()).collect()).await? {
            let owns = get::<String>(row, "part")? == "owner";
            let person = PersonId(get(row, "person_id")?);
            people.entry((get(row, "finding_id")?, owns)).or_default().push(person);
        }
        let sql = format!(
            "SELECT id, at, actor_id, subject, kind, summary, changes FROM audit WHERE subject IN ({marks}) AND kind IN ({KINDS}) ORDER BY seq"
        );
        let mut entries: HashMap<String, Vec<Event>> = HashMap::new();
        for row in &db.all(&sql, chunk.iter().map(|f| f.key.as_str().into()).collect()).await? {
            let event = events::event(row)?;
            entries.entry(event.subject.clone()).or_default().push(event);
        }
        for finding in chunk {
            let mut of = |owns| people.remove(&(finding.id.0.clone(), owns)).unwrap_or_default();
            let (owners, brought) = (of(true), of(false));
            let entries = entries.get(&finding.key).map(Vec::as_slice).unwrap_or_default();
            all.insert(finding.id.0.clone(), Work::of(owners, &brought, entries));
        }
    }
    Ok(all)
}
