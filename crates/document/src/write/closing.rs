//! Where signatures and date stand (GB/T 9704-2012, 7.3.5).

use super::form::Seal;
use super::official::{Block, BlockKind, Text, plain};

/// A block, or signatures and date that are set together.
#[derive(Debug, Clone, PartialEq)]
pub enum Flow<'a> {
    Block(&'a Block),
    Closing(Closing<'a>),
}

/// Signatures with the date below them.
#[derive(Debug, Clone, PartialEq)]
pub struct Closing<'a> {
    pub signatures: Vec<&'a Text>,
    pub date: Option<&'a Text>,
    pub arrangement: Arrangement,
}

/// How they are set; distances are characters between the right edge of the type area and the last character.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrangement {
    /// No seal: one line each (7.3.5.2).
    Lines { signatures: Vec<f32>, date: f32 },
    /// One seal over signature and date (7.3.5.1).
    Sealed { signature: f32, date: f32 },
    /// Several seals, so many beside each other.
    Seals { beside: usize },
    /// Title and stamp of who signs (7.3.5.3).
    Stamp { title: f32, date: f32 },
}

/// Blank characters at the right, and between the beginnings of signature and date.
const BLANK: f32 = 2.0;
/// Blank characters at the right of what is sealed or stamped.
const SEALED: f32 = 4.0;
/// Characters of a stamp, and between title and stamp.
pub const STAMP: f32 = 4.0;
const STAMP_GAP: f32 = 2.0;

/// The blocks, with signatures and dates that follow each other put together.
pub fn flow(blocks: &[Block], seal: Seal) -> Vec<Flow<'_>> {
    let mut out = Vec::new();
    let mut rest = blocks;
    while let Some(first) = rest.first() {
        let signed = rest.iter().map_while(|block| text_of(block, BlockKind::Signature)).collect::<Vec<_>>();
        let stamped = text_of(first, BlockKind::Signatory);
        let count = signed.len() + usize::from(stamped.is_some());
        let date = rest.get(count).and_then(|block| text_of(block, BlockKind::Date));
        if count == 0 && date.is_none() {
            out.push(Flow::Block(first));
            rest = &rest[1..];
            continue;
        }
        rest = &rest[count + usize::from(date.is_some())..];
        let (signatures, arrangement) = match stamped {
            Some(text) => (vec![text], stamp(text)),
            None => {
                let arrangement = arrangement(&signed, date, seal);
                (signed, arrangement)
            }
        };
        out.push(Flow::Closing(Closing { signatures, date, arrangement }));
    }
    out
}

fn text_of(block: &Block, wanted: BlockKind) -> Option<&Text> {
    match block {
        Block::Paragraph { kind, text } if *kind == wanted => Some(text),
        _ => None,
    }
}

/// Characters of a line that begins two from the right.
const ROOM: f32 = 26.0;

fn arrangement(signatures: &[&Text], date: Option<&Text>, seal: Seal) -> Arrangement {
    // A longer one takes two lines, which are as wide as there is room.
    let widths: Vec<f32> = signatures.iter().map(|text| width(&plain(text)).min(ROOM)).collect();
    let longest = widths.iter().copied().fold(0.0, f32::max);
    let date_width = date.map(|text| width(&plain(text)));
    match (seal, widths.as_slice(), date_width) {
        (Seal::Room | Seal::Frame, [_, _, ..], _) => Arrangement::Seals { beside: beside(longest) },
        (Seal::Room | Seal::Frame, _, date_width) => sealed(longest, date_width),
        (Seal::None, widths, Some(date)) if longest > 0.0 => {
            // The date begins two characters right of the signature; the longer one stands two from the right.
            let (right, date) = if date > longest {
                (BLANK + date + BLANK - longest, BLANK)
            } else {
                (BLANK, (longest - date).max(0.0))
            };
            Arrangement::Lines { signatures: widths.iter().map(|one| right + longest - one).collect(), date }
        }
        (Seal::None, widths, _) => {
            Arrangement::Lines { signatures: widths.iter().map(|one| BLANK + longest - one).collect(), date: BLANK }
        }
    }
}

/// The signature is centred over the date; a very long one stays within the type area.
fn sealed(signature: f32, date: Option<f32>) -> Arrangement {
    let Some(date) = date else { return Arrangement::Sealed { signature: SEALED, date: SEALED } };
    if signature == 0.0 {
        return Arrangement::Sealed { signature: SEALED, date: SEALED };
    }
    let right = SEALED + (date - signature) / 2.0;
    if right < 0.0 {
        return Arrangement::Sealed { signature: 0.0, date: (signature - date) / 2.0 };
    }
    Arrangement::Sealed { signature: right, date: SEALED }
}

/// Seals stand clear of each other within 28 characters.
fn beside(longest: f32) -> usize {
    match longest {
        one if one <= 8.5 => 3,
        one if one <= 13.0 => 2,
        _ => 1,
    }
}

/// The stamp stands four characters from the right, the title two left of it.
fn stamp(text: &Text) -> Arrangement {
    let name = signatory(&plain(text)).1.map_or(STAMP, |name| width(&name));
    Arrangement::Stamp { title: SEALED + name + STAMP_GAP, date: SEALED }
}

/// Title and name of who signs: `县长 张某`.
pub fn signatory(text: &str) -> (String, Option<String>) {
    match text.trim().split_once(char::is_whitespace) {
        Some((title, name)) => (title.to_owned(), Some(name.trim().to_owned())),
        None => (text.trim().to_owned(), None),
    }
}

/// In characters: letters and digits of the Latin script take half of one.
pub(super) fn width(text: &str) -> f32 {
    text.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closing(signatures: &[&str], date: &str, seal: Seal) -> Arrangement {
        let signatures = signatures.iter().map(|text| Block::unbound(BlockKind::Signature, *text));
        let mut blocks: Vec<Block> = signatures.collect();
        blocks.push(Block::unbound(BlockKind::Date, date));
        match flow(&blocks, seal).as_slice() {
            [Flow::Closing(closing)] => closing.arrangement.clone(),
            other => panic!("{other:?}"),
        }
    }

    const DATE: &str = "2026年6月30日";

    #[test]
    fn the_date_begins_two_characters_right_of_the_signature() {
        let lines = |signatures: Vec<f32>, date| Arrangement::Lines { signatures, date };
        let long = closing(&["中共云溪县水务局党组"], DATE, Seal::None);
        assert_eq!(long, lines(vec![2.0], 3.5));
        let short = closing(&["水务局"], DATE, Seal::None);
        assert_eq!(short, lines(vec![7.5], 2.0));
        for (arrangement, signature, date) in [(long, 10.0, 6.5), (short, 3.0, 6.5)] {
            let Arrangement::Lines { signatures, date: right } = arrangement else { panic!() };
            assert_eq!(signatures[0] + signature - (right + date), 2.0);
        }
        let both = closing(&["中共云溪县水务局党组", "云溪县财政局"], DATE, Seal::None);
        assert_eq!(both, lines(vec![2.0, 6.0], 3.5), "joint bodies begin below each other");
    }

    #[test]
    fn a_sealed_date_stands_four_from_the_right_with_the_body_centred_over_it() {
        let sealed = |signature, date| Arrangement::Sealed { signature, date };
        assert_eq!(closing(&["云溪县水务局"], DATE, Seal::Room), sealed(4.25, 4.0));
        assert_eq!(closing(&["中共云溪县水务局党组"], DATE, Seal::Frame), sealed(2.25, 4.0));
        let long = "中共云溪县水务局机关第一党支部委员会委员";
        assert_eq!(closing(&[long], DATE, Seal::Room), sealed(0.0, (20.0 - 6.5) / 2.0));
        assert_eq!(closing(&[], DATE, Seal::Room), sealed(4.0, 4.0));
    }

    #[test]
    fn joint_seals_stand_beside_each_other_as_far_as_their_bodies_let_them() {
        let beside = |bodies: &[&str]| match closing(bodies, DATE, Seal::Room) {
            Arrangement::Seals { beside } => beside,
            other => panic!("{other:?}"),
        };
        assert_eq!(beside(&["云溪县水务局", "云溪县财政局", "云溪县审计局"]), 3);
        assert_eq!(beside(&["中共云溪县水务局党组", "云溪县财政局"]), 2);
        assert_eq!(beside(&["中共云溪县水务局机关党支部委员会", "云溪县财政局"]), 1);
    }

    #[test]
    fn a_body_of_two_lines_leaves_the_date_its_room() {
        let long = "中共云溪土家族苗族自治县水利和湖泊局委员会巡察整改工作领导小组办公室";
        let Arrangement::Lines { signatures, date } = closing(&[long], "2026年6月30日", Seal::None) else {
            panic!("signatures without a seal stand in lines")
        };
        let stated = width("2026年6月30日");
        assert!(signatures == [BLANK] && date >= 0.0 && date + stated <= ROOM, "{signatures:?} {date}");
    }

    #[test]
    fn a_stamp_stands_four_from_the_right_and_the_title_two_left_of_it() {
        let of = |text: &str| {
            let blocks = [Block::unbound(BlockKind::Signatory, text), Block::unbound(BlockKind::Date, DATE)];
            match flow(&blocks, Seal::None).as_slice() {
                [Flow::Closing(closing)] => closing.arrangement.clone(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(of("县长 张某某"), Arrangement::Stamp { title: 9.0, date: 4.0 });
        assert_eq!(of("县长"), Arrangement::Stamp { title: 10.0, date: 4.0 });
    }

    #[test]
    fn what_is_no_closing_stays_where_it_is() {
        let blocks = [
            Block::unbound(BlockKind::Body, "甲"),
            Block::unbound(BlockKind::Signature, "水务局"),
            Block::unbound(BlockKind::Note, "（附注）"),
            Block::PageBreak,
        ];
        let kinds: Vec<bool> = flow(&blocks, Seal::None).iter().map(|one| matches!(one, Flow::Closing(_))).collect();
        assert_eq!(kinds, [false, true, false, false]);
        assert!(flow(&[], Seal::None).is_empty());
    }
}
