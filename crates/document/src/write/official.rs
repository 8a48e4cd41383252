//! An official document before it is set: blocks of text whose bound places are known.

use super::form::{Family, Form, Seal};
use std::collections::BTreeMap;

/// A stretch of text; a bound one says what it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    /// What the text refers to, in the words of who composed it.
    pub binding: Option<String>,
}

/// Text in runs.
pub type Text = Vec<Run>;

/// What a block is (GB/T 9704-2012, 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    Title,
    /// 主送机关
    Addressee,
    /// 一、 to （1）, from 1 to 4.
    Heading(u8),
    Body,
    /// 附件说明
    AttachmentNote,
    /// 署名
    Signature,
    /// 成文日期
    Date,
    /// 附注, in round brackets below the date
    Note,
    /// Flush left, as 附件1 on a page of its own.
    PageMark,
    /// 出席, 请假, 列席 of minutes: a label, a colon, names.
    Attendance,
    /// Title and name of who signs an order; without a name, room for the stamp.
    Signatory,
}

impl BlockKind {
    const NAMES: [(Self, &'static str); 14] = [
        (Self::Title, "title"),
        (Self::Addressee, "addressee"),
        (Self::Heading(1), "heading_1"),
        (Self::Heading(2), "heading_2"),
        (Self::Heading(3), "heading_3"),
        (Self::Heading(4), "heading_4"),
        (Self::Body, "body"),
        (Self::AttachmentNote, "attachment_note"),
        (Self::Signature, "signature"),
        (Self::Date, "date"),
        (Self::Note, "note"),
        (Self::PageMark, "page_mark"),
        (Self::Attendance, "attendance"),
        (Self::Signatory, "signatory"),
    ];

    /// The name wherever it is written down; a heading deeper than the fourth level is one of the fourth.
    pub fn name(self) -> &'static str {
        let known = match self {
            Self::Heading(level) => Self::Heading(level.clamp(1, 4)),
            other => other,
        };
        Self::NAMES.iter().find(|(kind, _)| *kind == known).map_or("body", |(_, name)| name)
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, one)| *one == name).map(|(kind, _)| *kind)
    }
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph { kind: BlockKind, text: Text },
    Table(Table),
    PageBreak,
}

impl Block {
    /// A paragraph that is bound to nothing.
    pub fn unbound(kind: BlockKind, text: impl Into<String>) -> Self {
        Self::Paragraph { kind, text: vec![Run { text: text.into(), binding: None }] }
    }
}

/// A table whose first row is its head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Shares of the width; as many as there are columns.
    pub widths: Vec<u16>,
    pub rows: Vec<Vec<Text>>,
    /// Too wide for an upright page.
    pub landscape: bool,
}

/// An official document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Official {
    pub form: Form,
    pub family: Family,
    pub seal: Seal,
    pub blocks: Vec<Block>,
    /// Named values that the file carries unseen, such as what it was locked with.
    pub properties: BTreeMap<String, String>,
}

/// The text without its bindings.
pub fn plain(text: &[Run]) -> String {
    text.iter().map(|run| run.text.as_str()).collect()
}

impl Official {
    /// A title and paragraphs that are bound to nothing.
    pub fn unbound<T: Into<String>>(title: &str, paragraphs: impl IntoIterator<Item = (BlockKind, T)>) -> Self {
        let title = std::iter::once(Block::unbound(BlockKind::Title, title));
        let paragraphs = paragraphs.into_iter().map(|(kind, text)| Block::unbound(kind, text));
        Self { blocks: title.chain(paragraphs).collect(), ..Self::default() }
    }

    /// Every run, those in tables too.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        self.blocks.iter().flat_map(|block| -> Box<dyn Iterator<Item = &Run>> {
            match block {
                Block::Paragraph { text, .. } => Box::new(text.iter()),
                Block::Table(table) => Box::new(table.rows.iter().flatten().flatten()),
                Block::PageBreak => Box::new(std::iter::empty()),
            }
        })
    }

    /// The title; empty where there is none.
    pub fn title(&self) -> String {
        let title = self.blocks.iter().find_map(|block| match block {
            Block::Paragraph { kind: BlockKind::Title, text } => Some(plain(text)),
            _ => None,
        });
        title.unwrap_or_default()
    }
}
