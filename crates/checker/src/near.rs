//! Words that are one inner slip away from a phrase of a list, found in one pass.

use crate::context::Context;
use crate::diagnostic::Place;
use crate::lexicon::Phrase;
use crate::text::is_han;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Phrases by their first two and by their last two characters: an inner slip leaves one of the pairs whole.
struct Index {
    heads: Pairs,
    tails: Pairs,
}

/// Numbers of phrases, in a row for each value of [`bit`].
struct Pairs {
    /// Where the row of a value begins; the next one tells where it ends.
    begins: Vec<u32>,
    numbers: Vec<u32>,
}

const BITS: usize = 1 << 15;

fn bit(a: char, b: char) -> usize {
    ((a as usize).wrapping_mul(31) ^ (b as usize).wrapping_mul(0x9E37)) % BITS
}

impl Pairs {
    fn new(mut of: Vec<(usize, u32)>) -> Self {
        of.sort_unstable();
        let mut begins = vec![0; BITS + 1];
        for (bit, _) in &of {
            begins[bit + 1] += 1;
        }
        for at in 0..BITS {
            begins[at + 1] += begins[at];
        }
        Self { begins, numbers: of.into_iter().map(|(_, number)| number).collect() }
    }

    /// Phrases that may have this pair.
    fn with(&self, a: char, b: char) -> &[u32] {
        let bit = bit(a, b);
        self.numbers.get(self.begins[bit] as usize..self.begins[bit + 1] as usize).unwrap_or_default()
    }
}

impl Index {
    fn new(phrases: &[Phrase]) -> Self {
        let (mut heads, mut tails) = (Vec::new(), Vec::new());
        for (number, phrase) in phrases.iter().enumerate() {
            if let [a, b, .., y, z] = phrase.right.as_slice() {
                heads.push((bit(*a, *b), number as u32));
                tails.push((bit(*y, *z), number as u32));
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
                let Some((start, end)) = slip(&text, phrase, anchor).filter(|(start, _)| *start >= done) else {
                    continue;
                };
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
        (Anchor::Start(_), [first, second, ..]) => (*first, *second) == (a, b),
        (Anchor::End(_), [.., first, second]) => (*first, *second) == (a, b),
        _ => false,
    }
}

/// Where the whole half of the phrase stands, in characters.
#[derive(Clone, Copy)]
enum Anchor {
    Start(usize),
    End(usize),
}

/// The stretch that is one inner slip away from the phrase: a wrong, missing, doubled or swapped character.
fn slip(text: &[(usize, char)], phrase: &Phrase, anchor: Anchor) -> Option<(usize, usize)> {
    let length = phrase.right.len();
    // Four characters less one are a word of their own too often.
    let lengths: &[usize] = if length > 4 { &[length, length - 1, length + 1] } else { &[length] };
    let window = |size: usize| match anchor {
        Anchor::Start(start) => Some((start, start + size)),
        Anchor::End(end) => end.checked_sub(size).map(|start| (start, end)),
    };
    let whole = window(length)?;
    let edge = edge_slip(text, phrase, whole).filter(|place| !is_right(text, phrase, *place));
    let slip = edge.or_else(|| inner_slip(text, phrase, (lengths, &window)))?;
    // Asked last: nearly everywhere there is no slip.
    let meant = is_right(text, phrase, whole) || (is_formula(phrase) && !is_quoted(text, whole));
    (!meant).then_some(slip)
}

/// A wrong, missing, doubled or swapped character between the first and the last.
fn inner_slip(
    text: &[(usize, char)],
    phrase: &Phrase,
    (lengths, window): (&[usize], &impl Fn(usize) -> Option<(usize, usize)>),
) -> Option<(usize, usize)> {
    lengths.iter().find_map(|size| {
        let (start, end) = window(*size)?;
        let stretch = text.get(start..end)?;
        (is_slip(stretch, &phrase.right) && !is_right(text, phrase, (start, end))).then_some((start, end))
    })
}

/// Shorter phrases begin and end like other words too often.
const EDGE_MIN: usize = 5;

/// The first or the last character is another one, which never stands beside its neighbour elsewhere.
fn edge_slip(text: &[(usize, char)], phrase: &Phrase, (start, end): (usize, usize)) -> Option<(usize, usize)> {
    let right = phrase.right.as_slice();
    let quoted = is_quoted(text, (start, end));
    let stretch = text.get(start..end).filter(|_| right.len() >= EDGE_MIN || quoted)?;
    let same = |from: usize, to: usize| (from..to).all(|at| stretch.get(at).map(|(_, c)| c) == right.get(at));
    let (first, last) = (stretch.first()?.1, stretch.last()?.1);
    let at = |at: Option<usize>| at.and_then(|at| text.get(at)).map(|(_, c)| *c);
    // With what stands on its other side it may be the end of a word, or the beginning: 组织生活|形式.
    let (strange, other) = if same(0, right.len() - 1) {
        ((*right.get(right.len() - 2)?, last), at(Some(end)).map(|next| (last, next)))
    } else if same(1, right.len()) {
        ((first, *right.get(1)?), at(start.checked_sub(1)).map(|before| (before, first)))
    } else {
        return None;
    };
    let unheard = is_han(strange.0) && is_han(strange.1) && !PAIRS.contains(&strange);
    (unheard && !other.is_some_and(|pair| PAIRS.contains(&pair))).then_some((start, end))
}

/// Between “ and ” with nothing else.
fn is_quoted(text: &[(usize, char)], (start, end): (usize, usize)) -> bool {
    let mark = |at: Option<usize>| at.and_then(|at| text.get(at)).map(|(_, c)| *c);
    mark(start.checked_sub(1)) == Some('“') && mark(Some(end)) == Some('”')
}

/// “两个确立” and the like are known by their marks: 两个独立 is something else.
fn is_formula(phrase: &Phrase) -> bool {
    matches!(phrase.right.as_slice(), [number, '个', ..] if "两三四五六".contains(*number))
}

/// Characters that stand side by side in official texts.
static PAIRS: LazyLock<HashSet<(char, char)>> = LazyLock::new(|| {
    let lines = include_str!("../data/pairs.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .flat_map(|line| {
            let mut characters = line.chars();
            let first = characters.next();
            characters.filter_map(move |second| first.map(|first| (first, second)))
        })
        .collect()
});

/// The phrase itself, or a wording that exists beside it, touches the stretch.
fn is_right(text: &[(usize, char)], phrase: &Phrase, (start, end): (usize, usize)) -> bool {
    let near: Vec<char> = text
        .get(start.saturating_sub(3)..(end + 3).min(text.len()))
        .unwrap_or_default()
        .iter()
        .map(|(_, c)| *c)
        .collect();
    let has = |words: &[char]| !words.is_empty() && near.windows(words.len()).any(|window| window == words);
    has(&phrase.right) || phrase.beside.iter().any(|word| has(word))
}

fn is_slip(stretch: &[(usize, char)], right: &[char]) -> bool {
    let is = |at: Option<&(usize, char)>, right: Option<&char>| at.map(|(_, c)| c) == right;
    if !is(stretch.first(), right.first()) || !is(stretch.last(), right.last()) {
        return false;
    }
    let stretch: Vec<char> = stretch.iter().map(|(_, c)| *c).collect();
    if !stretch.iter().all(|c| is_han(*c) || right.contains(c)) {
        return false;
    }
    let same = stretch.iter().zip(right).take_while(|(a, b)| a == b).count();
    let after = |i: usize, j: usize| stretch.get(same + i..) == right.get(same + j..);
    match stretch.len() as isize - right.len() as isize {
        0 => {
            let swapped = stretch.get(same) == right.get(same + 1) && stretch.get(same + 1) == right.get(same);
            // 第二责任人 is a word of its own.
            let numeral = stretch.get(same).is_some_and(|c| "一二三四五六七八九十百两".contains(*c));
            (after(1, 1) && !numeral) || (swapped && after(2, 2))
        }
        -1 => after(0, 1),
        1 => {
            // Only a doubled character: what somebody put between may be meant.
            let doubled = same > 0 && stretch.get(same) == stretch.get(same - 1);
            doubled && after(1, 0)
        }
        _ => false,
    }
}
