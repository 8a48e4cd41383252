//! A checkpoint: where the chain ended at a time. It is printed on reports and written off the host.

use crate::algorithm::{Algorithm, Hash};
use crate::entry::{head_seal, origin};
use crate::key::Key;
use std::fmt;
use std::str::FromStr;

/// The end of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Name of the installation: 32 hex digits made at set-up.
    pub installation: String,
    pub algorithm: Algorithm,
    /// Number of the last entry; 0 = none yet.
    pub seq: i64,
    pub hash: Hash,
}

/// Why a text is no checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("校验点格式不正确，应为“rectify-checkpoint 算法 安装标识 序号 杂凑值”：{0}")]
pub struct CheckpointError(pub String);

impl Checkpoint {
    /// Before the first entry.
    pub fn origin(installation: &str, algorithm: Algorithm) -> Self {
        Self { installation: installation.to_owned(), algorithm, seq: 0, hash: origin(algorithm, installation) }
    }

    /// The seal that is stored beside the end of the chain.
    pub fn seal(&self, key: &Key) -> Hash {
        head_seal(self.algorithm, key, self.seq, self.hash)
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rectify-checkpoint {} {} {} {}", self.algorithm.name(), self.installation, self.seq, self.hash)
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let wrong = || CheckpointError(text.chars().take(120).collect());
        let words: Vec<&str> = text.split_whitespace().collect();
        let ["rectify-checkpoint", algorithm, installation, seq, hash] = words[..] else { return Err(wrong()) };
        Ok(Self {
            installation: installation.to_owned(),
            algorithm: Algorithm::from_name(algorithm).ok_or_else(wrong)?,
            seq: seq.parse().ok().filter(|seq| *seq >= 0).ok_or_else(wrong)?,
            hash: Hash::from_hex(hash).ok_or_else(wrong)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_form_is_read_back() {
        let checkpoint = Checkpoint::origin("0123456789abcdef", Algorithm::Sm3);
        assert_eq!(checkpoint.to_string().parse(), Ok(checkpoint));
        for wrong in ["", "rectify-checkpoint sm3 x -1 00", "rectify-checkpoint md5 x 1 00", "校验点"] {
            assert!(wrong.parse::<Checkpoint>().is_err(), "{wrong}");
        }
    }
}
