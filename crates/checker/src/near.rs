//! Words that are one slip away from a phrase of a list, found in one pass.

use crate::context::Context;
use crate::diagnostic::Place;
use crate::lexicon::Phrase;
use crate::pairs::{Pairs, bit};
use crate::slip::{Stretch, slip};

/// Phrases by their first two and by their last two characters: a slip leaves one of the pairs whole.
struct Index {
    heads: Pairs,
    tails: Pairs,
}

impl Index {
    fn new(phrases: &[Phrase]) -> Self {
        let (mut heads, mut tails) = (Vec::new(), Vec::new());
        for (number, phrase) in phrases.iter().enumerate() {
            if let [a, b, .., y, z] = phrase.right.as_slice() {
                heads.push((bit(*a, *b), number as u32));
                tails.push((bit(*y, *z), number as u32));
                // 主责体任: four characters whose middle is swapped keep neither pair.
                if phrase.right.len() == 4 {
                    heads.push((bit(*a, *y), number as u32));
                }
            }
        }
        Self { heads: Pairs::new(heads), tails: Pairs::new(tails) }
    }

    /// Characters at which a phrase may begin or end.
    fn touched(&self, text: &str) -> Vec<usize> {
        let mut previous = None;
        let touches = text.chars().enumerate().filter_map(|(at, c)| {
            let before = previous.replace(c)?;
            let held = !self.heads.with(before, c).is_empty() || !self.tails.with(before, c).is_empty();
            held.then(|| at - 1)
        });
        touches.collect()
    }
}

/// Each stretch of running text that is one slip away from a phrase.
pub(crate) fn slips<'p>(context: &Context<'_>, phrases: &'p [Phrase]) -> Vec<(Place, &'p Phrase)> {
    let index = Index::new(phrases);
    let mut found = Vec::new();
    for (number, paragraph) in context.prose() {
        let touched = index.touched(&paragraph.text);
        if touched.is_empty() {
            continue;
        }
        let text: Vec<(usize, char)> = paragraph.text.char_indices().collect();
        let mut done = 0;
        for at in touched {
            let (a, b) = (text[at].1, text[at + 1].1);
            let head = index.heads.with(a, b).iter().map(|n| (n, Anchor::Start(at)));
            let tail = index.tails.with(a, b).iter().map(|n| (n, Anchor::End(at + 2)));
            for (n, anchor) in head.chain(tail) {
                let Some(phrase) = phrases.get(*n as usize).filter(|phrase| is_anchored(phrase, anchor, (a, b))) else {
                    continue;
                };
                let stretch = Stretch { text: &text, phrase };
                let Some((start, end)) = slip(stretch, anchor).filter(|(start, _)| *start >= done) else {
                    continue;
                };
                let whole: Vec<char> = text.get(start..end).unwrap_or_default().iter().map(|(_, c)| *c).collect();
                // One set phrase is often a slip away from another.
                if phrases.iter().any(|other| other.right == whole) {
                    continue;
                }
                let byte = |at: usize| text.get(at).map_or(paragraph.text.len(), |(byte, _)| *byte);
                found.push((context.place(number, byte(start), byte(end)), phrase));
                done = end;
            }
        }
    }
    found
}

/// Whether the pair is that of the phrase, and not another that falls into the same row.
fn is_anchored(phrase: &Phrase, anchor: Anchor, (a, b): (char, char)) -> bool {
    match (anchor, phrase.right.as_slice()) {
        (Anchor::Start(_), [first, second, third, _]) => *first == a && (*second == b || *third == b),
        (Anchor::Start(_), [first, second, ..]) => (*first, *second) == (a, b),
        (Anchor::End(_), [.., first, second]) => (*first, *second) == (a, b),
        _ => false,
    }
}

/// Where the whole half of the phrase stands, in characters.
#[derive(Clone, Copy)]
pub(crate) enum Anchor {
    Start(usize),
    End(usize),
}
