//! Who had a hand in findings: who answers for their measures, brought evidence, said how far they are.

use crate::connection::{Database, get};
use crate::events;
use crate::shared::CHUNK;
use domain::workflow::Work;
use domain::{Event, Finding, PersonId};
use sea_orm::QueryResult;
use std::collections::HashMap;
use usecases::StoreError;

type Result<T> = std::result::Result<T, StoreError>;

/// Entries from which the work of a round follows.
const KINDS: &str = "'stepped', 'measure_added', 'measure_changed', 'evidence_added'";

/// What one statement tells of a finding.
#[derive(Default)]
struct Told {
    owners: Vec<PersonId>,
    brought: Vec<PersonId>,
    entries: Vec<Event>,
}

impl Told {
    fn add(&mut self, row: &QueryResult) -> Result<()> {
        match get::<String>(row, "part")?.as_str() {
            "owner" => self.owners.push(PersonId(get(row, "actor_id")?)),
            "evidence" => self.brought.push(PersonId(get(row, "actor_id")?)),
            _ => self.entries.push(events::event(row)?),
        }
        Ok(())
    }
}

/// The work on each finding, by identifier: one statement for people and entries of the log.
pub(crate) async fn of_findings(db: &Database, findings: &[&Finding]) -> Result<HashMap<String, Work>> {
    let mut all = HashMap::new();
    for chunk in findings.chunks(CHUNK) {
        let marks =
            |from: usize| (from + 1..=from + chunk.len()).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ");
        let (ids, keys) = (marks(0), marks(chunk.len()));
        let person = |part: &str, who: &str, table: &str, condition: &str| {
            format!(
                "SELECT '{part}' AS part, 0 AS seq, '' AS id, 0 AS at, {who} AS actor_id, finding_id AS subject, '' AS kind, '' AS summary, '' AS changes FROM {table} WHERE finding_id IN ({ids}) AND {condition}"
            )
        };
        let sql = format!(
            "{} UNION ALL {} UNION ALL {} UNION ALL SELECT 'entry', seq, id, at, actor_id, subject, kind, summary, changes FROM audit WHERE subject IN ({keys}) AND kind IN ({KINDS}) ORDER BY 2",
            person("owner", "owner_id", "measures", "owner_id IS NOT NULL"),
            person("owner", "person_id", "measure_people", "part = 'owner'"),
            person("evidence", "uploader_id", "evidence", "withdrawn = 0"),
        );
        let ids = chunk.iter().map(|finding| finding.id.as_str());
        let values = ids.chain(chunk.iter().map(|finding| finding.key.as_str())).map(Into::into).collect();
        let mut told: HashMap<String, Told> = HashMap::new();
        for row in &db.all(&sql, values).await? {
            told.entry(get(row, "subject")?).or_default().add(row)?;
        }
        for finding in chunk {
            let people = told.remove(finding.id.as_str()).unwrap_or_default();
            let entries = told.get(finding.key.as_str()).map(|of| of.entries.as_slice()).unwrap_or_default();
            all.insert(finding.id.0.clone(), Work::of(people.owners, &people.brought, entries));
        }
    }
    Ok(all)
}
