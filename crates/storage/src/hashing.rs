//! A stream that is digested while it passes.

use sha2::{Digest as _, Sha256};
use sm3::Sm3;
use std::io::{Read, Result, Write};

/// Bytes that passed, with their digests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Digests {
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
    pub(crate) sm3: String,
}

/// Copies at most `limit` bytes and one more, so that a longer stream shows in the count.
pub(crate) fn copy(from: &mut dyn Read, to: &mut dyn Write, limit: u64) -> Result<Digests> {
    let (mut sha256, mut sm3, mut bytes) = (Sha256::new(), Sm3::new(), 0u64);
    let mut from = from.take(limit.saturating_add(1));
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            let hex = |digest: &[u8]| digest.iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok(Digests { bytes, sha256: hex(&sha256.finalize()), sm3: hex(&sm3.finalize()) });
        }
        sha256.update(&buffer[..read]);
        sm3.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        bytes += read as u64;
    }
}
