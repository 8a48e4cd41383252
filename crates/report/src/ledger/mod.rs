//! The entries of a snapshot from the domain: names of fields are the words of the templates (docs/manual/templates.md).

mod chronicle;
mod findings;
mod groups;
mod totals;

use crate::kinds::{Choice, is_overdue, is_problem};
use crate::snapshot::{Entry, Field, Snapshot, entry_name};
use domain::workflow::Step;
use domain::{ChronicleEntry, Completion, Evidence, Finding, Inspection, Measure};
use jiff::civil::Date;
use std::collections::HashMap;

/// What is known of an inspection at a date.
pub struct Material<'a> {
    pub inspection: &'a Inspection,
    /// The inspected unit.
    pub unit: &'a str,
    /// In the order of their serials.
    pub findings: &'a [Finding],
    pub measures: &'a [Measure],
    /// What counts; withdrawn evidence is left out by the caller or here alike.
    pub evidence: &'a [Evidence],
    /// Oldest first, by the identifier of their finding.
    pub steps: &'a HashMap<String, Vec<Step>>,
    /// Printed numbers by identifier, where they are not the serial.
    pub ordinals: &'a HashMap<String, String>,
    pub unit_names: &'a HashMap<String, String>,
    pub person_names: &'a HashMap<String, String>,
    pub as_of: Date,
    /// What was done in the round as a whole; entries taken out are left out.
    pub chronicle: &'a [ChronicleEntry],
    /// Keys of the findings the document is about; without, those that its kind is for.
    pub chosen: Option<&'a [String]>,
}

/// Finished as far as a report goes: done, or kept up for good.
pub(crate) fn is_finished(completion: Completion) -> bool {
    matches!(completion, Completion::Done | Completion::Standing)
}

pub(crate) fn finding_name(finding: &Finding) -> String {
    entry_name("问题", &finding.key)
}

/// Makes the snapshot.
pub fn snapshot(material: &Material<'_>, choice: Choice) -> Snapshot {
    let mut snapshot = Snapshot::default();
    let i = material.inspection;
    snapshot.add(
        "检查",
        Entry::default()
            .with("编号", Field::text(&i.key))
            .with("名称", Field::text(&i.title))
            .with("来源", Field::text(i.source.word()))
            .with("反馈单位", Field::text(&i.issuing_body))
            .with("文号", Field::text(i.document_number.clone().unwrap_or_default()))
            .with("反馈日期", Field::date(i.feedback_date))
            .with("收文日期", Field::date(i.receipt_date)),
    );
    snapshot.add("单位", Entry::default().with("名称", Field::text(material.unit)));
    snapshot.add("报告", Entry::default().with("截至", Field::Date(material.as_of)));
    snapshot.add("统计", totals::totals(material));
    findings::add(&mut snapshot, material);
    let chosen: Vec<&Finding> = material.findings.iter().filter(|f| is_chosen(material, choice, f)).collect();
    groups::add(&mut snapshot, material, &chosen);
    let names = |wanted: &dyn Fn(&Finding) -> bool| -> Vec<String> {
        material.findings.iter().filter(|f| wanted(f)).map(finding_name).collect()
    };
    snapshot.list("问题", names(&is_problem));
    snapshot.list("意见", names(&|f| !is_problem(f)));
    snapshot.list("全部", names(&|_| true));
    snapshot.list("已完成", names(&|f| is_finished(f.completion)));
    snapshot.list("未完成", names(&|f| !is_finished(f.completion)));
    snapshot.list("逾期", names(&|f| is_overdue(material, f)));
    snapshot.list("有长效机制", names(&|f| f.standing_rule.is_some()));
    snapshot.list("选定", chosen.iter().map(|f| finding_name(f)).collect());
    chronicle::add(&mut snapshot, material.chronicle);
    snapshot
}

fn is_chosen(m: &Material<'_>, choice: Choice, finding: &Finding) -> bool {
    m.chosen.map_or_else(|| choice.takes(m, finding), |keys| keys.contains(&finding.key))
}
