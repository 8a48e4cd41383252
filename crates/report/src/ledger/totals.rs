//! 统计: sums over the whole inspection.

use super::{Material, is_finished};
use crate::kinds::is_overdue;
use crate::snapshot::{Entry, Field};
use domain::{Closure, Completion, Finding, FindingKind, FixType, Tally};
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
    let measures_done = m.measures.iter().filter(|measure| is_finished(measure.completion)).count();
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
        .with("措施数", Field::count(m.measures.len()))
        .with("措施完成数", Field::count(measures_done))
        .with("方面数", Field::count(areas.len()))
        .with("责任领导数", Field::count(leaders.len()))
        .with("长效机制数", Field::count(rules.len()))
        .with("佐证数", Field::count(m.evidence.iter().filter(|e| !e.withdrawn).count()))
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

/// Exact sum of decimal strings in cents of a cent; `None` where no finding has an amount.
fn amount<'a>(findings: impl Iterator<Item = &'a Finding>) -> Option<String> {
    /// Decimals that are kept; the ledger takes no more (process-rules §4).
    const DECIMALS: usize = 8;
    let scaled = |text: &str| -> Option<i128> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let part = part.get(..DECIMALS.min(part.len()))?;
        format!("{whole}{part:0<DECIMALS$}").parse().ok()
    };
    let amounts: Vec<i128> = findings.filter_map(|f| f.amount.as_deref()).filter_map(scaled).collect();
    if amounts.is_empty() {
        return None;
    }
    let sum: i128 = amounts.iter().sum();
    let unit = 10i128.pow(DECIMALS as u32);
    let decimals = format!("{:0>DECIMALS$}", (sum % unit).abs());
    let decimals = decimals.trim_end_matches('0');
    let sign = if sum < 0 { "-" } else { "" };
    let whole = (sum / unit).abs();
    Some(if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") })
}
