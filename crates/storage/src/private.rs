//! What is made on the disk is for the owner of the process alone; what is there already stays as it was set.

use std::fs::{DirBuilder, OpenOptions};
use std::io::{ErrorKind, Result};
use std::path::Path;

/// Makes a folder, and those above it, that others cannot look into.
pub(crate) fn folder(path: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes an empty file that others cannot read, unless there is one; files that SQLite puts beside it are made alike.
pub(crate) fn file(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(cause) if cause.kind() != ErrorKind::AlreadyExists => Err(cause),
        _ => Ok(()),
    }
}
