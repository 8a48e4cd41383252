//! All words of all rules, found in one pass over the text.

use crate::lexicon::Lexicon;
use crate::rule::Rule;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use document::Document;
use std::collections::HashMap;

/// A word of a rule where it stands.
pub(crate) struct Found<'l> {
    pub(crate) word: &'l str,
    pub(crate) paragraph: u32,
    pub(crate) at: u32,
}

/// What was found, by code of the rule, in the order of the text.
#[derive(Default)]
pub(crate) struct Words<'l> {
    found: HashMap<&'static str, Vec<Found<'l>>>,
}

impl<'l> Words<'l> {
    /// Searches the document for the words of these rules.
    pub(crate) fn search(document: &Document, rules: &[&'static Rule], lexicon: &'l Lexicon) -> Self {
        let owners: Vec<(&'static str, &'l str)> =
            rules.iter().flat_map(|rule| (rule.words)(lexicon).into_iter().map(|word| (rule.code, word))).collect();
        let built = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::DFA))
            .build(owners.iter().map(|(_, word)| word));
        // Building fails only beyond two thousand million patterns.
        let Ok(automaton) = built else { return Self::default() };
        let mut words = Self::default();
        for (index, paragraph) in document.paragraphs.iter().enumerate() {
            let mut ends: HashMap<usize, usize> = HashMap::new();
            for hit in automaton.find_overlapping_iter(&paragraph.text) {
                let Some((code, word)) = owners.get(hit.pattern().as_usize()) else { continue };
                // XXXXXX holds XXX twice, not four times.
                let end = ends.entry(hit.pattern().as_usize()).or_default();
                if hit.start() < *end {
                    continue;
                }
                *end = hit.end();
                let found = Found { word, paragraph: index as u32, at: hit.start() as u32 };
                words.found.entry(code).or_default().push(found);
            }
        }
        words
    }

    pub(crate) fn of(&self, rule: &Rule) -> &[Found<'l>] {
        self.found.get(rule.code).map_or(&[], Vec::as_slice)
    }
}
