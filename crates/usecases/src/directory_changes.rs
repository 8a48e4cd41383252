//! What the log says of a changed unit or person: every field before and after, the password only that it changed.

use crate::context::changed;
use crate::records::Names;
use domain::{FieldChange, Person, Unit, UnitId};

/// Whether a password was set along with other fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Password {
    Kept,
    Set,
}

/// Fields of a person; `before` is none for a new one.
pub(crate) fn of_person(
    before: Option<&Person>,
    after: &Person,
    password: Password,
    units: &Names,
) -> Vec<FieldChange> {
    let field = |name, value: fn(&Person) -> Option<String>| changed(name, before.and_then(value), value(after));
    let unit = |p: &Person| p.unit.as_ref().map(|id| name_of(units, id));
    [
        field("name", |p| Some(p.name.clone())),
        field("username", |p| p.username.clone()),
        changed("unit", before.and_then(unit), unit(after)),
        field("duty", |p| p.duty.clone()),
        field("roles", roles),
        field("active", |p| Some(if p.active { "在用" } else { "停用" }.to_owned())),
        (password == Password::Set).then(|| FieldChange {
            field: "password".to_owned(),
            before: None,
            after: Some("已重新设置".to_owned()),
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn roles(person: &Person) -> Option<String> {
    let words: Vec<&str> = person.roles.iter().map(|role| role.word()).collect();
    (!words.is_empty()).then(|| words.join("、"))
}

fn name_of(units: &Names, id: &UnitId) -> String {
    units.get(id.as_str()).cloned().unwrap_or_else(|| id.0.clone())
}

/// Fields of a unit.
pub(crate) fn of_unit(before: &Unit, after: &Unit, units: &Names) -> Vec<FieldChange> {
    let field = |name, value: fn(&Unit) -> Option<String>| changed(name, value(before), value(after));
    let parent = |u: &Unit| u.parent.as_ref().map(|id| name_of(units, id));
    [
        field("name", |u| Some(u.name.clone())),
        field("short_name", |u| u.short_name.clone()),
        field("kind", |u| Some(u.kind.word().to_owned())),
        changed("parent", parent(before), parent(after)),
        field("position", |u| Some((u.position + 1).to_string())),
    ]
    .into_iter()
    .flatten()
    .collect()
}
