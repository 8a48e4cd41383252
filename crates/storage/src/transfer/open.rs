//! A package is opened: only known parts, of the stated size and digest, unpacked beside the data within limits.

use super::excerpt;
use super::manifest::{MANIFEST, Manifest};
use super::refusal::{Result, TransferError};
use super::tables::{CONTENT, LATER, REFERRED, part};
use crate::hashing::{Digests, copy};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use zip::ZipArchive;

const MANIFEST_MAX: u64 = 64 * 1024 * 1024;
const LINE_MAX: u64 = 64 * 1024 * 1024;
/// Documents and evidence are no larger than what the service takes.
const FILE_MAX: u64 = 256 * 1024 * 1024;
/// Honest lines shrink to a thirtieth; a bomb to a thousandth.
const RATIO_MAX: u64 = 250;
/// Parts up to this size may shrink as they like.
const SMALL: u64 = 1024 * 1024;
const PARTS_MAX: usize = 200_000;

/// A package whose parts are what its manifest says.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) manifest: Manifest,
    /// SHA-256 of the file.
    pub(super) digest: String,
    /// Of documents and evidence, by the name of the part.
    pub(super) files: HashMap<String, Digests>,
    unpacked: TempDir,
}

impl Opened {
    /// Where a part lies.
    pub(super) fn path(&self, part: &str) -> PathBuf {
        self.unpacked.path().join(part.replace('/', "_"))
    }

    /// The lines of a part, one after the other.
    pub(super) fn lines(&self, part: &str) -> Result<Lines> {
        let from: Box<dyn BufRead + Send> = if self.manifest.parts.contains_key(part) {
            let path = self.path(part);
            Box::new(BufReader::new(File::open(&path).map_err(|cause| TransferError::File { path, cause })?))
        } else {
            // A table that the package does not have has no rows.
            Box::new(std::io::empty())
        };
        Ok(Lines { from, part: part.to_owned(), line: 0 })
    }
}

/// Lines of limited length, with their numbers from 1.
pub(super) struct Lines {
    from: Box<dyn BufRead + Send>,
    part: String,
    line: usize,
}

impl Iterator for Lines {
    type Item = Result<(usize, String)>;

    fn next(&mut self) -> Option<Self::Item> {
        self.line += 1;
        let wrong = |why: &str| TransferError::Row { part: self.part.clone(), line: self.line, why: why.to_owned() };
        let mut text = String::new();
        match (&mut self.from).take(LINE_MAX).read_line(&mut text) {
            Ok(0) => None,
            Ok(_) if text.ends_with('\n') => {
                text.pop();
                Some(Ok((self.line, text)))
            }
            Ok(_) => Some(Err(wrong("行过长或没有写完"))),
            Err(_) => Some(Err(wrong("不是 UTF-8 文字"))),
        }
    }
}

/// Opens and checks a package.
pub(super) fn open(from: &Path, folder: &Path) -> Result<Opened> {
    let read = |cause| TransferError::File { path: from.to_owned(), cause };
    let mut file = File::open(from).map_err(read)?;
    let digest = copy(&mut file, &mut std::io::sink(), u64::MAX).map_err(read)?.sha256;
    let broken = |cause: zip::result::ZipError| TransferError::NotPackage(cause.to_string());
    let mut zip = ZipArchive::new(file).map_err(broken)?;
    if zip.len() > PARTS_MAX {
        return Err(TransferError::TooLarge { part: "目录".to_owned(), limit: PARTS_MAX as u64 });
    }
    let manifest = read_manifest(&mut zip)?;
    check_names(&zip, &manifest)?;
    let unpacked = tempfile::tempdir_in(folder).map_err(read)?;
    let mut opened = Opened { manifest, digest, files: HashMap::new(), unpacked };
    for name in opened.manifest.parts.keys().cloned().collect::<Vec<_>>() {
        let digests = unpack(&mut zip, &name, &opened)?;
        if is_file(&name) {
            opened.files.insert(name, digests);
        }
    }
    Ok(opened)
}

fn read_manifest(zip: &mut ZipArchive<File>) -> Result<Manifest> {
    let mut text = Vec::new();
    let part = zip.by_name(MANIFEST).map_err(|_| TransferError::NotPackage(format!("没有 {MANIFEST}")))?;
    part.take(MANIFEST_MAX + 1).read_to_end(&mut text).map_err(|_| TransferError::Digest(MANIFEST.to_owned()))?;
    if text.len() as u64 > MANIFEST_MAX {
        return Err(TransferError::TooLarge { part: MANIFEST.to_owned(), limit: MANIFEST_MAX });
    }
    Manifest::read(&text)
}

fn is_file(name: &str) -> bool {
    digest_in(name).is_some()
}

/// The digest in the name of a document or of evidence.
fn digest_in(name: &str) -> Option<&str> {
    let digest = name.strip_prefix("documents/").or_else(|| name.strip_prefix("evidence/"))?;
    let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    (digest.len() == 64 && digest.bytes().all(hex)).then_some(digest)
}

/// Only names that this program gives: nothing else ever becomes part of a path.
fn check_names(zip: &ZipArchive<File>, manifest: &Manifest) -> Result<()> {
    let mut expected: Vec<String> = CONTENT.iter().map(|table| part(table.name)).collect();
    expected.extend(REFERRED.iter().map(|table| part(table)));
    expected.extend((0..manifest.origins.len()).map(excerpt::part));
    let later: Vec<String> = LATER.iter().map(|table| part(table)).collect();
    let mut needed = expected.iter().filter(|name| !later.contains(name));
    if let Some(missing) = needed.find(|name| !manifest.parts.contains_key(*name)) {
        return Err(TransferError::Missing(missing.clone()));
    }
    let stray = |name: &str| TransferError::Stray(name.chars().take(100).collect());
    if let Some(name) = manifest.parts.keys().find(|name| !is_file(name) && !expected.contains(name)) {
        return Err(stray(name));
    }
    let mut named = 0;
    for name in zip.file_names().filter_map(std::result::Result::ok).map(|name| name.to_string()) {
        if name != MANIFEST && !manifest.parts.contains_key(&name) {
            return Err(stray(&name));
        }
        named += 1;
    }
    if named == zip.len() { Ok(()) } else { Err(stray("名称无法识别")) }
}

fn unpack(zip: &mut ZipArchive<File>, name: &str, opened: &Opened) -> Result<Digests> {
    let Some(stated) = opened.manifest.parts.get(name) else { return Err(TransferError::Missing(name.to_owned())) };
    let mut from = zip.by_name(name).map_err(|_| TransferError::Missing(name.to_owned()))?;
    let by_ratio = from.compressed_size().saturating_mul(RATIO_MAX).max(SMALL);
    let limit = if is_file(name) { by_ratio.min(FILE_MAX) } else { by_ratio };
    if stated.bytes > limit {
        return Err(TransferError::TooLarge { part: name.to_owned(), limit });
    }
    let path = opened.path(name);
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut to = options.open(&path).map_err(|cause| TransferError::File { path: path.clone(), cause })?;
    // What does not unpack is as bad as what unpacks to something else.
    let found = copy(&mut from, &mut to, stated.bytes).map_err(|_| TransferError::Digest(name.to_owned()))?;
    let named = digest_in(name).is_none_or(|digest| digest == found.sha256);
    if found.bytes != stated.bytes || found.sha256 != stated.sha256 || !named {
        return Err(TransferError::Digest(name.to_owned()));
    }
    to.sync_all().map_err(|cause| TransferError::File { path, cause })?;
    Ok(found)
}
