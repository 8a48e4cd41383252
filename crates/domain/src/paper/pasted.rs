//! The same text, or nearly the same, under several findings. Linear: texts meet only over equal prints.

use super::{OtherText, PaperCode, PaperPart, Warning};
use crate::Measure;
use std::collections::HashSet;

/// Shorter texts (已完成, 已整改到位) are alike by nature.
const CHARACTERS_MIN: usize = 12;
/// Characters of a shingle.
const SHINGLE: usize = 3;
/// Prints of a text and the smallest hashes each is made of: of two texts four fifths alike one print agrees in
/// nineteen cases of twenty.
const PRINTS: u64 = 3;
const HASHES: u64 = 2;
/// Texts as like as this, in hundredths of their shingles, were pasted.
const ALIKE: usize = 80;
/// Findings that are named.
const NAMED: usize = 5;

/// Letters and characters only: numbers, punctuation and space are what a paster changes.
fn normal(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

/// FNV-1a, with a last mixing so that the smallest of many is evenly spread.
fn hash(seed: u64, characters: &[char]) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = characters.iter().fold(start, |h, c| (h ^ u64::from(*c)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 33)
}

/// Numbers by which texts that are nearly the same find each other; none of a text that is too short.
pub fn prints(text: &str) -> Vec<i64> {
    let characters = normal(text);
    if characters.len() < CHARACTERS_MIN {
        return Vec::new();
    }
    let smallest = |seed| characters.windows(SHINGLE).map(|w| hash(seed, w)).min().unwrap_or_default();
    (0..PRINTS)
        .map(|print| {
            let part = (0..HASHES).map(|h| smallest(print * HASHES + h + 1));
            part.fold(print, |all, one| all.rotate_left(17) ^ one).cast_signed()
        })
        .collect()
}

/// Whether two texts are the same but for numbers, punctuation and a few words.
pub fn is_nearly(one: &str, other: &str) -> bool {
    let (one, other) = (normal(one), normal(other));
    if one.len() < CHARACTERS_MIN || other.len() < CHARACTERS_MIN {
        return false;
    }
    let one: HashSet<&[char]> = one.windows(SHINGLE).collect();
    let other: HashSet<&[char]> = other.windows(SHINGLE).collect();
    let common = one.intersection(&other).count();
    common * 100 >= ALIKE * (one.len() + other.len() - common)
}

pub(super) fn warnings(measure: &Measure, others: &[OtherText]) -> Vec<Warning> {
    let texts = [(PaperPart::Measure, Some(&measure.text)), (PaperPart::Progress, measure.progress_note.as_ref())];
    texts.into_iter().filter_map(|(part, text)| warning(measure, part, text?, others)).collect()
}

fn warning(measure: &Measure, part: PaperPart, text: &str, others: &[OtherText]) -> Option<Warning> {
    let alike = others.iter().filter(|other| is_nearly(text, &other.text));
    let mut keys: Vec<String> = alike.map(|other| other.finding.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    let named = keys.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
    let more = if keys.len() > NAMED { "等" } else { "" };
    (!keys.is_empty()).then(|| Warning {
        code: PaperCode::PastedText,
        part,
        subject: measure.key.clone(),
        message: format!(
            "{} {} 的文字与 {named}{more} 的几乎相同。请按本条问题写明自己的做法和结果。",
            part.word(),
            measure.key
        ),
        others: keys,
    })
}
