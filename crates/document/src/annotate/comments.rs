//! The part with the comments: what is there stays, new ones go behind it.

use super::package::Part;
use super::words::Words;
use super::{AnnotateError, Mark};
use crate::markup::escaped;
use memchr::memmem;
use std::fmt::Write as _;

/// The first number that no comment, range or tracked change of the document has.
pub(super) fn next_id(comments: Option<&[u8]>, main: &[u8]) -> u32 {
    let ids = [comments.unwrap_or_default(), main].into_iter().flat_map(ids);
    ids.max().map_or(0, |id| id.saturating_add(1))
}

/// Values of `:id="…"` that are small numbers; relationship ids are none.
fn ids(xml: &[u8]) -> impl Iterator<Item = u32> + '_ {
    const MARK: &[u8] = b":id=\"";
    /// Leaves room for as many marks as a document can have.
    const ID_MAX: u32 = 1 << 30;
    memmem::find_iter(xml, MARK)
        .filter_map(|at| {
            let rest = xml.get(at + MARK.len()..)?;
            let digits = rest.get(..memchr::memchr(b'"', rest)?)?;
            std::str::from_utf8(digits).ok()?.parse().ok()
        })
        .filter(|id| *id < ID_MAX)
}

/// The part with the new comments.
pub(super) fn merged(
    existing: Option<&Part>,
    words: &Words,
    author: &str,
    first: u32,
    marks: &[Mark],
) -> Result<Vec<u8>, AnnotateError> {
    let Some(part) = existing else {
        let (w, namespace) = (&words.prefix, &words.namespace);
        let name = w.trim_end_matches(':');
        let mut xml = String::from(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#);
        let _ = write!(xml, r#"<{w}comments xmlns:{name}="{namespace}">"#);
        xml.push_str(&comments(w, "", author, first, marks));
        let _ = write!(xml, "</{w}comments>");
        return Ok(xml.into_bytes());
    };
    let own = Words::of(&part.xml, &part.name)?;
    part.with_last_child(&comments(&own.prefix, &own.declared, author, first, marks))
}

fn comments(w: &str, declared: &str, author: &str, first: u32, marks: &[Mark]) -> String {
    let mut out = String::new();
    for (number, mark) in marks.iter().enumerate() {
        let id = first as usize + number;
        let author = escaped(author);
        let initial = author.chars().next().unwrap_or_default();
        let _ = write!(out, r#"<{w}comment{declared} {w}id="{id}" {w}author="{author}" {w}initials="{initial}">"#);
        for line in &mark.lines {
            let text = escaped(line);
            let _ = write!(out, r#"<{w}p><{w}r><{w}t xml:space="preserve">{text}</{w}t></{w}r></{w}p>"#);
        }
        if mark.lines.is_empty() {
            let _ = write!(out, "<{w}p/>");
        }
        let _ = write!(out, "</{w}comment>");
    }
    out
}
