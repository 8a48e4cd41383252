//! Files of evidence in parts: begun, continued where they stopped, completed. Nothing refers to a file before it is
//! whole, of the stated size and digest, and admitted; then its row, its entry in the log and the end of the upload are
//! one transaction.

mod port;

pub use port::{FileDigests, Part, Spool, UploadLimits, UploadRecord, UploadStore};

use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::evidence::admit::{acceptable, possible};
use crate::evidence::{Content, Found, From, Proof, enter, place};
use crate::ports::StoreError;

/// Uploads are kept this long after their last part.
pub const UPLOAD_KEPT_MS: i64 = 7 * 24 * 60 * 60 * 1000;
const LIMITS: UploadLimits = UploadLimits { files: 60, bytes: 2 << 30, all_bytes: 20 << 30 };
/// Of several people who bring evidence to one finding at once, each is tried again this often.
const TRIES: usize = 8;

/// A file to be sent in parts.
#[derive(Debug, Clone, Default)]
pub struct NewUpload {
    pub name: String,
    pub bytes: i64,
    /// SHA-256, lower-case hex, if the sender knows it.
    pub digest: Option<String>,
    pub proof: Proof,
}

/// An upload with how far it is.
#[derive(Debug, Clone)]
pub struct Upload {
    pub record: UploadRecord,
    pub received: u64,
}

/// Begins an upload, or finds the same one of this person that stopped on its way.
pub async fn begin_upload(app: &App, actor: &Actor, finding: &str, new: NewUpload) -> Result<Upload, Error> {
    place(app, actor, finding, &new.proof).await?;
    possible(&new.name, new.bytes)?;
    let digest = new.digest.map(|digest| digest.trim().to_ascii_lowercase());
    if digest.as_deref().is_some_and(|d| d.len() != 64 || !d.bytes().all(|b| b.is_ascii_hexdigit())) {
        return Err(Error::invalid("sha256", "SHA-256 须为 64 位十六进制"));
    }
    clean_uploads(app).await?;
    let name = new.name.trim().to_owned();
    let is_same = |u: &UploadRecord| {
        let place = (&u.finding, &u.proof.measure, &u.proof.replaces);
        let file = u.digest.is_some() && u.digest == digest && u.name == name;
        file && place == (&finding.to_owned(), &new.proof.measure, &new.proof.replaces)
    };
    if let Some(mut begun) = app.store.uploads(&actor.person.id).await?.into_iter().find(is_same) {
        // What is said now counts; what is not said again stays.
        begun.proof.fact_date = new.proof.fact_date.or(begun.proof.fact_date);
        begun.proof.note = new.proof.note.or(begun.proof.note);
        app.store.update_upload(&begun).await?;
        return progress(app, actor, begun).await;
    }
    let now = app.clock.now();
    let record = UploadRecord {
        id: new_id(),
        person: actor.person.id.clone(),
        finding: finding.to_owned(),
        name,
        bytes: new.bytes,
        digest,
        proof: new.proof,
        created_at: now,
        touched_at: now,
    };
    match app.store.insert_upload(&record, LIMITS).await {
        Ok(()) => progress(app, actor, record).await,
        Err(StoreError::Conflict) => {
            Err(Error::Done("未完成的上传过多。请先完成或取消已开始的上传，再添加新的文件。".to_owned()))
        }
        Err(other) => Err(other.into()),
    }
}

/// A file that the person can see already need not be sent. What he cannot see must be sent whole, so that nobody
/// learns from a digest what others have.
async fn stored(app: &App, actor: &Actor, record: &UploadRecord) -> Result<Option<Content>, Error> {
    let Some(digest) = &record.digest else { return Ok(None) };
    let found = app.store.stored_file(&actor.reach, digest).await?.filter(|e| e.bytes == record.bytes);
    Ok(found.map(|e| Content { digest: e.digest, sm3: e.sm3, kind: e.kind, bytes: e.bytes }))
}

async fn progress(app: &App, actor: &Actor, record: UploadRecord) -> Result<Upload, Error> {
    let received = match stored(app, actor, &record).await? {
        Some(_) => record.bytes.unsigned_abs(),
        None => app.spool.received(&record.id).await?,
    };
    Ok(Upload { record, received })
}

async fn own(app: &App, actor: &Actor, id: &str) -> Result<UploadRecord, Error> {
    let found = app.store.upload(id).await?.filter(|upload| upload.person == actor.person.id);
    let alive = found.filter(|upload| upload.touched_at + UPLOAD_KEPT_MS > app.clock.now());
    alive.ok_or(Error::NotFound("上传"))
}

/// The uploads of the person that are under way, oldest first.
pub async fn uploads(app: &App, actor: &Actor) -> Result<Vec<Upload>, Error> {
    let oldest = app.clock.now() - UPLOAD_KEPT_MS;
    let mut found = Vec::new();
    for record in app.store.uploads(&actor.person.id).await?.into_iter().filter(|u| u.touched_at > oldest) {
        found.push(progress(app, actor, record).await?);
    }
    Ok(found)
}

/// How far an upload is.
pub async fn upload_progress(app: &App, actor: &Actor, id: &str) -> Result<Upload, Error> {
    progress(app, actor, own(app, actor, id).await?).await
}

/// An upload that takes bytes, for one request at a time.
pub struct OpenUpload {
    record: UploadRecord,
    part: Box<dyn Part>,
}

async fn held(app: &App, id: &str) -> Result<Box<dyn Part>, Error> {
    let busy = || Error::Done("这个文件的另一部分正在接收，请稍候再续传。".to_owned());
    app.spool.hold(id).await?.ok_or_else(busy)
}

/// Opens an upload to be continued from an offset, which must be where it stopped.
pub async fn continue_upload(app: &App, actor: &Actor, id: &str, offset: u64) -> Result<OpenUpload, Error> {
    let record = own(app, actor, id).await?;
    let part = held(app, id).await?;
    if part.length() != offset {
        let here = part.length();
        return Err(Error::Done(format!("已收到 {here} 字节，请从第 {here} 字节续传。")));
    }
    Ok(OpenUpload { record, part })
}

impl OpenUpload {
    /// Adds bytes; more than was announced is refused.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        if self.part.length() + bytes.len() as u64 > self.record.bytes.unsigned_abs() {
            return Err(Error::invalid("file", "收到的内容多于登记的文件大小，请取消后重新上传"));
        }
        Ok(self.part.write(bytes).await?)
    }

    /// Ends the request; what came stays, also of a request that broke off.
    pub async fn settle(mut self, app: &App) -> Result<Upload, Error> {
        self.part.settle().await?;
        app.store.touch_upload(&self.record.id, app.clock.now()).await?;
        Ok(Upload { received: self.part.length(), record: self.record })
    }
}

/// Gives an upload up; nothing of it remains.
pub async fn discard_upload(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    own(app, actor, id).await?;
    forget(app, id).await
}

async fn forget(app: &App, id: &str) -> Result<(), Error> {
    app.spool.remove(id).await?;
    Ok(app.store.remove_upload(id).await?)
}

/// Makes evidence of a file that has come whole; returns the key of its finding.
pub async fn complete_upload(app: &App, actor: &Actor, id: &str) -> Result<String, Error> {
    let record = own(app, actor, id).await?;
    let mut part = held(app, id).await?;
    let content = match stored(app, actor, &record).await? {
        Some(content) => content,
        None => match admitted(app, actor, &record, part.as_mut()).await {
            // What is refused leaves nothing here.
            Err(refused @ (Error::Refused(_) | Error::Invalid(_))) if part.length() > 0 => {
                forget(app, id).await?;
                return Err(refused);
            }
            other => other?,
        },
    };
    let found = Found { name: &record.name, proof: &record.proof, content: &content, from: From::Sent(Some(id)) };
    let mut tries = 0;
    loop {
        let target = place(app, actor, &record.finding, &record.proof).await?;
        tries += 1;
        match enter(app, target, found).await {
            Err(Error::Changed(_)) if tries < TRIES => {}
            other => {
                other?;
                break;
            }
        }
    }
    app.spool.remove(id).await?;
    Ok(record.finding)
}

/// The whole file, checked and put into the store.
async fn admitted(app: &App, actor: &Actor, record: &UploadRecord, part: &mut dyn Part) -> Result<Content, Error> {
    let (here, all) = (part.length(), record.bytes.unsigned_abs());
    if here != all {
        return Err(Error::Done(format!("文件还没有传完：共 {all} 字节，已收到 {here} 字节，请续传。")));
    }
    // Right and place once more, before work is spent on it.
    place(app, actor, &record.finding, &record.proof).await?;
    let digests = part.digests().await?;
    if record.digest.as_ref().is_some_and(|stated| *stated != digests.sha256) {
        part.clear().await?;
        return Err(Error::invalid("sha256", "收到的内容与文件的校验值不一致，传输中有损坏，已清空，请重新上传"));
    }
    // Few whole files are in memory at once, however many people send some.
    let _turn = app.admitting.acquire().await.map_err(|cause| Error::Internal(cause.to_string()))?;
    let kind = acceptable(app, actor, &record.finding, &record.name, &part.bytes().await?).await?;
    app.files.take(&digests.sha256, part.path()).await?;
    Ok(Content { digest: digests.sha256, sm3: digests.sm3, kind, bytes: record.bytes })
}

/// Removes uploads that nobody went on with, and parts that belong to none.
pub async fn clean_uploads(app: &App) -> Result<(), Error> {
    let remaining = app.store.remaining_uploads(app.clock.now() - UPLOAD_KEPT_MS).await?;
    Ok(app.spool.keep_only(&remaining).await?)
}
