//! Filling in: loops run over the lists of a snapshot, placeholders become what it says.

use super::outline::{Node, WhenEmpty};
use super::{FillError, Given};
use crate::snapshot::{Entry, Field, Format, Snapshot, apply, numeral, ten_thousands};
use crate::template::objects::EntryRef;
use crate::template::rewrite::field_of;
use document::template::{CellDate, DateStyle, Filled, Piece, Tag, Typed, Written};
use jiff::civil::{Date, date};
use minijinja::value::{Object, Value};
use minijinja::{Environment, ErrorKind, Expression, UndefinedBehavior};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Steps and bytes of one filling; a template must come to its end.
const STEPS_MAX: u64 = 10_000_000;
const BYTES_MAX: usize = 192 * 1024 * 1024;
/// Steps of one condition.
const FUEL: u64 = 100_000;
/// Day 0 of a workbook.
const DAY_ZERO: Date = date(1899, 12, 30);

pub(super) fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.add_filter("汉字", |n: usize| numeral(n));
    environment
}

/// A name that a loop gave: an entry, or nothing where a form keeps an empty row.
#[derive(Debug, Clone)]
struct Named {
    name: String,
    entry: Option<String>,
    index: usize,
    length: usize,
}

/// What conditions see.
#[derive(Debug)]
struct Seen {
    base: Arc<BTreeMap<String, Value>>,
    own: Vec<(String, Value)>,
}

impl Object for Seen {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = key.as_str()?;
        let own = self.own.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value.clone());
        own.or_else(|| self.base.get(key).cloned())
    }
}

/// A filling under way.
pub(super) struct Run<'t, 'e> {
    snapshot: Arc<Snapshot>,
    environment: &'e Environment<'static>,
    expressions: HashMap<&'t str, Expression<'e, 't>>,
    base: Arc<BTreeMap<String, Value>>,
    names: Vec<Named>,
    labels: [usize; 4],
    steps: u64,
    bytes: usize,
    pub(super) given: BTreeMap<usize, Given>,
    out: Vec<Filled<'t>>,
}

impl<'t, 'e> Run<'t, 'e> {
    pub(super) fn new(snapshot: &Arc<Snapshot>, environment: &'e Environment<'static>) -> Self {
        let mut base = BTreeMap::new();
        for name in snapshot.singles() {
            base.insert(name.to_owned(), EntryRef::value(snapshot, name));
        }
        for (name, entries) in snapshot.lists() {
            base.insert(name.to_owned(), EntryRef::list(snapshot, entries));
        }
        Self {
            snapshot: Arc::clone(snapshot),
            environment,
            expressions: HashMap::new(),
            base: Arc::new(base),
            names: Vec::new(),
            labels: [0; 4],
            steps: 0,
            bytes: 0,
            given: BTreeMap::new(),
            out: Vec::new(),
        }
    }

    /// Fills a story.
    pub(super) fn story(&mut self, nodes: &[Node<'t>]) -> Result<Vec<Filled<'t>>, FillError> {
        self.labels = [0; 4];
        self.all(nodes)?;
        Ok(std::mem::take(&mut self.out))
    }

    fn all(&mut self, nodes: &[Node<'t>]) -> Result<(), FillError> {
        nodes.iter().try_for_each(|node| self.node(node))
    }

    fn node(&mut self, node: &Node<'t>) -> Result<(), FillError> {
        self.step(0)?;
        match node {
            Node::Piece(piece) => {
                if let Piece::Raw(raw) | Piece::Text(raw) = piece {
                    self.step(raw.len())?;
                }
                self.out.push(Filled::Piece(piece));
                Ok(())
            }
            Node::Value { tag, number, text } => {
                let written = self.value(tag, text)?;
                self.step(written.text.len())?;
                let given = self.given.entry(*number).or_default();
                given.times += 1;
                given.first.get_or_insert_with(|| written.text.clone());
                self.out.push(Filled::Value(written));
                Ok(())
            }
            Node::For { name, list, number, body, when_empty } => self.each(name, list, *number, body, *when_empty),
            Node::If { branches, number } => {
                for (condition, body) in branches {
                    if self.holds(*condition)? {
                        self.given.entry(*number).or_default().times += 1;
                        return self.all(body);
                    }
                }
                self.given.entry(*number).or_default();
                Ok(())
            }
        }
    }

    fn step(&mut self, bytes: usize) -> Result<(), FillError> {
        self.steps += 1;
        self.bytes += bytes;
        if self.steps > STEPS_MAX || self.bytes > BYTES_MAX { Err(FillError::TooLong) } else { Ok(()) }
    }

    fn each(
        &mut self,
        name: &str,
        list: &str,
        number: usize,
        body: &[Node<'t>],
        when_empty: WhenEmpty,
    ) -> Result<(), FillError> {
        let entries: Vec<String> = self.list(list).to_vec();
        let length = entries.len();
        self.given.entry(number).or_default().times += length;
        let mut entries: Vec<Option<String>> = entries.into_iter().map(Some).collect();
        if entries.is_empty() && when_empty == WhenEmpty::BlankRows {
            entries.push(None);
        }
        for (index, entry) in entries.into_iter().enumerate() {
            self.names.push(Named { name: name.to_owned(), entry, index, length });
            let done = self.all(body);
            self.names.pop();
            done?;
        }
        Ok(())
    }

    fn list(&self, path: &str) -> &[String] {
        match path.split_once('.') {
            None => self.snapshot.entries_of(path),
            Some((object, list)) => {
                self.entry(object).and_then(|entry| entry.lists.get(list)).map(Vec::as_slice).unwrap_or_default()
            }
        }
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        let named = self.names.iter().rev().find(|named| named.name == name);
        let key = match named {
            Some(named) => named.entry.as_deref()?,
            None => name,
        };
        self.snapshot.entry(key)
    }

    fn holds(&mut self, condition: Option<&'t str>) -> Result<bool, FillError> {
        let Some(condition) = condition else { return Ok(true) };
        if self.names.iter().any(|named| named.entry.is_none()) {
            return Ok(false);
        }
        Ok(self.evaluated(condition)?.is_true())
    }

    fn evaluated(&mut self, text: &'t str) -> Result<Value, FillError> {
        let failed = |cause: minijinja::Error| FillError::Expression {
            text: text.to_owned(),
            what: match cause.kind() {
                ErrorKind::OutOfFuel => "步骤过多".to_owned(),
                ErrorKind::InvalidOperation => "不同种类的内容不能这样计算或比较，例如文字不能与数字相加".to_owned(),
                _ => "请检查名字和写法".to_owned(),
            },
        };
        if !self.expressions.contains_key(text) {
            let compiled = self.environment.compile_expression(text).map_err(failed)?;
            self.expressions.insert(text, compiled);
        }
        let mut own: Vec<(String, Value)> = Vec::with_capacity(self.names.len() + 1);
        for named in &self.names {
            if let Some(entry) = &named.entry {
                own.push((named.name.clone(), EntryRef::value(&self.snapshot, entry)));
            }
        }
        if let Some(named) = self.names.last() {
            own.push(("loop".to_owned(), counted(named)));
        }
        let seen = Value::from_object(Seen { base: Arc::clone(&self.base), own });
        self.expressions[text].eval(seen).map_err(failed)
    }

    fn value(&mut self, tag: &Tag, text: &'t str) -> Result<Written, FillError> {
        let parsed = field_of(text).map_err(|what| FillError::Placeholder { place: tag.place.clone(), what })?;
        let Some((object, field, formats)) = parsed else {
            if self.names.iter().any(|named| named.entry.is_none()) {
                return Ok(plain(String::new()));
            }
            let value = self.evaluated(text)?;
            return Ok(match i64::try_from(value.clone()) {
                Ok(n) => written(&Field::Count(n), &[]),
                Err(_) => plain(value.to_string()),
            });
        };
        let formats = if formats.is_empty() { Vec::new() } else { Format::parse_all(&formats).unwrap_or_default() };
        match object.as_str() {
            "loop" => Ok(self.counter(&field, &formats)),
            "标题序号" => Ok(plain(self.label(&field))),
            "版式" => {
                self.labels = [0; 4];
                Ok(plain("\u{c}".to_owned()))
            }
            _ => {
                let found = self.entry(&object).and_then(|entry| entry.fields.get(field.as_str()));
                Ok(found.map_or_else(|| plain(String::new()), |field| written(field, &formats)))
            }
        }
    }

    fn counter(&self, field: &str, formats: &[Format]) -> Written {
        let Some(named) = self.names.last().filter(|named| named.entry.is_some()) else { return plain(String::new()) };
        let n = match field {
            "index" => named.index + 1,
            "index0" => named.index,
            "length" => named.length,
            other => {
                return plain(
                    if counted(named).get_attr(other).is_ok_and(|v| v.is_true()) { "是" } else { "" }.to_owned(),
                );
            }
        };
        written(&Field::count(n), formats)
    }

    /// 一、 （一） 1. （1）
    fn label(&mut self, level: &str) -> String {
        let at = ["一级", "二级", "三级", "四级"].iter().position(|known| *known == level).unwrap_or(0);
        self.labels[at] += 1;
        self.labels[at + 1..].fill(0);
        crate::template::blocks::label(at, self.labels[at])
    }
}

fn counted(named: &Named) -> Value {
    let map: BTreeMap<&str, Value> = BTreeMap::from([
        ("index", Value::from(named.index + 1)),
        ("index0", Value::from(named.index)),
        ("length", Value::from(named.length)),
        ("first", Value::from(named.index == 0)),
        ("last", Value::from(named.index + 1 == named.length)),
    ]);
    Value::from(map)
}

fn plain(text: String) -> Written {
    Written { text, typed: Typed::Text }
}

/// A field as text, and as a number or a date where it is one.
fn written(field: &Field, formats: &[Format]) -> Written {
    let text = apply(field, formats);
    let has = |wanted: &Format| formats.contains(wanted);
    let typed = match field {
        Field::Count(n) if !has(&Format::Numeral) => Typed::Number(n.to_string()),
        Field::Yuan(yuan) => match if has(&Format::TenThousandYuan) { ten_thousands(yuan) } else { yuan.clone() } {
            number if is_decimal(&number) => Typed::Number(number),
            _ => Typed::Text,
        },
        Field::Date(date) => {
            let style = match formats.iter().rev().find(|f| matches!(f, Format::Date | Format::Month | Format::IsoDate))
            {
                Some(Format::Date) => DateStyle::Chinese,
                Some(Format::Month) => DateStyle::Month,
                _ => DateStyle::Iso,
            };
            let days = date.since(DAY_ZERO).map(|span| i64::from(span.get_days()));
            days.map_or(Typed::Text, |serial| Typed::Date(CellDate { serial, style }))
        }
        _ => Typed::Text,
    };
    Written { text, typed }
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    all(whole) && all(part)
}
