//! Word lists: built into the program, each line with its source and date; an office lays its own on top, a
//! person on top of that. An update of the program changes what is built in and loses nothing of theirs.

use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

/// Word lists of the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexicon {
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) typos: Vec<Typo>,
    /// Names of laws and documents as published.
    pub(crate) titles: Vec<String>,
    pub(crate) formulas: Vec<Formula>,
    /// Full names of the units that an office writes of, as phrases; empty unless an office lays them on top.
    pub(crate) units: Vec<Phrase>,
    /// Who holds which post, in the order in which they are named; empty unless an office lays them on top.
    pub(crate) people: Vec<Person>,
    /// Words that an office does not want; empty unless it lays them on top.
    pub(crate) unwanted: Vec<Unwanted>,
}

/// A person with all that he may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) posts: Vec<String>,
}

/// A word that an office does not want.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unwanted {
    pub(crate) word: String,
    /// What to do; may be empty.
    pub(crate) advice: String,
}

/// A set phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) right: Vec<char>,
    /// Wordings that look like a slip and are none.
    pub(crate) beside: Vec<Vec<char>>,
}

/// A wrong word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typo {
    pub(crate) wrong: String,
    pub(crate) right: String,
    /// Behind these characters it is part of another word.
    pub(crate) not_behind: String,
    /// Before these characters it is part of another word.
    pub(crate) not_before: String,
}

/// A wording that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Formula {
    pub(crate) old: String,
    pub(crate) new: String,
    /// What replaced it.
    pub(crate) since: String,
}

/// A list of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// 固定用语
    Phrases,
    /// 错别字
    Typos,
    /// 法规、文件名称
    Titles,
    /// 已经更新的用语
    Formulas,
    /// 单位全称
    Units,
    /// 姓名和职务
    People,
    /// 本单位慎用的词
    Unwanted,
}

impl List {
    pub const ALL: [Self; 7] =
        [Self::Phrases, Self::Typos, Self::Titles, Self::Formulas, Self::Units, Self::People, Self::Unwanted];

    /// The file that holds the list in a folder of word lists.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Phrases => "phrases.tsv",
            Self::Typos => "typos.tsv",
            Self::Titles => "titles.tsv",
            Self::Formulas => "formulas.tsv",
            Self::Units => "units.tsv",
            Self::People => "people.tsv",
            Self::Unwanted => "unwanted.tsv",
        }
    }

    /// Columns that a line must have.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Phrases => &["用语"],
            Self::Typos => &["误", "正"],
            Self::Titles => &["名称"],
            Self::Formulas => &["旧", "新", "由此更新"],
            Self::Units => &["全称"],
            Self::People => &["姓名", "职务"],
            Self::Unwanted => &["词"],
        }
    }
}

/// A line that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconError {
    pub list: List,
    /// From 1.
    pub line: usize,
    /// The column that is missing.
    pub missing: &'static str,
}

impl std::fmt::Display for LexiconError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (file, columns) = (self.list.file_name(), self.list.columns().join("、"));
        write!(f, "{file} 第{}行缺“{}”一列。各列用制表符分开，依次为：{columns}。", self.line, self.missing)
    }
}

impl std::error::Error for LexiconError {}

static BUILT_IN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| Arc::new(Lexicon::read()));

impl Default for Lexicon {
    /// What is built in.
    fn default() -> Self {
        Self::clone(&BUILT_IN)
    }
}

impl Lexicon {
    /// What is built in, read once.
    pub fn built_in() -> Arc<Self> {
        Arc::clone(&BUILT_IN)
    }

    fn read() -> Self {
        let empty = Self {
            phrases: Vec::new(),
            typos: Vec::new(),
            titles: Vec::new(),
            formulas: Vec::new(),
            units: Vec::new(),
            people: Vec::new(),
            unwanted: Vec::new(),
        };
        let lists = [
            (List::Phrases, include_str!("../data/phrases.tsv")),
            (List::Typos, include_str!("../data/typos.tsv")),
            (List::Titles, include_str!("../data/titles.tsv")),
            (List::Formulas, include_str!("../data/formulas.tsv")),
        ];
        // The built-in lists are read by a test; a line that cannot be read is left out here.
        lists.into_iter().fold(empty, |lexicon, (list, text)| lexicon.clone().overlaid(list, text).unwrap_or(lexicon))
    }
}

impl Lexicon {
    /// With the lines of a list on top: one that is there is replaced, `-词` takes it away.
    pub fn overlaid(mut self, list: List, text: &str) -> Result<Self, LexiconError> {
        let mut known = self.keys(list);
        for (line, number) in text.trim_start_matches('\u{FEFF}').lines().zip(1..) {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
            if let Some(gone) = cell(0).strip_prefix('-') {
                self.remove(list, gone);
                known.remove(gone);
                continue;
            }
            if let Some(missing) = list.columns().iter().zip(0..).find(|(_, at)| cell(*at).is_empty()) {
                return Err(LexiconError { list, line: number, missing: missing.0 });
            }
            // Looking through thousands for each of thousands takes longer than checking a document.
            if !known.insert(cell(0).to_owned()) {
                self.remove(list, cell(0));
            }
            self.add(list, &cell);
        }
        Ok(self)
    }

    /// What the lines of a list are known by.
    fn keys(&self, list: List) -> HashSet<String> {
        let joined = |phrase: &Phrase| phrase.right.iter().collect();
        match list {
            List::Phrases => self.phrases.iter().map(joined).collect(),
            List::Typos => self.typos.iter().map(|typo| typo.wrong.clone()).collect(),
            List::Titles => self.titles.iter().cloned().collect(),
            List::Formulas => self.formulas.iter().map(|formula| formula.old.clone()).collect(),
            List::Units => self.units.iter().map(joined).collect(),
            List::People => self.people.iter().map(|person| person.name.clone()).collect(),
            List::Unwanted => self.unwanted.iter().map(|unwanted| unwanted.word.clone()).collect(),
        }
    }

    fn remove(&mut self, list: List, key: &str) {
        match list {
            List::Phrases => self.phrases.retain(|phrase| !phrase.right.iter().copied().eq(key.chars())),
            List::Typos => self.typos.retain(|typo| typo.wrong != key),
            List::Titles => self.titles.retain(|title| title != key),
            List::Formulas => self.formulas.retain(|formula| formula.old != key),
            List::Units => self.units.retain(|unit| !unit.right.iter().copied().eq(key.chars())),
            List::People => self.people.retain(|person| person.name != key),
            List::Unwanted => self.unwanted.retain(|unwanted| unwanted.word != key),
        }
    }

    fn add<'t>(&mut self, list: List, cell: &impl Fn(usize) -> &'t str) {
        match list {
            List::Phrases => self.phrases.push(phrase(cell(0), cell(1))),
            List::Units => self.units.push(phrase(cell(0), cell(1))),
            List::People => self
                .people
                .push(Person { name: cell(0).to_owned(), posts: cell(1).split('、').map(str::to_owned).collect() }),
            List::Unwanted => {
                self.unwanted.push(Unwanted { word: cell(0).to_owned(), advice: cell(1).to_owned() });
            }
            List::Typos => self.typos.push(Typo {
                wrong: cell(0).to_owned(),
                right: cell(1).to_owned(),
                not_behind: cell(2).to_owned(),
                not_before: cell(3).to_owned(),
            }),
            List::Titles => self.titles.push(cell(0).to_owned()),
            List::Formulas => self.formulas.push(Formula {
                old: cell(0).to_owned(),
                new: cell(1).to_owned(),
                since: cell(2).to_owned(),
            }),
        }
    }
}

fn phrase(right: &str, beside: &str) -> Phrase {
    Phrase { right: right.chars().collect(), beside: beside.split('、').map(|word| word.chars().collect()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_line_is_read() {
        let lexicon = Lexicon::default();
        let lines = |text: &str| text.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(lexicon.phrases.len(), lines(include_str!("../data/phrases.tsv")));
        assert_eq!(lexicon.typos.len(), lines(include_str!("../data/typos.tsv")));
        assert_eq!(lexicon.titles.len(), lines(include_str!("../data/titles.tsv")));
        assert_eq!(lexicon.formulas.len(), lines(include_str!("../data/formulas.tsv")));
    }

    #[test]
    fn own_lines_replace_add_and_take_away() {
        let built_in = Lexicon::default();
        let own = built_in.clone().overlaid(List::Typos, "布署\t布置\n-台帐\n巡查组\t巡察组").unwrap_or_default();
        let right = |lexicon: &Lexicon, wrong: &str| {
            lexicon.typos.iter().find(|typo| typo.wrong == wrong).map(|typo| typo.right.clone())
        };
        assert_eq!(right(&own, "布署").as_deref(), Some("布置"));
        assert_eq!(right(&own, "台帐"), None);
        assert_eq!(right(&own, "巡查组").as_deref(), Some("巡察组"));
        assert_eq!(right(&built_in, "布署").as_deref(), Some("部署"));
    }

    #[test]
    fn a_line_without_a_needed_column_is_named() {
        let error = Lexicon::default().overlaid(List::Typos, "# 说明\n布署\t\n").err();
        assert_eq!(error, Some(LexiconError { list: List::Typos, line: 2, missing: "正" }));
    }
}
