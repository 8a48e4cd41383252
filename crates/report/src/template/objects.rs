//! Entries of a snapshot as a template sees them.

use crate::snapshot::{Field, Format, MARK_CLOSE, MARK_OPEN, MARK_VALUE, Query, Snapshot, apply};
use minijinja::value::{Object, Value};
use minijinja::{Error, ErrorKind};
use std::sync::Arc;

/// One entry; its fields are plain values, so that conditions can compare them.
#[derive(Debug)]
pub(crate) struct EntryRef {
    snapshot: Arc<Snapshot>,
    name: String,
}

impl EntryRef {
    pub(crate) fn value(snapshot: &Arc<Snapshot>, name: &str) -> Value {
        Value::from_object(Self { snapshot: Arc::clone(snapshot), name: name.to_owned() })
    }

    pub(crate) fn list(snapshot: &Arc<Snapshot>, names: &[String]) -> Value {
        names.iter().map(|name| Self::value(snapshot, name)).collect()
    }
}

impl Object for EntryRef {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let entry = self.snapshot.entry(&self.name)?;
        let key = key.as_str()?;
        if let Some(names) = entry.lists.get(key) {
            return Some(Self::list(&self.snapshot, names));
        }
        Some(match entry.fields.get(key)? {
            Field::Count(n) => Value::from(*n),
            Field::Date(date) => Value::from(date.to_string()),
            Field::Text(text) | Field::Yuan(text) => Value::from(text.as_str()),
            Field::Missing => Value::from(""),
        })
    }
}

/// A field between the marks of its binding. What belongs to no entry (`loop.index`) is written as it is.
pub(crate) fn bound(object: Value, field: &str, formats: &str) -> Result<String, Error> {
    let formats = if formats.is_empty() {
        Vec::new()
    } else {
        Format::parse_all(formats).map_err(|cause| Error::new(ErrorKind::UnknownFilter, cause.to_string()))?
    };
    let unknown = || Error::new(ErrorKind::UndefinedError, format!("没有“{field}”这一项"));
    let Some(entry) = object.downcast_object_ref::<EntryRef>() else {
        return plain(&object, field, &formats).ok_or_else(unknown);
    };
    let query = Query { entry: entry.name.clone(), field: field.to_owned(), formats };
    let value = entry.snapshot.value(&query).ok_or_else(unknown)?;
    Ok(format!("{MARK_OPEN}{query}{MARK_VALUE}{value}{MARK_CLOSE}"))
}

fn plain(object: &Value, field: &str, formats: &[Format]) -> Option<String> {
    let value = object.get_attr(field).ok().filter(|value| !value.is_undefined())?;
    let field = match i64::try_from(value.clone()) {
        Ok(n) => Field::Count(n),
        Err(_) => Field::text(value.to_string()),
    };
    Some(apply(&field, formats))
}
