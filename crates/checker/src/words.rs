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
        let mut hits: Vec<(usize, Found<'l>)> = Vec::new();
        // Paragraph and byte at which a word ended last.
        let mut ends = vec![(usize::MAX, 0); owners.len()];
        for (index, paragraph) in document.paragraphs.iter().enumerate() {
            for hit in automaton.find_overlapping_iter(&paragraph.text) {
                let owner = hit.pattern().as_usize();
                let (Some((_, word)), Some(end)) = (owners.get(owner), ends.get_mut(owner)) else { continue };
                // XXXXXX holds XXX twice, not four times.
                if end.0 == index && hit.start() < end.1 {
                    continue;
                }
                *end = (index, hit.end());
                hits.push((owner, Found { word, paragraph: index as u32, at: hit.start() as u32 }));
            }
        }
        let mut words = Self::default();
        for (owner, found) in hits {
            words.found.entry(owners[owner].0).or_default().push(found);
        }
        words
    }

    pub(crate) fn of(&self, rule: &Rule) -> &[Found<'l>] {
        self.found.get(rule.code).map_or(&[], Vec::as_slice)
    }
}
