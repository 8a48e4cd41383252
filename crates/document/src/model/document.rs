//! A file as paragraphs with positions.

/// What kind of file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Markdown,
    Docx,
    Doc,
    Xlsx,
    Xls,
    Pdf,
}

impl Format {
    /// The lower-case name used on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Pdf => "pdf",
        }
    }
}

/// A file that was read: its non-empty paragraphs in reading order.
#[derive(Debug, Clone)]
pub struct Document {
    /// SHA-256 of the file's bytes, lower-case hex.
    pub digest: String,
    pub format: Format,
    pub paragraphs: Vec<Paragraph>,
    /// Page headers, footers and page numbers: kept apart, never parsed.
    pub furniture: Vec<String>,
    pub problems: Vec<Problem>,
    /// What the file carries beside its text; `None` for formats that carry nothing.
    pub meta: Option<super::Meta>,
    /// How it is set; `None` for formats that do not say so in plain words.
    pub layout: Option<super::Layout>,
}

/// One non-empty paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The text as a reader sees it, without an automatic number.
    pub text: String,
    pub place: Place,
    pub region: Region,
    /// The number that Word would print before the text.
    pub label: Option<AutoLabel>,
    /// Level that the file’s own style gives: 0 = document title, 1 = top heading.
    pub style_level: Option<u8>,
    /// True when every run of the paragraph is bold.
    pub bold: bool,
    /// The paragraph's text was put together or corrected by the reader (PDF lines, radicals).
    pub recovered: bool,
    /// For text files whose paragraph is not one unbroken stretch of the file (markdown marks,
    /// joined lines): where each stretch of `text` comes from. Empty when `place` says it all.
    /// A docx has them only while it is annotated; they mean bytes of its part.
    pub pieces: Vec<Piece>,
    /// How it is set; shared with its neighbours that are set alike.
    pub setting: Option<std::sync::Arc<super::Setting>>,
}

/// From byte `at` of the paragraph's text on, characters come from byte `source` of the file on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub at: u32,
    pub source: usize,
}

impl Paragraph {
    /// A body paragraph without any format of its own.
    pub fn plain(text: String, place: Place) -> Self {
        Self {
            text,
            place,
            region: Region::Body,
            label: None,
            style_level: None,
            bold: false,
            recovered: false,
            pieces: Vec::new(),
            setting: None,
        }
    }

    /// The byte in the file at which byte `at` of the text stands; `None` if the format has no such bytes.
    pub fn file_offset(&self, at: usize) -> Option<usize> {
        let Place::Bytes { start, .. } = self.place else { return None };
        match self.pieces.iter().rev().find(|piece| piece.at as usize <= at) {
            Some(piece) => Some(piece.source + at - piece.at as usize),
            None => Some(start + at),
        }
    }
}

/// Where a paragraph stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Byte range in the file (text formats that are UTF-8), end exclusive.
    Bytes { start: usize, end: usize },
    /// The paragraph's stable number in the main story of a docx or doc file, from 1.
    Story { paragraph: u32 },
    /// Page (from 1) and line on that page (from 1) where the paragraph starts.
    Page { page: u32, line: u32 },
    /// A cell; row and column from 0.
    Cell { sheet: std::sync::Arc<str>, row: u32, column: u32 },
}

impl Place {
    /// Where that is, in words; `index` is the paragraph's index in its document.
    pub fn words(&self, index: usize) -> String {
        match self {
            Self::Bytes { .. } | Self::Story { .. } => format!("第{}段", index + 1),
            Self::Page { page, line } => format!("第{page}页第{line}行"),
            Self::Cell { sheet, row, column } => format!("{sheet}!{}{}", column_letters(*column), row + 1),
        }
    }
}

/// A, B … Z, AA.
fn column_letters(column: u32) -> String {
    let mut rest = column.saturating_add(1);
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The part of the page a paragraph belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    Body,
    /// A cell of table number `table`; row and column from 0; spans in cells, at least 1.
    Table {
        table: u32,
        row: u32,
        column: u32,
        row_span: u32,
        column_span: u32,
    },
    TextBox,
    Footnote,
}

/// An automatic number of Word: it is printed but is not text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AutoLabel {
    /// What is printed, e.g. `（一）`.
    pub text: String,
    /// Level of the list, from 0.
    pub level: u8,
}

/// A byte range inside one paragraph's text, end exclusive, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Index into [`Document::paragraphs`], from 0.
    pub paragraph: u32,
    pub start: u32,
    pub end: u32,
}

/// Something the reader or parser wants a person to know; never fatal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub code: ProblemCode,
    /// What, where and what to do, in Chinese.
    pub message: String,
    /// Index into [`Document::paragraphs`], from 0.
    pub paragraph: Option<u32>,
}

/// Stable codes of [`Problem`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemCode {
    /// The file is damaged or cut; what could be read was read.
    Truncated,
    /// A limit (paragraphs, nesting) was reached; the rest was left out.
    LimitReached,
    /// Bytes or characters that are no text were replaced.
    BadCharacters,
    /// The file's name says one format, its content another.
    WrongExtension,
    /// 内部 / 工作秘密: may be processed, must not be published.
    InternalMark,
    /// A label was repaired (PDF radical, dash for 一, split label).
    RecoveredLabel,
    /// A number of a series is missing, doubled or goes back.
    LabelGap,
    /// A typed label inside an automatically numbered paragraph.
    DoubleLabel,
    /// The parts do not add up to the total.
    TotalMismatch,
    /// Pages without text (scanned images).
    ScannedPages,
    /// A table that looks like a ledger, but the needed columns were not recognised.
    UnmappedLedger,
    /// No text at all.
    Empty,
}

impl ProblemCode {
    /// The name used on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Truncated => "truncated",
            Self::LimitReached => "limit_reached",
            Self::BadCharacters => "bad_characters",
            Self::WrongExtension => "wrong_extension",
            Self::InternalMark => "internal_mark",
            Self::RecoveredLabel => "recovered_label",
            Self::LabelGap => "label_gap",
            Self::DoubleLabel => "double_label",
            Self::TotalMismatch => "total_mismatch",
            Self::ScannedPages => "scanned_pages",
            Self::UnmappedLedger => "unmapped_ledger",
            Self::Empty => "empty",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 701].map(column_letters), ["A", "Z", "AA", "ZZ"]);
    }
}
