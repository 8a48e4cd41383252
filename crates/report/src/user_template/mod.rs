//! Templates of an organisation's own: docx and xlsx files with placeholders, and forms that are filled in by
//! their headers. They are looked at word by word before they are filled in from a snapshot of the ledger.

mod check;
mod form;
mod names;
mod outline;
mod run;
mod starter;
#[cfg(test)]
mod tests;
pub mod vocabulary;

pub use form::{FormMapping, form_mapping, form_value};
pub use starter::starter;

use crate::snapshot::Snapshot;
use document::template::{Fault, Piece, Statement, Tag, Template, TemplateKind, TemplateRefusal};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why a file cannot be a template.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(transparent)]
    Refused(#[from] TemplateRefusal),
    #[error("{place}：{what}。", place = .0.place, what = .0.what)]
    Form(Fault),
}

/// Why a template was not filled in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    #[error("模板有 {} 处需要修改：{}", .0.len(), .0.iter().take(3).map(|f| format!("{}“{}”{}", f.place, f.source, f.what)).collect::<Vec<_>>().join("；"))]
    Faults(Vec<Fault>),
    #[error("模板写出的内容过多，请检查循环里是否又套了同样的循环。")]
    TooLong,
    #[error("条件或算式“{text}”算不出来：{what}。")]
    Expression { text: String, what: String },
    #[error("{place}：{what}。")]
    Placeholder { place: String, what: String },
    #[error(transparent)]
    Write(#[from] TemplateRefusal),
}

/// What a placeholder gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Given {
    times: usize,
    first: Option<String>,
}

/// A placeholder of a template, and what it gives now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub place: String,
    pub source: String,
    /// How often it is written; how many entries a loop runs over.
    pub times: usize,
    /// What it says the first time; none for loops and conditions.
    pub value: Option<String>,
    pub fault: Option<String>,
}

/// A file that was filled in.
#[derive(Debug)]
pub struct Filling {
    pub bytes: Vec<u8>,
    pub found: Vec<Found>,
}

/// A template that was opened.
#[derive(Debug)]
pub struct UserTemplate {
    template: Template,
    faults: Vec<Fault>,
}

impl UserTemplate {
    /// Opens a file; with a mapping it is a form that is filled in by its headers.
    pub fn open(bytes: &[u8], name: &str, mapping: Option<&FormMapping>) -> Result<Self, OpenError> {
        let mut template = Template::open(bytes, name)?;
        if let Some(mapping) = mapping {
            template.plan_form(&mapping.mapping, &mapping.plan()).map_err(OpenError::Form)?;
        }
        let mut faults = template.faults.clone();
        faults.extend(template.stories.iter().flat_map(check::faults));
        Ok(Self { template, faults })
    }

    pub fn kind(&self) -> TemplateKind {
        self.template.kind()
    }

    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether it has anything to fill in.
    pub fn is_blank(&self) -> bool {
        self.template.stories.is_empty() && self.faults.is_empty()
    }

    /// The placeholders with what is wrong with them; what they give is not known yet.
    pub fn found(&self) -> Vec<Found> {
        self.with_given(&BTreeMap::new())
    }

    fn with_given(&self, given: &BTreeMap<(usize, usize), Given>) -> Vec<Found> {
        let mut left = self.faults.clone();
        let mut found = Vec::new();
        for (story, number, tag) in self.tags().filter(|(.., tag)| is_shown(tag)) {
            let own = left.iter().position(|fault| fault.place == tag.place && fault.source == tag.source);
            let given = given.get(&(story, number)).cloned().unwrap_or_default();
            found.push(Found {
                place: tag.place.clone(),
                source: tag.source.clone(),
                times: given.times,
                value: given.first,
                fault: own.map(|at| left.remove(at).what),
            });
        }
        // What was meant as a placeholder and is none.
        found.extend(left.into_iter().map(|fault| Found {
            place: fault.place,
            source: fault.source,
            times: 0,
            value: None,
            fault: Some(fault.what),
        }));
        found
    }

    fn tags(&self) -> impl Iterator<Item = (usize, usize, &Tag)> {
        self.template.stories.iter().enumerate().flat_map(|(story, one)| {
            let tags = one.pieces.iter().filter_map(|piece| if let Piece::Tag(tag) = piece { Some(tag) } else { None });
            tags.enumerate().map(move |(number, tag)| (story, number, tag))
        })
    }

    /// Fills it in. Nothing is written while anything is wrong with it.
    pub fn fill(&self, snapshot: &Arc<Snapshot>) -> Result<Filling, FillError> {
        if !self.faults.is_empty() {
            return Err(FillError::Faults(self.faults.clone()));
        }
        let environment = run::environment();
        let mut run = run::Run::new(snapshot, &environment);
        let mut given = BTreeMap::new();
        let mut filled = Vec::with_capacity(self.template.stories.len());
        for (at, story) in self.template.stories.iter().enumerate() {
            let (nodes, _) = outline::nodes(&mut story.pieces.iter(), &mut 0, 0);
            filled.push(run.story(&nodes)?);
            given.extend(std::mem::take(&mut run.given).into_iter().map(|(number, given)| ((at, number), given)));
        }
        Ok(Filling { bytes: self.template.write(&filled)?, found: self.with_given(&given) })
    }
}

/// Ends of loops say nothing of their own.
fn is_shown(tag: &Tag) -> bool {
    !tag.source.is_empty() && !matches!(tag.statement, Statement::EndFor | Statement::EndIf | Statement::Comment)
}
