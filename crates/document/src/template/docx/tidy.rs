//! What Word insists on: a cell ends with a paragraph, a table has a row.

use super::super::{TemplateRefusal, malformed};
use quick_xml::Reader;
use quick_xml::events::Event;

struct Frame {
    local: String,
    /// Where it begins in what is written.
    start: usize,
    /// Its last child is a paragraph.
    ends_well: bool,
    rows: usize,
}

/// The part with an empty paragraph where a loop left none, without tables that a loop left empty.
pub(super) fn tidied(xml: String, own_prefix: &str, part: &str) -> Result<String, TemplateRefusal> {
    const NEED_PARAGRAPH: [&str; 6] = ["tc", "txbxContent", "hdr", "ftr", "footnote", "endnote"];
    let mut out = String::with_capacity(xml.len());
    let mut stack: Vec<Frame> = Vec::new();
    let mut reader = Reader::from_reader(xml.as_bytes());
    let mut copied = 0;
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event().map_err(|_| malformed(part))?;
        let end = reader.buffer_position() as usize;
        match event {
            Event::Eof => break,
            Event::Start(e) => {
                out.push_str(&xml[copied..start]);
                copied = start;
                let local = e.local_name().as_ref().to_string();
                stack.push(Frame { local, start: out.len(), ends_well: false, rows: 0 });
            }
            Event::Empty(e) => {
                let local = e.local_name().as_ref().to_string();
                child(&mut stack, &local);
            }
            Event::End(e) => {
                let Some(frame) = stack.pop() else { return Err(malformed(part)) };
                let name = AsRef::<str>::as_ref(&e.name()).to_owned();
                let prefix = name.strip_suffix(&frame.local).unwrap_or_default();
                out.push_str(&xml[copied..start]);
                copied = start;
                let own = prefix == own_prefix;
                if frame.local == "tbl" && frame.rows == 0 && own {
                    out.truncate(frame.start);
                    copied = end;
                    continue;
                }
                if own && NEED_PARAGRAPH.contains(&frame.local.as_str()) && !frame.ends_well {
                    out.push_str(&format!("<{prefix}p/>"));
                }
                child(&mut stack, &frame.local);
            }
            _ => {}
        }
    }
    out.push_str(&xml[copied..]);
    Ok(out)
}

fn child(stack: &mut [Frame], local: &str) {
    const SILENT: [&str; 6] =
        ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permEnd"];
    // A content control around rows counts them for its table.
    if local == "tr"
        && let Some(table) = stack.iter_mut().rev().find(|frame| frame.local == "tbl")
    {
        table.rows += 1;
    }
    if let Some(parent) = stack.last_mut().filter(|_| !SILENT.contains(&local)) {
        parent.ends_well = matches!(local, "p" | "sdt");
    }
}
