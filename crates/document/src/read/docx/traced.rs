//! Reading once more, with the bytes of each part that the characters come from.

use super::numbering::Numbering;
use super::package::{Package, Xml};
use super::story::Story;
use super::styles::Styles;
use crate::read::{Content, PARAGRAPHS_MAX, memory};
use crate::{Paragraph, Refusal, Region};
use quick_xml::Reader;

/// The same paragraphs as [`super::read`] gives, whose pieces are bytes of a part.
#[derive(Debug)]
pub(crate) struct Traced {
    pub(crate) paragraphs: Vec<Paragraph>,
    /// The main story first, then the notes.
    pub(crate) parts: Vec<TracedPart>,
}

#[derive(Debug)]
pub(crate) struct TracedPart {
    pub(crate) name: String,
    /// Without a byte order mark.
    pub(crate) xml: Vec<u8>,
    pub(crate) marked_order: ByteOrderMark,
    /// Index of its first paragraph.
    pub(crate) first: usize,
}

/// Whether the part began with one; it is written again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ByteOrderMark {
    None,
    Utf8,
}

/// Where a paragraph with its pieces takes more memory than one without.
const PIECES_FACTOR: usize = 4;

pub(crate) fn traced(bytes: &[u8]) -> Result<Traced, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut content = Content::with(PIECES_FACTOR * memory::budget(bytes.len()));
    content.limit = PARAGRAPHS_MAX;
    let styles = package.optional("styles.xml", &mut content, Styles::read)?.unwrap_or_default();
    let numbering = package.optional("numbering.xml", &mut content, Numbering::read)?.unwrap_or_default();
    let mut parts = Vec::new();
    let main = package.main_part();
    parts.push(part(&mut package, main, Story::new(styles, numbering), &mut content)?);
    for name in package.names_like(&["footnotes.xml", "endnotes.xml"]) {
        parts.push(part(&mut package, name, Story::plain(Region::Footnote), &mut content)?);
    }
    Ok(Traced { paragraphs: content.paragraphs, parts })
}

fn part(package: &mut Package<'_>, name: String, story: Story, content: &mut Content) -> Result<TracedPart, Refusal> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let first = content.paragraphs.len();
    let mut xml = package.whole(&name)?;
    let mut marked_order = ByteOrderMark::None;
    if xml.starts_with(MARK) {
        xml.drain(..MARK.len());
        marked_order = ByteOrderMark::Utf8;
    }
    let mut reader: Xml<'_> = Reader::from_reader(Box::new(xml.as_slice()));
    reader.config_mut().check_end_names = false;
    story.with_sources().read(&mut reader, content).map_err(|cause| Refusal::Unreadable {
        detail: format!("文件部件 {name} 已损坏（{cause}），不能加批注"),
    })?;
    drop(reader);
    Ok(TracedPart { name, xml, marked_order, first })
}
