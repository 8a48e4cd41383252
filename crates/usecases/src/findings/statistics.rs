//! Figures of an inspection today.

use super::family::relatives;
use crate::access::{self, Reach, Seen};
use crate::context::{Actor, App};
use crate::error::Error;
use domain::family::{Feedback, feedback, set_aside};
use domain::{Figures, Finding, Inspection, Lamp, StatisticsRow, Tally, lamp, tally};
use jiff::civil::Date;

/// Figures of an inspection today.
pub struct Statistics {
    pub as_of: Date,
    pub tally: Tally,
    pub by_area: Vec<StatisticsRow>,
    pub by_unit: Vec<StatisticsRow>,
    /// As the feedback document counts, where that differs: something was split or put together.
    pub feedback: Option<FeedbackFigures>,
}

/// Problems and recommendations of the feedback document.
pub struct FeedbackFigures {
    pub tally: Tally,
}

/// Figures of an inspection today, with their distribution over areas and units.
pub async fn statistics(app: &App, actor: &Actor, key: &str) -> Result<Statistics, Error> {
    let Seen { inspection, rows, .. } = access::inspection(app, actor, key).await?;
    let today = app.clock.today();
    let rule = app.rules(actor).await?.lamp_rule(&inspection)?;
    let groups = app.store.finding_groups(&rows, &inspection.id).await?;
    let mut ids: Vec<String> = groups.iter().filter_map(|g| g.unit.as_ref()).map(|unit| unit.0.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    let units = app.store.unit_names(&ids).await?;
    let mut statistics =
        Statistics { as_of: today, tally: Tally::default(), by_area: Vec::new(), by_unit: Vec::new(), feedback: None };
    let mut figures = Vec::with_capacity(groups.len());
    for group in &groups {
        let now = lamp(group.due, group.completion, today, &rule);
        figures.push(Figures {
            kind: group.kind,
            completion: group.completion,
            lamp: now,
            findings: group.findings,
            measures: group.measures,
        });
        count(&mut statistics.by_area, group.area.as_deref().unwrap_or("未分方面"), now, group.findings);
        let unit = group.unit.as_ref().and_then(|u| units.get(u.as_str())).map_or("未指派", String::as_str);
        count(&mut statistics.by_unit, unit, now, group.findings);
    }
    statistics.tally = tally(figures.iter());
    // Who reaches a part cannot count the whole document.
    if rows == Reach::Everything {
        statistics.feedback = of_feedback(app, &inspection, &statistics.tally).await?;
    }
    Ok(statistics)
}

/// The figures of what is worked on, without what splits and merges made, and with what they started from.
async fn of_feedback(app: &App, inspection: &Inspection, worked: &Tally) -> Result<Option<FeedbackFigures>, Error> {
    let ties = app.store.family(&inspection.id).await?;
    if ties.iter().all(|tie| tie.undone) {
        return Ok(None);
    }
    let relatives = relatives(app, &ties).await?;
    let live: Vec<&Finding> = relatives.iter().filter(|f| set_aside(&ties, &f.id).is_none()).collect();
    let gone = tally(live.into_iter().map(alone).collect::<Vec<_>>().iter());
    let roots = feedback(&ties, Feedback { findings: relatives.clone(), ..Feedback::default() }).findings;
    let come = tally(roots.iter().map(alone).collect::<Vec<_>>().iter());
    let of = |get: fn(&Tally) -> i64| get(worked) - get(&gone) + get(&come);
    let tally = Tally {
        findings: of(|t| t.findings),
        recommendations: of(|t| t.recommendations),
        not_started: of(|t| t.not_started),
        in_progress: of(|t| t.in_progress),
        mostly_done: of(|t| t.mostly_done),
        done: of(|t| t.done),
        standing: of(|t| t.standing),
        ..worked.clone()
    };
    Ok(Some(FeedbackFigures { tally }))
}

fn alone(f: &Finding) -> Figures {
    Figures { kind: f.kind, completion: f.completion, lamp: Lamp::None, findings: 1, measures: 0 }
}

fn count(rows: &mut Vec<StatisticsRow>, name: &str, now: Lamp, findings: i64) {
    let at = rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(StatisticsRow { name: name.to_owned(), lamps: [0; 5] });
        rows.len() - 1
    });
    let slot = Lamp::ALL.iter().position(|l| *l == now).unwrap_or(0);
    rows[at].lamps[slot] += findings;
}
