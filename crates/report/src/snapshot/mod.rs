//! The ledger at a moment, as named entries: what every placeholder of a report refers to.

mod format;
mod query;

pub use format::{Format, FormatError};
pub(crate) use format::{apply, numeral, ten_thousands};
pub use query::{Query, QueryError};

use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    Text(String),
    Count(i64),
    Date(Date),
    /// Exact decimal in yuan.
    Yuan(String),
    /// Nothing is known.
    Missing,
}

impl Field {
    /// Text, or missing where there is none. Characters that mark bindings are no text.
    pub fn text(text: impl Into<String>) -> Self {
        let text: String = text.into();
        let text = if text.contains(is_mark) { text.replace(is_mark, "") } else { text };
        if text.trim().is_empty() { Self::Missing } else { Self::Text(text) }
    }

    pub fn date(date: Option<Date>) -> Self {
        date.map_or(Self::Missing, Self::Date)
    }

    pub fn count(n: usize) -> Self {
        Self::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

/// The private characters around a bound value while a template is filled in.
pub(crate) const MARK_OPEN: char = '\u{E000}';
pub(crate) const MARK_VALUE: char = '\u{E001}';
pub(crate) const MARK_CLOSE: char = '\u{E002}';

pub(crate) fn is_mark(c: char) -> bool {
    matches!(c, MARK_OPEN..=MARK_CLOSE)
}

/// Something with a name: the inspection, the sums, an area, a finding, a measure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    pub fields: BTreeMap<&'static str, Field>,
    /// Names of other entries, in order.
    pub lists: BTreeMap<&'static str, Vec<String>>,
}

impl Entry {
    #[must_use]
    pub fn with(mut self, name: &'static str, field: Field) -> Self {
        self.fields.insert(name, field);
        self
    }

    #[must_use]
    pub fn listing(mut self, name: &'static str, entries: Vec<String>) -> Self {
        self.lists.insert(name, entries);
        self
    }
}

/// All entries at a moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot {
    entries: HashMap<String, Entry>,
    /// Lists that a template names without an entry before them.
    lists: BTreeMap<&'static str, Vec<String>>,
}

impl Snapshot {
    pub fn add(&mut self, name: impl Into<String>, entry: Entry) {
        self.entries.insert(name.into(), entry);
    }

    pub fn list(&mut self, name: &'static str, entries: Vec<String>) {
        self.lists.insert(name, entries);
    }

    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.get(name)
    }

    pub fn entries_of(&self, list: &str) -> &[String] {
        self.lists.get(list).map(Vec::as_slice).unwrap_or_default()
    }

    pub(crate) fn lists(&self) -> impl Iterator<Item = (&'static str, &Vec<String>)> {
        self.lists.iter().map(|(name, entries)| (*name, entries))
    }

    #[cfg(test)]
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.entries.iter()
    }

    /// Names of entries that stand alone, not in a list: they are words of a template by themselves.
    pub(crate) fn singles(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str).filter(|name| !name.ends_with(']'))
    }

    /// What a place of a report says now; `None` when what it refers to is gone.
    pub fn value(&self, query: &Query) -> Option<String> {
        let field = self.entries.get(&query.entry)?.fields.get(query.field.as_str())?;
        Some(format::apply(field, &query.formats))
    }
}

/// The name of an entry in a list: `问题[XC-2026-01-003]`.
pub fn entry_name(list: &str, key: &str) -> String {
    let key: String = key.chars().filter(|c| !matches!(c, '[' | ']' | '|') && !is_mark(*c)).collect();
    format!("{list}[{key}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_finds_its_value_until_the_entry_is_gone() {
        let mut snapshot = Snapshot::default();
        snapshot.add(entry_name("问题", "XC-001"), Entry::default().with("状态", Field::text("整改中")));
        let query = Query::parse("问题[XC-001].状态").unwrap();
        assert_eq!(snapshot.value(&query), Some("整改中".to_owned()));
        assert_eq!(snapshot.value(&Query::parse("问题[XC-002].状态").unwrap()), None);
    }

    #[test]
    fn text_cannot_forge_a_binding() {
        assert_eq!(Field::text("\u{E000}统计.问题数\u{E001}9\u{E002}"), Field::Text("统计.问题数9".to_owned()));
    }
}
