//! Reports that are worked on, locked and compared.

use super::issue::{IssueBody, ReportIssue};
use crate::account::Named;
use crate::time::{Day, instant};
use crate::words::ReportStanding;
use document::official::{Block, Run};
use report::BoundRun;
use serde::{Deserialize, Serialize};
use usecases::ReportView;
use utoipa::{IntoParams, ToSchema};

/// A report without its text.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportSummary {
    /// `XC-2026-01-R001`
    pub key: String,
    /// Name of the kind of document.
    pub kind: String,
    pub title: String,
    /// The day that its figures are of.
    pub as_of: Day,
    pub standing: ReportStanding,
    /// Check code of a locked one.
    pub code: Option<String>,
    /// UTC.
    pub updated_at: String,
    pub version: i64,
}

impl From<domain::Report> for ReportSummary {
    fn from(r: domain::Report) -> Self {
        Self {
            key: r.key,
            kind: r.kind,
            title: r.title,
            as_of: Day(r.as_of),
            standing: ReportStanding(r.standing),
            code: r.code,
            updated_at: instant(r.updated_at),
            version: r.version,
        }
    }
}

/// A stretch of text; a bound one says what it refers to.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportRun {
    pub text: String,
    /// `统计.问题数`
    pub binding: Option<String>,
    /// Number of the bound place in the order of the text.
    pub place: Option<usize>,
    /// What the ledger says now; null when its source is gone.
    pub now: Option<String>,
    /// 数据已变化
    pub stale: bool,
}

/// A paragraph, a table or a page break.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportBlock {
    /// `title`, `heading_1`, `body`, `table`, `page_break` …
    pub kind: String,
    /// Of a paragraph.
    pub runs: Vec<ReportRun>,
    /// Rows of cells of a table; the first is its head.
    pub rows: Vec<Vec<Vec<ReportRun>>>,
    /// Shares of the width of its columns.
    pub widths: Vec<u16>,
}

/// A report with its text.
#[derive(Debug, Serialize, ToSchema)]
pub struct Report {
    #[serde(flatten)]
    pub summary: ReportSummary,
    pub maker: Named,
    pub issue: ReportIssue,
    pub blocks: Vec<ReportBlock>,
    /// Bound places.
    pub bound: usize,
    /// Bound places that the ledger moved away from.
    pub stale: usize,
}

impl From<ReportView> for Report {
    fn from(view: ReportView) -> Self {
        let stale = view.places.iter().filter(|place| place.is_stale()).count();
        let bound = view.places.len();
        let maker = Named { id: view.report.maker.0.clone(), name: view.maker };
        let issue = (&view.official).into();
        let mut places = view.places.into_iter();
        let blocks = view.official.blocks.into_iter().map(|b| block(b, &mut places)).collect();
        Self { summary: view.report.into(), maker, issue, blocks, bound, stale }
    }
}

fn block(block: Block, places: &mut impl Iterator<Item = BoundRun>) -> ReportBlock {
    let blank = |kind: &str| ReportBlock { kind: kind.to_owned(), runs: vec![], rows: vec![], widths: vec![] };
    match block {
        Block::Paragraph { kind, text } => ReportBlock { runs: runs(text, places), ..blank(kind.name()) },
        Block::Table(table) => {
            let mut rows = Vec::new();
            for row in table.rows {
                rows.push(row.into_iter().map(|cell| runs(cell, places)).collect());
            }
            ReportBlock { rows, widths: table.widths, ..blank("table") }
        }
        Block::PageBreak => blank("page_break"),
    }
}

fn runs(text: Vec<Run>, places: &mut impl Iterator<Item = BoundRun>) -> Vec<ReportRun> {
    let run = |run: Run| {
        let place = run.binding.as_ref().and_then(|_| places.next());
        ReportRun {
            text: run.text,
            binding: run.binding,
            stale: place.as_ref().is_some_and(BoundRun::is_stale),
            place: place.as_ref().map(|place| place.place),
            now: place.and_then(|place| place.now),
        }
    };
    text.into_iter().map(run).collect()
}

/// A report to be made with the figures of today.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReportBody {
    /// Name of a kind of document.
    pub kind: String,
    /// Keys of findings; without, those that the kind is for.
    #[serde(default)]
    pub findings: Option<Vec<String>>,
    /// How it is issued; without, as its template says.
    #[serde(default)]
    pub issue: Option<IssueBody>,
}

/// A cell of a table, counted from 0; row 0 is the head.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct ReportCell {
    pub row: usize,
    pub column: usize,
}

impl From<ReportCell> for (usize, usize) {
    fn from(cell: ReportCell) -> Self {
        (cell.row, cell.column)
    }
}

/// A run as it was.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RunBody {
    pub text: String,
    #[serde(default)]
    pub binding: Option<String>,
}

/// A change of the words.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum ReportEdit {
    /// New words of a paragraph or a cell; what was left as it was stays bound.
    Text {
        block: usize,
        #[serde(default)]
        cell: Option<ReportCell>,
        text: String,
    },
    /// Runs as they were before: undo.
    Runs {
        block: usize,
        #[serde(default)]
        cell: Option<ReportCell>,
        runs: Vec<RunBody>,
    },
    /// A new paragraph after a block.
    Insert {
        after: usize,
        text: String,
    },
    Remove {
        block: usize,
    },
    /// Another form, number, signers, copies.
    Issue {
        issue: IssueBody,
    },
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct ReportPatch {
    pub version: i64,
    pub edit: ReportEdit,
}

impl From<ReportEdit> for usecases::ReportEdit {
    fn from(edit: ReportEdit) -> Self {
        match edit {
            ReportEdit::Text { block, cell, text } => Self::Text { block, cell: cell.map(Into::into), text },
            ReportEdit::Runs { block, cell, runs } => {
                let run = |run: RunBody| usecases::RunEdit { text: run.text, binding: run.binding };
                Self::Runs { block, cell: cell.map(Into::into), runs: runs.into_iter().map(run).collect() }
            }
            ReportEdit::Insert { after, text } => Self::Insert { after, text },
            ReportEdit::Remove { block } => Self::Remove { block },
            ReportEdit::Issue { issue } => Self::Issue(issue.into()),
        }
    }
}

/// Places to be brought up to date.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RefreshBody {
    pub version: i64,
    /// Numbers of bound places; without, all of them, and the day becomes today.
    #[serde(default)]
    pub places: Option<Vec<usize>>,
}

/// The version that is locked or discarded.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReportVersionBody {
    pub version: i64,
}

/// What a report is compared with.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReportCompareQuery {
    /// Key of an earlier report; without, what the ledger would say today.
    pub with: Option<String>,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineChange {
    Same,
    Removed,
    Added,
    Changed,
}

/// A line of either version.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportLine {
    pub change: LineChange,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl From<report::ChangedLine> for ReportLine {
    fn from(line: report::ChangedLine) -> Self {
        let change = match line.change {
            report::LineChange::Same => LineChange::Same,
            report::LineChange::Removed => LineChange::Removed,
            report::LineChange::Added => LineChange::Added,
            report::LineChange::Changed => LineChange::Changed,
        };
        Self { change, before: line.before, after: line.after }
    }
}
