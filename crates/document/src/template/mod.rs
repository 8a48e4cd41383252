//! Templates that people made in Word or Excel: placeholders and loops are found in the user's own file, and a
//! copy of it is written with other text in these places. What the placeholders mean is not known here.

mod docx;
mod package;
mod statement;
mod tags;
mod xlsx;
mod xml;

pub use statement::Statement;
pub use xlsx::{FormColumn, FormPlan};

use crate::Refusal;
use crate::ledger::Mapping;
use package::Package;

/// Why a file is no template at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateRefusal {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("模板只能是 docx 或 xlsx 文件。请在 Word、WPS 或 Excel 中另存为 .docx 或 .xlsx 后再上传。")]
    Kind,
    #[error("模板含有{what}，已拒绝。请删除后另存一份再上传。")]
    Hostile { what: String },
    #[error("模板的 {part} 部件已损坏，请用 Word、WPS 或 Excel 打开并另存后再上传。")]
    Malformed { part: String },
}

/// Something in a template that cannot be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in words for the person: 第3段, 表1第2行第3列, 台账!B5.
    pub place: String,
    /// The placeholder as it stands there.
    pub source: String,
    pub what: String,
}

/// A placeholder or a mark of a loop or condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub place: String,
    /// As it stands in the file.
    pub source: String,
    pub statement: Statement,
    /// Its place among all tags of the part, as they stand in the file.
    pub number: usize,
}

/// A part of a story, in the order in which it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Bytes of the user's file.
    Raw(String),
    /// Text beside a placeholder of a cell.
    Text(String),
    Tag(Tag),
    /// A row of a sheet by its index, and a cell of it.
    RowStart(usize),
    CellStart(usize),
    CellEnd,
    RowEnd,
    /// An empty row of a form that is used up by a filled one.
    Spare {
        row: usize,
        /// The row that is filled.
        model: usize,
    },
}

/// A part of the file that holds placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Index of the part in the file.
    pub part: usize,
    pub pieces: Vec<Piece>,
}

/// A date of a cell: days since 30 December 1899, and how it is shown where the cell has no format of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellDate {
    pub serial: i64,
    pub style: DateStyle,
}

/// How a date is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// 2026年6月30日
    Chinese,
    /// 2026年6月
    Month,
    /// 2026-06-30
    Iso,
}

/// What a cell holds besides text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    Text,
    /// Exact decimal.
    Number(String),
    Date(CellDate),
}

/// What stands in place of a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub text: String,
    pub typed: Typed,
}

/// A step of the filled story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filled<'a> {
    Piece(&'a Piece),
    Value(Written),
}

/// What kind of file a template is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateKind {
    Docx,
    Xlsx,
}

#[derive(Debug)]
enum Content {
    Docx(docx::Docx),
    Xlsx(Box<xlsx::Workbook>),
}

/// A template that was opened.
#[derive(Debug)]
pub struct Template {
    bytes: Vec<u8>,
    content: Content,
    pub stories: Vec<Story>,
    /// Placeholders that are not closed, loops that cross each other.
    pub faults: Vec<Fault>,
}

impl Template {
    /// Opens a file; what must not be opened is refused in words.
    pub fn open(bytes: &[u8], name: &str) -> Result<Self, TemplateRefusal> {
        let document = crate::read(bytes, name)?;
        if !matches!(document.format, crate::Format::Docx | crate::Format::Xlsx) {
            return Err(TemplateRefusal::Kind);
        }
        let mut package = Package::open(bytes)?;
        package.refuse_hostile()?;
        let (content, stories, faults) = match document.format {
            crate::Format::Docx => {
                let (docx, stories, faults) = docx::open(&mut package)?;
                (Content::Docx(docx), stories, faults)
            }
            crate::Format::Xlsx => {
                let (workbook, stories, faults) = xlsx::open(&mut package)?;
                (Content::Xlsx(Box::new(workbook)), stories, faults)
            }
            _ => return Err(TemplateRefusal::Kind),
        };
        Ok(Self { bytes: bytes.to_vec(), content, stories, faults })
    }

    pub fn kind(&self) -> TemplateKind {
        match self.content {
            Content::Docx(_) => TemplateKind::Docx,
            Content::Xlsx(_) => TemplateKind::Xlsx,
        }
    }

    /// Makes a form of the sheet that the mapping names: its first empty row is filled once for each entry.
    pub fn plan_form(&mut self, mapping: &Mapping, plan: &FormPlan) -> Result<(), Fault> {
        match &self.content {
            Content::Xlsx(workbook) => {
                let story = workbook.form(mapping, plan)?;
                self.stories.retain(|one| one.part != story.part);
                self.stories.push(story);
                Ok(())
            }
            Content::Docx(_) => Err(Fault {
                place: String::new(),
                source: String::new(),
                what: "只有 xlsx 表格可以按表头填写".to_owned(),
            }),
        }
    }

    /// The file with its stories filled in, in the order of [`Template::stories`].
    pub fn write(&self, filled: &[Vec<Filled<'_>>]) -> Result<Vec<u8>, TemplateRefusal> {
        let stories: Vec<_> = self.stories.iter().map(|story| story.part).zip(filled).collect();
        match &self.content {
            Content::Docx(docx) => docx.write(&self.bytes, &stories),
            Content::Xlsx(workbook) => workbook.write(&self.bytes, &stories),
        }
    }
}

fn malformed(part: &str) -> TemplateRefusal {
    TemplateRefusal::Malformed { part: part.to_owned() }
}
