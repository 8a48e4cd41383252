//! Figures of an inspection today.

use super::names;
use crate::context::App;
use crate::error::Error;
use crate::inspections::inspection;
use domain::{Figures, LampRule, StatisticsRow, Tally, lamp, tally};
use jiff::civil::Date;

/// Figures of an inspection today.
pub struct Statistics {
    pub as_of: Date,
    pub tally: Tally,
    pub by_area: Vec<StatisticsRow>,
    pub by_unit: Vec<StatisticsRow>,
}

/// Figures of an inspection today, with their distribution over areas and units.
pub async fn statistics(app: &App, key: &str) -> Result<Statistics, Error> {
    let inspection = inspection(app, key).await?;
    let today = app.clock.today();
    let records = app.store.all_findings(&inspection.id).await?;
    let (units, _) = names(app, records.iter().map(|r| &r.finding), &[], &[]).await?;
    let mut statistics = Statistics { as_of: today, tally: Tally::default(), by_area: Vec::new(), by_unit: Vec::new() };
    let mut figures = Vec::with_capacity(records.len());
    for record in &records {
        let finding = &record.finding;
        let now = lamp(finding.due, finding.completion, today, &LampRule::PRACTICE);
        figures.push(Figures {
            kind: finding.kind,
            completion: finding.completion,
            lamp: now,
            measures: record.measures_all,
        });
        let area = finding.area.clone().unwrap_or_else(|| "未分方面".to_owned());
        count(&mut statistics.by_area, area, now);
        let unit =
            finding.unit.as_ref().and_then(|u| units.get(u.as_str()).cloned()).unwrap_or_else(|| "未指派".to_owned());
        count(&mut statistics.by_unit, unit, now);
    }
    statistics.tally = tally(figures.iter());
    Ok(statistics)
}

fn count(rows: &mut Vec<StatisticsRow>, name: String, now: domain::Lamp) {
    let at = rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
        rows.push(StatisticsRow { name, lamps: [0; 5] });
        rows.len() - 1
    });
    let slot = domain::Lamp::ALL.iter().position(|l| *l == now).unwrap_or(0);
    rows[at].lamps[slot] += 1;
}
