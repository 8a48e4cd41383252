//! Readers: a file becomes paragraphs with positions. One module per format.

pub(crate) mod container;
mod doc;
mod docx;
mod markdown;
mod memory;
mod parts;
mod pdf;
mod secrecy;
mod sheet;
mod sniff;
mod text;
mod unpack;
mod wrapped;
mod xls;

pub use docx::{BoundPlace, Carried, carried};
pub(crate) use docx::{ByteOrderMark, Traced, TracedPart, traced as traced_docx};
pub use pdf::single_widths;

use crate::{Document, Format, Layout, Meta, Paragraph, Problem, ProblemCode, Refusal};
use sha2::{Digest, Sha256};
use sniff::Kind;

/// Upper limit of an input file in bytes.
pub const BYTES_MAX: u64 = 256 * 1024 * 1024;
/// Upper limit of paragraphs; what comes after is left out and reported.
pub(crate) const PARAGRAPHS_MAX: usize = 200_000;

/// What a format's reader delivers.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) paragraphs: Vec<Paragraph>,
    pub(crate) furniture: Vec<String>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) meta: Option<Meta>,
    pub(crate) layout: Option<Layout>,
    /// Paragraphs beyond this are left out.
    pub(crate) limit: usize,
    /// Bytes of memory that paragraphs may still take.
    pub(crate) left: usize,
}

impl Content {
    /// For a file of this many bytes.
    pub(crate) fn sized(input: usize) -> Self {
        Self::with(memory::budget(input))
    }

    pub(crate) fn with(left: usize) -> Self {
        Self {
            paragraphs: Vec::new(),
            furniture: Vec::new(),
            problems: Vec::new(),
            meta: None,
            layout: None,
            limit: PARAGRAPHS_MAX,
            left,
        }
    }

    /// Takes memory for something else; false when there is not so much.
    pub(crate) fn take(&mut self, bytes: usize) -> bool {
        let enough = bytes <= self.left;
        self.left = self.left.saturating_sub(bytes);
        enough
    }

    pub(crate) fn problem(&mut self, code: ProblemCode, message: impl Into<String>) {
        self.problems.push(Problem { code, message: message.into(), paragraph: None });
    }

    /// Adds a paragraph unless it is empty; false when the limit is reached (reported once).
    pub(crate) fn push(&mut self, paragraph: Paragraph) -> bool {
        if paragraph.text.trim().is_empty() {
            return true;
        }
        if self.paragraphs.len() >= self.limit || !self.take(memory::paragraph(&paragraph)) {
            if !self.problems.iter().any(|p| p.code == ProblemCode::LimitReached) {
                let count = self.paragraphs.len();
                self.problem(
                    ProblemCode::LimitReached,
                    format!("内容过多，只读入了前 {count} 个段落或单元格，其后内容未读入。请拆分文件后分别导入。"),
                );
            }
            return false;
        }
        self.paragraphs.push(paragraph);
        true
    }
}

/// Reads a file. `name` is its file name; it only helps to tell formats apart and to find a secrecy mark.
pub fn read(bytes: &[u8], name: &str) -> Result<Document, Refusal> {
    let size = bytes.len() as u64;
    if size > BYTES_MAX {
        return Err(Refusal::TooLarge { bytes: size, limit: BYTES_MAX });
    }
    let kind = sniff::kind(bytes, name)?;
    let mut content = match kind {
        Kind::Text => text::read(bytes),
        Kind::Markdown => markdown::read(bytes),
        Kind::Docx => docx::read(bytes)?,
        Kind::Doc => doc::read(bytes)?,
        Kind::Pdf => pdf::read(bytes)?,
        Kind::Xlsx => sheet::read_xlsx(bytes)?,
        Kind::Xls => xls::read(bytes)?,
    };
    secrecy::refuse_marked(name, &content)?;
    secrecy::warn_internal(&mut content);
    if content.paragraphs.is_empty() && !content.problems.iter().any(|p| p.code == ProblemCode::Truncated) {
        content.problem(ProblemCode::Empty, "文件中没有文字。请确认选对了文件，或改用“粘贴文本”。");
    }
    if let Some(expected) = sniff::misnamed(kind, name) {
        content.problem(ProblemCode::WrongExtension, format!("文件名“{name}”的后缀与内容不符，已按 {expected} 读取。"));
    }
    Ok(Document {
        digest: digest(bytes),
        format: kind.format(),
        paragraphs: content.paragraphs,
        furniture: content.furniture,
        problems: content.problems,
        meta: content.meta,
        layout: content.layout,
    })
}

/// SHA-256 as lower-case hex.
fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Kind {
    fn format(self) -> Format {
        match self {
            Self::Text => Format::Text,
            Self::Markdown => Format::Markdown,
            Self::Docx => Format::Docx,
            Self::Doc => Format::Doc,
            Self::Xlsx => Format::Xlsx,
            Self::Xls => Format::Xls,
            Self::Pdf => Format::Pdf,
        }
    }
}
