//! Unpacking with a limit: parts of a zip package as streams that fail where they grow beyond reason.

use super::memory::RUN_MAX;
use std::cell::Cell;
use std::io::{Error, Read, Result};

/// All parts together may unpack to this many bytes, plus a multiple of the file's size.
const UNPACKED_BASE: u64 = 24 * 1024 * 1024;
const UNPACKED_RATIO: u64 = 40;

/// Bytes that a package of this size may unpack to.
pub(super) fn limit(input: usize) -> u64 {
    UNPACKED_BASE + UNPACKED_RATIO * input as u64
}

/// Counts bytes against a budget and the length of text between tags; beyond either the stream fails.
pub(super) struct Counted<'b, R> {
    inner: R,
    left: &'b Cell<u64>,
    run: usize,
}

impl<'b, R: Read> Counted<'b, R> {
    /// `left` becomes 0 when a limit is passed.
    pub(super) fn new(inner: R, left: &'b Cell<u64>) -> Self {
        Self { inner, left, run: 0 }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let count = self.inner.read(buffer)?;
        let read = &buffer[..count];
        let left = self.left.get().saturating_sub(count as u64);
        let head = memchr::memchr(b'<', read).unwrap_or(count);
        let too_long = self.run + head > RUN_MAX;
        self.run = memchr::memrchr(b'<', read).map_or(self.run + count, |at| count - at);
        self.left.set(if too_long { 0 } else { left });
        if self.left.get() == 0 && count > 0 {
            return Err(Error::other("unpacked size limit"));
        }
        Ok(count)
    }
}
