//! Times the documents of a large round: `compose [FINDINGS] [MEASURES]`, CPU milliseconds on one core.
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use document::write_docx;
use domain::{Completion, Finding, FindingId, Inspection, InspectionId, Measure, MeasureId, SourceKind, UnitId};
use report::{KINDS, Material, Shape, fill, list_workbook, snapshot_of};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut numbers = std::env::args().skip(1).filter_map(|n| n.parse::<usize>().ok());
    let (findings, measures) = (numbers.next().unwrap_or(300), numbers.next().unwrap_or(1_000));
    let inspection = inspection();
    let findings: Vec<Finding> = (1..=findings).map(|n| finding(&inspection, n)).collect();
    let measures: Vec<Measure> = (0..measures).map(|n| measure(&findings[n % findings.len()], n)).collect();
    let material = Material {
        inspection: &inspection,
        unit: "县水务局党组",
        findings: &findings,
        measures: &measures,
        evidence: &[],
        steps: &HashMap::new(),
        ordinals: &HashMap::new(),
        unit_names: &HashMap::new(),
        person_names: &HashMap::new(),
        as_of: jiff::civil::date(2026, 6, 30),
        chronicle: &[],
        chosen: None,
    };
    println!("{} findings, {} measures", findings.len(), measures.len());
    for kind in KINDS.iter().filter(|kind| matches!(kind.shape, Shape::Text | Shape::List)) {
        let start = Instant::now();
        let snapshot = Arc::new(snapshot_of(&material, kind.choice));
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
        co_units: Vec::new(),
        co_leaders: Vec::new(),
        co_owners: Vec::new(),
        leader: None,
        lead_unit: None,
        owner: None,
        due: None,
        completion: finding.completion,
        progress_note: Some(format!("已核对{n}条记录，补登{}条", n % 17)),
        stated: None,
        version: 1,
    }
}
