//! The two hash functions: SM3 (GB/T 32905-2016) by default, SHA-256 for those who must.

use crate::encoding::Encoder;
use crate::key::Key;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use sm3::Sm3;
use std::fmt;

/// Which hash function an installation uses; it never changes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    Sm3,
    Sha256,
}

impl Algorithm {
    /// The name in the database, in exports and on paper.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sm3 => "sm3",
            Self::Sha256 => "sha256",
        }
    }

    /// The name for people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sm3 => "SM3",
            Self::Sha256 => "SHA-256",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Sm3, Self::Sha256].into_iter().find(|one| one.name() == name)
    }

    /// What an encoder wrote.
    pub(crate) fn hash(self, encoded: &Encoder) -> Hash {
        match self {
            Self::Sm3 => Hash(Sm3::digest(encoded.bytes()).into()),
            Self::Sha256 => Hash(Sha256::digest(encoded.bytes()).into()),
        }
    }

    /// As [`Algorithm::hash`], under a key (HMAC, GB/T 15852.2-2012).
    pub(crate) fn mac(self, key: &Key, encoded: &Encoder) -> Hash {
        match self {
            Self::Sm3 => Hash(hmac::<Hmac<Sm3>>(key, encoded.bytes())),
            Self::Sha256 => Hash(hmac::<Hmac<Sha256>>(key, encoded.bytes())),
        }
    }
}

fn hmac<M: Mac + KeyInit>(key: &Key, bytes: &[u8]) -> [u8; 32]
where
    M::OutputSize: Sized,
{
    let mut out = [0; 32];
    // HMAC takes keys of any length.
    if let Ok(mut mac) = <M as KeyInit>::new_from_slice(key.bytes()) {
        mac.update(bytes);
        out.copy_from_slice(&mac.finalize().into_bytes());
    }
    out
}

/// 32 bytes, written as hex.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// From 64 lower-case hex digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut out = [0; 32];
        let digits = text.as_bytes();
        if digits.len() != 64 || digits.iter().any(|d| !matches!(d, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        for (byte, pair) in out.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(out))
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_answers() {
        // GB/T 32905-2016, A.1: the message "abc", and FIPS 180-4 for SHA-256.
        assert_eq!(
            Algorithm::Sm3.hash(&Encoder::raw(b"abc")).to_string(),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
        assert_eq!(
            Algorithm::Sha256.hash(&Encoder::raw(b"abc")).to_string(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn hex_comes_back() {
        let hash = Algorithm::Sm3.hash(&Encoder::raw(b"abc"));
        assert_eq!(Hash::from_hex(&hash.to_string()), Some(hash));
        assert_eq!(Hash::from_hex("66C7"), None);
        assert_eq!(Hash::from_hex(&"é".repeat(32)), None);
    }

    #[test]
    fn a_seal_needs_its_key() {
        let encoded = Encoder::raw(b"abc");
        let (one, other) = (Key::new(vec![1; 32]), Key::new(vec![2; 32]));
        for algorithm in [Algorithm::Sm3, Algorithm::Sha256] {
            assert_ne!(algorithm.mac(&one, &encoded), algorithm.mac(&other, &encoded));
            assert_ne!(algorithm.mac(&one, &encoded), Hash([0; 32]));
        }
    }
}
