//! The zip package of a docx: parts are streamed, and what unpacks beyond reason is refused.

use crate::read::Content;
use crate::read::memory::PART_MAX;
use crate::read::unpack::{self, Counted};
use crate::{ProblemCode, Refusal};
use quick_xml::Reader;
use std::io::{BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;

/// A part as a stream of XML.
pub(super) type Xml<'a> = Reader<Box<dyn BufRead + 'a>>;

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    /// Bytes that may still be unpacked.
    budget: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|cause| Refusal::Unreadable { detail: format!("压缩结构不完整（{cause}）") })?;
        let names = archive.file_names().filter_map(Result::ok).map(|name| name.to_string()).collect();
        Ok(Self { archive, names, budget: unpack::limit(bytes.len()) })
    }

    /// The main story.
    pub(super) fn main_part(&self) -> String {
        let wanted = ["word/document.xml", "word/document2.xml"];
        let exact = self.names.iter().find(|name| wanted.iter().any(|w| name.eq_ignore_ascii_case(w)));
        let any = self.names.iter().find(|name| name.to_ascii_lowercase().ends_with("word/document.xml"));
        exact.or(any).cloned().unwrap_or_default()
    }

    /// Parts in `word/` whose file name starts with one of `stems`, in order of name.
    pub(super) fn names_like(&self, stems: &[&str]) -> Vec<String> {
        let mut found: Vec<String> = self
            .names
            .iter()
            .filter(|name| {
                let file = name.rsplit('/').next().unwrap_or_default();
                name.starts_with("word/")
                    && !name.contains("_rels")
                    && file.ends_with(".xml")
                    && stems.iter().any(|stem| file.starts_with(stem))
            })
            .cloned()
            .collect();
        found.sort();
        found
    }

    /// Parts whose path ends so.
    pub(super) fn with_ends(&self, ends: &[&str]) -> Vec<String> {
        self.names.iter().filter(|name| ends.iter().any(|end| name.ends_with(end))).cloned().collect()
    }

    /// Parts of data that programs put beside the text.
    pub(super) fn names_of_data(&self) -> Vec<String> {
        let is_data = |name: &&String| {
            name.starts_with("customXml/item") && name.ends_with(".xml") && !name.contains("itemProps")
        };
        self.names.iter().filter(is_data).cloned().collect()
    }

    pub(super) fn has_signature(&self) -> bool {
        self.names.iter().any(|name| name.starts_with("_xmlsignatures/"))
    }

    /// Reads `word/NAME` if the package has it.
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        content: &mut Content,
        read: impl FnOnce(&mut Xml<'_>) -> Result<T, quick_xml::Error>,
    ) -> Result<Option<T>, Refusal> {
        let main = self.main_part();
        let folder = main.rsplit_once('/').map_or("word", |(folder, _)| folder).to_owned();
        let path = format!("{folder}/{name}");
        if !self.names.contains(&path) {
            return Ok(None);
        }
        let mut value = None;
        // What it says is kept: the part has a budget of its own.
        let others = self.budget.saturating_sub(PART_MAX);
        self.budget -= others;
        self.part(&path, content, |xml, _| {
            value = Some(read(xml)?);
            Ok(())
        })?;
        self.budget += others;
        Ok(value)
    }

    /// A whole part, within the budget.
    pub(super) fn whole(&mut self, name: &str) -> Result<Vec<u8>, Refusal> {
        let unreadable =
            |cause: String| Refusal::Unreadable { detail: format!("文件部件 {name} 无法读取（{cause}）") };
        let entry = self.archive.by_name(name).map_err(|cause| unreadable(cause.to_string()))?;
        let mut bytes = Vec::new();
        entry.take(self.budget).read_to_end(&mut bytes).map_err(|cause| unreadable(cause.to_string()))?;
        self.budget = self.budget.saturating_sub(bytes.len() as u64);
        if self.budget == 0 {
            return Err(Refusal::Bomb { detail: format!("部件 {name} 解压后异常庞大") });
        }
        Ok(bytes)
    }

    /// Streams a part; XML errors leave a problem, too much data is refused.
    pub(super) fn part(
        &mut self,
        name: &str,
        content: &mut Content,
        read: impl FnOnce(&mut Xml<'_>, &mut Content) -> Result<(), quick_xml::Error>,
    ) -> Result<(), Refusal> {
        let budget = self.budget;
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(cause) => {
                content.problem(ProblemCode::Truncated, format!("文件部件 {name} 无法读取（{cause}），其内容缺失。"));
                return Ok(());
            }
        };
        let left = std::cell::Cell::new(budget);
        let counted = Counted::new(entry, &left);
        let mut xml: Xml<'_> = Reader::from_reader(Box::new(BufReader::with_capacity(1 << 16, counted)));
        xml.config_mut().check_end_names = false;
        let result = read(&mut xml, content);
        drop(xml);
        self.budget = left.get();
        if self.budget == 0 {
            return Err(Refusal::Bomb {
                detail: format!("部件 {name} 解压后超过 {} MiB，或含有异常长的文字", budget / (1024 * 1024)),
            });
        }
        if let Err(cause) = result {
            content.problem(ProblemCode::Truncated, format!("文件部件 {name} 已损坏（{cause}），只读出了前面的部分。"));
        }
        Ok(())
    }
}
