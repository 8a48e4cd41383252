//! What is looked for in the log, and what is printed.

use crate::patch::blank;
use crate::time::Day;
use crate::words::EventKind;
use domain::PersonId;
use serde::Deserialize;
use usecases::{LogQuery as Wanted, PrintedPage};
use utoipa::{IntoParams, ToSchema};

/// Rows of a page unless the query says otherwise.
const LIMIT: u64 = 100;

/// Query of the log.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LogQuery {
    /// First and last day, Beijing time.
    #[serde(default, deserialize_with = "blank")]
    pub from: Option<Day>,
    #[serde(default, deserialize_with = "blank")]
    pub to: Option<Day>,
    /// Identifier of the person who acted.
    #[serde(default, deserialize_with = "blank")]
    pub person: Option<String>,
    #[serde(default, deserialize_with = "blank")]
    pub kind: Option<EventKind>,
    /// How the key of the object begins: that of an inspection finds its findings too.
    #[serde(default, deserialize_with = "blank")]
    pub subject: Option<String>,
    /// Words of the summary, the object or the changes.
    #[serde(default, deserialize_with = "blank")]
    pub q: Option<String>,
    /// `next` of the page before.
    #[serde(default)]
    pub after: Option<i64>,
    /// Rows of the page, at most 500.
    #[serde(default)]
    pub limit: Option<u64>,
}

impl From<LogQuery> for Wanted {
    fn from(q: LogQuery) -> Self {
        Self {
            from: q.from.map(|day| day.0),
            to: q.to.map(|day| day.0),
            person: q.person.map(PersonId),
            kind: q.kind.map(|kind| kind.0),
            subject: q.subject,
            text: q.q,
            after: q.after,
            limit: q.limit.unwrap_or(LIMIT),
        }
    }
}

/// A page that is being printed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "page", rename_all = "snake_case")]
pub enum PrintBody {
    /// The ledger of an inspection.
    Ledger { inspection: String },
    /// The draft of an import.
    Import { inspection: String },
    /// An excerpt of the log.
    AuditLog,
    /// The review sheet of a finding.
    Review { finding: String },
    /// The card of a finding.
    Card { finding: String },
}

impl From<PrintBody> for PrintedPage {
    fn from(body: PrintBody) -> Self {
        match body {
            PrintBody::Ledger { inspection } => Self::Ledger(inspection),
            PrintBody::Import { inspection } => Self::Import(inspection),
            PrintBody::AuditLog => Self::AuditLog,
            PrintBody::Review { finding } => Self::Review(finding),
            PrintBody::Card { finding } => Self::Card(finding),
        }
    }
}
