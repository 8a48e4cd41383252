//! Where signature and date stand (GB/T 9704-2012, 7.3.5.2).

use super::official::{Block, BlockKind, Official, plain};

/// Characters between the right edge of the type area and the last character.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ending {
    pub signature: f32,
    pub date: f32,
}

/// Blank characters at the right, and between the beginnings of signature and date.
const BLANK: f32 = 2.0;

impl Ending {
    /// The date begins two characters right of the signature. The longer one of both stands two characters from the
    /// right.
    pub fn of(official: &Official) -> Self {
        let last = |wanted: BlockKind| {
            official.blocks.iter().rev().find_map(|block| match block {
                Block::Paragraph { kind, text } if *kind == wanted => Some(width(&plain(text))),
                _ => None,
            })
        };
        match (last(BlockKind::Signature), last(BlockKind::Date)) {
            (Some(signature), Some(date)) if date > signature => {
                Self { signature: BLANK + date + BLANK - signature, date: BLANK }
            }
            (Some(signature), Some(date)) => Self { signature: BLANK, date: signature - date },
            _ => Self { signature: BLANK, date: BLANK },
        }
    }
}

/// In characters: letters and digits of the Latin script take half of one.
fn width(text: &str) -> f32 {
    text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ending(signature: &str, date: &str) -> Ending {
        let mut official = Official::default();
        official.blocks.push(Block::unbound(BlockKind::Signature, signature));
        official.blocks.push(Block::unbound(BlockKind::Date, date));
        Ending::of(&official)
    }

    #[test]
    fn the_date_begins_two_characters_right_of_the_signature() {
        let long = ending("中共云溪县水务局党组", "2026年6月30日");
        assert_eq!(long, Ending { signature: 2.0, date: 3.5 });
        let short = ending("水务局", "2026年6月30日");
        assert_eq!(short, Ending { signature: 7.5, date: 2.0 });
        for (one, signature, date) in [(long, 10.0, 6.5), (short, 3.0, 6.5)] {
            assert_eq!(one.signature + signature - (one.date + date), 2.0);
        }
        assert_eq!(Ending::of(&Official::default()), Ending { signature: 2.0, date: 2.0 });
    }
}
