//! 方面, 领导, 部门: findings that belong together.

use super::{Material, finding_name, is_finished};
use crate::kinds::{is_overdue, is_problem};
use crate::snapshot::{Entry, Field, Snapshot, entry_name};
use domain::Finding;

/// Findings under one name, in the order of the ledger.
struct Group<'a> {
    name: String,
    findings: Vec<&'a Finding>,
}

fn grouped<'a>(findings: impl Iterator<Item = &'a Finding>, name: impl Fn(&Finding) -> String) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for finding in findings {
        let name = name(finding);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group { name, findings: vec![finding] }),
        }
    }
    groups
}

pub(super) fn add(snapshot: &mut Snapshot, m: &Material<'_>, chosen: &[&Finding]) {
    let problems = || m.findings.iter().filter(|f| is_problem(f));
    let area = |f: &Finding| {
        let area = f.area.as_deref().or(f.category.as_deref()).unwrap_or_default();
        if area.trim().is_empty() { "其他方面".to_owned() } else { bare(area).to_owned() }
    };
    let person = |id: Option<&domain::PersonId>| {
        id.and_then(|id| m.person_names.get(id.as_str())).cloned().unwrap_or_else(|| "待明确".to_owned())
    };
    let unit = |f: &Finding| {
        f.unit.as_ref().and_then(|id| m.unit_names.get(id.as_str())).cloned().unwrap_or_else(|| "待明确".to_owned())
    };
    put(snapshot, m, "方面", &grouped(problems(), area));
    put(snapshot, m, "领导", &grouped(m.findings.iter(), |f| person(f.leader.as_ref())));
    put(snapshot, m, "部门", &grouped(m.findings.iter(), unit));
    put(snapshot, m, "选定部门", &grouped(chosen.iter().copied(), unit));
}

fn put(snapshot: &mut Snapshot, m: &Material<'_>, list: &'static str, groups: &[Group<'_>]) {
    let mut names = Vec::new();
    for group in groups {
        let name = entry_name(list, &group.name);
        let finished = group.findings.iter().filter(|f| is_finished(f.completion)).count();
        let entry = Entry::default()
            .with("名称", Field::text(&group.name))
            .with("问题数", Field::count(group.findings.len()))
            .with("已完成数", Field::count(finished))
            .with("未完成数", Field::count(group.findings.len() - finished))
            .with("逾期数", Field::count(group.findings.iter().filter(|f| is_overdue(m, f)).count()))
            .listing("问题", group.findings.iter().map(|f| finding_name(f)).collect());
        snapshot.add(name.clone(), entry);
        names.push(name);
    }
    snapshot.list(list, names);
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
