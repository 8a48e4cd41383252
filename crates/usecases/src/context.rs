//! What every use case needs: the store, the clock, who asks.

use crate::access::Reach;
use crate::audit_log::Mailer;
use crate::error::Error;
use crate::jobs::Jobs;
use crate::ports::{Files, Store, Typesetter};
use crate::posts::Seat;
use crate::rules::KeptRules;
use crate::uploads::Spool;
use document::{Document, Structure};
use domain::workflow::Doer;
use domain::{EventKind, FieldChange, Person, PersonId, Role, UnitId};
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
            summary: match actor.and_then(|a| a.acting_for.as_ref()) {
                Some(principal) => format!("（代{}）{}", principal.name, summary.into()),
                None => summary.into(),
            },
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
    /// The top of the only tree of units.
    pub root: Option<UnitId>,
    /// Where he stands himself or for others.
    pub seats: Vec<Seat>,
    /// Who lets him act for them today.
    pub principals: Vec<Principal>,
    /// In whose place he may stand at the place that was looked at.
    pub stand_ins: Vec<StandIn>,
    /// Everybody in whose place he may stand, directly or through others.
    pub ties: Vec<PersonId>,
    /// In whose place he stands now.
    pub acting_for: Option<Principal>,
}

/// Somebody who lets another act for him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    pub id: PersonId,
    pub name: String,
}

/// Somebody's place that the person may take, and the roles that count there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandIn {
    pub principal: Principal,
    pub roles: Vec<Role>,
}

impl Actor {
    /// Refuses a person who does not hold the role.
    pub fn require(&self, role: Role) -> Result<(), Error> {
        if self.person.is(role) { Ok(()) } else { Err(Error::Forbidden(role)) }
    }

    /// The person in the place that holds the role: his own, or that of somebody who lets him act.
    pub(crate) fn holding(&self, role: Role) -> Result<Self, Error> {
        if self.person.is(role) {
            return Ok(self.clone());
        }
        let lent = self.stand_ins.iter().find(|stand_in| stand_in.roles.contains(&role));
        lent.map(|stand_in| self.in_place_of(stand_in)).ok_or(Error::Forbidden(role))
    }

    /// The person in somebody's place, with the roles that count there and no others.
    pub(crate) fn in_place_of(&self, stand_in: &StandIn) -> Self {
        let person = Person { roles: stand_in.roles.clone(), ..self.person.clone() };
        Self { person, acting_for: Some(stand_in.principal.clone()), ..self.clone() }
    }

    /// The person in every place where he stands here, his own first.
    pub(crate) fn places(&self) -> Vec<Self> {
        let lent = self.stand_ins.iter().map(|stand_in| self.in_place_of(stand_in));
        std::iter::once(self.clone()).chain(lent).collect()
    }

    /// Who asks, for a decision.
    pub(crate) fn doer(&self) -> Doer<'_> {
        Doer {
            person: &self.person,
            acting_for: self.acting_for.as_ref().map(|principal| &principal.id),
            ties: &self.ties,
        }
    }
}

/// A change of one field, unless nothing changes.
pub(crate) fn changed(field: &str, before: Option<String>, after: Option<String>) -> Option<FieldChange> {
    (before != after).then(|| FieldChange { field: field.to_owned(), before, after })
}
