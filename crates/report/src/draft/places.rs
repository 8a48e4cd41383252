//! What each bound place said and what the ledger says now.

use crate::snapshot::{Query, Snapshot};
use document::Official;
use document::official::{Block, Run};

/// A bound place, by its number in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundRun {
    pub place: usize,
    pub binding: String,
    pub text: String,
    /// What the ledger says now; `None` when what it refers to is gone.
    pub now: Option<String>,
}

impl BoundRun {
    /// 数据已变化
    pub fn is_stale(&self) -> bool {
        self.now.as_deref() != Some(&self.text)
    }
}

fn value(snapshot: &Snapshot, binding: &str) -> Option<String> {
    snapshot.value(&Query::parse(binding).ok()?)
}

/// All bound places in the order of the text.
pub fn bound_runs(official: &Official, snapshot: &Snapshot) -> Vec<BoundRun> {
    let bound = official.runs().filter_map(|run| run.binding.as_ref().map(|binding| (run, binding)));
    bound
        .enumerate()
        .map(|(place, (run, binding))| BoundRun {
            place,
            binding: binding.clone(),
            text: run.text.clone(),
            now: value(snapshot, binding),
        })
        .collect()
}

/// Writes what the ledger says now into the places asked for; returns what changed.
/// A place whose source is gone keeps its words.
pub fn update(official: &mut Official, snapshot: &Snapshot, wanted: impl Fn(usize) -> bool) -> Vec<BoundRun> {
    let mut changed = Vec::new();
    let bound = runs_mut(official).filter(|run| run.binding.is_some());
    for (place, run) in bound.enumerate() {
        let Some(binding) = run.binding.clone().filter(|_| wanted(place)) else { continue };
        let Some(now) = value(snapshot, &binding).filter(|now| *now != run.text) else { continue };
        let before = std::mem::replace(&mut run.text, now.clone());
        changed.push(BoundRun { place, binding, text: before, now: Some(now) });
    }
    changed
}

fn runs_mut(official: &mut Official) -> impl Iterator<Item = &mut Run> {
    official.blocks.iter_mut().flat_map(|block| -> Box<dyn Iterator<Item = &mut Run>> {
        match block {
            Block::Paragraph { text, .. } => Box::new(text.iter_mut()),
            Block::Table(table) => Box::new(table.rows.iter_mut().flatten().flatten()),
            Block::PageBreak => Box::new(std::iter::empty()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Entry, Field};
    use document::official::BlockKind;

    fn official() -> Official {
        let run = |text: &str, binding: &str| Run { text: text.to_owned(), binding: Some(binding.to_owned()) };
        let text = vec![run("21", "统计.问题数"), run("19", "统计.已完成数"), run("旧", "问题[a].名称")];
        Official { blocks: vec![Block::Paragraph { kind: BlockKind::Body, text }], ..Official::default() }
    }

    #[test]
    fn a_place_says_when_the_ledger_moved_and_follows_it_when_asked() {
        let mut snapshot = Snapshot::default();
        snapshot.add("统计", Entry::default().with("问题数", Field::Count(21)).with("已完成数", Field::Count(20)));
        let mut official = official();
        let stale: Vec<(usize, Option<String>)> = bound_runs(&official, &snapshot)
            .into_iter()
            .filter(BoundRun::is_stale)
            .map(|place| (place.place, place.now))
            .collect();
        assert_eq!(stale, [(1, Some("20".to_owned())), (2, None)]);
        assert_eq!(update(&mut official, &snapshot, |place| place != 1), []);
        assert_eq!(update(&mut official, &snapshot, |_| true).len(), 1);
        let texts: Vec<&str> = official.runs().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["21", "20", "旧"]);
    }
}
