//! The canonical encoding: every part with its length before it, so that no two records are written alike.

/// Writes parts one after the other. What is hashed begins with a name of its own (domain separation).
#[derive(Debug, Clone)]
pub(crate) struct Encoder(Vec<u8>);

impl Encoder {
    pub(crate) fn new(domain: &str) -> Self {
        let mut encoder = Self(Vec::with_capacity(256));
        encoder.text(domain);
        encoder
    }

    #[cfg(test)]
    pub(crate) fn raw(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Eight bytes, most significant first.
    pub(crate) fn number(&mut self, number: i64) -> &mut Self {
        self.0.extend(number.to_be_bytes());
        self
    }

    /// Length in eight bytes, then the bytes.
    pub(crate) fn part(&mut self, bytes: &[u8]) -> &mut Self {
        self.number(bytes.len() as i64);
        self.0.extend_from_slice(bytes);
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.part(text.as_bytes())
    }

    /// A byte 0 for nothing, or a byte 1 and the text.
    pub(crate) fn optional(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            None => self.0.push(0),
            Some(text) => {
                self.0.push(1);
                self.text(text);
            }
        }
        self
    }
}
