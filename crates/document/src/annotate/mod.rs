//! Comments and tracked changes in a copy of somebody's docx; whatever is not marked stays byte for byte.
//!
//! [`place`] says which bytes of the XML a stretch of a paragraph is, [`walk`] what stands around them, [`edits`]
//! what is inserted there, [`package`] puts the parts together again.

mod comments;
mod edits;
mod package;
mod place;
mod walk;
mod words;

use crate::Refusal;
use crate::read::traced_docx;
use words::Words;

/// What is to be said of a stretch of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Index into the paragraphs of the document as [`crate::read()`] gives them.
    pub paragraph: usize,
    /// Bytes of the paragraph's text, end exclusive.
    pub start: usize,
    pub end: usize,
    /// The paragraphs of the comment.
    pub lines: Vec<String>,
    /// What the stretch becomes, as a tracked change; empty when it is removed.
    pub replacement: Option<String>,
}

/// The copy, and what became of the marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    pub bytes: Vec<u8>,
    pub comments: usize,
    pub changes: usize,
    /// Comments that could not stand at their characters and stand near them.
    pub moved: usize,
}

/// Why a docx cannot be annotated.
#[derive(Debug, thiserror::Error)]
pub enum AnnotateError {
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("不是 docx 文件，不能加批注。请用 Word 或 WPS 另存为 .docx 后重试。")]
    NotDocx,
    #[error("文档带有数字签名，加批注会使签名失效，已停止。请在未签名的文稿上核稿。")]
    Signed,
    #[error("文档中没有可以加批注的段落。请确认正文不全在文本框或图片中。")]
    NoPlace,
    #[error("文件部件 {part} 不合规范（{detail}），不能加批注。请用 Word 或 WPS 打开并另存后重试。")]
    Malformed { part: String, detail: &'static str },
    #[error("写入 docx 失败：{0}。请检查磁盘空间后重试。")]
    Write(#[from] std::io::Error),
}

/// Writes the marks into a copy. Without marks the copy is the file.
pub fn annotate(bytes: &[u8], marks: &[Mark], author: &str) -> Result<Annotated, AnnotateError> {
    if !bytes.starts_with(b"PK") {
        return Err(AnnotateError::NotDocx);
    }
    let traced = traced_docx(bytes)?;
    if package::is_signed(bytes)? {
        return Err(AnnotateError::Signed);
    }
    if marks.is_empty() {
        return Ok(Annotated { bytes: bytes.to_vec(), comments: 0, changes: 0, moved: 0 });
    }
    let Some(main) = traced.parts.first() else { return Err(AnnotateError::NotDocx) };
    let words = Words::of(&main.xml, &main.name)?;
    let mut wanted = place::wanted(&traced, marks);
    let spots = walk::spots(&main.xml, &main.name, &wanted.bytes())?;
    let moved = wanted.settle(&spots)?;
    let parts = package::Parts::read(bytes, &main.name)?;
    let existing = parts.comments()?;
    let first = comments::next_id(existing.as_ref().map(|part| part.xml.as_slice()), &main.xml);
    let edited = edits::Edits { xml: &main.xml, words: &words, author, first }.apply(&wanted, &spots, marks);
    let comments_xml = comments::merged(existing.as_ref(), &words, author, first, marks)?;
    let bytes = parts.rebuilt(main, edited.xml, existing, comments_xml, &words)?;
    Ok(Annotated { bytes, comments: marks.len(), changes: edited.changes, moved })
}
