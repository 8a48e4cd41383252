//! The Files port on a local folder: each file under its digest, written once.

use crate::private;
use async_trait::async_trait;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use usecases::{Files, StoreError};

/// Where they are in the data folder, and in a backup.
pub(crate) const FILES: &str = "files";

/// Files in a folder: `ab/abcdef…`.
#[derive(Debug, Clone)]
pub struct FolderFiles {
    folder: PathBuf,
}

impl FolderFiles {
    /// The folder is made when the first file comes.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Those of an installation whose data live in a folder.
    pub fn of_folder(folder: &Path) -> Self {
        Self::new(&folder.join(FILES))
    }

    /// `None` unless the text is a digest: nothing else ever becomes part of a path.
    fn path(&self, digest: &str) -> Option<PathBuf> {
        is_digest(digest).then(|| self.folder.join(&digest[..2]).join(digest))
    }
}

/// Whether a text is a digest as this program writes it.
pub(crate) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// SHA-256, lower-case hex.
pub(crate) fn digest_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn failed(what: &str, path: &Path, cause: &std::io::Error) -> StoreError {
    StoreError::Files(format!("无法{what}文件 {}：{cause}", path.display()))
}

#[async_trait]
impl Files for FolderFiles {
    async fn put(&self, bytes: Vec<u8>) -> Result<String, StoreError> {
        let digest = digest_of(&bytes);
        let Some(path) = self.path(&digest) else { return Err(StoreError::Corrupt(digest)) };
        aside(move || write_once(&path, &mut bytes.as_slice())).await?;
        Ok(digest)
    }

    async fn take(&self, digest: &str, from: &Path) -> Result<(), StoreError> {
        let Some(path) = self.path(digest) else { return Err(StoreError::Corrupt(digest.to_owned())) };
        let from = from.to_owned();
        aside(move || {
            let mut file = File::open(&from).map_err(|cause| failed("读取", &from, &cause))?;
            write_once(&path, &mut file)
        })
        .await
    }

    async fn get(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(path) = self.path(digest) else { return Ok(None) };
        match tokio::fs::read(&path).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(failed("读取", &path, &cause)),
        }
    }

    async fn open(&self, digest: &str) -> Result<Option<File>, StoreError> {
        let Some(path) = self.path(digest) else { return Ok(None) };
        match File::open(&path) {
            Ok(file) => Ok(Some(file)),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(failed("读取", &path, &cause)),
        }
    }

    async fn digests(&self) -> Result<Vec<String>, StoreError> {
        let folder = self.folder.clone();
        aside(move || {
            let inner = |folder: std::fs::DirEntry| std::fs::read_dir(folder.path()).ok();
            let folders = match std::fs::read_dir(&folder) {
                Ok(folders) => folders,
                Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
                Err(cause) => return Err(failed("读取", &folder, &cause)),
            };
            let files = folders.flatten().filter_map(inner).flatten().flatten();
            let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
            // What is being written has another name.
            let mut found: Vec<String> = names.filter(|name| is_digest(name)).collect();
            found.sort_unstable();
            Ok(found)
        })
        .await
    }
}

/// Runs what waits for the disk away from the async threads.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.map_err(|cause| StoreError::Files(cause.to_string()))?
}

/// Writes beside the place and moves it there, so that a power cut never leaves half a file.
fn write_once(path: &Path, from: &mut impl Read) -> Result<(), StoreError> {
    if path.exists() {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    private::folder(folder).map_err(|cause| failed("写入", path, &cause))?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|cause| failed("写入", path, &cause))?;
    std::io::copy(from, file.as_file_mut())
        .and_then(|_| file.as_file().sync_all())
        .map_err(|cause| failed("写入", path, &cause))?;
    file.persist(path).map_err(|cause| failed("写入", path, &cause.error))?;
    Ok(())
}
