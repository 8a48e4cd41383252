//! Paragraphs whose further lines are aligned with a word of the first (GB/T 9704-2012, 7.3.4, 10.3).

use super::closing::width;
use super::official::BlockKind;

/// Characters from the left edge of the type area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hanging {
    pub first: f32,
    pub rest: f32,
}

/// Characters that a paragraph is indented by.
const INDENT: f32 = 2.0;
/// `附件：`
const ATTACHMENT: &str = "附件：";

/// Where the lines of a paragraph begin; `None` for one that is set as running text is.
pub fn hanging(kind: BlockKind, text: &str) -> Option<Hanging> {
    match kind {
        BlockKind::AttachmentNote => Some(attachment(text)),
        BlockKind::Attendance => {
            let label = text.find('：').map_or("", |at| &text[..at + '：'.len_utf8()]);
            Some(Hanging { first: INDENT, rest: INDENT + width(label) })
        }
        _ => None,
    }
}

/// The numbers stand below each other, and names align with the first character of the name.
fn attachment(text: &str) -> Hanging {
    let named = text.strip_prefix(ATTACHMENT);
    let label = width(ATTACHMENT);
    let number = width(number_of(named.unwrap_or(text)));
    let first = if named.is_some() { INDENT } else { INDENT + label };
    Hanging { first, rest: INDENT + label + number }
}

/// `1.` before the name.
fn number_of(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && text[digits..].starts_with('.') { &text[..=digits] } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_attachments_align_with_their_first_character() {
        let of = |text: &str| hanging(BlockKind::AttachmentNote, text).map(|one| (one.first, one.rest));
        assert_eq!(of("附件：整改责任清单"), Some((2.0, 5.0)));
        assert_eq!(of("附件：1.整改责任清单"), Some((2.0, 6.0)));
        assert_eq!(of("2.整改措施清单"), Some((5.0, 6.0)));
        assert_eq!(of("10.整改措施清单"), Some((5.0, 6.5)));
        assert_eq!(of("2026年清单"), Some((5.0, 5.0)));
    }

    #[test]
    fn names_of_those_present_align_behind_the_colon() {
        let of = |text: &str| hanging(BlockKind::Attendance, text).map(|one| (one.first, one.rest));
        assert_eq!(of("出席：张某、李某"), Some((2.0, 5.0)));
        assert_eq!(of("没有冒号"), Some((2.0, 2.0)));
        assert_eq!(hanging(BlockKind::Body, "附件：甲"), None);
    }
}
