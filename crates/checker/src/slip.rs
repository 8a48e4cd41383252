//! One slip of the pen in a set phrase: a wrong, missing, doubled, needless or swapped character.
//!
//! Characters that stand side by side in official texts may be words of their own: 组织生活|形式. A slip is believed
//! where the wrong character is a stranger to its neighbours, or sounds like the right one.

use crate::lexicon::Phrase;
use crate::near::Anchor;
use crate::text::is_han;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The paragraph in which a phrase is looked for.
#[derive(Clone, Copy)]
pub(crate) struct Stretch<'a> {
    pub(crate) text: &'a [(usize, char)],
    pub(crate) phrase: &'a Phrase,
}

type Place = (usize, usize);
/// Whether the place is the phrase with one slip of a kind.
type IsSlip<'a> = fn(Stretch<'a>, Place) -> bool;

/// The stretch that is one slip away from the phrase, in characters.
pub(crate) fn slip<'a>(stretch: Stretch<'a>, anchor: Anchor) -> Option<Place> {
    let length = stretch.phrase.right.len();
    let window = |size: usize| match anchor {
        Anchor::Start(start) => Some((start, start + size)),
        Anchor::End(end) => end.checked_sub(size).map(|start| (start, end)),
    };
    let slips: [(isize, IsSlip<'a>); 6] = [
        (0, Stretch::<'a>::edge_is_wrong),
        (0, Stretch::<'a>::inner_is_wrong),
        (0, Stretch::<'a>::is_swapped),
        (-1, Stretch::<'a>::inner_is_missing),
        (1, Stretch::<'a>::inner_is_needless),
        (-1, Stretch::<'a>::edge_is_missing),
    ];
    let place = slips.into_iter().find_map(|(more, is_slip)| {
        let place = window(length.checked_add_signed(more)?)?;
        is_slip(stretch, place).then_some(place)
    })?;
    // Asked last: nearly everywhere there is no slip.
    let whole = window(length)?;
    let meant = stretch.is_right(whole) || stretch.is_right(place);
    let unmarked = is_formula(stretch.phrase) && !stretch.is_quoted(whole);
    (!meant && !unmarked).then_some(place)
}

/// From this length a phrase is known without its first or last character.
const LONG: usize = 6;
/// From this length a phrase is known without a character within.
const MEDIUM: usize = 5;
/// What a longer phrase may well end without: 责任追究制度, 责任追究制.
const ENDINGS: &str = "制度人化性者类部局会组院学力率法党观员型式工作活动机";
const NUMERALS: &str = "一二三四五六七八九十百两双";
/// Little words that are put into a phrase on purpose: 主体的责任.
const LITTLE: &str = "的地得和与或及要不为之而再也都并、大小新好更";

impl Stretch<'_> {
    fn right(&self, at: usize) -> Option<char> {
        self.phrase.right.get(at).copied()
    }

    fn at(&self, at: Option<usize>) -> Option<char> {
        at.and_then(|at| self.text.get(at)).map(|(_, c)| *c)
    }

    fn letters(&self, (start, end): Place) -> Option<Vec<char>> {
        self.text.get(start..end).map(|stretch| stretch.iter().map(|(_, c)| *c).collect())
    }

    /// What stands before and behind makes a usual pair with the first, with the last character.
    fn joined(&self, (start, end): Place) -> (bool, bool) {
        let usual = |a: Option<char>, b: Option<char>| matches!((a, b), (Some(a), Some(b)) if is_usual(a, b));
        let before = usual(self.at(start.checked_sub(1)), self.at(Some(start)));
        let behind = usual(self.at(end.checked_sub(1)), self.at(Some(end)));
        (before, behind)
    }

    /// The first or the last character is another one.
    fn edge_is_wrong(self, place: Place) -> bool {
        let Some(letters) = self.letters(place) else { return false };
        let right = self.phrase.right.as_slice();
        let Some(last) = right.len().checked_sub(1).filter(|last| *last > 0) else { return false };
        let (before, behind) = self.joined(place);
        let pair = |at: usize| letters.get(at).zip(letters.get(at + 1)).is_some_and(|(a, b)| is_usual(*a, *b));
        let (at, usual, joined) = if letters.get(..last) == right.get(..last) {
            (last, pair(last - 1), behind)
        } else if letters.get(1..) == right.get(1..) {
            (0, pair(0), before)
        } else {
            return false;
        };
        let (Some(wrong), Some(meant)) = (letters.get(at), right.get(at)) else { return false };
        if wrong == meant || !is_han(*wrong) || NUMERALS.contains(*wrong) {
            return false;
        }
        match (usual, sound_alike(*wrong, *meant)) {
            (false, true) => true,
            (true, false) => false,
            _ => !joined,
        }
    }

    /// One character within is another one.
    fn inner_is_wrong(self, place: Place) -> bool {
        let Some(letters) = self.letters(place) else { return false };
        let right = self.phrase.right.as_slice();
        let same = same_head(&letters, right);
        let (Some(before), Some(wrong), Some(behind)) =
            (same.checked_sub(1).and_then(|at| letters.get(at)), letters.get(same), letters.get(same + 1))
        else {
            return false;
        };
        if letters.get(same + 1..) != right.get(same + 1..) || !is_han(*wrong) || NUMERALS.contains(*wrong) {
            return false;
        }
        let strange = !is_usual(*before, *wrong) || !is_usual(*wrong, *behind);
        strange || self.right(same).is_some_and(|meant| sound_alike(*wrong, meant))
    }

    /// Two neighbours changed places.
    fn is_swapped(self, place: Place) -> bool {
        let Some(letters) = self.letters(place) else { return false };
        let right = self.phrase.right.as_slice();
        let same = same_head(&letters, right);
        let swapped = letters.get(same).is_some()
            && letters.get(same) == right.get(same + 1)
            && letters.get(same + 1) == right.get(same)
            && letters.get(same + 2..) == right.get(same + 2..);
        if !swapped {
            return false;
        }
        let usual =
            |at: usize| matches!((letters.get(at), letters.get(at + 1)), (Some(a), Some(b)) if is_usual(*a, *b));
        let pairs = same.saturating_sub(1)..(same + 2).min(letters.len() - 1);
        let strange = pairs.filter(|at| !usual(*at)).count();
        let (before, behind) = self.joined(place);
        let free = !(same == 0 && before) && !(same + 2 == right.len() && behind);
        strange > 1 || (strange == 1 && free)
    }

    /// A character within is missing.
    fn inner_is_missing(self, place: Place) -> bool {
        let Some(letters) = self.letters(place) else { return false };
        let right = self.phrase.right.as_slice();
        let same = same_head(&letters, right);
        if same == 0 || same >= letters.len() || letters.get(same..) != right.get(same + 1..) {
            return false;
        }
        let usual = letters.get(same - 1).zip(letters.get(same)).is_some_and(|(a, b)| is_usual(*a, *b));
        right.len() >= MEDIUM || (!usual && self.joined(place) == (false, false))
    }

    /// A character within stands twice, or is one too many.
    fn inner_is_needless(self, place: Place) -> bool {
        let Some(letters) = self.letters(place) else { return false };
        let right = self.phrase.right.as_slice();
        let same = same_head(&letters, right);
        if same == 0 || same >= right.len() || letters.get(same + 1..) != right.get(same..) {
            return false;
        }
        let (Some(before), Some(more), Some(behind)) =
            (letters.get(same - 1), letters.get(same), letters.get(same + 1))
        else {
            return false;
        };
        let strange = is_han(*more) && !is_usual(*before, *more) && !is_usual(*more, *behind);
        let long = right.len() >= MEDIUM;
        (more == before && (long || !is_usual(*before, *more))) || (long && strange && !LITTLE.contains(*more))
    }

    /// The first or the last character of a long phrase is missing.
    fn edge_is_missing(self, place: Place) -> bool {
        let right = self.phrase.right.as_slice();
        if right.len() < LONG {
            return false;
        }
        let Some(letters) = self.letters(place) else { return false };
        let (before, behind) = self.joined(place);
        let headless = right.get(1..) == Some(letters.as_slice())
            && self.at(place.0.checked_sub(1)).is_some_and(is_han)
            && !before;
        let tail = right.last().is_some_and(|last| !ENDINGS.contains(*last));
        let tailless = right.get(..right.len() - 1) == Some(letters.as_slice()) && tail && !behind;
        headless || tailless
    }

    /// Between “ and ” with nothing else.
    fn is_quoted(&self, (start, end): Place) -> bool {
        self.at(start.checked_sub(1)) == Some('“') && self.at(Some(end)) == Some('”')
    }

    /// The phrase itself, or a wording that exists beside it, touches the stretch.
    fn is_right(&self, (start, end): Place) -> bool {
        let near = self.letters((start.saturating_sub(3), (end + 3).min(self.text.len()))).unwrap_or_default();
        let has = |words: &[char]| !words.is_empty() && near.windows(words.len()).any(|window| window == words);
        has(&self.phrase.right) || self.phrase.beside.iter().any(|word| has(word))
    }
}

fn same_head(letters: &[char], right: &[char]) -> usize {
    letters.iter().zip(right).take_while(|(a, b)| a == b).count()
}

/// “两个确立” and the like are known by their marks: 两个独立 is something else.
fn is_formula(phrase: &Phrase) -> bool {
    matches!(phrase.right.as_slice(), [number, '个', ..] if "两三四五六".contains(*number))
}

/// Whether these characters stand side by side in official texts.
fn is_usual(a: char, b: char) -> bool {
    PAIRS.contains(&(a, b))
}

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

/// Whether a hand that types by sound takes one for the other.
fn sound_alike(a: char, b: char) -> bool {
    SOUNDS.get(&a).is_some_and(|group| SOUNDS.get(&b) == Some(group))
}

/// The group of characters of one sound.
static SOUNDS: LazyLock<HashMap<char, usize>> = LazyLock::new(|| {
    let lines = include_str!("../data/sounds.txt").lines().filter(|line| !line.starts_with('#'));
    lines.enumerate().flat_map(|(group, line)| line.chars().map(move |c| (c, group))).collect()
});
