//! The parts of the package: which one holds the comments, how a new one is announced, the zip again.

use super::AnnotateError;
use super::words::Words;
use crate::Refusal;
use crate::read::{ByteOrderMark, TracedPart};
use crate::repack::repacked;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

const TYPES: &str = "[Content_Types].xml";
const TYPES_SPACE: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATIONS_TYPE: &str = "application/vnd.openxmlformats-package.relationships+xml";
/// Parts that are kept as a whole beside the main part.
const PART_MAX: u64 = 64 * 1024 * 1024;

/// A part that is changed.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) xml: Vec<u8>,
}

/// The package with the parts that announce others.
pub(super) struct Parts<'a> {
    bytes: &'a [u8],
    folder: String,
    types: Part,
    relations: Part,
    /// Whether the package has relations of the main part already.
    had_relations: bool,
}

/// Whether the package carries a signature.
pub(super) fn is_signed(bytes: &[u8]) -> Result<bool, AnnotateError> {
    Ok(archive(bytes)?.file_names().filter_map(Result::ok).any(|name| name.starts_with("_xmlsignatures/")))
}

fn archive(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, AnnotateError> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|cause| unreadable("压缩结构", &cause.to_string()))
}

fn unreadable(part: &str, cause: &str) -> AnnotateError {
    AnnotateError::Refused(Refusal::Unreadable { detail: format!("{part}无法读取（{cause}）") })
}

/// A part; `None` when the package has none of that name.
fn part(bytes: &[u8], name: &str) -> Result<Option<Part>, AnnotateError> {
    let mut archive = archive(bytes)?;
    let entry = match archive.by_name(name) {
        Ok(entry) => entry,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(cause) => return Err(unreadable(name, &cause.to_string())),
    };
    let mut xml = Vec::new();
    entry.take(PART_MAX).read_to_end(&mut xml).map_err(|cause| unreadable(name, &cause.to_string()))?;
    if xml.len() as u64 == PART_MAX {
        return Err(Refusal::Bomb { detail: format!("部件 {name} 解压后异常庞大") }.into());
    }
    if xml.starts_with(b"\xEF\xBB\xBF") {
        xml.drain(..3);
    }
    Ok(Some(Part { name: name.to_owned(), xml }))
}

impl<'a> Parts<'a> {
    pub(super) fn read(bytes: &'a [u8], main: &str) -> Result<Self, AnnotateError> {
        let malformed = |detail| AnnotateError::Malformed { part: TYPES.to_owned(), detail };
        let types = part(bytes, TYPES)?.ok_or_else(|| malformed("缺少该部件"))?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
        let name = format!("{folder}/_rels/{file}.rels");
        let found = part(bytes, &name)?;
        let had_relations = found.is_some();
        let relations = found.unwrap_or_else(|| Part {
            name,
            xml: format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{RELATIONS}"></Relationships>"#)
                .into_bytes(),
        });
        Ok(Self { bytes, folder: folder.to_owned(), types, relations, had_relations })
    }

    /// The comments that the document has.
    pub(super) fn comments(&self) -> Result<Option<Part>, AnnotateError> {
        let Some(target) = self.target("/comments")? else { return Ok(None) };
        let name = match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => format!("{}/{target}", self.folder),
        };
        part(self.bytes, &name)
    }

    /// The target of the first relation whose type ends like this.
    fn target(&self, kind: &str) -> Result<Option<String>, AnnotateError> {
        let mut reader = Reader::from_reader(self.relations.xml.as_slice());
        loop {
            let event = reader
                .read_event()
                .map_err(|_| AnnotateError::Malformed {
                    part: self.relations.name.clone(), detail: "标签不成对"
                })?;
            let (Event::Start(e) | Event::Empty(e)) = event else {
                if matches!(event, Event::Eof) {
                    return Ok(None);
                }
                continue;
            };
            let value = |name: &str| {
                let found = e.attributes().with_checks(false).flatten().find(|a| AsRef::<str>::as_ref(&a.key) == name);
                found.map(|a| a.value.to_string())
            };
            if value("Type").is_some_and(|found| found.ends_with(kind)) {
                return Ok(value("Target"));
            }
        }
    }

    /// The package with the new main part and comments; all other parts are copied as they are packed.
    pub(super) fn rebuilt(
        mut self,
        main: &TracedPart,
        mut main_xml: Vec<u8>,
        existing: Option<Part>,
        comments: Vec<u8>,
        words: &Words,
    ) -> Result<Vec<u8>, AnnotateError> {
        if main.marked_order == ByteOrderMark::Utf8 {
            main_xml.splice(0..0, *b"\xEF\xBB\xBF");
        }
        let mut changed = vec![(main.name.clone(), main_xml)];
        let mut added = Vec::new();
        match existing {
            Some(part) => changed.push((part.name, comments)),
            None => {
                let file = self.free_name()?;
                let name = format!("{}/{file}", self.folder);
                self.announce(&name, &file, words)?;
                added.push((name, comments));
                changed.push((self.types.name, self.types.xml));
                let relations = (self.relations.name, self.relations.xml);
                if self.had_relations {
                    changed.push(relations);
                } else {
                    added.push(relations);
                }
            }
        }
        Ok(repacked(self.bytes, &changed, &added, &[])?)
    }

    /// A file name for comments that the package does not have.
    fn free_name(&self) -> Result<String, AnnotateError> {
        let archive = archive(self.bytes)?;
        let taken = |file: &String| archive.index_for_name(&format!("{}/{file}", self.folder)).is_some();
        let numbered = (2u32..).map(|number| format!("comments{number}.xml"));
        let free = std::iter::once("comments.xml".to_owned()).chain(numbered).find(|file| !taken(file));
        Ok(free.unwrap_or_default())
    }

    fn announce(&mut self, name: &str, file: &str, words: &Words) -> Result<(), AnnotateError> {
        let has_default = memchr::memmem::find(&self.types.xml, b"Extension=\"rels\"").is_some();
        let default = if !self.had_relations && !has_default {
            format!(r#"<Default xmlns="{TYPES_SPACE}" Extension="rels" ContentType="{RELATIONS_TYPE}"/>"#)
        } else {
            String::new()
        };
        let types =
            format!(r#"{default}<Override xmlns="{TYPES_SPACE}" PartName="/{name}" ContentType="{COMMENTS_TYPE}"/>"#);
        self.types.xml = self.types.with_last_child(&types)?;
        let relation = words.relation();
        let free = |id: &String| memchr::memmem::find(&self.relations.xml, format!("\"{id}\"").as_bytes()).is_none();
        let id = (1u32..).map(|number| format!("rIdComments{number}")).find(free).unwrap_or_default();
        let relation = format!(r#"<Relationship xmlns="{RELATIONS}" Id="{id}" Type="{relation}" Target="{file}"/>"#);
        self.relations.xml = self.relations.with_last_child(&relation)?;
        Ok(())
    }
}

impl Part {
    /// The part with this XML before its last closing tag.
    pub(super) fn with_last_child(&self, child: &str) -> Result<Vec<u8>, AnnotateError> {
        let malformed = |detail| AnnotateError::Malformed { part: self.name.clone(), detail };
        let mut reader = Reader::from_reader(self.xml.as_slice());
        let mut depth = 0usize;
        loop {
            let at = reader.buffer_position() as usize;
            let event = reader.read_event().map_err(|_| malformed("标签不成对"))?;
            let (from, replaced) = match event {
                Event::Start(_) => {
                    depth += 1;
                    continue;
                }
                Event::End(_) if depth > 1 => {
                    depth -= 1;
                    continue;
                }
                Event::End(_) => (at, child.to_owned()),
                Event::Empty(e) if depth == 0 => {
                    let name: String = AsRef::<str>::as_ref(&e.name()).to_string();
                    let end = reader.buffer_position() as usize;
                    let mut xml = self.xml.get(..end.saturating_sub(2)).unwrap_or_default().to_vec();
                    xml.extend_from_slice(format!(">{child}</{name}>").as_bytes());
                    xml.extend_from_slice(self.xml.get(end..).unwrap_or_default());
                    return Ok(xml);
                }
                Event::Eof => return Err(malformed("没有根元素")),
                _ => continue,
            };
            let mut xml = self.xml.get(..from).unwrap_or_default().to_vec();
            xml.extend_from_slice(replaced.as_bytes());
            xml.extend_from_slice(self.xml.get(from..).unwrap_or_default());
            return Ok(xml);
        }
    }
}
