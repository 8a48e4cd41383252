//! 统计: sums over the whole inspection.

use super::{Material, is_finished};
use crate::kinds::is_overdue;
use crate::snapshot::{Entry, Field};
use domain::{Closure, Completion, Finding, FindingKind, FixType, Tally, decimal_sum};
use std::collections::HashSet;

/// The sums. Problems and recommendations are counted apart.
pub(super) fn totals(m: &Material<'_>) -> Entry {
    let count = |wanted: &dyn Fn(&Finding) -> bool| Field::count(m.findings.iter().filter(|f| wanted(f)).count());
    let problem = |f: &Finding| f.kind == FindingKind::Problem;
    let problems_at = |completion| count(&|f| problem(f) && f.completion == completion);
    let of_type = |kind| count(&|f| problem(f) && f.fix_type == Some(kind));
    let areas: HashSet<&str> = m.findings.iter().filter(|f| problem(f)).filter_map(|f| f.area.as_deref()).collect();
    let leaders: HashSet<&str> = m.findings.iter().flat_map(|f| f.leaders().map(|p| p.as_str())).collect();
    let rules: HashSet<&str> = m.findings.iter().filter_map(|f| f.standing_rule.as_deref()).collect();
    // What was put together stands under each of its problems, and counts once.
    let mut seen = HashSet::new();
    let measures: Vec<_> = m.measures.iter().filter(|measure| seen.insert(&measure.key)).collect();
    let measures_done = measures.iter().filter(|measure| is_finished(measure.completion)).count();
    let evidence: HashSet<&str> = m.evidence.iter().filter(|e| !e.withdrawn).map(|e| e.key.as_str()).collect();
    let overdue = |f: &Finding| is_overdue(m, f);
    let finished = || m.findings.iter().filter(|f| is_finished(f.completion));
    Entry::default()
        .with("问题数", count(&problem))
        .with("已完成数", problems_at(Completion::Done))
        .with("基本完成数", problems_at(Completion::MostlyDone))
        .with("整改中数", problems_at(Completion::InProgress))
        .with("长期坚持数", problems_at(Completion::Standing))
        .with("未启动数", problems_at(Completion::NotStarted))
        .with("未完成数", count(&|f| problem(f) && !is_finished(f.completion)))
        .with("完成率", Field::text(rate(m)))
        .with("意见数", count(&|f| !problem(f)))
        .with("意见完成数", count(&|f| !problem(f) && is_finished(f.completion)))
        .with("意见未完成数", count(&|f| !problem(f) && !is_finished(f.completion)))
        .with("全部未完成数", count(&|f| !is_finished(f.completion)))
        .with("立行立改数", of_type(FixType::Immediate))
        .with("限期整改数", of_type(FixType::Deadline))
        .with("持续整改数", of_type(FixType::Standing))
        .with("已销号数", count(&|f| f.closure == Closure::Closed))
        .with("逾期数", count(&overdue))
        .with("措施数", Field::count(measures.len()))
        .with("措施完成数", Field::count(measures_done))
        .with("方面数", Field::count(areas.len()))
        .with("责任领导数", Field::count(leaders.len()))
        .with("长效机制数", Field::count(rules.len()))
        .with("佐证数", Field::count(evidence.len()))
        .with("涉及金额", amount(m.findings.iter()).map_or(Field::Missing, Field::Yuan))
        .with("已完成金额", amount(finished()).map_or(Field::Missing, Field::Yuan))
}

fn rate(m: &Material<'_>) -> String {
    let problems = m.findings.iter().filter(|f| f.kind == FindingKind::Problem);
    let mut tally = Tally::default();
    for problem in problems {
        tally.findings += 1;
        tally.done += i64::from(problem.completion == Completion::Done);
    }
    tally.rate()
}

/// Exact sum; `None` where no finding has an amount.
fn amount<'a>(findings: impl Iterator<Item = &'a Finding>) -> Option<String> {
    let amounts: Vec<&str> = findings.filter_map(|f| f.amount.as_deref()).collect();
    let known: Vec<&str> = amounts.into_iter().filter(|amount| decimal_sum(&[amount]).is_some()).collect();
    decimal_sum(&known)
}
