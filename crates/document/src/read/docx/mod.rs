//! Word documents: text, automatic numbers, tables, text boxes, tracked changes.

mod building;
mod carried;
mod format;
mod line;
mod look;
mod numbering;
mod package;
mod properties;
mod story;
mod styles;
mod table;
mod traced;

use super::Content;
use crate::{Layout, ProblemCode, Refusal, Region};
pub use carried::{BoundPlace, Carried, carried};
use numbering::Numbering;
use package::Package;
use story::Story;
use styles::Styles;
pub(crate) use traced::{ByteOrderMark, Traced, TracedPart, traced};

/// Reads a docx file.
pub(super) fn read(bytes: &[u8]) -> Result<Content, Refusal> {
    let mut package = Package::open(bytes)?;
    let mut content = Content::sized(bytes.len());
    let styles = package.optional("styles.xml", &mut content, Styles::read)?.unwrap_or_default();
    let numbering = package.optional("numbering.xml", &mut content, Numbering::read)?.unwrap_or_default();
    let mut story = Story::new(styles, numbering);
    let main = package.main_part();
    package.part(&main, &mut content, |xml, content| story.read(xml, content))?;
    let mut meta = properties::read(&mut package, &mut content)?;
    (meta.tracked, meta.hidden) = story.beside();
    content.meta = Some(meta);
    let mut layout = Layout { sections: story.sections(), footers: Vec::new() };
    for name in package.names_like(&["footnotes.xml", "endnotes.xml"]) {
        let mut notes = Story::plain(Region::Footnote);
        package.part(&name, &mut content, |xml, content| notes.read(xml, content))?;
    }
    for name in package.names_like(&["header", "footer"]) {
        let mut apart = Content::with(content.left);
        let mut story = Story::plain(Region::Body);
        package.part(&name, &mut apart, |xml, content| story.read(xml, content))?;
        content.left = apart.left;
        if name.contains("footer") {
            layout.footers.extend(apart.paragraphs.iter().map(|p| p.text.clone()));
        }
        content.furniture.extend(apart.paragraphs.into_iter().map(|p| p.text));
    }
    content.layout = Some(layout);
    if package.has_signature() && content.paragraphs.is_empty() {
        content.problem(ProblemCode::Empty, "文档经过签名或保护，正文无法读出。");
    }
    Ok(content)
}
