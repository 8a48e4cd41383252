//! Redactions and the public version as text for storage.

use super::compose::{ChangeKind, PublicChange, PublicRow, PublicText, RedactedPlace, Redaction};
use crate::draft::{CodecError, from_text, to_text};
use serde_json::{Value, json};

fn number(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|n| usize::try_from(n).ok())
}

/// A cell, none, or what is neither.
fn cell(value: &Value) -> Option<Option<(usize, usize)>> {
    match value {
        Value::Null => Some(None),
        cell => Some(Some((number(&cell[0])?, number(&cell[1])?))),
    }
}

/// What was confirmed: the text, and every place that differs.
pub fn public_to_text(public: &PublicText) -> String {
    let change = |c: &PublicChange| {
        let cell = c.cell.map(|(row, column)| [row, column]);
        json!([c.block, cell, c.start, c.end, c.before, c.after, c.kind.name(), c.reason])
    };
    let row = |row: &PublicRow| {
        let changes: Vec<Value> = row.changes.iter().map(change).collect();
        json!([row.internal.start, row.internal.end, row.public, changes])
    };
    let rows: Vec<Value> = public.rows.iter().map(row).collect();
    json!({"official": to_text(&public.official), "rows": rows}).to_string()
}

/// Reads what [`public_to_text`] writes.
pub fn public_from_text(text: &str) -> Result<PublicText, CodecError> {
    let wrong = || CodecError::of("public");
    let json: Value = serde_json::from_str(text).map_err(|_| wrong())?;
    let official = from_text(json["official"].as_str().ok_or_else(wrong)?)?;
    let rows = json["rows"].as_array().and_then(|rows| rows.iter().map(read_row).collect()).ok_or_else(wrong)?;
    Ok(PublicText { official, rows, lost: Vec::new() })
}

fn read_row(json: &Value) -> Option<PublicRow> {
    let public = if json[2].is_null() { None } else { Some(number(&json[2])?) };
    let changes = json[3].as_array()?.iter().map(read_change).collect::<Option<_>>()?;
    Some(PublicRow { internal: number(&json[0])?..number(&json[1])?, public, changes })
}

fn read_change(json: &Value) -> Option<PublicChange> {
    let word = |at: usize| json[at].as_str().map(str::to_owned);
    Some(PublicChange {
        block: number(&json[0])?,
        cell: cell(&json[1])?,
        start: number(&json[2])?,
        end: number(&json[3])?,
        before: word(4)?,
        after: word(5)?,
        kind: ChangeKind::from_name(json[6].as_str()?)?,
        reason: word(7)?,
    })
}

/// The text.
pub fn redactions_to_text(redactions: &[Redaction]) -> String {
    let one = |r: &Redaction| {
        let place = r.place.map(|p| json!([p.block, p.cell.map(|(row, column)| [row, column]), p.start]));
        json!({"place": place, "before": r.before, "after": r.after, "reason": r.reason})
    };
    Value::Array(redactions.iter().map(one).collect()).to_string()
}

/// Reads what [`redactions_to_text`] writes.
pub fn redactions_from_text(text: &str) -> Result<Vec<Redaction>, CodecError> {
    let wrong = || CodecError::of("redactions");
    let json: Value = serde_json::from_str(text).map_err(|_| wrong())?;
    json.as_array().and_then(|all| all.iter().map(read).collect()).ok_or_else(wrong)
}

fn read(json: &Value) -> Option<Redaction> {
    let place = match &json["place"] {
        Value::Null => None,
        place => Some(RedactedPlace { block: number(&place[0])?, cell: cell(&place[1])?, start: number(&place[2])? }),
    };
    let word = |name: &str| json[name].as_str().map(str::to_owned);
    Some(Redaction { place, before: word("before")?, after: word("after")?, reason: word("reason")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redactions_are_read_as_they_are_written() {
        let one = |place| Redaction { place, before: "\"甲".into(), after: "××".into(), reason: "内部".into() };
        let all = vec![
            one(None),
            one(Some(RedactedPlace { block: 3, cell: None, start: 7 })),
            one(Some(RedactedPlace { block: 3, cell: Some((1, 2)), start: 0 })),
        ];
        assert_eq!(redactions_from_text(&redactions_to_text(&all)).unwrap(), all);
        for broken in ["", "{}", "[1]", r#"[{"place":[1],"before":"","after":"","reason":""}]"#] {
            assert!(redactions_from_text(broken).is_err(), "{broken}");
        }
    }
}
