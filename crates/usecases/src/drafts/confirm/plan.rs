//! Walks the tree and works out what is to be written.

use super::Confirmation;
use super::directory::Directory;
use super::known::KnownFindings;
use super::stated::{self, due, fix_type};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::findings::once_each;
use crate::records::{ChangedFinding, DraftOutcome, DraftRecord, SourceRecord};
use domain::draft::{DraftState, Node, NodeKind, NodeOwner, Stretch};
use domain::{
    Completion, EventKind, Finding, FindingId, FindingKind, FixType, Inspection, Measure, MeasureId, PersonId,
    SourceSpan, completion,
};
use std::collections::{BTreeSet, HashMap};

/// Characters of a title or a measure in a message, and how many of these it names.
const SHORT: usize = 24;
const LATE_NAMED: usize = 5;

/// The first who is named comes first, further ones beside him, nobody twice.
fn beside(first: &mut Option<PersonId>, others: &mut Vec<PersonId>, person: Option<PersonId>) {
    if first.is_none() {
        *first = person;
    } else {
        others.extend(person);
        once_each(others, first.as_ref());
    }
}

/// Whom a measure names for a duty; the first of its finding where it names nobody who is known.
fn named_by<T: Clone + PartialEq>(
    child: &Node,
    node: &Node,
    role: &str,
    known: impl Fn(&NodeOwner) -> Option<T>,
) -> Vec<T> {
    let of = |node: &Node| -> Vec<T> { node.owners.iter().filter(|o| o.role == role).filter_map(&known).collect() };
    let mut own = of(child);
    if own.is_empty() {
        own = of(node);
        own.truncate(1);
    }
    once_each(&mut own, None);
    own
}

/// Takes the first one out.
fn first<T>(all: &mut Vec<T>) -> Option<T> {
    (!all.is_empty()).then(|| all.remove(0))
}

pub(super) struct Plan<'a> {
    app: &'a App,
    actor: &'a Actor,
    inspection: &'a Inspection,
    record: &'a DraftRecord,
    state: &'a DraftState,
    known: KnownFindings,
    directory: Directory,
    serial: i64,
    /// Nodes by identifier, and the nodes below each.
    places: HashMap<&'a str, usize>,
    children: HashMap<&'a str, Vec<usize>>,
    /// Findings of the ledger that this draft changes.
    changed: BTreeSet<usize>,
    /// Sources that this draft adds, by finding.
    new_sources: HashMap<String, Vec<SourceRecord>>,
    /// Measures that would end after their finding, in words.
    late: Vec<String>,
    outcome: DraftOutcome,
}

impl<'a> Plan<'a> {
    #[expect(clippy::too_many_arguments, reason = "all of it is loaded once, just before")]
    pub(super) fn new(
        app: &'a App,
        actor: &'a Actor,
        inspection: &'a Inspection,
        record: &'a DraftRecord,
        state: &'a DraftState,
        known: KnownFindings,
        directory: Directory,
        serial: i64,
    ) -> Self {
        let mut places = HashMap::new();
        let mut children: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, node) in state.nodes.iter().enumerate() {
            places.insert(node.id.as_str(), at);
            if let Some(parent) = &node.parent {
                children.entry(parent).or_default().push(at);
            }
        }
        let (changed, new_sources, late, outcome) = Default::default();
        Self {
            app,
            actor,
            inspection,
            record,
            state,
            known,
            directory,
            serial,
            places,
            children,
            changed,
            new_sources,
            late,
            outcome,
        }
    }

    /// Items in document order.
    pub(super) fn walk(&mut self) {
        let state = self.state;
        for node in state.nodes.iter().filter(|n| n.kind.is_item() && !n.skipped) {
            let area = self.area(node);
            match self.known.claim(&node.title, area.as_deref()) {
                Some(at) => self.add_to(at, node),
                None => self.add_new(node, area),
            }
        }
    }

    fn add_to(&mut self, at: usize, node: &Node) {
        let mut finding = self.known.findings[at].clone();
        // What was submitted or closed gets its source, and stays as it is.
        let open = finding.stage.is_open_to_work();
        if open {
            self.fill(&mut finding, node);
            if finding.due != self.known.findings[at].due {
                self.note_late(&finding, self.known.measures.get(finding.id.as_str()).cloned().unwrap_or_default());
            }
            self.add_measures(&mut finding, node);
        }
        let known = self.known.sources.get(finding.id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let new: Vec<SourceRecord> =
            self.sources(node).into_iter().filter(|s| !known.iter().any(|k| k.span == s.span)).collect();
        if new.is_empty() && finding == self.known.findings[at] {
            return;
        }
        self.changed.insert(at);
        self.new_sources.entry(finding.id.0.clone()).or_default().extend(new);
        let what =
            if open { "补充措施和责任" } else { "补充出处（事项已提交审核，内容未改动）" };
        let summary = format!("导入 {} {what}", self.record.name);
        self.outcome.events.push(self.app.event(Some(self.actor), &finding.key, EventKind::Imported, summary));
        self.known.findings[at] = finding;
    }

    fn add_new(&mut self, node: &Node, area: Option<String>) {
        self.serial += 1;
        let mut finding = self.blank(node, area);
        self.fill(&mut finding, node);
        self.add_measures(&mut finding, node);
        let summary = format!("由 {} 导入", self.record.name);
        self.outcome.events.push(self.app.event(Some(self.actor), &finding.key, EventKind::Imported, summary));
        let sources = self.sources(node);
        self.outcome.new.push((finding, sources));
    }

    fn blank(&self, node: &Node, area: Option<String>) -> Finding {
        let recommendation = node.kind == NodeKind::Recommendation;
        Finding {
            kind: if recommendation { FindingKind::Recommendation } else { FindingKind::Problem },
            area,
            text: if node.text.is_empty() { node.title.clone() } else { node.text.clone() },
            ..Finding::blank(self.inspection, FindingId(new_id()), self.serial, node.caption())
        }
    }

    /// The nearest area above.
    fn area(&self, node: &Node) -> Option<String> {
        let mut next = node.parent.as_deref();
        for _ in 0..=self.state.nodes.len() {
            let above = &self.state.nodes[*self.places.get(next?)?];
            if above.kind == NodeKind::Area {
                return Some(format!("{}{}", above.label, above.title));
            }
            next = above.parent.as_deref();
        }
        None
    }

    fn sources(&self, node: &Node) -> Vec<SourceRecord> {
        let record = |s: &Stretch| SourceRecord {
            span: SourceSpan {
                document: self.record.digest.clone(),
                paragraph: s.paragraph,
                start: s.start,
                end: s.end,
            },
            name: self.record.name.clone(),
        };
        let mut sources: Vec<SourceRecord> = node.sources.iter().map(record).collect();
        sources.dedup_by(|a, b| a.span == b.span);
        sources
    }

    /// Sets what the ledger does not know yet; nothing known is overwritten.
    fn fill(&self, finding: &mut Finding, node: &Node) {
        let (has_leader, has_owner) = (finding.leader.is_some(), finding.owner.is_some());
        for owner in &node.owners {
            let (unit, person) = (self.directory.unit_of(owner), self.directory.person_of(owner));
            match owner.role.as_str() {
                "leader" if !has_leader => beside(&mut finding.leader, &mut finding.co_leaders, person),
                "owner" if !has_owner => beside(&mut finding.owner, &mut finding.co_owners, person),
                "lead_unit" if finding.unit.is_none() => finding.unit = unit,
                "lead_unit" | "co_unit" => {
                    let new = unit.filter(|u| finding.unit.as_ref() != Some(u) && !finding.co_units.contains(u));
                    finding.co_units.extend(new);
                }
                _ => {}
            }
        }
        finding.due = finding.due.or_else(|| due(node));
        // An approved plan becomes no lasting one by an import.
        let planning = finding.stage.is_open_to_planning();
        let said = || fix_type(node).filter(|kind| planning || *kind != FixType::Standing);
        finding.fix_type = finding.fix_type.or_else(said);
        let target = node.fields.iter().find(|f| f.name == "target").map(|f| f.text.clone());
        finding.target = finding.target.take().or(target);
        // A measure carries the status; without one only the words are kept, since progress is never typed.
        let has_measures = self.measures_of(node).next().is_some() || finding.last_measure > 0;
        let status = node.status.as_deref().and_then(Completion::from_name).map(Completion::word);
        stated::add(&mut finding.stated, stated::stated(node, &self.directory, status.filter(|_| !has_measures)));
    }

    fn measures_of(&self, node: &Node) -> impl Iterator<Item = &'a Node> + use<'a> {
        let state = self.state;
        let below = self.children.get(node.id.as_str()).cloned().unwrap_or_default();
        below.into_iter().map(|at| &state.nodes[at]).filter(|n| n.kind == NodeKind::Measure && !n.skipped)
    }

    fn add_measures(&mut self, finding: &mut Finding, node: &Node) {
        let mut all = self.known.measures.remove(finding.id.as_str()).unwrap_or_default();
        let status = node.status.as_deref().and_then(Completion::from_name).unwrap_or(Completion::NotStarted);
        let new: Vec<&Node> = self.measures_of(node).collect();
        for child in new {
            let text = if child.text.is_empty() { &child.title } else { &child.text };
            if all.iter().any(|m| m.text == *text) {
                continue;
            }
            finding.last_measure += 1;
            let measure = self.measure(finding, node, child, text, status);
            self.note_late(finding, vec![measure.clone()]);
            all.push(measure.clone());
            self.outcome.measures.push((measure, self.sources(child)));
        }
        finding.completion = completion(&all.iter().map(|m| m.completion).collect::<Vec<_>>());
        self.known.measures.insert(finding.id.0.clone(), all);
    }

    /// A measure; what it does not say of duty and date it has from its finding.
    fn measure(&self, finding: &Finding, node: &Node, child: &Node, text: &str, status: Completion) -> Measure {
        let person = |o: &NodeOwner| self.directory.person_of(o);
        let unit = |o: &NodeOwner| self.directory.unit_of(o);
        let mut leaders = named_by(child, node, "leader", person);
        let mut owners = named_by(child, node, "owner", person);
        let mut units = named_by(child, node, "lead_unit", unit);
        units.extend(child.owners.iter().filter(|o| o.role == "co_unit").filter_map(unit));
        let mut said = None;
        let own_words = if child.owners == node.owners && child.deadlines == node.deadlines {
            Vec::new()
        } else {
            stated::stated(child, &self.directory, None)
        };
        stated::add(&mut said, own_words);
        Measure {
            id: MeasureId(new_id()),
            finding: finding.id.clone(),
            key: format!("{}-{:02}", finding.key, finding.last_measure),
            serial: finding.last_measure,
            text: text.to_owned(),
            target: None,
            deliverable: None,
            leader: first(&mut leaders),
            lead_unit: first(&mut units),
            owner: first(&mut owners),
            co_units: units,
            co_leaders: leaders,
            co_owners: owners,
            due: due(child).or_else(|| due(node)),
            completion: child.status.as_deref().and_then(Completion::from_name).unwrap_or(status),
            progress_note: None,
            stated: said,
            version: 1,
        }
    }

    /// A measure ends with its finding at the latest; which do not is told before anything is written.
    fn note_late(&mut self, finding: &Finding, measures: Vec<Measure>) {
        let short = |text: &str| text.chars().take(SHORT).collect::<String>();
        let late = measures.iter().filter(|m| finding.ends_before(m.due));
        self.late.extend(late.filter_map(|m| {
            let (date, all) = m.due.zip(finding.due)?;
            Some(format!("“{}”的措施“{}”（{date}，事项时限 {all}）", short(&finding.title), short(&m.text)))
        }));
    }

    /// Refuses a draft with measures that end too late, and says which.
    pub(super) fn in_time(&self) -> Result<(), Error> {
        if self.late.is_empty() {
            return Ok(());
        }
        let named = self.late.iter().take(LATE_NAMED).map(String::as_str).collect::<Vec<_>>().join("；");
        let why = format!(
            "有 {} 条措施的时限晚于事项时限：{named}。请在草稿中修改这些措施的时限；方案已审定的事项，时限只能通过“申请延期”调整",
            self.late.len()
        );
        Err(Error::invalid("due", why))
    }

    /// What is to be written, and what to tell the person.
    pub(super) fn finish(self) -> (DraftOutcome, Confirmation) {
        let Self { known, changed, mut new_sources, mut outcome, directory, app, actor, inspection, .. } = self;
        for at in changed {
            let mut finding = known.findings[at].clone();
            finding.version += 1;
            outcome.changed.push(ChangedFinding {
                known_sources: known.sources.get(finding.id.as_str()).map_or(0, Vec::len),
                new_sources: new_sources.remove(finding.id.as_str()).unwrap_or_default(),
                finding,
            });
        }
        (outcome.units, outcome.people) = directory.created();
        let made = outcome.units.iter().map(|u| (u.id.as_str(), &u.name));
        for (id, name) in made.chain(outcome.people.iter().map(|p| (p.id.as_str(), &p.name))) {
            let summary = format!("导入 {} 时新建：{name}", inspection.key);
            outcome.events.push(app.event(Some(actor), id, EventKind::Created, summary));
        }
        let keys = outcome.new.iter().map(|(f, _)| &f.key).chain(outcome.changed.iter().map(|c| &c.finding.key));
        let result = Confirmation {
            findings_created: outcome.new.len(),
            measures_created: outcome.measures.len(),
            findings_updated: outcome.changed.len(),
            units_created: outcome.units.len(),
            people_created: outcome.people.len(),
            keys: keys.cloned().collect(),
        };
        (outcome, result)
    }
}
