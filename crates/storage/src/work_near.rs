//! What a person reaches, for statements that look for several things among it.

use crate::family;
use crate::reach::{self, Within};
use sea_orm::Value;
use usecases::{Extent, Reach, Scope};

/// Values of a statement; each gets its mark.
pub(crate) struct Values(pub(crate) Vec<Value>);

impl Values {
    pub(crate) fn mark(&mut self, value: impl Into<Value>) -> String {
        self.0.push(value.into());
        format!("${}", self.0.len())
    }

    /// The marks of several with commas between.
    pub(crate) fn marks<'a>(&mut self, values: impl Iterator<Item = &'a str>) -> String {
        values.map(|value| self.mark(value)).collect::<Vec<_>>().join(", ")
    }
}

/// What a condition on a finding looks at; read once for all duties.
const NARROW: &str = "findings.id, findings.inspection_id, findings.stage, findings.due, findings.unit_id, findings.leader_id, findings.owner_id, findings.evidence_count, findings.measures_done, findings.measures_all, findings.fix_type, findings.standing_review";

/// Rows within reach, under the name of their table.
pub(crate) struct Near {
    /// Tables of the statement's own, each as it is begun.
    pub(crate) with: Vec<String>,
    pub(crate) begun: String,
    pub(crate) from: &'static str,
    pub(crate) rows: String,
    /// The seats of the person above a row.
    pub(crate) seats: String,
    /// As a column, for rows of the table itself.
    pub(crate) seats_column: String,
}

impl Near {
    /// True for rows below one of these seats.
    pub(crate) fn below(&self, seats: i64) -> String {
        match (seats, self.seats.parse::<i64>()) {
            (0, _) => reach::NONE.to_owned(),
            // The same for all rows: no row is asked.
            (_, Ok(all)) => if all & seats != 0 { reach::ALL } else { reach::NONE }.to_owned(),
            _ => format!("({} & {seats}) <> 0", self.seats),
        }
    }

    /// The beginning of a statement: what is within reach, and more tables.
    pub(crate) fn with(&self, more: &[String]) -> String {
        let own: Vec<&str> = self.with.iter().chain(more).map(String::as_str).collect();
        match self.begun.as_str() {
            "" => format!("WITH {}", own.join(", ")),
            begun => format!("{begun}, {}", own.join(", ")),
        }
    }
}

pub(crate) fn near(reach: &Reach) -> (Near, Values) {
    let within = reach::findings(reach, 1);
    let seats_column = within.seats_column();
    let Within { with, from, rows, seats, values } = within;
    let begun = with.trim_end().to_owned();
    let counted = format!("findings.id NOT IN {}", family::ASIDE);
    let near = match reach {
        Reach::Within(Scope { extent: Extent::Units, .. }) => Near {
            // A few of many: worked out once, whatever is looked for among them.
            with: vec![format!(
                "near AS MATERIALIZED (SELECT {NARROW}, {seats_column} FROM {from} WHERE {rows} AND {counted})"
            )],
            begun,
            from: "near AS findings",
            rows: reach::ALL.to_owned(),
            seats: "findings.seats".to_owned(),
            seats_column,
        },
        Reach::Nothing => {
            Near { with: Vec::new(), begun, from: "findings", rows: reach::NONE.to_owned(), seats, seats_column }
        }
        Reach::Everything | Reach::Within(_) => {
            Near { with: Vec::new(), begun, from: "findings", rows: counted, seats, seats_column }
        }
    };
    (near, Values(values))
}
