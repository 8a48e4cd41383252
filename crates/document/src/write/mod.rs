//! Writes official documents as docx in the layout of GB/T 9704-2012.

mod package;
mod parts;

pub use package::write_docx;

/// A document to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Official {
    pub title: String,
    pub paragraphs: Vec<OfficialParagraph>,
}

/// A paragraph and what it is. Labels such as 一、 are part of the text: copies and OA systems keep them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficialParagraph {
    pub kind: OfficialKind,
    pub text: String,
}

/// The elements of the main part (GB/T 9704-2012, 7.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficialKind {
    /// 主送机关
    Addressee,
    /// 一、 in 黑体
    Heading1,
    /// （一） in 楷体
    Heading2,
    /// 1. in 仿宋
    Heading3,
    /// （1） in 仿宋
    Heading4,
    Body,
    /// 署名
    Signature,
    /// 成文日期
    Date,
}
