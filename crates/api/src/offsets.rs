//! Byte offsets of Rust and UTF-16 offsets of JavaScript, converted in this one place.

/// The UTF-16 offset of byte `at` (the end of the text if beyond it).
pub(crate) fn to_utf16(text: &str, at: usize) -> usize {
    text.char_indices().take_while(|(byte, _)| *byte < at).map(|(_, c)| c.len_utf16()).sum()
}

/// The byte of UTF-16 offset `at`, on a character boundary.
pub(crate) fn to_byte(text: &str, at: usize) -> usize {
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        if units >= at {
            return byte;
        }
        units += c.len_utf16();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_go_there_and_back() {
        let text = "整改𠀀a";
        for (byte, utf16) in [(0, 0), (3, 1), (6, 2), (10, 4), (11, 5)] {
            assert_eq!(to_utf16(text, byte), utf16);
            assert_eq!(to_byte(text, utf16), byte);
        }
    }
}
