//! Fills an inspection with many findings the way a confirmed draft does: in transactions, with entries in the log.
//!
//! `fill FOLDER INSPECTION COUNT [postgres://…]`; the service must not be running on a SQLite folder meanwhile. The
//! findings are dealt out to the departments that there are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use domain::draft::DraftState;
use domain::{DraftId, Event, EventKind, Finding, FindingId, Inspection, UnitKind};
use jiff::civil::date;
use sha2::{Digest, Sha256};
use std::path::Path;
use storage::Database;
use usecases::{DraftOutcome, DraftRecord, DraftStanding, DraftSteps, Reach, Store};

/// Findings of one transaction.
const CHUNK: usize = 10_000;

fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

fn event(key: &str, kind: EventKind, summary: String) -> Event {
    Event { id: new_id(), at: 0, actor: None, subject: key.to_owned(), kind, summary, changes: Vec::new() }
}

fn finding(inspection: &Inspection, serial: i64, units: &[domain::UnitId]) -> Finding {
    let title = format!("第{serial}项工作落实不到位");
    let mut finding = Finding::blank(inspection, FindingId(new_id()), serial, &title);
    finding.unit = units.get(serial as usize % units.len().max(1)).cloned();
    finding.due = Some(date(2027, (serial % 9 + 1) as i8, 15));
    finding
}

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, key, count, more @ ..] = arguments.as_slice() else { panic!("fill FOLDER INSPECTION COUNT [URL]") };
    let (folder, count): (&Path, usize) = (Path::new(folder), count.parse().unwrap());
    let database = match more.first() {
        Some(url) => Database::connect(url, folder).await.unwrap(),
        None => Database::open(folder).await.unwrap(),
    };
    let (inspection, _) = database.inspection(&Reach::Everything, key).await.unwrap().expect("no such inspection");
    let units = database.units(&Reach::Everything).await.unwrap();
    let departments: Vec<_> = units.into_iter().filter(|u| u.kind == UnitKind::Department).map(|u| u.id).collect();
    let first = database.last_serial(&inspection.id).await.unwrap() + 1;
    let serials: Vec<i64> = (first..first + count as i64).collect();
    let digest: String = Sha256::digest(b"fill").iter().map(|byte| format!("{byte:02x}")).collect();
    for (at, serials) in serials.chunks(CHUNK).enumerate() {
        let mut draft = DraftRecord {
            id: DraftId(new_id()),
            inspection: inspection.id.clone(),
            digest: digest.clone(),
            name: "fill.txt".to_owned(),
            kind: "txt".to_owned(),
            standing: DraftStanding::Open,
            version: 1,
            created_at: 0,
            state: DraftState::default(),
            steps: DraftSteps { oldest: 0, current: 0, newest: 0 },
            mapping: None,
        };
        database.add_draft(&draft, b"fill", event(key, EventKind::Imported, "fill.txt".to_owned())).await.unwrap();
        draft.standing = DraftStanding::Confirmed;
        draft.version = 2;
        draft.steps = DraftSteps { oldest: 1, current: 1, newest: 1 };
        let new = serials.iter().map(|serial| (finding(&inspection, *serial, &departments), Vec::new())).collect();
        let events = vec![event(key, EventKind::Imported, format!("确认导入 {} 项", serials.len()))];
        database.confirm(&draft, &DraftOutcome { new, events, ..DraftOutcome::default() }).await.unwrap();
        println!("{}", at * CHUNK + serials.len());
    }
    database.close().await.unwrap();
}
