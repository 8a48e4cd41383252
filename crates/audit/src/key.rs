//! The key of the seals. It is kept outside the database and is never logged.

use std::fmt;

/// Shortest key that is taken, in bytes.
const BYTES_MIN: usize = 32;

/// A secret key.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Vec<u8>);

/// What is wrong with the text of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("审计密钥不是十六进制文本")]
    NotHex,
    #[error("审计密钥过短：至少 {BYTES_MIN} 字节（{} 个十六进制数字）", BYTES_MIN * 2)]
    Short,
}

impl Key {
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// From hex digits; blanks around them do not matter.
    pub fn from_hex(text: &str) -> Result<Self, KeyError> {
        let digits = text.trim().as_bytes();
        let mut bytes = Vec::with_capacity(digits.len() / 2);
        for pair in digits.chunks(2) {
            let pair = std::str::from_utf8(pair).map_err(|_| KeyError::NotHex)?;
            if pair.len() != 2 || !pair.bytes().all(|b| b.is_ascii_hexdigit()) {
                return Err(KeyError::NotHex);
            }
            bytes.push(u8::from_str_radix(pair, 16).map_err(|_| KeyError::NotHex)?);
        }
        if bytes.len() < BYTES_MIN { Err(KeyError::Short) } else { Ok(Self(bytes)) }
    }

    /// For the file it is kept in.
    pub fn to_hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_from_their_file() {
        let key = Key::new((0..32).collect());
        assert_eq!(Key::from_hex(&format!("{}\n", key.to_hex())), Ok(key.clone()));
        assert_eq!(Key::from_hex("0011"), Err(KeyError::Short));
        assert_eq!(Key::from_hex("密钥"), Err(KeyError::NotHex));
        assert_eq!(Key::from_hex("001"), Err(KeyError::NotHex));
        assert!(!format!("{key:?}").contains("1f"));
    }
}
