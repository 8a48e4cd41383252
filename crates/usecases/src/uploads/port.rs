//! What uploads in parts ask of a database and of the disk.

use crate::access::Reach;
use crate::evidence::{MaterialQuery, MaterialRow, Proof};
use crate::ports::StoreError;
use async_trait::async_trait;
use domain::{Evidence, PersonId};
use std::path::Path;

/// A file that is under way. It is no part of the record: what comes of it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadRecord {
    pub id: String,
    pub person: PersonId,
    /// Key of the finding.
    pub finding: String,
    pub name: String,
    pub bytes: i64,
    /// SHA-256 that the sender worked out before.
    pub digest: Option<String>,
    pub proof: Proof,
    pub created_at: i64,
    /// When the last part came.
    pub touched_at: i64,
}

/// How much may be under way.
#[derive(Debug, Clone, Copy)]
pub struct UploadLimits {
    /// Files of one person.
    pub files: i64,
    /// Bytes of one person's files, sent or not.
    pub bytes: i64,
    /// Bytes of everybody's.
    pub all_bytes: i64,
}

/// Uploads, and the files that need not be sent.
#[async_trait]
pub trait UploadStore: Send + Sync {
    /// A conflict when there would be more under way than allowed.
    async fn insert_upload(&self, upload: &UploadRecord, limits: UploadLimits) -> Result<(), StoreError>;
    async fn upload(&self, id: &str) -> Result<Option<UploadRecord>, StoreError>;
    /// Those of a person, oldest first.
    async fn uploads(&self, person: &PersonId) -> Result<Vec<UploadRecord>, StoreError>;
    /// What is said of the file.
    async fn update_upload(&self, upload: &UploadRecord) -> Result<(), StoreError>;
    async fn touch_upload(&self, id: &str, now: i64) -> Result<(), StoreError>;
    async fn remove_upload(&self, id: &str) -> Result<(), StoreError>;
    /// Forgets uploads whose last part came before; returns the identifiers of those that remain.
    async fn remaining_uploads(&self, oldest: i64) -> Result<Vec<String>, StoreError>;
    /// Evidence within reach with this very file.
    async fn stored_file(&self, reach: &Reach, digest: &str) -> Result<Option<Evidence>, StoreError>;
    /// Material within reach that counts, newest first, with where the next page begins.
    async fn material(
        &self,
        reach: &Reach,
        query: &MaterialQuery,
    ) -> Result<(Vec<MaterialRow>, Option<String>), StoreError>;
}

/// A file by its digests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileDigests {
    pub sha256: String,
    pub sm3: String,
}

/// Files on their way in, on the disk of this machine until they are whole.
#[async_trait]
pub trait Spool: Send + Sync {
    /// Bytes that are here.
    async fn received(&self, id: &str) -> Result<u64, StoreError>;
    /// The file, for one request at a time; `None` while another one holds it.
    async fn hold(&self, id: &str) -> Result<Option<Box<dyn Part>>, StoreError>;
    async fn remove(&self, id: &str) -> Result<(), StoreError>;
    /// Removes everything but these.
    async fn keep_only(&self, ids: &[String]) -> Result<(), StoreError>;
}

/// A file on its way in, held by one request.
#[async_trait]
pub trait Part: Send + Sync {
    fn length(&self) -> u64;
    fn path(&self) -> &Path;
    /// Adds bytes at the end.
    async fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError>;
    /// What was written survives a power cut.
    async fn settle(&mut self) -> Result<(), StoreError>;
    /// Begins again with nothing.
    async fn clear(&mut self) -> Result<(), StoreError>;
    /// Reads the file once, piece by piece.
    async fn digests(&self) -> Result<FileDigests, StoreError>;
    async fn bytes(&self) -> Result<Vec<u8>, StoreError>;
}
