//! Every placeholder against the words that there are, before anything is filled in.

use super::names::{Meaning, Scope};
use super::vocabulary::Kind;
use crate::template::rewrite::{field_of, is_word};
use document::template::{Fault, Piece, Statement, Story, Tag};

/// What is wrong in a story.
pub(super) fn faults(story: &Story) -> Vec<Fault> {
    let mut check = Check { scope: Scope::default(), open: Vec::new(), faults: Vec::new() };
    for piece in &story.pieces {
        if let Piece::Tag(tag) = piece
            && let Err(what) = check.tag(tag)
        {
            check.faults.push(Fault { place: tag.place.clone(), source: tag.source.clone(), what });
        }
    }
    check.faults
}

struct Check {
    scope: Scope,
    /// Whether the loops around gave a name.
    open: Vec<Named>,
    faults: Vec<Fault>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Yes,
    No,
}

impl Check {
    fn tag(&mut self, tag: &Tag) -> Result<(), String> {
        match &tag.statement {
            Statement::Value(text) => self.value(text),
            Statement::If(condition) | Statement::Elif(condition) => self.expression(condition),
            Statement::For { name, list } => self.enter(name, list),
            Statement::EndFor => {
                if self.open.pop() == Some(Named::Yes) {
                    self.scope.leave();
                }
                Ok(())
            }
            Statement::Else | Statement::EndIf | Statement::Comment => Ok(()),
        }
    }

    fn enter(&mut self, name: &str, list: &str) -> Result<(), String> {
        self.open.push(Named::No);
        if !is_word(name) || name == "loop" {
            return Err(format!("“{name}”不能作循环中的名字，请用一个词，例如 {{% for 问题 in 未完成 %}}"));
        }
        let words = list.split('.').all(is_word);
        let meaning = if words {
            self.scope.meaning(list)
        } else {
            Err(format!("循环只能用于清单，“{list}”不是清单"))
        };
        // What stands inside is still looked at, as if the loop were right.
        let (kind, outcome) = match meaning {
            Ok(Meaning::List(kind)) => (kind, Ok(())),
            Ok(_) => (Kind::Finding, Err(format!("“{list}”不是清单，不能循环"))),
            Err(what) => (super::outline::guessed(name), Err(what)),
        };
        self.scope.enter(name, kind);
        self.open.pop();
        self.open.push(Named::Yes);
        outcome
    }

    fn value(&self, text: &str) -> Result<(), String> {
        match field_of(text)? {
            Some((object, field, _)) => self.field(&format!("{object}.{field}")),
            None if text.split('|').next().is_some_and(|path| is_word(path.trim())) => {
                let path = text.split('|').next().unwrap_or_default().trim();
                self.field(path)
            }
            None => self.expression(text),
        }
    }

    fn field(&self, path: &str) -> Result<(), String> {
        match self.scope.meaning(path)? {
            Meaning::Field => Ok(()),
            Meaning::List(_) => {
                Err(format!("“{path}”是清单，须放在循环里，例如 {{% for 项 in {path} %}}…{{% endfor %}}"))
            }
            Meaning::One(kind) => {
                let fields = kind.object().fields;
                Err(format!("“{path}”后面要写明哪一项，例如“{path}.{}”", fields.first().copied().unwrap_or_default()))
            }
        }
    }

    /// Names in a condition or a sum; texts in quotes are texts.
    fn expression(&self, text: &str) -> Result<(), String> {
        const WORDS: [&str; 12] =
            ["and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "defined", "undefined"];
        let mut after_bar = false;
        for (word, called) in words(text) {
            if word == "|" {
                after_bar = true;
                continue;
            }
            if std::mem::take(&mut after_bar) || WORDS.contains(&word) || word.parse::<f64>().is_ok() {
                continue;
            }
            if called {
                return Err(format!("不能使用函数“{word}”"));
            }
            self.scope.meaning(word)?;
        }
        super::run::environment()
            .compile_expression(text)
            .map(|_| ())
            .map_err(|_| "写法有误，请检查括号、引号和运算符是否齐全，例如 {% if 统计.逾期数 > 0 %}".to_owned())
    }
}

/// Words with their dots, bars, and whether a bracket follows.
fn words(text: &str) -> Vec<(&str, bool)> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' | '\'' => rest[1..].find(c).map_or(rest.len(), |at| at + 2),
            c if c.is_alphanumeric() || c == '_' => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.'))).unwrap_or(rest.len());
                words.push((&rest[..end], rest[end..].trim_start().starts_with('(')));
                end
            }
            '|' => {
                words.push(("|", false));
                1
            }
            c => c.len_utf8(),
        };
        rest = &rest[length..];
    }
    words
}
