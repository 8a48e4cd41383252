//! Files on their way in: one file each in a folder of this machine, locked by the request that writes to it.

use crate::files::failed;
use crate::hashing::copy;
use crate::private;
use async_trait::async_trait;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::io::{AsyncSeekExt, AsyncWriteExt};
use usecases::{FileDigests, Part, Spool, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Files without an upload stay this long: their upload may have begun a moment ago.
const STRAY: Duration = Duration::from_secs(3600);

/// Parts in a folder.
#[derive(Debug, Clone)]
pub struct FolderSpool {
    folder: PathBuf,
}

impl FolderSpool {
    /// That of an installation whose data live in a folder.
    pub fn of_folder(folder: &Path) -> Self {
        Self { folder: folder.join("uploads") }
    }

    /// Identifiers are ours; nothing else ever becomes part of a path.
    fn path(&self, id: &str) -> Result<PathBuf> {
        match uuid::Uuid::parse_str(id) {
            Ok(id) => Ok(self.folder.join(format!("{id}.part"))),
            Err(_) => Err(StoreError::Corrupt(format!("upload {id}"))),
        }
    }
}

#[async_trait]
impl Spool for FolderSpool {
    async fn received(&self, id: &str) -> Result<u64> {
        let path = self.path(id)?;
        match tokio::fs::metadata(&path).await {
            Ok(found) => Ok(found.len()),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(0),
            Err(cause) => Err(failed("读取", &path, &cause)),
        }
    }

    async fn hold(&self, id: &str) -> Result<Option<Box<dyn Part>>> {
        let path = self.path(id)?;
        let opened = tokio::task::spawn_blocking(move || open_locked(path));
        let opened = opened.await.map_err(|cause| StoreError::Files(cause.to_string()))??;
        let Some((path, file, length)) = opened else { return Ok(None) };
        let mut file = tokio::fs::File::from_std(file);
        file.seek(std::io::SeekFrom::End(0)).await.map_err(|cause| failed("写入", &path, &cause))?;
        Ok(Some(Box::new(FilePart { path, file, length })))
    }

    async fn remove(&self, id: &str) -> Result<()> {
        let path = self.path(id)?;
        match tokio::fs::remove_file(&path).await {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(failed("删除", &path, &cause)),
            _ => Ok(()),
        }
    }

    async fn keep_only(&self, ids: &[String]) -> Result<()> {
        let keep: Vec<PathBuf> = ids.iter().map(|id| self.path(id)).collect::<Result<_>>()?;
        let Ok(mut entries) = tokio::fs::read_dir(&self.folder).await else { return Ok(()) };
        while let Ok(Some(entry)) = entries.next_entry().await {
            let age = match entry.metadata().await {
                Ok(found) => found.modified().ok().and_then(|at| at.elapsed().ok()),
                Err(_) => None,
            };
            if !keep.contains(&entry.path()) && age.is_some_and(|age| age > STRAY) {
                // Another replica may have removed it already.
                let _ = tokio::fs::remove_file(entry.path()).await;
            }
        }
        Ok(())
    }
}

/// Opens the file and locks it; the lock goes with the file, also when the process is killed.
fn open_locked(path: PathBuf) -> Result<Option<(PathBuf, File, u64)>> {
    let wrong = |cause: &std::io::Error| failed("写入", &path, cause);
    private::folder(path.parent().unwrap_or(&path)).map_err(|cause| wrong(&cause))?;
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&path).map_err(|cause| wrong(&cause))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(cause)) => return Err(wrong(&cause)),
    }
    let length = file.metadata().map_err(|cause| wrong(&cause))?.len();
    Ok(Some((path, file, length)))
}

struct FilePart {
    path: PathBuf,
    file: tokio::fs::File,
    length: u64,
}

impl FilePart {
    fn failed(&self, cause: &std::io::Error) -> StoreError {
        failed("写入", &self.path, cause)
    }
}

#[async_trait]
impl Part for FilePart {
    fn length(&self) -> u64 {
        self.length
    }

    fn path(&self) -> &Path {
        &self.path
    }

    async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).await.map_err(|cause| self.failed(&cause))?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    async fn settle(&mut self) -> Result<()> {
        self.file.flush().await.map_err(|cause| self.failed(&cause))?;
        self.file.sync_all().await.map_err(|cause| self.failed(&cause))
    }

    async fn clear(&mut self) -> Result<()> {
        self.file.set_len(0).await.map_err(|cause| self.failed(&cause))?;
        self.file.seek(std::io::SeekFrom::Start(0)).await.map_err(|cause| self.failed(&cause))?;
        self.length = 0;
        Ok(())
    }

    async fn digests(&self) -> Result<FileDigests> {
        let path = self.path.clone();
        let read = move || copy(&mut File::open(&path)?, &mut std::io::sink(), u64::MAX);
        let found = tokio::task::spawn_blocking(read).await.map_err(|cause| StoreError::Files(cause.to_string()))?;
        let found = found.map_err(|cause| failed("读取", &self.path, &cause))?;
        Ok(FileDigests { sha256: found.sha256, sm3: found.sm3 })
    }

    async fn bytes(&self) -> Result<Vec<u8>> {
        tokio::fs::read(&self.path).await.map_err(|cause| failed("读取", &self.path, &cause))
    }
}
