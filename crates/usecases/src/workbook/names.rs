//! Words of a workbook become units, people, dates, and the other way round.

use crate::context::{Actor, App};
use crate::error::Error;
use crate::findings::{FindingChange, joined};
use crate::records::ChangeRow;
use domain::difference::TextRow;
use domain::{Finding, FixType, Person, PersonId, Unit, UnitId};
use jiff::civil::Date;

pub(super) struct Directory {
    units: Vec<Unit>,
    people: Vec<Person>,
}

/// What changes of the first person and of the others.
type Named = (Option<Option<PersonId>>, Option<Vec<PersonId>>);

/// Between several names in a cell.
const SEPARATORS: [char; 6] = ['、', '，', ',', ';', '；', '\n'];

impl Directory {
    /// The units and people that the person reaches.
    pub(super) async fn load(app: &App, actor: &Actor) -> Result<Self, Error> {
        let (units, people) = (app.store.units(&actor.reach).await?, app.store.people(&actor.reach, None).await?);
        Ok(Self { units, people })
    }

    /// What the ledger says of a finding, as the workbook would write it.
    pub(super) fn text_row(&self, finding: &Finding) -> TextRow {
        let person = |id: &PersonId| self.people.iter().find(|p| p.id == *id).map(|p| p.name.clone());
        let unit = |id: &UnitId| self.units.iter().find(|u| u.id == *id).map(|u| u.name.clone()).unwrap_or_default();
        vec![
            ("title", finding.title.clone()),
            ("target", finding.target.clone().unwrap_or_default()),
            ("leader", joined(finding.leaders().filter_map(person)).unwrap_or_default()),
            ("unit", finding.unit.as_ref().map(unit).unwrap_or_default()),
            ("co_units", finding.co_units.iter().map(unit).collect::<Vec<_>>().join("、")),
            ("owner", joined(finding.owners().filter_map(person)).unwrap_or_default()),
            ("fix_type", finding.fix_type.map(|t| t.word().to_owned()).unwrap_or_default()),
            ("due", finding.due.map(|d| d.to_string()).unwrap_or_default()),
            ("category", super::export::category(finding)),
        ]
    }

    /// The change that a row asks for; names must be known, dates must be dates.
    pub(super) fn change(&self, row: &ChangeRow) -> Result<FindingChange, Error> {
        let mut change = FindingChange { reason: Some("导回台账".to_owned()), ..FindingChange::default() };
        for field in &row.changes {
            let after = field.after.clone();
            match field.field.as_str() {
                "title" => change.title = Some(after.unwrap_or_default()),
                "target" => change.target = Some(after),
                "category" => change.category = Some(after),
                "leader" => (change.leader, change.co_leaders) = self.people(after)?,
                "owner" => (change.owner, change.co_owners) = self.people(after)?,
                "unit" => change.unit = Some(after.map(|n| self.unit(&n)).transpose()?),
                "co_units" => change.co_units = Some(self.units(&after.unwrap_or_default())?),
                "fix_type" => change.fix_type = Some(after.map(|w| fix_type(&w)).transpose()?),
                "due" => change.due = Some(after.map(|d| date(&d)).transpose()?),
                _ => {}
            }
        }
        Ok(change)
    }

    /// The first name of a cell, and those behind it.
    fn people(&self, names: Option<String>) -> Result<Named, Error> {
        let names = names.unwrap_or_default();
        let names = names.split(SEPARATORS).map(str::trim).filter(|name| !name.is_empty());
        let mut found = names.map(|name| self.person(name)).collect::<Result<Vec<_>, _>>()?.into_iter();
        Ok((Some(found.next()), Some(found.collect())))
    }

    fn person(&self, name: &str) -> Result<PersonId, Error> {
        let found: Vec<_> = self.people.iter().filter(|p| p.name == name).collect();
        match found.as_slice() {
            [one] => Ok(one.id.clone()),
            [] => Err(Error::invalid("person", format!("人员“{name}”不在系统中，请先在“人员”中新增"))),
            _ => Err(Error::invalid("person", format!("有多位同名人员“{name}”，请在事项中选择"))),
        }
    }

    fn unit(&self, name: &str) -> Result<UnitId, Error> {
        let found: Vec<_> =
            self.units.iter().filter(|u| u.name == name || u.short_name.as_deref() == Some(name)).collect();
        match found.as_slice() {
            [one] => Ok(one.id.clone()),
            [] => Err(Error::invalid("unit", format!("单位“{name}”不在系统中，请先在“单位”中新增"))),
            _ => Err(Error::invalid("unit", format!("有多个同名单位“{name}”，请在事项中选择"))),
        }
    }

    fn units(&self, names: &str) -> Result<Vec<UnitId>, Error> {
        names.split(SEPARATORS).map(str::trim).filter(|n| !n.is_empty()).map(|n| self.unit(n)).collect()
    }
}

fn fix_type(word: &str) -> Result<FixType, Error> {
    FixType::from_word(word)
        .ok_or_else(|| Error::invalid("fix_type", format!("整改类型“{word}”不在选项中：立行立改、限期整改、长期坚持")))
}

fn date(text: &str) -> Result<Date, Error> {
    text.parse().map_err(|_| Error::invalid("due", format!("“{text}”不是日期，请写成 2026-06-30")))
}
