//! 整改进展情况报告: figures and wording come from the ledger at a date (process-rules §1.4).

use crate::LedgerRow;
use document::{Official, OfficialKind, OfficialParagraph};
use domain::{Inspection, Tally};
use jiff::civil::Date;

const NUMERALS: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七",
    "十八", "十九", "二十",
];

/// The category under which recommendations stand in the ledger.
pub const RECOMMENDATIONS: &str = "意见建议";

/// Composes the report.
pub fn progress_report(
    inspection: &Inspection,
    unit: &str,
    rows: &[LedgerRow],
    tally: &Tally,
    as_of: Date,
) -> Official {
    let mut paragraphs = Vec::new();
    let mut put = |kind, text: String| paragraphs.push(OfficialParagraph { kind, text });
    put(OfficialKind::Addressee, format!("{}：", inspection.issuing_body));
    put(OfficialKind::Body, opening(inspection, as_of));
    put(OfficialKind::Heading1, "一、总体情况".to_owned());
    put(OfficialKind::Body, counters(inspection, tally));
    put(OfficialKind::Heading1, "二、问题整改落实情况".to_owned());
    let (recommendations, problems): (Vec<&LedgerRow>, Vec<&LedgerRow>) =
        rows.iter().partition(|row| row.category == RECOMMENDATIONS);
    items(&mut put, &problems);
    let mut section = 3;
    if !recommendations.is_empty() {
        put(OfficialKind::Heading1, "三、意见建议落实情况".to_owned());
        for (at, row) in recommendations.iter().enumerate() {
            put(
                OfficialKind::Heading2,
                format!("（{}）{}。{}", numeral(at), row.finding.trim_end_matches('。'), progress(row)),
            );
        }
        section += 1;
    }
    let open: Vec<&LedgerRow> = rows.iter().filter(|row| !is_finished(row)).collect();
    put(OfficialKind::Heading1, format!("{}、未完成事项及下一步安排", numeral(section - 1)));
    put(OfficialKind::Body, remaining(&open));
    for (at, row) in open.iter().enumerate() {
        put(OfficialKind::Body, format!("{}.{}", at + 1, unfinished(row)));
    }
    put(OfficialKind::Signature, unit.to_owned());
    put(OfficialKind::Date, date(as_of));
    Official {
        title: format!("关于{}{}整改进展情况的报告", inspection.issuing_body, inspection.source.word()),
        paragraphs,
    }
}

fn date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

fn opening(inspection: &Inspection, as_of: Date) -> String {
    let received = inspection.feedback_date.map(|d| format!("{}，", date(d))).unwrap_or_default();
    let number = inspection.document_number.as_deref().map(|n| format!("（{n}）")).unwrap_or_default();
    format!(
        "{received}{}反馈了{}意见{number}。现将截至{}的整改进展情况报告如下。",
        inspection.issuing_body,
        inspection.source.word(),
        date(as_of)
    )
}

/// The sentence with the counters; kinds that do not occur are left out.
fn counters(inspection: &Inspection, tally: &Tally) -> String {
    let mut parts = vec![format!("本轮{}共反馈问题{}个", inspection.source.word(), tally.findings)];
    let kinds = [
        ("已完成整改", tally.done),
        ("基本完成", tally.mostly_done),
        ("正在整改", tally.in_progress),
        ("长期坚持", tally.standing),
        ("尚未启动", tally.not_started),
    ];
    parts.extend(kinds.into_iter().filter(|(_, count)| *count > 0).map(|(word, count)| format!("{word}{count}个")));
    if tally.findings > 0 {
        parts.push(format!("整改完成率{}%", tally.rate()));
    }
    let mut text = format!("{}。", parts.join("，"));
    if tally.recommendations > 0 {
        text.push_str(&format!("提出意见建议{}条。", tally.recommendations));
    }
    text.push_str(&format!("共制定整改措施{}条。", tally.measures));
    text
}

/// （一）方面 → 1.问题。一是…二是…
fn items(put: &mut impl FnMut(OfficialKind, String), rows: &[&LedgerRow]) {
    let mut areas: Vec<&str> = Vec::new();
    for row in rows {
        if !areas.contains(&row.category.as_str()) {
            areas.push(&row.category);
        }
    }
    for (at, area) in areas.iter().enumerate() {
        let title = if area.is_empty() { "其他方面" } else { bare(area) };
        put(OfficialKind::Heading2, format!("（{}）{title}", numeral(at)));
        for (n, row) in rows.iter().filter(|row| row.category == *area).enumerate() {
            put(OfficialKind::Heading3, format!("{}.{}。{}", n + 1, row.finding.trim_end_matches('。'), progress(row)));
        }
    }
}

fn numeral(at: usize) -> String {
    NUMERALS.get(at).map_or_else(|| (at + 1).to_string(), |n| (*n).to_owned())
}

/// The area's title without the label it had in its source.
fn bare(area: &str) -> &str {
    let rest = area
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.split_once(['）', ')']))
        .filter(|(label, _)| label.chars().count() <= 3);
    let rest = rest.map(|(_, title)| title);
    rest.or_else(|| area.split_once('、').filter(|(label, _)| label.chars().count() <= 2).map(|(_, title)| title))
        .unwrap_or(area)
}

fn progress(row: &LedgerRow) -> String {
    let sentence = |text: &str| text.trim_end_matches(['。', '；', ';']).to_owned();
    let measures = match row.measures.as_slice() {
        [] => String::new(),
        [only] => format!("{}。", sentence(only)),
        many => many.iter().enumerate().map(|(at, text)| format!("{}是{}。", numeral(at), sentence(text))).collect(),
    };
    let status = match row.status.as_str() {
        "已完成" => "该项已完成整改。",
        "基本完成" => "该项基本完成整改。",
        "整改中" => "该项正在整改。",
        "长期坚持" => "该项已纳入长期坚持事项。",
        _ => "该项尚未启动整改。",
    };
    format!("{measures}{status}")
}

fn is_finished(row: &LedgerRow) -> bool {
    matches!(row.status.as_str(), "已完成" | "长期坚持")
}

fn remaining(open: &[&LedgerRow]) -> String {
    if open.is_empty() {
        "所有事项均已完成整改，将持续巩固整改成果。".to_owned()
    } else {
        format!("截至目前尚有{}项未完成，逐项列明如下，将按责任和时限继续推进。", open.len())
    }
}

/// An unfinished item with who is responsible and until when; what is missing is said.
fn unfinished(row: &LedgerRow) -> String {
    let or_missing =
        |text: &str, what: &str| if text.is_empty() { format!("{what}待明确") } else { format!("{what}{text}") };
    let due = row.due.as_deref().and_then(|d| d.parse().ok()).map(date).unwrap_or_default();
    [
        row.finding.trim_end_matches('。').to_owned(),
        or_missing(&row.lead_unit, "牵头部门"),
        or_missing(&row.owner, "责任人"),
        or_missing(&due, "完成时限"),
    ]
    .join("，")
        + "。"
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::{parse, read, write_docx};
    use domain::{InspectionId, SourceKind, UnitId};

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

    #[test]
    fn the_report_reads_back_as_the_ledger() {
        let row = |finding: &str, status: &str, measures: &[&str]| LedgerRow {
            category: "（一）学习方面".to_owned(),
            finding: finding.to_owned(),
            status: status.to_owned(),
            measures: measures.iter().map(|m| (*m).to_owned()).collect(),
            ..LedgerRow::default()
        };
        let rows = [row("学习不深入", "已完成", &["制定计划", "开展研讨"]), row("台账不规范", "整改中", &["修订办法"])];
        let tally = Tally { findings: 2, done: 1, in_progress: 1, measures: 3, ..Tally::default() };
        let report = progress_report(&inspection(), "县水务局党组", &rows, &tally, jiff::civil::date(2026, 11, 23));
        let found = parse(&read(&write_docx(&report).unwrap(), "a.docx").unwrap());
        let titles: Vec<_> = found.findings.iter().map(|f| f.title.as_str()).collect();
        assert_eq!(titles, ["学习不深入", "台账不规范"]);
        assert_eq!(found.findings[0].status, Some(document::Status::Done));
        let total = found.totals.iter().find(|t| t.subject == "问题").unwrap();
        assert_eq!((total.total.as_str(), total.consistent), ("2", Some(true)));
    }
}
