//! What rules look at; worked out once for all of them.

use crate::counts::{Counted, counts};
use crate::diagnostic::Place;
use crate::facts::{FactItem, Facts};
use crate::lexicon::Lexicon;
use crate::link::link;
use crate::rule::Rule;
use crate::words::Words;
use document::{Date, Document, Finding, FindingKind, Paragraph, Region, Span, Structure, sentences};
use std::cell::OnceCell;

pub(crate) struct Context<'a> {
    pub(crate) document: &'a Document,
    pub(crate) structure: &'a Structure,
    /// Where the words of the rules stand.
    pub(crate) words: &'a Words<'a>,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) sentences: OnceCell<Vec<Counted<'a>>>,
    /// The ledger to compare with.
    pub(crate) facts: Option<&'a Facts>,
    /// Another copy of the document.
    pub(crate) other: Option<&'a Document>,
}

/// A word of a rule where it stands.
#[derive(Clone, Copy)]
pub(crate) struct Hit<'a> {
    pub(crate) word: &'a str,
    pub(crate) paragraph: usize,
    /// Byte of the paragraph's text.
    pub(crate) at: usize,
    /// The paragraph's text.
    pub(crate) text: &'a str,
}

impl<'a> Hit<'a> {
    /// The text before the word.
    pub(crate) fn head(&self) -> &'a str {
        self.text.get(..self.at).unwrap_or_default()
    }

    /// The text behind the word.
    pub(crate) fn tail(&self) -> &'a str {
        self.text.get(self.at + self.word.len()..).unwrap_or_default()
    }

    pub(crate) fn place(&self, context: &Context<'_>) -> Place {
        context.place(self.paragraph, self.at, self.at + self.word.len())
    }
}

impl<'a> Context<'a> {
    /// Sentences of running text in which something is counted.
    pub(crate) fn counted(&self) -> &[Counted<'a>] {
        self.sentences.get_or_init(|| {
            let figures = self.prose().filter(|(_, paragraph)| paragraph.text.bytes().any(|b| b.is_ascii_digit()));
            let all = figures.flat_map(|(paragraph, p)| {
                sentences(&p.text).into_iter().filter_map(move |(start, end)| {
                    let text = p.text.get(start..end)?;
                    Some(Counted { paragraph, start, text, counts: counts(text) })
                })
            });
            all.filter(|sentence| !sentence.counts.is_empty()).collect()
        })
    }

    /// Where the words of a rule stand.
    pub(crate) fn hits(&self, rule: &Rule) -> impl Iterator<Item = Hit<'a>> + '_ {
        let text = |paragraph: usize| self.document.paragraphs.get(paragraph).map_or("", |p| p.text.as_str());
        self.words.of(rule).iter().map(move |found| Hit {
            word: found.word,
            paragraph: found.paragraph as usize,
            at: found.at as usize,
            text: text(found.paragraph as usize),
        })
    }

    /// Where the words of a rule stand in running text.
    pub(crate) fn prose_hits(&self, rule: &Rule) -> impl Iterator<Item = Hit<'a>> + '_ {
        let table = |hit: &Hit<'_>| {
            self.document.paragraphs.get(hit.paragraph).is_some_and(|p| matches!(p.region, Region::Table { .. }))
        };
        self.hits(rule).filter(move |hit| !table(hit))
    }

    /// All paragraphs with their index.
    pub(crate) fn paragraphs(&self) -> impl Iterator<Item = (usize, &'a Paragraph)> {
        self.document.paragraphs.iter().enumerate()
    }

    /// Running text: cells of tables are words and figures, not sentences.
    pub(crate) fn prose(&self) -> impl Iterator<Item = (usize, &'a Paragraph)> {
        self.paragraphs().filter(|(_, paragraph)| !matches!(paragraph.region, Region::Table { .. }))
    }

    /// 成文日期: the last line that is a whole date and nothing else.
    pub(crate) fn signed(&self) -> Option<&'a Date> {
        let alone = |date: &&Date| {
            let line = self.document.paragraphs.get(date.span.paragraph as usize).map(|p| p.text.trim());
            line.is_some_and(|line| line.trim_matches(['（', '）']) == date.text)
        };
        self.structure.dates.iter().rev().filter(|date| date.iso.len() == "2026-06-30".len()).find(alone)
    }

    /// A stretch of a paragraph as a place; an impossible stretch becomes an empty one.
    pub(crate) fn place(&self, paragraph: usize, start: usize, end: usize) -> Place {
        let text = self.document.paragraphs.get(paragraph).and_then(|p| p.text.get(start..end));
        Place { paragraph, start, end, text: text.unwrap_or_default().to_owned() }
    }

    pub(crate) fn span(&self, span: Span) -> Place {
        self.place(span.paragraph as usize, span.start as usize, span.end as usize)
    }

    /// The problems that the document deals with.
    pub(crate) fn problems(&self) -> Vec<&'a Finding> {
        self.structure.findings.iter().filter(|finding| finding.kind == FindingKind::Problem).collect()
    }

    /// Each item of the ledger with the problems of the document that speak of it. Empty without a ledger, and
    /// where the document speaks of no item: then it is another document.
    pub(crate) fn answers(&self) -> Vec<(&'a FactItem, Vec<&'a Finding>)> {
        let Some(facts) = self.facts else { return Vec::new() };
        let problems = self.problems();
        let wanted: Vec<&str> = facts.items.iter().map(|item| item.title.as_str()).collect();
        let given: Vec<&str> = problems.iter().map(|problem| problem.title.as_str()).collect();
        let linked = link(&wanted, &given);
        if linked.iter().all(Vec::is_empty) {
            return Vec::new();
        }
        facts
            .items
            .iter()
            .zip(linked)
            .map(|(item, found)| (item, found.into_iter().filter_map(|n| problems.get(n).copied()).collect()))
            .collect()
    }

    /// Where a problem of the document begins.
    pub(crate) fn heading(&self, finding: &Finding) -> Place {
        finding.sources.first().map_or_else(|| self.place(0, 0, 0), |span| self.span(*span))
    }

    /// The text of a problem with its measures, as it stands in the document.
    pub(crate) fn words(&self, finding: &Finding) -> String {
        let measures = finding.measures.iter().map(|measure| measure.text.as_str());
        std::iter::once(finding.text.as_str()).chain(measures).collect::<Vec<_>>().join("\n")
    }
}
