//! The Files port on a local folder: each file under its digest, written once.

use async_trait::async_trait;
use sha2::{Digest, Sha256};
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
        let hex = digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        hex.then(|| self.folder.join(&digest[..2]).join(digest))
    }
}

/// SHA-256, lower-case hex.
pub(crate) fn digest_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn failed(what: &str, path: &Path, cause: &std::io::Error) -> StoreError {
    StoreError::Database(format!("无法{what}文件 {}：{cause}", path.display()))
}

#[async_trait]
impl Files for FolderFiles {
    async fn put(&self, bytes: Vec<u8>) -> Result<String, StoreError> {
        let digest = digest_of(&bytes);
        let Some(path) = self.path(&digest) else { return Err(StoreError::Corrupt(digest)) };
        let written = tokio::task::spawn_blocking(move || write_once(&path, &bytes));
        written.await.map_err(|cause| StoreError::Database(cause.to_string()))??;
        Ok(digest)
    }

    async fn get(&self, digest: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(path) = self.path(digest) else { return Ok(None) };
        match tokio::fs::read(&path).await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(failed("读取", &path, &cause)),
        }
    }
}

/// Writes beside the place and moves it there, so that a power cut never leaves half a file.
fn write_once(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    use std::io::Write;
    if path.exists() {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).map_err(|cause| failed("写入", path, &cause))?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|cause| failed("写入", path, &cause))?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(|cause| failed("写入", path, &cause))?;
    file.persist(path).map_err(|cause| failed("写入", path, &cause.error))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_comes_back_by_its_digest() {
        let folder = tempfile::tempdir().unwrap();
        let files = FolderFiles::new(folder.path());
        let digest = files.put("会议记录".as_bytes().to_vec()).await.unwrap();
        assert_eq!(files.put("会议记录".as_bytes().to_vec()).await.unwrap(), digest);
        assert_eq!(files.get(&digest).await.unwrap().as_deref(), Some("会议记录".as_bytes()));
        assert_eq!(files.get(&digest.replace('a', "b")).await.unwrap(), None);
        for outside in ["../../etc/passwd", "", "ABCDEF"] {
            assert_eq!(files.get(outside).await.unwrap(), None);
        }
    }
}
