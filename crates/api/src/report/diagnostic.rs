//! What the checker finds in a document, where, and what people said of it.

use super::stored::ReportCell;
use crate::time::instant;
use crate::words::RemarkAct;
use domain::publication::{Remark, Severity, must_be_clean};
use serde::Serialize;
use usecases::ReportPlace;
use utoipa::ToSchema;

/// How sure the checker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DiagnosticLevel {
    /// 必错
    Error,
    /// 疑似
    Warning,
    /// 提示
    Advice,
}

impl From<checker::Level> for DiagnosticLevel {
    fn from(level: checker::Level) -> Self {
        match level {
            checker::Level::Error => Self::Error,
            checker::Level::Warning => Self::Warning,
            checker::Level::Advice => Self::Advice,
        }
    }
}

impl DiagnosticLevel {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Advice => Severity::Advice,
        }
    }
}

/// A stretch of a block, or of a cell where the block is a table, in characters.
#[derive(Debug, Serialize, ToSchema)]
pub struct DiagnosticPlace {
    pub block: usize,
    pub cell: Option<ReportCell>,
    pub start: usize,
    pub end: usize,
}

impl From<ReportPlace> for DiagnosticPlace {
    fn from(place: ReportPlace) -> Self {
        let cell = place.cell.map(|(row, column)| ReportCell { row, column });
        Self { block: place.block, cell, start: place.start, end: place.end }
    }
}

/// The mechanical change that mends it.
#[derive(Debug, Serialize, ToSchema)]
pub struct DiagnosticFix {
    pub place: DiagnosticPlace,
    pub before: String,
    pub after: String,
}

/// What somebody said of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct DiagnosticRemark {
    pub id: String,
    pub act: RemarkAct,
    pub reason: String,
    /// Name.
    pub by: String,
    /// UTC.
    pub at: String,
}

/// What the checker found.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportDiagnostic {
    /// What it is known by, as long as the text it points at stays as it is.
    pub print: String,
    /// Code of the rule.
    pub rule: String,
    pub level: DiagnosticLevel,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// Strength and source.
    pub authority: String,
    /// The words that it is about.
    pub text: Option<String>,
    /// Number of the block where it is shown.
    pub block: Option<usize>,
    /// Row and column where the block is a table.
    pub cell: Option<ReportCell>,
    /// All places that are involved.
    pub places: Vec<DiagnosticPlace>,
    pub fix: Option<DiagnosticFix>,
    /// Remarks in force, oldest first.
    pub remarks: Vec<DiagnosticRemark>,
    /// A public version does not go out with it.
    pub blocks_publication: bool,
}

impl From<usecases::ReportDiagnostic> for ReportDiagnostic {
    fn from(found: usecases::ReportDiagnostic) -> Self {
        let rule = checker::by_code(found.diagnostic.rule);
        let level = rule.map_or(DiagnosticLevel::Advice, |rule| rule.level.into());
        let first = found.places.first().copied().map(DiagnosticPlace::from);
        let fix = found.diagnostic.fix.zip(found.fix_place);
        let remark = |(remark, by): (Remark, String)| DiagnosticRemark {
            id: remark.id,
            act: remark.act.into(),
            reason: remark.reason,
            by,
            at: instant(remark.made_at),
        };
        Self {
            print: found.print,
            rule: found.diagnostic.rule.to_owned(),
            level,
            message: found.diagnostic.message,
            hint: found.diagnostic.hint,
            authority: rule.map(|rule| rule.authority.words()).unwrap_or_default(),
            text: found.diagnostic.places.into_iter().next().map(|place| place.text),
            block: first.as_ref().map(|place| place.block),
            cell: first.and_then(|place| place.cell),
            places: found.places.into_iter().map(Into::into).collect(),
            fix: fix.map(|(fix, place)| DiagnosticFix {
                place: place.into(),
                before: fix.place.text,
                after: fix.after,
            }),
            remarks: found.remarks.into_iter().map(remark).collect(),
            blocks_publication: must_be_clean(found.diagnostic.rule, level.severity()),
        }
    }
}
