//! Runs the rules.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::facts::Facts;
use crate::lexicon::Lexicon;
use crate::registry::{all, by_code, nearest};
use crate::rule::{Level, Rule, When};
use crate::words::Words;
use document::{Document, parse};
use std::cell::OnceCell;
use std::sync::Arc;

/// What the document is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Profile {
    /// 公文
    #[default]
    Official,
    /// 整改报告
    Report,
    /// 公开稿
    Public,
    /// 网页
    Web,
}

impl Profile {
    /// Whether it goes out to everybody.
    pub fn is_public(self) -> bool {
        matches!(self, Self::Public | Self::Web)
    }
}

/// Which rules run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    pub profile: Profile,
    /// Codes or groups (`N`); empty means all.
    pub select: Vec<String>,
    /// Codes or groups that do not run.
    pub ignore: Vec<String>,
    /// Word lists; the built-in ones unless an office has its own on top of them.
    pub lexicon: Arc<Lexicon>,
}

impl Default for Selection {
    fn default() -> Self {
        let (select, ignore) = (Vec::new(), Vec::new());
        Self { profile: Profile::default(), select, ignore, lexicon: Lexicon::built_in() }
    }
}

/// A code that no rule has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownCode {
    pub code: String,
    pub nearest: Option<&'static str>,
}

impl std::fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "没有规则“{}”", self.code)?;
        match self.nearest {
            Some(near) => write!(f, "，是否指“{near}”？运行 rectify explain 可列出全部规则。"),
            None => write!(f, "。运行 rectify explain 可列出全部规则。"),
        }
    }
}

impl std::error::Error for UnknownCode {}

impl Selection {
    /// Refuses codes that mean no rule.
    pub fn checked(self) -> Result<Self, UnknownCode> {
        let known = |code: &str| by_code(code).is_some() || all().iter().any(|rule| is_in_group(rule, code));
        match self.select.iter().chain(&self.ignore).find(|code| !known(code)) {
            Some(code) => Err(UnknownCode { code: code.clone(), nearest: nearest(code) }),
            None => Ok(self),
        }
    }

    fn holds(&self, rule: &Rule) -> bool {
        let named = |codes: &[String]| codes.iter().any(|code| rule.code == code || is_in_group(rule, code));
        let fits = match rule.when {
            When::Always => true,
            When::Public => self.profile.is_public() || named(&self.select),
            When::Official => !self.profile.is_public(),
            When::Asked => self.select.iter().any(|code| code == rule.code),
            When::Copies => true,
        };
        fits && (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }
}

/// `N` is the group of `N-SUM`.
fn is_in_group(rule: &Rule, group: &str) -> bool {
    rule.code.split_once('-').is_some_and(|(head, _)| head == group)
}

/// Checks a document, and compares it with the ledger where there is one. In the order of the text; what is surest first at one place.
pub fn check(document: &Document, facts: Option<&Facts>, selection: &Selection) -> Vec<Diagnostic> {
    run(document, (facts, None), selection)
}

/// What a copy of a document says otherwise than the other one: a public copy beside the internal one.
pub fn check_copy(copy: &Document, other: &Document) -> Vec<Diagnostic> {
    let copies = all().iter().filter(|rule| rule.when == When::Copies).map(|rule| rule.code.to_owned()).collect();
    run(copy, (None, Some(other)), &Selection { select: copies, ..Selection::default() })
}

fn run(
    document: &Document,
    (facts, other): (Option<&Facts>, Option<&Document>),
    selection: &Selection,
) -> Vec<Diagnostic> {
    let structure = parse(document);
    let rules: Vec<&'static Rule> = all().iter().copied().filter(|rule| selection.holds(rule)).collect();
    let words = Words::search(document, &rules, &selection.lexicon);
    let context = Context {
        document,
        structure: &structure,
        words: &words,
        lexicon: &selection.lexicon,
        sentences: OnceCell::new(),
        facts,
        other,
    };
    let mut found = Vec::new();
    for rule in rules {
        (rule.check)(&context, &mut found);
    }
    let level = |d: &Diagnostic| by_code(d.rule).map_or(Level::Advice, |rule| rule.level);
    found.sort_by_key(|d| (d.places.first().map(|p| (p.paragraph, p.start)), level(d), d.rule));
    found
}
