//! The ledger.

use crate::directory::{date, lamps};
use crate::offsets::to_utf16;
use crate::patch::present;
use domain::{
    Completion, Event, Finding, FixType, Lamp, LampRule, Measure, PersonId, StatisticsRow, UnitId, lamp, lamp_reason,
    percent,
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use usecases::{
    FindingChange, FindingDetail, FindingFilter, FindingPage, FindingRecord, LampCounts, MeasureChange, Names,
    NewMeasure, Sort, Statistics,
};

fn named(names: &Names, id: Option<&str>) -> Value {
    id.map_or(Value::Null, |id| json!({"id": id, "name": names.get(id).map_or("", String::as_str)}))
}

/// A row of the list.
pub fn row(r: &FindingRecord, units: &Names, people: &Names, today: Date) -> Map<String, Value> {
    let f = &r.finding;
    let now = lamp(f.due, f.completion, today, &LampRule::PRACTICE);
    let value = json!({
        "id": f.id.as_str(), "key": f.key, "serial": f.serial, "kind": f.kind.name(), "area": f.area, "title": f.title, "text": f.text,
        "lamp": now.name(), "lamp_reason": lamp_reason(f.due, f.completion, today),
        "unit": named(units, f.unit.as_ref().map(UnitId::as_str)),
        "leader": named(people, f.leader.as_ref().map(PersonId::as_str)),
        "owner": named(people, f.owner.as_ref().map(PersonId::as_str)),
        "co_units": f.co_units.iter().map(|u| named(units, Some(u.as_str()))).collect::<Vec<_>>(),
        "due": f.due.map(|d| d.to_string()), "fix_type": f.fix_type.map(FixType::name), "completion": f.completion.name(), "closure": f.closure.name(),
        "progress": percent(r.measures_done, r.measures_all), "measures": {"done": r.measures_done, "all": r.measures_all}, "evidence": 0, "version": f.version,
    });
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// A page of the list.
pub fn page(p: &FindingPage, lit: &[Lamp]) -> Value {
    let all: i64 = p.page.lamps.0.iter().sum();
    let total: i64 = Lamp::ALL
        .iter()
        .zip(p.page.lamps.0)
        .filter(|(lamp, _)| lit.is_empty() || lit.contains(lamp))
        .map(|(_, n)| n)
        .sum();
    json!({
        "total": total, "next": p.page.next, "as_of": p.today.to_string(),
        "counts": {"by_lamp": lamps(&p.page.lamps), "all": all},
        "items": p.page.rows.iter().map(|r| row(r, &p.units, &p.people, p.today)).collect::<Vec<_>>(),
    })
}

/// A finding with everything.
pub fn detail(d: &FindingDetail) -> Value {
    let f = &d.record.finding;
    let mut map = row(&d.record, &d.units, &d.people, d.today);
    let extra = json!({
        "inspection_key": d.inspection.key, "source_text": f.text, "target": f.target, "basis": null, "category": f.category, "amount": f.amount,
        "sources": d.sources.iter().filter_map(|(s, text)| {
            let text = text.as_deref()?;
            Some(json!({
                "document": {"digest": s.span.document, "name": s.name}, "paragraph": s.span.paragraph + 1, "text": text,
                "start": to_utf16(text, s.span.start as usize), "end": to_utf16(text, s.span.end as usize),
            }))
        }).collect::<Vec<_>>(),
        "measures": d.measures.iter().map(|m| measure(m, &d.units, &d.people)).collect::<Vec<_>>(),
        "timeline": d.events.iter().rev().map(|e| event(e, &d.people)).collect::<Vec<_>>(),
        "previous_key": d.previous, "next_key": d.next,
    });
    if let Value::Object(extra) = extra {
        map.extend(extra);
    }
    Value::Object(map)
}

fn measure(m: &Measure, units: &Names, people: &Names) -> Value {
    json!({
        "id": m.id.as_str(), "key": m.key, "text": m.text, "target": m.target, "deliverable": m.deliverable,
        "leader": named(people, m.leader.as_ref().map(PersonId::as_str)), "lead_unit": named(units, m.lead_unit.as_ref().map(UnitId::as_str)), "co_units": [],
        "owner": named(people, m.owner.as_ref().map(PersonId::as_str)), "due": m.due.map(|d| d.to_string()), "completion": m.completion.name(),
        "progress_note": m.progress_note, "source": null, "version": m.version,
    })
}

/// The word for a changed field.
fn field_word(field: &str) -> &str {
    const WORDS: [(&str, &str); 20] = [
        ("title", "题目"),
        ("text", "原文"),
        ("unit", "牵头部门"),
        ("leader", "责任领导"),
        ("owner", "责任人"),
        ("co_units", "配合部门"),
        ("due", "整改时限"),
        ("fix_type", "整改类型"),
        ("category", "问题类别"),
        ("target", "整改目标"),
        ("amount", "金额"),
        ("completion", "完成情况"),
        ("deliverable", "成果形式"),
        ("progress_note", "进展说明"),
        ("issuing_body", "发文机关"),
        ("document_number", "文号"),
        ("feedback_date", "反馈日期"),
        ("receipt_date", "收文日期"),
        ("roles", "角色"),
        ("name", "名称"),
    ];
    WORDS.iter().find(|(name, _)| *name == field).map_or(field, |(_, word)| *word)
}

fn event(e: &Event, people: &Names) -> Value {
    let at = jiff::Timestamp::from_millisecond(e.at).unwrap_or_default().to_string();
    let id = e.actor.as_ref().map_or("", PersonId::as_str);
    json!({
        "id": e.id, "at": at, "actor": {"id": id, "name": people.get(id).map_or("系统", String::as_str)}, "kind": e.kind.name(), "summary": e.summary,
        "changes": e.changes.iter().map(|c| json!({"field": field_word(&c.field), "before": c.before, "after": c.after})).collect::<Vec<_>>(),
    })
}

/// Query of the list.
#[derive(Debug, Default, Deserialize)]
pub struct FindingQuery {
    pub lamp: Option<String>,
    pub completion: Option<String>,
    pub closure: Option<String>,
    pub kind: Option<String>,
    pub fix_type: Option<String>,
    pub unit: Option<String>,
    pub person: Option<String>,
    pub area: Option<String>,
    pub due_from: Option<String>,
    pub due_to: Option<String>,
    pub q: Option<String>,
    pub sort: Option<String>,
    pub after: Option<String>,
    pub limit: Option<u64>,
}

/// Rows of a page unless the query says otherwise.
const LIMIT: u64 = 200;

impl From<FindingQuery> for FindingFilter {
    fn from(q: FindingQuery) -> Self {
        let some = |text: Option<String>| text.filter(|t| !t.trim().is_empty());
        Self {
            lamps: q.lamp.as_deref().unwrap_or_default().split(',').filter_map(Lamp::from_name).collect(),
            completion: some(q.completion),
            closure: some(q.closure),
            kind: some(q.kind),
            fix_type: some(q.fix_type),
            unit: some(q.unit),
            person: some(q.person),
            area: some(q.area),
            due_from: some(q.due_from),
            due_to: some(q.due_to),
            text: some(q.q),
            sort: match q.sort.as_deref() {
                Some("due") => Sort::Due,
                Some("updated") => Sort::Updated,
                _ => Sort::Serial,
            },
            after: some(q.after),
            limit: q.limit.unwrap_or(LIMIT),
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct FindingPatch {
    pub version: i64,
    #[serde(default)]
    pub title: Option<String>,
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "present")]
    pub unit_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub leader_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub owner_id: Option<Option<String>>,
    #[serde(default)]
    pub co_unit_ids: Option<Vec<String>>,
    #[serde(default, deserialize_with = "present")]
    pub fix_type: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub due: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub category: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub target: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub amount: Option<Option<String>>,
    #[serde(default)]
    pub reason: Option<String>,
}

impl From<FindingPatch> for FindingChange {
    fn from(p: FindingPatch) -> Self {
        Self {
            title: p.title,
            text: p.text,
            unit: p.unit_id.map(|id| id.map(UnitId)),
            leader: p.leader_id.map(|id| id.map(PersonId)),
            owner: p.owner_id.map(|id| id.map(PersonId)),
            co_units: p.co_unit_ids.map(|ids| ids.into_iter().map(UnitId).collect()),
            fix_type: p.fix_type.map(|t| t.as_deref().and_then(FixType::from_name)),
            due: p.due.map(date),
            category: p.category,
            target: p.target,
            amount: p.amount,
            reason: p.reason,
        }
    }
}

#[derive(Debug, Default, Deserialize)]
pub struct MeasureBody {
    #[serde(default)]
    pub version: Option<i64>,
    #[serde(default)]
    pub text: Option<String>,
    #[serde(default, deserialize_with = "present")]
    pub leader_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub lead_unit_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub owner_id: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub due: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub target: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    pub deliverable: Option<Option<String>>,
    #[serde(default)]
    pub completion: Option<String>,
    #[serde(default, deserialize_with = "present")]
    pub progress_note: Option<Option<String>>,
}

impl From<MeasureBody> for MeasureChange {
    fn from(b: MeasureBody) -> Self {
        Self {
            text: b.text,
            leader: b.leader_id.map(|id| id.map(PersonId)),
            lead_unit: b.lead_unit_id.map(|id| id.map(UnitId)),
            owner: b.owner_id.map(|id| id.map(PersonId)),
            due: b.due.map(date),
            target: b.target,
            deliverable: b.deliverable,
            completion: b.completion.as_deref().and_then(Completion::from_name),
            progress_note: b.progress_note,
        }
    }
}

impl From<MeasureBody> for NewMeasure {
    fn from(b: MeasureBody) -> Self {
        Self { text: b.text.clone().unwrap_or_default(), change: b.into() }
    }
}

#[derive(Debug, Deserialize)]
pub struct VersionQuery {
    pub version: i64,
}

/// Statistics of an inspection.
pub fn statistics(s: &Statistics) -> Value {
    let t = &s.tally;
    json!({
        "as_of": s.as_of.to_string(), "findings": t.findings, "recommendations": t.recommendations, "done": t.done, "mostly_done": t.mostly_done,
        "in_progress": t.in_progress, "not_started": t.not_started, "standing": t.standing, "measures": t.measures, "overdue": t.overdue, "rate": t.rate(),
        "by_area": s.by_area.iter().map(distribution).collect::<Vec<_>>(), "by_unit": s.by_unit.iter().map(distribution).collect::<Vec<_>>(),
    })
}

fn distribution(r: &StatisticsRow) -> Value {
    let mut value = lamps(&LampCounts(r.lamps));
    value["name"] = json!(r.name);
    value
}

/// The finding alone, for a conflict's details.
pub fn brief(f: &Finding) -> Value {
    json!({"key": f.key, "version": f.version})
}
