//! 问题, 措施, 佐证: one entry each.

use super::{Material, finding_name, is_finished};
use crate::numbering::numbered_lines;
use crate::snapshot::{Entry, Field, Snapshot, entry_name};
use domain::workflow::{Action, Step};
use domain::{Completion, Evidence, Finding, FindingKind, Measure, PersonId, UnitId};
use std::collections::HashMap;

/// Measures and evidence by the identifier of their finding.
struct Index<'a> {
    measures: HashMap<&'a str, Vec<&'a Measure>>,
    evidence: HashMap<&'a str, Vec<&'a Evidence>>,
}

impl<'a> Index<'a> {
    fn of(m: &Material<'a>) -> Self {
        let mut index = Self { measures: HashMap::new(), evidence: HashMap::new() };
        for measure in m.measures {
            index.measures.entry(measure.finding.as_str()).or_default().push(measure);
        }
        for evidence in m.evidence.iter().filter(|e| !e.withdrawn) {
            index.evidence.entry(evidence.finding.as_str()).or_default().push(evidence);
        }
        index
    }
}

pub(super) fn add(snapshot: &mut Snapshot, m: &Material<'_>) {
    let index = Index::of(m);
    for finding in m.findings {
        let measures = index.measures.get(finding.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let evidence = index.evidence.get(finding.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        for (at, measure) in measures.iter().enumerate() {
            snapshot.add(entry_name("措施", &measure.key), of_measure(m, finding, measure, at + 1));
        }
        for one in evidence {
            snapshot.add(entry_name("佐证", &one.key), of_evidence(one));
        }
        let entry = steps(m, finding, plan(m, finding))
            .with("措施数", Field::count(measures.len()))
            .with("措施完成数", Field::count(measures.iter().filter(|x| is_finished(x.completion)).count()))
            .with("措施状态不一", differing(measures))
            .with("进展", Field::text(notes(measures)))
            .with("佐证数", Field::count(evidence.len()))
            .with("佐证清单", Field::text(evidence.iter().map(|e| e.name.as_str()).collect::<Vec<_>>().join("\n")))
            .with("全部措施", Field::text(numbered(measures)))
            .listing("措施", measures.iter().map(|x| entry_name("措施", &x.key)).collect())
            .listing("佐证", evidence.iter().map(|x| entry_name("佐证", &x.key)).collect());
        snapshot.add(finding_name(finding), entry);
    }
}

/// Names with 、 between.
fn people<'a>(m: &Material<'_>, ids: impl Iterator<Item = &'a PersonId>) -> Field {
    let names: Vec<&str> = ids.filter_map(|id| m.person_names.get(id.as_str())).map(String::as_str).collect();
    Field::text(names.join("、"))
}

fn units<'a>(m: &Material<'_>, ids: impl Iterator<Item = &'a UnitId>) -> Field {
    let names: Vec<&str> = ids.filter_map(|id| m.unit_names.get(id.as_str())).map(String::as_str).collect();
    Field::text(names.join("、"))
}

fn unit(m: &Material<'_>, id: Option<&UnitId>) -> Field {
    Field::text(id.and_then(|id| m.unit_names.get(id.as_str())).cloned().unwrap_or_default())
}

/// What was found and who is to do what until when.
fn plan(m: &Material<'_>, f: &Finding) -> Entry {
    let overdue = f.due.filter(|due| !is_finished(f.completion) && *due < m.as_of);
    let left = f.due.filter(|due| *due >= m.as_of).and_then(|due| due.since(m.as_of).ok());
    let left = left.map_or(Field::Missing, |span| Field::Count(i64::from(span.get_days())));
    let days = overdue
        .and_then(|due| m.as_of.since(due).ok())
        .map_or(Field::Missing, |span| Field::Count(i64::from(span.get_days())));
    let manifestation = if f.text == f.title { "" } else { &f.text };
    Entry::default()
        .with("编号", Field::text(&f.key))
        .with("序号", m.ordinals.get(f.id.as_str()).map_or(Field::Count(f.serial), Field::text))
        .with("种类", Field::text(f.kind.word()))
        .with("名称", Field::text(&f.title))
        .with("原文", Field::text(&f.text))
        .with("具体表现", Field::text(manifestation))
        .with("方面", Field::text(category(f)))
        .with("目标", Field::text(f.target.clone().unwrap_or_default()))
        .with("金额", f.amount.clone().map_or(Field::Missing, Field::Yuan))
        .with("责任领导", people(m, f.leaders()))
        .with("责任人", people(m, f.owners()))
        .with("牵头部门", unit(m, f.unit.as_ref()))
        .with("配合部门", units(m, f.co_units.iter()))
        .with("整改类型", Field::text(f.fix_type.map(|t| t.word()).unwrap_or_default()))
        .with("时限", Field::date(f.due))
        .with("逾期天数", days)
        .with("剩余天数", left)
        .with("状态表述", Field::text(verdict(f.completion)))
        .with("状态", Field::text(f.completion.word()))
        .with("销号状态", Field::text(f.closure.word()))
        .with("环节", Field::text(f.stage.word()))
        .with("长效机制", Field::text(f.standing_rule.clone().unwrap_or_default()))
        .with("复核日期", Field::date(f.standing_review))
        .with("文中所述", Field::text(f.stated.clone().unwrap_or_default()))
}

/// The end of a sentence that tells how far it is.
fn verdict(completion: Completion) -> &'static str {
    match completion {
        Completion::Done => "已完成整改",
        Completion::MostlyDone => "基本完成整改",
        Completion::InProgress => "正在整改",
        Completion::Standing => "已纳入长期坚持事项",
        Completion::NotStarted => "尚未启动整改",
    }
}

fn category(f: &Finding) -> String {
    match f.kind {
        FindingKind::Recommendation => crate::RECOMMENDATIONS.to_owned(),
        FindingKind::Problem => f.category.clone().or_else(|| f.area.clone()).unwrap_or_default(),
    }
}

/// Who took a step; 乙代甲 where he stood in somebody's place.
fn taker(m: &Material<'_>, step: &Step) -> Field {
    let name = |id: &PersonId| m.person_names.get(id.as_str()).cloned().unwrap_or_default();
    let actor = name(&step.actor);
    Field::text(step.acting_for.as_ref().map_or(actor.clone(), |other| format!("{actor}代{}", name(other))))
}

/// Who submitted, reviewed and closed, and why something is late; of the last round.
fn steps(m: &Material<'_>, f: &Finding, entry: Entry) -> Entry {
    let steps = m.steps.get(f.id.as_str()).map(Vec::as_slice).unwrap_or_default();
    let last = |wanted: &[Action]| steps.iter().rev().find(|step| wanted.contains(&step.action));
    let who = |step: Option<&Step>| step.map_or_else(|| Field::text(""), |step| taker(m, step));
    let when = |step: Option<&Step>| Field::date(step.map(|s| s.date));
    let why = |step: Option<&Step>| Field::text(step.and_then(|s| s.reason.clone()).unwrap_or_default());
    let closed = last(&[Action::AcceptFiling, Action::CloseUnopposed, Action::PassSecond])
        .filter(|step| step.stage == domain::workflow::Stage::Closed);
    let (submitted, first) = (last(&[Action::Submit]), last(&[Action::PassFirst]));
    let (second, asked) = (last(&[Action::PassSecond]), last(&[Action::AskExtension]));
    let answered = |step: &Step| matches!(step.action, Action::GrantExtension | Action::RefuseExtension);
    // The date that counted before an extension was granted stands in the log, not here.
    let pending =
        steps.iter().rev().find(|s| s.action == Action::AskExtension || answered(s)).is_some_and(|s| !answered(s));
    let reason = last(&[Action::AskExtension, Action::Return, Action::RejectFiling, Action::Reopen]);
    entry
        .with("申请人", who(submitted))
        .with("申请日期", when(submitted))
        .with("申请说明", why(submitted))
        .with("初审人", who(first))
        .with("初审日期", when(first))
        .with("初审意见", why(first))
        .with("复审人", who(second))
        .with("复审日期", when(second))
        .with("复审意见", why(second))
        .with("销号日期", when(closed))
        .with("延期申请人", who(asked))
        .with("延期申请日期", when(asked))
        .with("延期理由", why(asked))
        .with("原定时限", Field::date(f.due.filter(|_| pending)))
        .with("延期至", Field::date(asked.and_then(|s| s.until)))
        .with("未完成原因", if is_finished(f.completion) { Field::Missing } else { why(reason) })
}

fn of_measure(m: &Material<'_>, f: &Finding, x: &Measure, at: usize) -> Entry {
    // A measure without people or a date of its own has those of its finding.
    let owners: Vec<&PersonId> = x.owners().collect();
    let leaders: Vec<&PersonId> = x.leaders().collect();
    let owners = if owners.is_empty() { f.owners().collect() } else { owners };
    let leaders = if leaders.is_empty() { f.leaders().collect() } else { leaders };
    let lead_unit = x.lead_unit.as_ref().or(f.unit.as_ref());
    Entry::default()
        .with("编号", Field::text(&x.key))
        .with("序号", Field::count(at))
        .with("内容", Field::text(&x.text))
        .with("目标", Field::text(x.target.clone().unwrap_or_default()))
        .with("成果", Field::text(x.deliverable.clone().unwrap_or_default()))
        .with("责任领导", people(m, leaders.into_iter()))
        .with("责任部门", unit(m, lead_unit))
        .with("配合部门", units(m, x.co_units.iter()))
        .with("责任人", people(m, owners.into_iter()))
        .with("时限", Field::date(x.due.or(f.due)))
        .with("状态", Field::text(x.completion.word()))
        .with("进展", Field::text(x.progress_note.clone().unwrap_or_default()))
}

fn of_evidence(e: &Evidence) -> Entry {
    Entry::default()
        .with("编号", Field::text(&e.key))
        .with("文件名", Field::text(&e.name))
        .with("说明", Field::text(e.note.clone().unwrap_or_default()))
        .with("形成日期", Field::date(e.fact_date))
        .with("校验值", Field::text(&e.sm3))
}

/// 是 where measures are not all as far as each other: then each says its own status.
fn differing(measures: &[&Measure]) -> Field {
    let differ = measures.windows(2).any(|pair| pair[0].completion != pair[1].completion);
    Field::text(if differ { "是" } else { "" })
}

fn notes(measures: &[&Measure]) -> String {
    measures.iter().filter_map(|x| x.progress_note.as_deref()).collect::<Vec<_>>().join("\n")
}

/// Measures in a cell, each on a line with its number; one alone without.
fn numbered(measures: &[&Measure]) -> String {
    numbered_lines(&measures.iter().map(|measure| measure.text.as_str()).collect::<Vec<_>>())
}
