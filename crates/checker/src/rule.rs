//! What a rule is.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::lexicon::Lexicon;

/// How sure a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 必错: a careful editor always changes it.
    Error,
    /// 疑似: to be looked at.
    Warning,
    /// 提示: a choice of style.
    Advice,
}

impl Level {
    /// The name used on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "必错",
            Self::Warning => "疑似",
            Self::Advice => "提示",
        }
    }
}

/// How binding the source of a rule is: what is only practice is never called a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// 规定
    Mandatory,
    /// 一般: the standard says 一般.
    General,
    /// 推荐
    Recommended,
    /// 实务
    Practice,
}

impl Strength {
    pub fn word(self) -> &'static str {
        match self {
            Self::Mandatory => "规定",
            Self::General => "一般",
            Self::Recommended => "推荐",
            Self::Practice => "实务",
        }
    }
}

/// What a rule rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    pub strength: Strength,
    /// Standard with year, and clause: `GB/T 15834-2011 附录B.3`.
    pub source: &'static str,
}

impl Authority {
    /// `规定：GB/T 15834-2011 4.9`
    pub fn words(&self) -> String {
        format!("{}：{}", self.strength.word(), self.source)
    }
}

/// In which documents a rule looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Always,
    /// Only in what goes out to the public.
    Public,
    /// Only in official documents and reports: what is published is set anew.
    Official,
    /// Only if asked for by its code: it finds much that is a matter of taste.
    Asked,
    /// Only between two copies of one document (`rectify compare`).
    Copies,
}

/// A rule. Its code is never given to another one.
pub struct Rule {
    /// `N-SUM`
    pub code: &'static str,
    /// The offence: `分项之和与总数不等`.
    pub name: &'static str,
    pub level: Level,
    pub when: When,
    pub authority: Authority,
    /// The page of the manual.
    pub manual: &'static str,
    /// Strings that it looks at: they are searched for all rules in one pass.
    pub(crate) words: for<'l> fn(&'l Lexicon) -> Vec<&'l str>,
    pub(crate) check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}
