//! Times the documents of a large round: `compose [FINDINGS] [MEASURES]`, milliseconds on one core. With
//! `compose --files FOLDER` it writes what `benches/documents.py` compares with other programs, with
//! `compose --rows N` a workbook of so many rows, and says how much memory that took.
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use document::official::{Block, Official, plain};
use document::write_docx;
use domain::{Completion, Finding, FindingId, Inspection, InspectionId, Measure, MeasureId, SourceKind, UnitId};
use report::{
    KINDS, LedgerMeta, LedgerRow, Material, ReportKind, Shape, fill, ledger_workbook, list_workbook, snapshot_of,
};
use serde_json::json;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--files", folder] => files(Path::new(folder)),
        ["--rows", rows] => workbook(rows.parse()?),
        numbers => {
            let mut numbers = numbers.iter().filter_map(|n| n.parse::<usize>().ok());
            all(numbers.next().unwrap_or(300), numbers.next().unwrap_or(1_000))
        }
    }
}

/// A document of a round, and what it took to compose it.
fn composed(name: &str, findings: usize, measures: usize) -> Outcome<Official> {
    let kind = ReportKind::from_name(name).ok_or("kind")?;
    with_material(findings, measures, |material| {
        Ok(fill(kind.template, &Arc::new(snapshot_of(material, kind.choice)))?)
    })
}

/// The best of some calls, in seconds.
fn best<T>(mut call: impl FnMut() -> Outcome<T>) -> Outcome<(f64, T)> {
    let mut best: Option<(f64, T)> = None;
    for _ in 0..5 {
        let start = Instant::now();
        let made = call()?;
        let took = start.elapsed().as_secs_f64();
        if best.as_ref().is_none_or(|(before, _)| took < *before) {
            best = Some((took, made));
        }
    }
    best.ok_or_else(|| "no call".into())
}

fn files(folder: &Path) -> Outcome<()> {
    const PAGES: usize = 60;
    let ledger = composed("ledger", 300, 1_000)?;
    let (docx, bytes) = best(|| Ok(write_docx(&composed("ledger", 300, 1_000)?)?))?;
    std::fs::write(folder.join("ledger.docx"), bytes)?;
    let rows = ledger_rows(10_000);
    let (xlsx, bytes) = best(|| Ok(ledger_workbook(&rows, &LedgerMeta::default(), &[])?))?;
    std::fs::write(folder.join("ledger.xlsx"), bytes)?;
    let fonts = pdf::Fonts::find(None)?;
    let mut findings = 40;
    let (took, pages) = loop {
        let report = composed("progress", findings, findings * 3)?;
        // What was set before is remembered: only the first time counts.
        let start = Instant::now();
        let bytes = pdf::write_pdf(&report, &fonts)?;
        let took = start.elapsed().as_secs_f64();
        let pages = pages_of(&bytes);
        if pages >= PAGES || findings > 1_000 {
            std::fs::write(folder.join("report.pdf"), bytes)?;
            std::fs::write(folder.join("report.docx"), write_docx(&report)?)?;
            break (took, pages);
        }
        findings += 20;
    };
    println!(
        "docx of 300 findings and 1,000 measures {:.0} ms, xlsx of 10,000 rows {:.0} ms, PDF of {pages} pages {:.0} ms",
        docx * 1e3,
        xlsx * 1e3,
        took * 1e3
    );
    let cells = |row: &LedgerRow| {
        json!([row.serial, row.key, row.finding, row.measures.join("\n"), row.owner, row.due, row.progress, row.status])
    };
    let content = json!({
        "docx": docx, "xlsx": xlsx, "pdf": took,
        "ledger": table_of(&ledger),
        "rows": rows.iter().map(cells).collect::<Vec<_>>(),
    });
    Ok(std::fs::write(folder.join("content.json"), content.to_string())?)
}

/// Pages of a PDF of ours, as it says itself.
fn pages_of(bytes: &[u8]) -> usize {
    const COUNT: &[u8] = b"/Type/Pages/Count ";
    let at = bytes.windows(COUNT.len()).position(|window| window == COUNT);
    let digits = at.map(|at| bytes[at + COUNT.len()..].iter().take_while(|byte| byte.is_ascii_digit()));
    digits.map_or(0, |digits| digits.fold(0, |sum, byte| sum * 10 + usize::from(byte - b'0')))
}

fn table_of(official: &Official) -> Vec<Vec<String>> {
    let tables = official.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    tables.flat_map(|table| &table.rows).map(|row| row.iter().map(|cell| plain(cell)).collect()).collect()
}

fn ledger_rows(count: usize) -> Vec<LedgerRow> {
    let row = |n: usize| LedgerRow {
        serial: n.to_string(),
        key: format!("XC-2026-01-{n:06}"),
        finding: format!("第{n}号设备台账登记不及时，账物核对记录不完整"),
        measures: vec![format!("组织核对第{n}批登记记录"), "形成核对清单并由部门负责人签字确认".to_owned()],
        owner: "王川".to_owned(),
        due: Some("2026-12-31".to_owned()),
        progress: format!("已核对{n}条记录"),
        status: "整改中".to_owned(),
        ..LedgerRow::default()
    };
    (1..=count).map(row).collect()
}

/// A workbook of many rows; the memory beyond that of the rows themselves.
fn workbook(rows: usize) -> Outcome<()> {
    let rows = ledger_rows(rows);
    let before = peak();
    let start = Instant::now();
    let bytes = ledger_workbook(&rows, &LedgerMeta::default(), &[])?;
    let took = start.elapsed().as_secs_f64();
    let more = peak().saturating_sub(before) / 1024;
    println!(
        "xlsx of {} rows {:.0} ms, {} MiB, {more} MiB of memory beyond the rows",
        rows.len(),
        took * 1e3,
        bytes.len() >> 20
    );
    Ok(())
}

/// Largest memory of this process so far, in KiB.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or_default()
}

fn with_material<T>(findings: usize, measures: usize, work: impl FnOnce(&Material<'_>) -> Outcome<T>) -> Outcome<T> {
    let inspection = inspection();
    let findings: Vec<Finding> = (1..=findings).map(|n| finding(&inspection, n)).collect();
    let measures: Vec<Measure> = (0..measures).map(|n| measure(&findings[n % findings.len()], n)).collect();
    work(&Material {
        inspection: &inspection,
        unit: "县水务局党组",
        findings: &findings,
        measures: &measures,
        evidence: &[],
        steps: &HashMap::new(),
        unit_names: &HashMap::new(),
        person_names: &HashMap::new(),
        ordinals: &HashMap::new(),
        as_of: jiff::civil::date(2026, 6, 30),
        chronicle: &[],
        chosen: None,
    })
}

fn all(findings: usize, measures: usize) -> Outcome<()> {
    println!("{findings} findings, {measures} measures");
    with_material(findings, measures, |material| {
        for kind in KINDS.iter().filter(|kind| matches!(kind.shape, Shape::Text | Shape::List)) {
            let start = Instant::now();
            let snapshot = Arc::new(snapshot_of(material, kind.choice));
            let official = fill(kind.template, &snapshot)?;
            let composed = start.elapsed();
            let bytes = write_docx(&official)?.len();
            let written = start.elapsed();
            let workbook = if kind.shape == Shape::List { list_workbook(&official)?.len() } else { 0 };
            println!(
                "{:<14} composed {:>7.1} ms, docx after {:>7.1} ms ({} KiB), xlsx {:>7.1} ms ({} KiB)",
                kind.name,
                composed.as_secs_f64() * 1e3,
                written.as_secs_f64() * 1e3,
                bytes / 1024,
                (start.elapsed() - written).as_secs_f64() * 1e3,
                workbook / 1024
            );
        }
        Ok(())
    })
}

fn inspection() -> Inspection {
    Inspection {
        id: InspectionId("i".to_owned()),
        key: "XC-2026-01".to_owned(),
        source: SourceKind::Patrol,
        title: "第二轮巡察".to_owned(),
        issuing_body: "县委第一巡察组".to_owned(),
        document_number: None,
        unit: UnitId("u".to_owned()),
        feedback_date: None,
        receipt_date: None,
        profile: "patrol_county".to_owned(),
        version: 1,
    }
}

fn finding(inspection: &Inspection, n: usize) -> Finding {
    let serial = i64::try_from(n).unwrap_or(i64::MAX);
    let title = format!("第{n}号设备台账登记不及时，账物核对记录不完整");
    let mut finding = Finding::blank(inspection, FindingId(format!("f{n}")), serial, &title);
    finding.area = Some(format!("落实第{}项管理制度方面", n % 9 + 1));
    finding.completion = if n.is_multiple_of(3) { Completion::InProgress } else { Completion::Done };
    finding.due = Some(jiff::civil::date(2026, 12, 31));
    finding
}

fn measure(finding: &Finding, n: usize) -> Measure {
    Measure {
        id: MeasureId(format!("m{n}")),
        finding: finding.id.clone(),
        key: format!("{}-{n:02}", finding.key),
        serial: 1,
        text: format!("组织核对第{n}批登记记录，逐项补齐缺漏，形成核对清单并由部门负责人签字确认"),
        target: None,
        deliverable: None,
        leader: None,
        lead_unit: None,
        co_units: Vec::new(),
        owner: None,
        co_leaders: Vec::new(),
        co_owners: Vec::new(),
        due: None,
        completion: finding.completion,
        progress_note: Some(format!("已核对{n}条记录，补登{}条", n % 17)),
        stated: None,
        version: 1,
    }
}
