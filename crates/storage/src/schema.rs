//! The tables and their columns, read from the statements that make them.

use crate::migrations::MIGRATIONS;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnType {
    Text,
    Integer,
    Bytes,
}

/// A table in the order of creation: a row refers only to tables before its own, and to its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<(&'static str, ColumnType)>,
    pub(crate) key: Vec<&'static str>,
}

/// All tables of a version of the schema.
pub(crate) fn tables(version: usize) -> Vec<Table> {
    let statements = MIGRATIONS.iter().take(version).flat_map(|statements| statements.iter());
    statements.filter_map(|sql| table(sql)).collect()
}

fn table(sql: &'static str) -> Option<Table> {
    let rest = sql.strip_prefix("CREATE TABLE ")?;
    let (name, rest) = rest.split_once(" (")?;
    let (mut columns, mut key) = (Vec::new(), Vec::new());
    for part in parts(rest.strip_suffix(')')?) {
        if let Some(names) = part.strip_prefix("PRIMARY KEY (") {
            key = names.trim_end_matches(')').split(", ").collect();
            continue;
        }
        let mut words = part.split(' ');
        let (name, kind) = (words.next()?, words.next()?);
        let kind = match kind {
            "TEXT" => ColumnType::Text,
            "BIGINT" => ColumnType::Integer,
            _ => ColumnType::Bytes,
        };
        columns.push((name, kind));
        if part.contains("PRIMARY KEY") {
            key = vec![name];
        }
    }
    Some(Table { name, columns, key })
}

/// The parts between commas that stand in no brackets.
fn parts(text: &'static str) -> Vec<&'static str> {
    let (mut out, mut depth, mut start) = (Vec::new(), 0usize, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                out.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    out.push(text[start..].trim());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_read_with_its_key() {
        let tables = tables(MIGRATIONS.len());
        let made = MIGRATIONS.iter().flat_map(|s| s.iter()).filter(|sql| sql.starts_with("CREATE TABLE")).count();
        assert_eq!(tables.len(), made);
        for table in &tables {
            assert!(!table.key.is_empty() && table.columns.len() > 1, "{table:?}");
        }
        let steps = tables.iter().find(|t| t.name == "finding_steps").unwrap();
        assert_eq!(steps.key, ["finding_id", "position"]);
        assert_eq!(steps.columns[1], ("position", ColumnType::Integer));
        let documents = tables.iter().find(|t| t.name == "documents").unwrap();
        assert_eq!(documents.columns, [("digest", ColumnType::Text), ("bytes", ColumnType::Bytes)]);
    }
}
