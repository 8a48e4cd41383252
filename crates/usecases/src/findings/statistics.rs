//! Figures of an inspection today.

use crate::access::{self, Seen};
use crate::context::{Actor, App};
use crate::error::Error;
use domain::{Figures, Lamp, StatisticsRow, Tally, lamp, tally};
use jiff::civil::Date;

/// Figures of an inspection today.
pub struct Statistics {
    pub as_of: Date,
    pub tally: Tally,
    pub by_area: Vec<StatisticsRow>,
    pub by_unit: Vec<StatisticsRow>,
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
    let mut statistics = Statistics { as_of: today, tally: Tally::default(), by_area: Vec::new(), by_unit: Vec::new() };
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
    Ok(statistics)
}

fn count(rows: &mut Vec<StatisticsRow>, name: &str, now: Lamp, findings: i64) {
    let at = rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(StatisticsRow { name: name.to_owned(), lamps: [0; 5] });
        rows.len() - 1
    });
    let slot = Lamp::ALL.iter().position(|l| *l == now).unwrap_or(0);
    rows[at].lamps[slot] += findings;
}
