//! What every use case needs: the store, the clock, who asks.

use crate::access::Reach;
use crate::audit_log::Mailer;
use crate::error::Error;
use crate::jobs::Jobs;
use crate::ports::{Files, Store, Typesetter};
use crate::rules::KeptRules;
use crate::uploads::Spool;
use document::{Document, Structure};
use domain::{EventKind, FieldChange, Person, Role};
use jiff::civil::Date;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// The time, from outside.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970, UTC.
    fn now(&self) -> i64;
    /// Today in the time zone of the installation.
    fn today(&self) -> Date;
}

/// The clock of the machine, in Beijing time.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond()
    }

    fn today(&self) -> Date {
        let now = jiff::Timestamp::from_millisecond(self.now()).unwrap_or_default();
        jiff::tz::offset(8).to_datetime(now).date()
    }
}

/// A file read and parsed once.
#[derive(Debug)]
pub struct Parsed {
    pub document: Document,
    pub structure: Structure,
}

/// Files that stay parsed in memory.
const PARSED_MAX: usize = 6;
/// Whole files of evidence in memory.
const ADMITTED_AT_ONCE: usize = 2;

/// The application: ports and a few parsed files.
#[derive(Clone)]
pub struct App {
    pub store: Arc<dyn Store>,
    pub files: Arc<dyn Files>,
    /// Where files wait until they are whole.
    pub spool: Arc<dyn Spool>,
    pub clock: Arc<dyn Clock>,
    pub typesetter: Arc<dyn Typesetter>,
    /// Where checkpoints are mailed; nowhere unless an administrator said so.
    pub mailer: Option<Arc<dyn Mailer>>,
    /// Why the last letter was not sent; held while one is under way.
    pub(crate) mail_failure: Arc<tokio::sync::Mutex<Option<String>>>,
    parsed: Arc<Mutex<VecDeque<Arc<Parsed>>>>,
    rules: KeptRules,
    /// Held by the check of the log that is under way.
    pub(crate) verifying: Arc<tokio::sync::Mutex<()>>,
    /// Files that are made in the background.
    pub(crate) jobs: Jobs,
    /// Turns of whole files in memory.
    pub(crate) admitting: Arc<Semaphore>,
}

impl App {
    pub fn new(
        store: Arc<dyn Store>,
        files: Arc<dyn Files>,
        spool: Arc<dyn Spool>,
        clock: Arc<dyn Clock>,
        typesetter: Arc<dyn Typesetter>,
    ) -> Self {
        Self {
            store,
            files,
            spool,
            clock,
            typesetter,
            mailer: None,
            mail_failure: Arc::default(),
            parsed: Arc::default(),
            rules: KeptRules::default(),
            verifying: Arc::default(),
            jobs: Jobs::default(),
            admitting: Arc::new(Semaphore::new(ADMITTED_AT_ONCE)),
        }
    }

    /// The same application, which mails the ends of its log.
    pub fn with_mailer(self, mailer: Arc<dyn Mailer>) -> Self {
        Self { mailer: Some(mailer), ..self }
    }

    pub(crate) fn kept_rules(&self) -> &KeptRules {
        &self.rules
    }

    /// Reads and parses a file away from the async threads.
    pub async fn parse(&self, bytes: Vec<u8>, name: String) -> Result<Arc<Parsed>, Error> {
        let parsed = tokio::task::spawn_blocking(move || {
            let document = document::read(&bytes, &name)?;
            let structure = document::parse(&document);
            Ok::<_, document::Refusal>(Arc::new(Parsed { document, structure }))
        });
        let parsed = parsed.await.map_err(|cause| Error::Internal(cause.to_string()))??;
        self.keep(parsed.clone());
        Ok(parsed)
    }

    /// As [`App::parse`]; of a refused file an event is kept, and nothing else, not even its name: it may tell
    /// what must not be told (design §2.11).
    pub(crate) async fn parse_upload(
        &self,
        actor: Option<&Actor>,
        subject: &str,
        bytes: Vec<u8>,
        name: &str,
    ) -> Result<Arc<Parsed>, Error> {
        let digest = digest(&bytes);
        let result = self.parse(bytes, name.to_owned()).await;
        if let Err(Error::Refused(refusal)) = &result {
            let summary = format!("{} sha256:{digest}", refusal.code());
            self.store.record(self.event(actor, subject, EventKind::Refused, summary)).await?;
        }
        result
    }

    /// A stored file, parsed.
    pub async fn parsed(&self, digest: &str, name: &str) -> Result<Arc<Parsed>, Error> {
        if let Some(found) = self.kept(digest) {
            return Ok(found);
        }
        let bytes = self.store.document(digest).await?.ok_or(Error::NotFound("原文件"))?;
        self.parse(bytes, name.to_owned()).await
    }

    /// A file that is at hand, parsed once.
    pub(crate) async fn parsed_bytes(&self, digest: &str, bytes: Vec<u8>, name: &str) -> Result<Arc<Parsed>, Error> {
        match self.kept(digest) {
            Some(found) => Ok(found),
            None => self.parse(bytes, name.to_owned()).await,
        }
    }

    fn kept(&self, digest: &str) -> Option<Arc<Parsed>> {
        let parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        parsed.iter().find(|p| p.document.digest == digest).cloned()
    }

    fn keep(&self, new: Arc<Parsed>) {
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        parsed.retain(|p| p.document.digest != new.document.digest);
        parsed.push_front(new);
        parsed.truncate(PARSED_MAX);
    }

    /// An event now.
    pub fn event(
        &self,
        actor: Option<&Actor>,
        subject: &str,
        kind: EventKind,
        summary: impl Into<String>,
    ) -> domain::Event {
        domain::Event {
            id: new_id(),
            at: self.clock.now(),
            actor: actor.map(|a| a.person.id.clone()),
            subject: subject.to_owned(),
            kind,
            summary: summary.into(),
            changes: Vec::new(),
        }
    }
}

fn digest(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A new sortable identifier.
pub(crate) fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Who asks.
#[derive(Debug, Clone)]
pub struct Actor {
    pub person: Person,
    pub reach: Reach,
    /// Version of the rules.
    pub rules: i64,
}

impl Actor {
    /// Refuses a person who does not hold the role.
    pub fn require(&self, role: Role) -> Result<(), Error> {
        if self.person.is(role) { Ok(()) } else { Err(Error::Forbidden(role)) }
    }
}

/// A change of one field, unless nothing changes.
pub(crate) fn changed(field: &str, before: Option<String>, after: Option<String>) -> Option<FieldChange> {
    (before != after).then(|| FieldChange { field: field.to_owned(), before, after })
}
