//! What goes out to the public: decisions on findings, public versions, remarks on diagnostics.

use crate::account::Named;
use crate::report::stored::ReportCell;
use crate::time::{Day, instant};
use crate::words::{PublicationStanding, Publish, RemarkAct, WithholdReason};
use document::Official;
use document::official::{Block, plain};
use report::{PublicChange, PublicRow, RedactedPlace, Redaction};
use serde::{Deserialize, Serialize};
use usecases::{NewRedaction, NoticeChange, PublicationView, PublishingRow};
use utoipa::{IntoParams, ToSchema};

/// A finding with what was decided for it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Publishing {
    /// Key of the finding.
    pub finding: String,
    pub serial: i64,
    pub title: String,
    pub publish: Publish,
    /// Of what is withheld.
    pub reason: Option<WithholdReason>,
    /// What stands for the wording of a finding that is published in part.
    pub wording: Option<String>,
    /// 0 until something was decided.
    pub version: i64,
}

impl From<PublishingRow> for Publishing {
    fn from(row: PublishingRow) -> Self {
        Self {
            finding: row.finding.key,
            serial: row.finding.serial,
            title: row.finding.title,
            publish: row.publishing.publish.into(),
            reason: row.publishing.reason.map(Into::into),
            wording: row.publishing.wording,
            version: row.publishing.version,
        }
    }
}

/// A finding and the version of what was decided for it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PublishingVersion {
    pub finding: String,
    pub version: i64,
}

/// A decision for several findings: all of them or none.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PublishingBody {
    pub findings: Vec<PublishingVersion>,
    pub publish: Publish,
    #[serde(default)]
    pub reason: Option<WithholdReason>,
    #[serde(default)]
    pub wording: Option<String>,
}

impl From<PublishingBody> for usecases::PublishingChange {
    fn from(body: PublishingBody) -> Self {
        Self {
            findings: body.findings.into_iter().map(|one| (one.finding, one.version)).collect(),
            publish: body.publish.into(),
            reason: body.reason.map(Into::into),
            wording: body.wording,
        }
    }
}

/// A publication without its text.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicationSummary {
    /// `XC-2026-01-P001`
    pub key: String,
    /// Key of the locked report it was made from.
    pub report: String,
    pub title: String,
    pub standing: PublicationStanding,
    /// UTC.
    pub updated_at: String,
    pub version: i64,
}

impl From<usecases::PublicationSummary> for PublicationSummary {
    fn from(one: usecases::PublicationSummary) -> Self {
        Self {
            key: one.publication.key,
            report: one.report,
            title: one.title,
            standing: one.publication.standing.into(),
            updated_at: instant(one.publication.updated_at),
            version: one.publication.version,
        }
    }
}

/// How long it stands and where the public may turn.
#[derive(Debug, Serialize, ToSchema)]
pub struct Notice {
    /// The day it goes out; not counted.
    pub from: Option<Day>,
    /// Working days.
    pub days: u16,
    /// The last day.
    pub until: Option<Day>,
    /// What is not sure about the last day.
    pub until_note: Option<String>,
    pub phone: String,
    pub postal: String,
    pub email: String,
}

/// A stretch that both versions share, or that differs and why.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicationSegment {
    /// Words of the internal version.
    pub text: String,
    /// Where they stand in the internal paragraph or cell, in characters.
    pub start: usize,
    pub change: Option<PublicationChange>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PublicationChange {
    /// `withheld`, `wording`, `name`, `phone`, `identity`, `bank_card`, `address`, `manual`, `restored`
    pub kind: String,
    pub reason: String,
    /// Words of the public version.
    pub after: String,
}

/// What stands side by side: a paragraph is one row of one cell.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicationRow {
    /// `body`, `table` …
    pub kind: String,
    /// Number of the internal block; none where the public version says more.
    pub block: Option<usize>,
    /// Number of the public block; none where it is left out.
    pub public: Option<usize>,
    pub rows: Vec<Vec<Vec<PublicationSegment>>>,
    /// Paragraphs behind it that fall away with it.
    pub dropped: Vec<String>,
}

/// Words redacted or left open by hand.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicationRedaction {
    pub before: String,
    pub after: String,
    pub reason: String,
    pub everywhere: bool,
    /// Its words are not there any more.
    pub lost: bool,
}

/// A publication beside the internal version.
#[derive(Debug, Serialize, ToSchema)]
pub struct Publication {
    #[serde(flatten)]
    pub summary: PublicationSummary,
    pub maker: Named,
    /// Who confirmed it.
    pub reviewer: Option<String>,
    pub confirmed_at: Option<String>,
    /// What the text is known by: confirming says which text was seen.
    pub digest: String,
    pub notice: Notice,
    /// Why the person who asks cannot confirm; empty where he can.
    pub gaps: Vec<String>,
    /// Findings withheld and published in part.
    pub withheld: usize,
    pub redacted: usize,
    pub rows: Vec<PublicationRow>,
    pub redactions: Vec<PublicationRedaction>,
}

impl From<PublicationView> for Publication {
    fn from(view: PublicationView) -> Self {
        let one = view.publication;
        let until = view.ends.as_ref();
        let notice = Notice {
            from: one.notice.from.map(Day),
            days: one.notice.days,
            until: until.map(|end| Day(end.value)),
            until_note: until.and_then(|end| end.certainty.note()),
            phone: one.notice.phone,
            postal: one.notice.postal,
            email: one.notice.email,
        };
        let rows = view.text.rows.iter().map(|row| side_by_side(row, &view.internal, &view.text.official)).collect();
        let redactions = view.redactions.into_iter().enumerate();
        let told = |(number, one): (usize, Redaction)| PublicationRedaction {
            before: one.before,
            after: one.after,
            reason: one.reason,
            everywhere: one.place.is_none(),
            lost: view.text.lost.contains(&number),
        };
        Self {
            maker: Named { id: one.maker.0, name: view.maker },
            reviewer: view.reviewer,
            confirmed_at: one.confirmed_at.map(instant),
            digest: view.digest,
            notice,
            gaps: view.gaps.iter().map(ToString::to_string).collect(),
            withheld: view.withheld,
            redacted: view.redacted,
            rows,
            redactions: redactions.map(told).collect(),
            summary: PublicationSummary {
                key: one.key,
                report: view.report.key,
                title: view.report.title,
                standing: one.standing.into(),
                updated_at: instant(one.updated_at),
                version: one.version,
            },
        }
    }
}

fn side_by_side(row: &PublicRow, internal: &Official, public: &Official) -> PublicationRow {
    let first = row.internal.clone().next().and_then(|at| internal.blocks.get(at));
    let shown = first.or_else(|| row.public.and_then(|at| public.blocks.get(at)));
    let dropped = row.internal.clone().skip(1).filter_map(|at| internal.blocks.get(at)).flat_map(words).collect();
    let (kind, rows) = match shown {
        Some(Block::Paragraph { kind, text }) => (kind.name(), vec![vec![segments(&plain(text), row, None)]]),
        Some(Block::Table(table)) => {
            let cell = |at: usize, column: usize, text: &Vec<_>| segments(&plain(text), row, Some((at, column)));
            let cells = |(at, cells): (usize, &Vec<Vec<_>>)| {
                cells.iter().enumerate().map(|(column, text)| cell(at, column, text)).collect()
            };
            ("table", table.rows.iter().enumerate().map(cells).collect())
        }
        Some(Block::PageBreak) | None => ("page_break", Vec::new()),
    };
    PublicationRow {
        kind: kind.to_owned(),
        block: (!row.internal.is_empty()).then_some(row.internal.start),
        public: row.public,
        rows,
        dropped,
    }
}

fn words(block: &Block) -> Vec<String> {
    match block {
        Block::Paragraph { text, .. } => vec![plain(text)],
        Block::Table(table) => {
            let line = |row: &Vec<Vec<_>>| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" │ ");
            table.rows.iter().map(line).collect()
        }
        Block::PageBreak => Vec::new(),
    }
}

/// The text in stretches; changes are in order and apart from each other.
fn segments(text: &str, row: &PublicRow, cell: Option<(usize, usize)>) -> Vec<PublicationSegment> {
    let characters: Vec<char> = text.chars().collect();
    let words = |from: usize, to: usize| characters.get(from..to).unwrap_or_default().iter().collect::<String>();
    let mut out = Vec::new();
    let mut at = 0;
    for change in row.changes.iter().filter(|change| change.cell == cell) {
        if at < change.start {
            out.push(PublicationSegment { text: words(at, change.start), start: at, change: None });
        }
        out.push(PublicationSegment { text: change.before.clone(), start: change.start, change: Some(told(change)) });
        at = change.end;
    }
    if at < characters.len() {
        out.push(PublicationSegment { text: words(at, characters.len()), start: at, change: None });
    }
    out
}

fn told(change: &PublicChange) -> PublicationChange {
    PublicationChange {
        kind: change.kind.name().to_owned(),
        reason: change.reason.clone(),
        after: change.after.clone(),
    }
}

/// Words of the internal version that are to be replaced, or left open where `after` is the same.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RedactionBody {
    pub version: i64,
    pub block: usize,
    #[serde(default)]
    pub cell: Option<ReportCell>,
    /// Characters.
    pub start: usize,
    pub before: String,
    pub after: String,
    pub reason: String,
    /// Wherever the words stand.
    #[serde(default)]
    pub everywhere: bool,
}

impl From<RedactionBody> for NewRedaction {
    fn from(body: RedactionBody) -> Self {
        let place = RedactedPlace { block: body.block, cell: body.cell.map(Into::into), start: body.start };
        Self { place: (!body.everywhere).then_some(place), before: body.before, after: body.after, reason: body.reason }
    }
}

/// A redaction by its number.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RedactionRemovalBody {
    pub version: i64,
    pub number: usize,
}

/// The whole notice.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NoticeBody {
    pub version: i64,
    #[serde(default)]
    pub from: Option<Day>,
    pub days: u16,
    pub phone: String,
    pub postal: String,
    pub email: String,
}

impl From<NoticeBody> for NoticeChange {
    fn from(body: NoticeBody) -> Self {
        let (phone, postal, email) = (body.phone, body.postal, body.email);
        Self { from: body.from.map(|day| day.0), days: body.days, phone, postal, email }
    }
}

/// Which text was seen.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PublicationConfirmationBody {
    pub version: i64,
    pub digest: String,
}

/// The version that is discarded.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PublicationVersionBody {
    pub version: i64,
}

/// What a publication is written as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublicationFormat {
    /// One page that needs nothing else.
    #[default]
    Html,
    Docx,
    Pdf,
}

impl From<PublicationFormat> for usecases::PublicationFormat {
    fn from(format: PublicationFormat) -> Self {
        match format {
            PublicationFormat::Html => Self::Html,
            PublicationFormat::Docx => Self::Docx,
            PublicationFormat::Pdf => Self::Pdf,
        }
    }
}

/// As which file.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PublicationFormatQuery {
    #[serde(default)]
    #[param(inline)]
    pub format: PublicationFormat,
}

/// What somebody says of a diagnostic.
#[derive(Debug, Deserialize, ToSchema)]
pub struct RemarkBody {
    /// What the diagnostic is known by.
    pub print: String,
    pub act: RemarkAct,
    pub reason: String,
}

impl From<RemarkBody> for usecases::NewRemark {
    fn from(body: RemarkBody) -> Self {
        Self { print: body.print, act: body.act.into(), reason: body.reason }
    }
}
