//! Two versions of a document, line against line.

use document::Official;
use document::official::{Block, plain};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineChange {
    Same,
    Removed,
    Added,
    Changed,
}

/// A line in either version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedLine {
    pub change: LineChange,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Paragraphs and rows of tables in their order.
fn lines(official: &Official) -> Vec<String> {
    let mut out = Vec::new();
    for block in &official.blocks {
        match block {
            Block::Paragraph { text, .. } => out.push(plain(text)),
            Block::Table(table) => {
                let row = |row: &Vec<_>| row.iter().map(|cell: &Vec<_>| plain(cell)).collect::<Vec<_>>().join(" │ ");
                out.extend(table.rows.iter().map(row));
            }
            Block::PageBreak => {}
        }
    }
    out
}

/// All lines of both versions; a line that was replaced by another stands beside it.
pub fn differences(before: &Official, after: &Official) -> Vec<ChangedLine> {
    let (old, new) = (lines(before), lines(after));
    let line = |change, before: Option<&String>, after: Option<&String>| ChangedLine {
        change,
        before: before.cloned(),
        after: after.cloned(),
    };
    let mut out = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (_, was, is) = op.as_tag_tuple();
        match op {
            DiffOp::Equal { .. } => {
                out.extend(old[was].iter().zip(&new[is]).map(|(a, b)| line(LineChange::Same, Some(a), Some(b))));
            }
            _ => {
                let (mut was, mut is) = (old[was].iter(), new[is].iter());
                loop {
                    out.push(match (was.next(), is.next()) {
                        (Some(a), Some(b)) => line(LineChange::Changed, Some(a), Some(b)),
                        (Some(a), None) => line(LineChange::Removed, Some(a), None),
                        (None, Some(b)) => line(LineChange::Added, None, Some(b)),
                        (None, None) => break,
                    });
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::BlockKind;

    #[test]
    fn lines_are_the_same_changed_added_or_removed() {
        let version = |lines: &[&str]| Official::unbound("报告", lines.iter().map(|line| (BlockKind::Body, *line)));
        let found: Vec<LineChange> =
            differences(&version(&["甲", "乙1", "丙", "丁"]), &version(&["甲", "乙2", "丙", "戊", "丁"]))
                .iter()
                .map(|line| line.change)
                .collect();
        use LineChange::{Added, Changed, Same};
        assert_eq!(found, [Same, Same, Changed, Same, Added, Same]);
        let gone = differences(&version(&["甲"]), &version(&[]));
        assert_eq!(gone[1], ChangedLine { change: LineChange::Removed, before: Some("甲".to_owned()), after: None });
    }
}
