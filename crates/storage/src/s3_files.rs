//! The Files port on an S3-compatible store: each file under its digest, fetched when it is asked for.

use crate::files::{aside, digest_of, is_digest};
use async_trait::async_trait;
use futures_util::TryStreamExt;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;
use usecases::{Files, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

/// Files larger than this go in parts of this size, so that memory stays bounded.
const PART: usize = 8 * 1024 * 1024;

/// Where the store is, and who we are there.
#[derive(Clone, PartialEq, Eq)]
pub struct S3Location {
    pub bucket: String,
    /// What every name begins with; may be empty.
    pub prefix: String,
    /// `https://oss.example.cn:9000`; without one, that of the region.
    pub endpoint: Option<String>,
    pub region: String,
    pub key_id: String,
    pub secret: String,
}

/// The secret is never printed.
impl std::fmt::Debug for S3Location {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Self { bucket, prefix, endpoint, region, key_id, secret: _ } = self;
        write!(f, "S3Location({bucket}/{prefix}, {endpoint:?}, {region}, {key_id})")
    }
}

/// Files in a bucket: `prefix/ab/abcdef…`.
#[derive(Debug)]
pub struct S3Files {
    store: AmazonS3,
    prefix: Key,
}

fn failed(what: &str, cause: &object_store::Error) -> StoreError {
    StoreError::Files(format!("无法{what}对象存储中的文件：{cause}。请检查网络、地址、密钥和存储桶。"))
}

impl S3Files {
    /// Nothing is sent yet.
    pub fn new(location: &S3Location) -> Result<Self> {
        // Another part of the program may have chosen it already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let wrong = |cause: &dyn std::fmt::Display| StoreError::Files(format!("对象存储的设置不可用：{cause}"));
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&location.bucket)
            .with_region(&location.region)
            .with_access_key_id(&location.key_id)
            .with_secret_access_key(&location.secret);
        if let Some(endpoint) = &location.endpoint {
            builder = builder.with_endpoint(endpoint).with_allow_http(endpoint.starts_with("http://"));
        }
        let store = builder.build().map_err(|cause| wrong(&cause))?;
        let prefix = Key::parse(location.prefix.trim_matches('/')).map_err(|cause| wrong(&cause))?;
        Ok(Self { store, prefix })
    }

    /// `None` unless the text is a digest: nothing else ever becomes part of a name.
    fn key(&self, digest: &str) -> Option<Key> {
        is_digest(digest).then(|| self.prefix.clone().join(&digest[..2]).join(digest))
    }

    async fn holds(&self, key: &Key, bytes: u64) -> Result<bool> {
        match self.store.head(key).await {
            Ok(found) => Ok(found.size == bytes),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(cause) => Err(failed("查询", &cause)),
        }
    }

    /// The store shows an object when its last part has come, and not before.
    async fn send_in_parts(&self, key: &Key, mut file: File) -> Result<()> {
        let wrong = |cause: object_store::Error| failed("写入", &cause);
        let mut upload = self.store.put_multipart(key).await.map_err(wrong)?;
        loop {
            let (back, part) = aside(move || read_part(file)).await?;
            file = back;
            if part.is_empty() {
                break;
            }
            if let Err(cause) = upload.put_part(PutPayload::from(part)).await {
                // The store removes what is left by itself at the latest.
                let _ = upload.abort().await;
                return Err(wrong(cause));
            }
        }
        upload.complete().await.map_err(wrong).map(drop)
    }
}

fn read_part(mut file: File) -> Result<(File, Vec<u8>)> {
    let mut part = Vec::with_capacity(PART);
    let read = (&mut file).take(PART as u64).read_to_end(&mut part);
    read.map_err(|cause| StoreError::Files(format!("无法读取暂存的文件：{cause}")))?;
    Ok((file, part))
}

#[async_trait]
impl Files for S3Files {
    async fn put(&self, bytes: Vec<u8>) -> Result<String> {
        let digest = digest_of(&bytes);
        let Some(key) = self.key(&digest) else { return Err(StoreError::Corrupt(digest)) };
        if !self.holds(&key, bytes.len() as u64).await? {
            self.store.put(&key, PutPayload::from(bytes)).await.map_err(|cause| failed("写入", &cause))?;
        }
        Ok(digest)
    }

    async fn take(&self, digest: &str, from: &Path) -> Result<()> {
        let Some(key) = self.key(digest) else { return Err(StoreError::Corrupt(digest.to_owned())) };
        let unreadable = |cause: std::io::Error| StoreError::Files(format!("无法读取文件 {}：{cause}", from.display()));
        let file = File::open(from).map_err(unreadable)?;
        let bytes = file.metadata().map_err(unreadable)?.len();
        if self.holds(&key, bytes).await? {
            return Ok(());
        }
        if bytes > PART as u64 {
            return self.send_in_parts(&key, file).await;
        }
        let (_, part) = aside(move || read_part(file)).await?;
        self.store.put(&key, PutPayload::from(part)).await.map_err(|cause| failed("写入", &cause))?;
        Ok(())
    }

    async fn get(&self, digest: &str) -> Result<Option<Vec<u8>>> {
        let Some(key) = self.key(digest) else { return Ok(None) };
        match self.store.get(&key).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(|cause| failed("读取", &cause))?.to_vec())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(cause) => Err(failed("读取", &cause)),
        }
    }

    async fn open(&self, digest: &str) -> Result<Option<File>> {
        let Some(key) = self.key(digest) else { return Ok(None) };
        let found = match self.store.get(&key).await {
            Ok(found) => found,
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            Err(cause) => return Err(failed("读取", &cause)),
        };
        let local = |cause: std::io::Error| StoreError::Files(format!("无法暂存文件：{cause}"));
        let mut file = tempfile::tempfile().map_err(local)?;
        let mut stream = found.into_stream();
        while let Some(piece) = stream.try_next().await.map_err(|cause| failed("读取", &cause))? {
            file.write_all(&piece).map_err(local)?;
        }
        file.rewind().map_err(local)?;
        Ok(Some(file))
    }

    async fn digests(&self) -> Result<Vec<String>> {
        let all = self.store.list(Some(&self.prefix));
        let names = all.map_ok(|found| found.location.filename().unwrap_or_default().to_owned());
        let mut found: Vec<String> = names.try_collect().await.map_err(|cause| failed("列出", &cause))?;
        found.retain(|name| is_digest(name));
        found.sort_unstable();
        Ok(found)
    }
}
