//! The entries of a snapshot from the domain: names of fields are the words of the templates (docs/manual/templates.md).

mod findings;
mod groups;
mod totals;

use crate::snapshot::{Entry, Field, Snapshot, entry_name};
use domain::workflow::Step;
use domain::{Completion, Evidence, Finding, FindingKind, Inspection, Measure};
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
    pub unit_names: &'a HashMap<String, String>,
    pub person_names: &'a HashMap<String, String>,
    pub as_of: Date,
}

/// Finished as far as a report goes: done, or kept up for good.
pub(crate) fn is_finished(completion: Completion) -> bool {
    matches!(completion, Completion::Done | Completion::Standing)
}

pub(crate) fn finding_name(finding: &Finding) -> String {
    entry_name("问题", &finding.key)
}

/// Makes the snapshot.
pub fn snapshot(material: &Material<'_>) -> Snapshot {
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
    groups::add(&mut snapshot, material);
    let names = |wanted: &dyn Fn(&Finding) -> bool| -> Vec<String> {
        material.findings.iter().filter(|f| wanted(f)).map(finding_name).collect()
    };
    let problem = |f: &Finding| f.kind == FindingKind::Problem;
    snapshot.list("问题", names(&problem));
    snapshot.list("意见", names(&|f| !problem(f)));
    snapshot.list("全部", names(&|_| true));
    snapshot.list("已完成", names(&|f| is_finished(f.completion)));
    snapshot.list("未完成", names(&|f| !is_finished(f.completion)));
    snapshot.list("逾期", names(&|f| !is_finished(f.completion) && f.due.is_some_and(|due| due < material.as_of)));
    snapshot
}
