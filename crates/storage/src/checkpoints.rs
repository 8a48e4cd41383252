//! Checkpoints in a file of their own, best on another machine: they show that a log lost its end.

use audit::Checkpoint;
use std::io::Write;
use std::path::{Path, PathBuf};
use usecases::StoreError;

/// A file with a checkpoint a line, oldest first.
#[derive(Debug, Clone)]
pub struct Checkpoints {
    file: PathBuf,
}

impl Checkpoints {
    pub fn new(file: PathBuf) -> Self {
        Self { file }
    }

    /// The file in the data folder.
    pub fn of_folder(folder: &Path) -> Self {
        Self::new(folder.join("checkpoints.txt"))
    }

    /// All of them; none when there is no file yet.
    pub fn read(&self) -> Result<Vec<Checkpoint>, StoreError> {
        let text = match std::fs::read_to_string(&self.file) {
            Ok(text) => text,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(cause) => return Err(self.unusable(&cause)),
        };
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        lines.map(|line| line.parse().map_err(|cause| self.unusable(&cause))).collect()
    }

    /// Adds a line, unless it is the last one already.
    pub fn add(&self, end: &Checkpoint) -> Result<(), StoreError> {
        if self.read()?.last() == Some(end) {
            return Ok(());
        }
        let mut file = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.file)
            .map_err(|cause| self.unusable(&cause))?;
        writeln!(file, "{end}").and_then(|()| file.sync_all()).map_err(|cause| self.unusable(&cause))
    }

    fn unusable(&self, cause: &dyn std::fmt::Display) -> StoreError {
        StoreError::Database(format!("无法使用校验点文件 {}：{cause}", self.file.display()))
    }
}
