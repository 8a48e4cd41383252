//! Each sentence of the source is linked to a node, skipped by a person, or still open (design §2.5).

use super::{DraftState, Stretch};

/// What became of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentenceState {
    /// Linked to this node.
    Linked(String),
    Skipped,
    Open,
}

/// Sums over all sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    pub sentences: usize,
    pub linked: usize,
    pub skipped: usize,
    pub open: usize,
}

/// The state of each sentence, in the order given.
pub fn sentence_states(state: &DraftState, sentences: &[Stretch]) -> Vec<SentenceState> {
    let mut links: Vec<(Stretch, &str)> =
        state.nodes.iter().filter(|n| !n.skipped).flat_map(|n| n.sources.iter().map(|s| (*s, n.id.as_str()))).collect();
    links.sort_by_key(|(stretch, _)| *stretch);
    let mut skipped = state.skipped.clone();
    skipped.extend(state.nodes.iter().filter(|n| n.skipped).flat_map(|n| n.sources.iter().copied()));
    skipped.sort_unstable();
    sentences
        .iter()
        .map(|sentence| {
            let here = in_paragraph(&links, sentence.paragraph, |(s, _)| s.paragraph);
            if let Some((_, id)) =
                here.iter().filter(|(s, _)| s.overlaps(sentence)).max_by_key(|(s, _)| overlap(s, sentence))
            {
                return SentenceState::Linked((*id).to_owned());
            }
            let aside =
                in_paragraph(&skipped, sentence.paragraph, |s| s.paragraph).iter().any(|s| s.overlaps(sentence));
            if aside { SentenceState::Skipped } else { SentenceState::Open }
        })
        .collect()
}

fn in_paragraph<T>(sorted: &[T], paragraph: u32, of: impl Fn(&T) -> u32) -> &[T] {
    let low = sorted.partition_point(|item| of(item) < paragraph);
    let high = sorted.partition_point(|item| of(item) <= paragraph);
    &sorted[low..high]
}

fn overlap(a: &Stretch, b: &Stretch) -> u32 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The sums.
pub fn coverage(states: &[SentenceState]) -> Coverage {
    let count = |wanted: fn(&SentenceState) -> bool| states.iter().filter(|s| wanted(s)).count();
    Coverage {
        sentences: states.len(),
        linked: count(|s| matches!(s, SentenceState::Linked(_))),
        skipped: count(|s| *s == SentenceState::Skipped),
        open: count(|s| *s == SentenceState::Open),
    }
}
