//! Row-by-row difference between the ledger and a workbook that comes back.

use crate::FieldChange;

/// Fields that a workbook may change, with their heading.
pub const CHANGEABLE: [(&str, &str); 9] = [
    ("title", "反馈问题"),
    ("target", "整改目标"),
    ("leader", "责任领导"),
    ("unit", "牵头部门"),
    ("co_units", "配合部门"),
    ("owner", "责任人"),
    ("fix_type", "整改类型"),
    ("due", "整改时限"),
    ("category", "问题类别"),
];

/// A ledger row as text, field by field.
pub type TextRow = Vec<(&'static str, String)>;

/// What the workbook says otherwise than the ledger; a column that the workbook lacks changes nothing.
pub fn difference(now: &TextRow, then: &TextRow) -> Vec<FieldChange> {
    then.iter()
        .filter_map(|(field, after)| {
            let before =
                now.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str()).unwrap_or_default();
            let changed = normal(before) != normal(after);
            changed.then(|| FieldChange { field: (*field).to_owned(), before: some(before), after: some(after) })
        })
        .collect()
}

fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Line ends and blanks at the edges are Excel's own.
fn normal(text: &str) -> String {
    text.replace("\r\n", "\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_changes_count() {
        let now = vec![("title", "台账不清".to_owned()), ("due", "2026-06-30".to_owned()), ("owner", String::new())];
        let then =
            vec![("title", " 台账不清\r\n".to_owned()), ("due", "2026-07-31".to_owned()), ("owner", "王川".to_owned())];
        let found = difference(&now, &then);
        assert_eq!(found.iter().map(|c| c.field.as_str()).collect::<Vec<_>>(), ["due", "owner"]);
        assert_eq!(found[1].before, None);
    }
}
