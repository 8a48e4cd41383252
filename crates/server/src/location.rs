//! Where an installation lives: data folder, database, files.

use crate::press::Press;
use audit::Algorithm;
use std::path::PathBuf;
use std::sync::Arc;
use storage::{Checkpoints, Database, FolderFiles, FolderSpool, S3Files, S3Location};
use usecases::{App, Files, StoreError, SystemClock};

/// Where the data live: a folder, and perhaps a database server and a store of files. The key of the log is in the
/// folder.
#[derive(Debug, Clone)]
pub struct Location {
    pub folder: PathBuf,
    pub database_url: Option<String>,
    /// Where the ends of the log are noted; in the folder unless said otherwise.
    pub checkpoints: Option<PathBuf>,
    /// What the log of a new installation is hashed with; SM3 unless said otherwise.
    pub algorithm: Option<Algorithm>,
    /// A store of files elsewhere; in the folder unless said otherwise.
    pub files: Option<RemoteFiles>,
}

/// A store of files elsewhere, as an administrator names it.
#[derive(Debug, Clone)]
pub struct RemoteFiles {
    /// `s3://bucket/prefix`
    pub url: String,
    pub endpoint: Option<String>,
    pub region: String,
    pub key_id: Option<String>,
    pub secret: Option<Secret>,
}

/// Something that only the program may know.
#[derive(Clone)]
pub enum Secret {
    Text(String),
    /// The first line of a file.
    File(PathBuf),
}

/// It is never printed.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    pub(crate) fn read(&self) -> Result<String, String> {
        match self {
            Self::Text(text) => Ok(text.clone()),
            Self::File(path) => match std::fs::read_to_string(path) {
                Ok(text) => Ok(text.lines().next().unwrap_or_default().trim().to_owned()),
                Err(cause) => Err(format!("无法读取密钥文件 {}：{cause}", path.display())),
            },
        }
    }
}

impl RemoteFiles {
    fn located(&self) -> Result<S3Location, String> {
        let rest = self.url.strip_prefix("s3://");
        let rest = rest.ok_or_else(|| format!("文件存储“{}”不是 s3://存储桶/前缀", self.url))?;
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let key_id = self.key_id.clone().filter(|id| !id.is_empty());
        let secret =
            self.secret.as_ref().ok_or("没有给出对象存储的密钥：请设置 RECTIFY_S3_SECRET 或 --s3-secret-file")?;
        if bucket.is_empty() {
            return Err(format!("文件存储“{}”没有写存储桶", self.url));
        }
        Ok(S3Location {
            bucket: bucket.to_owned(),
            prefix: prefix.to_owned(),
            endpoint: self.endpoint.clone(),
            region: self.region.clone(),
            key_id: key_id.ok_or("没有给出对象存储的密钥编号：请设置 RECTIFY_S3_KEY_ID 或 --s3-key-id")?,
            secret: secret.read()?,
        })
    }
}

impl Location {
    /// Opens the database, making it if it is not there.
    pub async fn database(&self) -> Result<Database, StoreError> {
        match &self.database_url {
            Some(url) => Database::connect_with(url, &self.folder, self.algorithm).await,
            None => Database::open_with(&self.folder, self.algorithm).await,
        }
    }

    /// The file that the ends of the log are noted in.
    pub fn checkpoints(&self) -> Checkpoints {
        self.checkpoints.clone().map_or_else(|| Checkpoints::of_folder(&self.folder), Checkpoints::new)
    }

    /// The application of an installation that must be there, and its database.
    pub async fn app(&self) -> Result<(App, Database), StoreError> {
        let database = self.existing().await?;
        Ok((self.app_on(&database)?, database))
    }

    /// The store of files.
    pub fn files(&self) -> Result<Arc<dyn Files>, StoreError> {
        let Some(remote) = &self.files else { return Ok(Arc::new(FolderFiles::of_folder(&self.folder))) };
        Ok(Arc::new(S3Files::new(&remote.located().map_err(StoreError::Files)?)?))
    }

    pub(crate) fn app_on(&self, database: &Database) -> Result<App, StoreError> {
        Ok(App::new(
            Arc::new(database.clone()),
            self.files()?,
            Arc::new(FolderSpool::of_folder(&self.folder)),
            Arc::new(SystemClock),
            Arc::new(Press::of_folder(&self.folder)),
        ))
    }

    /// The database of an installation that must be there.
    pub async fn existing(&self) -> Result<Database, StoreError> {
        let file = self.folder.join("rectify.sqlite");
        if self.database_url.is_none() && !file.exists() {
            return Err(StoreError::Database(format!("{} 不存在，请用 --data 指定数据目录", file.display())));
        }
        self.database().await
    }
}
