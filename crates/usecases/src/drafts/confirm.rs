//! Confirmation: the tree becomes findings and measures; what the ledger has already is added to.

use super::{Draft, open, view};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::inspections::inspection;
use crate::ports::{DraftStanding, SourceRecord};
use domain::draft::{Node, NodeKind, SentenceState, coverage};
use domain::{
    Closure, Completion, Event, EventKind, Finding, FindingId, FindingKind, FixType, Inspection, Measure, MeasureId,
    Person, PersonId, SourceSpan, Unit, UnitId, completion,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// What a confirmation did.
#[derive(Debug, Clone, Default)]
pub struct Confirmation {
    pub findings_created: usize,
    pub measures_created: usize,
    pub findings_updated: usize,
    pub keys: Vec<String>,
}

/// What to do with sentences that nobody looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenSentences {
    Refuse,
    Skip,
}

impl From<bool> for OpenSentences {
    fn from(skip: bool) -> Self {
        if skip { Self::Skip } else { Self::Refuse }
    }
}

/// Confirms a draft.
pub async fn confirm_draft(
    app: &App,
    actor: &Actor,
    id: &str,
    version: i64,
    rest: OpenSentences,
) -> Result<Confirmation, Error> {
    let (record, key, parsed) = open(app, actor, id, version).await?;
    let mut draft = view(record, key.clone(), parsed);
    let states: Vec<SentenceState> = draft.sentences.iter().map(|(_, state)| state.clone()).collect();
    let open_sentences = coverage(&states).open;
    if open_sentences > 0 {
        if rest == OpenSentences::Refuse {
            return Err(Error::CoverageIncomplete(open_sentences));
        }
        skip_rest(&mut draft);
    }
    let inspection = inspection(app, &key).await?;
    let ledger = app.store.all_findings(&inspection.id).await?.into_iter().map(|r| r.finding).collect::<Vec<_>>();
    let known_measures = app.store.all_measures(&inspection.id).await?;
    let directory = Directory { units: app.store.units().await?, people: app.store.people(None).await? };
    let last = app.store.last_serial(&inspection.id).await?;
    let mut plan = Plan::new(app, actor, &inspection, &draft, ledger, known_measures, directory, last);
    plan.walk();
    let mut record = draft.record.clone();
    record.standing = DraftStanding::Confirmed;
    record.version += 1;
    app.store.confirm(&record, &plan.new, &plan.changed(), &plan.measures, plan.events.clone()).await?;
    Ok(plan.result())
}

fn skip_rest(draft: &mut Draft) {
    let open: Vec<_> =
        draft.sentences.iter().filter(|(_, s)| *s == SentenceState::Open).map(|(stretch, _)| *stretch).collect();
    let cursor = draft.record.cursor;
    draft.record.history[cursor].skipped.extend(open);
}

struct Directory {
    units: Vec<Unit>,
    people: Vec<Person>,
}

impl Directory {
    /// The unit of that name, if exactly one has it.
    fn unit(&self, name: &str) -> Option<UnitId> {
        let mut found = self.units.iter().filter(|u| u.name == name || u.short_name.as_deref() == Some(name));
        found.next().filter(|_| found.next().is_none()).map(|u| u.id.clone())
    }

    /// The person of that name, if exactly one has it.
    fn person(&self, name: &str) -> Option<PersonId> {
        let mut found = self.people.iter().filter(|p| p.name == name && p.active);
        found.next().filter(|_| found.next().is_none()).map(|p| p.id.clone())
    }
}

struct Plan<'a> {
    app: &'a App,
    actor: &'a Actor,
    inspection: &'a Inspection,
    draft: &'a Draft,
    ledger: Vec<Finding>,
    touched: Vec<usize>,
    /// Findings of the ledger by what their title says.
    by_title: HashMap<String, usize>,
    by_finding: HashMap<FindingId, Vec<Measure>>,
    /// Nodes by identifier, and the nodes below each.
    places: HashMap<String, usize>,
    children: HashMap<String, Vec<usize>>,
    directory: Directory,
    serial: i64,
    new: Vec<(Finding, Vec<SourceRecord>)>,
    measures: Vec<Measure>,
    events: Vec<Event>,
}

impl<'a> Plan<'a> {
    #[expect(clippy::too_many_arguments, reason = "all of it is loaded once, just before")]
    fn new(
        app: &'a App,
        actor: &'a Actor,
        inspection: &'a Inspection,
        draft: &'a Draft,
        ledger: Vec<Finding>,
        known_measures: Vec<Measure>,
        directory: Directory,
        serial: i64,
    ) -> Self {
        let (touched, new, measures, events) = Default::default();
        let mut by_title = HashMap::new();
        for (at, finding) in ledger.iter().enumerate() {
            by_title.entry(same_thing(&finding.title)).or_insert(at);
        }
        let mut by_finding: HashMap<FindingId, Vec<Measure>> = HashMap::new();
        for measure in known_measures {
            by_finding.entry(measure.finding.clone()).or_default().push(measure);
        }
        let mut places = HashMap::new();
        let mut children: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, node) in draft.state().nodes.iter().enumerate() {
            places.insert(node.id.clone(), at);
            if let Some(parent) = &node.parent {
                children.entry(parent.clone()).or_default().push(at);
            }
        }
        Self {
            app,
            actor,
            inspection,
            draft,
            ledger,
            touched,
            by_title,
            by_finding,
            places,
            children,
            directory,
            serial,
            new,
            measures,
            events,
        }
    }

    /// Items in document order: below areas, then at the root.
    fn walk(&mut self) {
        let draft = self.draft;
        for node in draft.state().nodes.iter().filter(|n| n.kind.is_item() && !n.skipped) {
            self.item(node);
        }
    }

    fn item(&mut self, node: &Node) {
        let key = same_thing(&node.title);
        let known = self.by_title.get(&key).copied().filter(|_| !key.is_empty());
        match known {
            Some(at) => {
                if !self.touched.contains(&at) {
                    self.touched.push(at);
                }
                let mut finding = self.ledger[at].clone();
                self.fill(&mut finding, node);
                self.add_measures(&mut finding, node);
                let summary = format!("导入 {} 补充措施和责任", self.draft.record.name);
                self.events.push(self.app.event(Some(self.actor), &finding.key, EventKind::Imported, summary));
                self.ledger[at] = finding;
            }
            None => {
                self.serial += 1;
                let mut finding = self.blank(node);
                self.fill(&mut finding, node);
                self.add_measures(&mut finding, node);
                let summary = format!("由 {} 导入", self.draft.record.name);
                self.events.push(self.app.event(Some(self.actor), &finding.key, EventKind::Imported, summary));
                let sources = self.sources(node);
                self.new.push((finding, sources));
            }
        }
    }

    fn blank(&self, node: &Node) -> Finding {
        Finding {
            id: FindingId(new_id()),
            inspection: self.inspection.id.clone(),
            key: self.inspection.finding_key(self.serial),
            serial: self.serial,
            kind: if node.kind == NodeKind::Recommendation {
                FindingKind::Recommendation
            } else {
                FindingKind::Problem
            },
            area: self.area(node),
            title: if node.title.is_empty() { node.text.clone() } else { node.title.clone() },
            text: if node.text.is_empty() { node.title.clone() } else { node.text.clone() },
            category: None,
            target: None,
            amount: None,
            unit: None,
            leader: None,
            owner: None,
            co_units: Vec::new(),
            due: None,
            fix_type: None,
            completion: Completion::NotStarted,
            closure: Closure::None,
            version: 1,
        }
    }

    /// The nearest area above.
    fn area(&self, node: &Node) -> Option<String> {
        let state = self.draft.state();
        let at = *self.places.get(node.parent.as_deref()?)?;
        let area = &state.nodes[at];
        Some(format!("{}{}", area.label, area.title))
    }

    fn sources(&self, node: &Node) -> Vec<SourceRecord> {
        let record = |s: &domain::draft::Stretch| SourceRecord {
            span: SourceSpan {
                document: self.draft.record.digest.clone(),
                paragraph: s.paragraph,
                start: s.start,
                end: s.end,
            },
            name: self.draft.record.name.clone(),
        };
        let mut sources: Vec<SourceRecord> = node.sources.iter().map(record).collect();
        sources.dedup_by(|a, b| a.span == b.span);
        sources
    }

    /// Sets what the ledger does not know yet; nothing known is overwritten.
    fn fill(&self, finding: &mut Finding, node: &Node) {
        let mut co_units = Vec::new();
        for owner in &node.owners {
            match owner.role.as_str() {
                "leader" => finding.leader = finding.leader.take().or_else(|| self.person_of(owner)),
                "owner" => finding.owner = finding.owner.take().or_else(|| self.person_of(owner)),
                "lead_unit" => match self.unit_of(owner) {
                    Some(unit) if finding.unit.is_none() => finding.unit = Some(unit),
                    Some(unit) if finding.unit.as_ref() != Some(&unit) => co_units.push(unit),
                    _ => {}
                },
                "co_unit" => co_units.extend(self.unit_of(owner)),
                _ => {}
            }
        }
        for unit in co_units {
            if !finding.co_units.contains(&unit) {
                finding.co_units.push(unit);
            }
        }
        finding.due = finding.due.or_else(|| due(node));
        finding.fix_type = finding.fix_type.or_else(|| fix_type(node));
    }

    fn unit_of(&self, owner: &domain::draft::NodeOwner) -> Option<UnitId> {
        owner.unit.clone().map(UnitId).or_else(|| self.directory.unit(&owner.text))
    }

    fn person_of(&self, owner: &domain::draft::NodeOwner) -> Option<PersonId> {
        owner.person.clone().map(PersonId).or_else(|| self.directory.person(&owner.text))
    }

    fn add_measures(&mut self, finding: &mut Finding, node: &Node) {
        let state = self.draft.state();
        let existing = self.by_finding.get(&finding.id).cloned().unwrap_or_default();
        let mut serial = existing.iter().map(|m| m.serial).max().unwrap_or(0);
        let mut completions: Vec<Completion> = existing.iter().map(|m| m.completion).collect();
        let status = node.status.as_deref().and_then(Completion::from_name).unwrap_or(Completion::NotStarted);
        for at in self.children.get(&node.id).cloned().unwrap_or_default() {
            let child = &state.nodes[at];
            let text = if child.text.is_empty() { &child.title } else { &child.text };
            if child.kind != NodeKind::Measure || child.skipped || existing.iter().any(|m| m.text == *text) {
                continue;
            }
            serial += 1;
            let person = |role: &str| {
                child.owners.iter().chain(&node.owners).find(|o| o.role == role).and_then(|o| self.person_of(o))
            };
            let unit =
                child.owners.iter().chain(&node.owners).find(|o| o.role == "lead_unit").and_then(|o| self.unit_of(o));
            let own_status = child.status.as_deref().and_then(Completion::from_name).unwrap_or(status);
            completions.push(own_status);
            let measure = Measure {
                id: MeasureId(new_id()),
                finding: finding.id.clone(),
                key: format!("{}-{serial:02}", finding.key),
                serial,
                text: text.clone(),
                target: None,
                deliverable: None,
                leader: person("leader"),
                lead_unit: unit,
                owner: person("owner"),
                due: due(child).or_else(|| due(node)),
                completion: own_status,
                progress_note: None,
                version: 1,
            };
            self.by_finding.entry(finding.id.clone()).or_default().push(measure.clone());
            self.measures.push(measure);
        }
        finding.completion = completion(&completions);
    }

    fn changed(&self) -> Vec<Finding> {
        self.touched
            .iter()
            .map(|at| {
                let mut finding = self.ledger[*at].clone();
                finding.version += 1;
                finding
            })
            .collect()
    }

    fn result(&self) -> Confirmation {
        let keys = self
            .new
            .iter()
            .map(|(f, _)| f.key.clone())
            .chain(self.touched.iter().map(|at| self.ledger[*at].key.clone()))
            .collect();
        Confirmation {
            findings_created: self.new.len(),
            measures_created: self.measures.len(),
            findings_updated: self.touched.len(),
            keys,
        }
    }
}

/// The latest full date that the node states.
fn due(node: &Node) -> Option<Date> {
    node.deadlines.iter().filter_map(|d| d.date.as_deref()?.parse().ok()).max()
}

fn fix_type(node: &Node) -> Option<FixType> {
    let has = |kind: &str| node.deadlines.iter().any(|d| d.kind == kind);
    if has("standing") && !has("absolute") {
        Some(FixType::Standing)
    } else if has("absolute") || has("relative") {
        Some(FixType::Deadline)
    } else {
        has("immediate").then_some(FixType::Immediate)
    }
}

/// The wording without what headings put round a problem, to tell that two documents mean the same one.
fn same_thing(title: &str) -> String {
    let quoted = title
        .find('“')
        .zip(title.rfind('”'))
        .filter(|(open, close)| open < close)
        .map(|(open, close)| &title[open + "“".len()..close]);
    let core = quoted.filter(|text| text.chars().count() >= 4).unwrap_or(title);
    let core = core
        .trim_start_matches("关于")
        .trim_start_matches("针对")
        .trim_end_matches("的整改")
        .trim_end_matches("问题")
        .trim_end_matches('的');
    core.chars().filter(|c| c.is_alphanumeric()).collect()
}
