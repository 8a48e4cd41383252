//! What the parser finds in a document.

use super::{Problem, Span};
use crate::ledger::Field;

/// The structure of a document. Everything points back at its source.
#[derive(Debug, Clone)]
pub struct Structure {
    pub kind: DocumentKind,
    pub title: Option<String>,
    pub outline: Vec<Node>,
    pub series: Vec<Series>,
    pub findings: Vec<Finding>,
    pub totals: Vec<Total>,
    pub titles: Vec<Title>,
    pub dates: Vec<Date>,
    pub amounts: Vec<Amount>,
    pub problems: Vec<Problem>,
}

impl Structure {
    /// The series that begin in this heading's own text.
    pub fn series_in(&self, node: &Node) -> &[Series] {
        let from = node.body.first().map_or((0, 0), |b| (b.paragraph, b.start));
        let to = node.body.last().map_or((0, 0), |b| (b.paragraph, b.end));
        series_between(&self.series, from, to)
    }
}

/// The series that begin at or after one place (paragraph, byte) and before another; they are sorted by it.
pub(crate) fn series_between(series: &[Series], from: (u32, u32), to: (u32, u32)) -> &[Series] {
    let first = |s: &Series| s.items.first().map_or((0, 0), |item| (item.span.paragraph, item.span.start));
    let low = series.partition_point(|s| first(s) < from);
    let high = series.partition_point(|s| first(s) < to);
    series.get(low..high).unwrap_or_default()
}

/// What the document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// 反馈意见
    Feedback,
    /// 整改方案
    Plan,
    /// 整改报告
    Report,
    /// 台账
    Ledger,
    /// 通知、函
    Notice,
    Other,
}

/// A heading with what stands below it.
#[derive(Debug, Clone)]
pub struct Node {
    /// From 1; as the document uses its label forms (gongwen.md B2.4-10).
    pub level: u8,
    /// `一、`, `（一）`, `1.`; empty for a heading without number.
    pub label: String,
    pub title: String,
    pub origin: Origin,
    /// Index into the document's paragraphs, from 0.
    pub paragraph: u32,
    /// Label and title; `None` when the label is automatic (it is not text).
    pub span: Option<Span>,
    /// Label, title and everything up to the next heading of any level, as one range per paragraph.
    pub body: Vec<Span>,
    pub children: Vec<Node>,
}

/// Where a label comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Typed,
    /// Numbered by Word.
    Auto,
    /// Repaired by the reader.
    Recovered,
}

/// 一是…二是… and its kin.
#[derive(Debug, Clone)]
pub struct Series {
    pub style: SeriesStyle,
    pub items: Vec<SeriesItem>,
}

/// The label form of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesStyle {
    /// 一是
    Is,
    /// 一要
    Must,
    /// 一则
    Then,
    /// 第一，
    Ordinal,
    /// 首先
    First,
    /// 其一
    Among,
    /// 一方面
    Side,
    /// ①
    Circled,
    /// （1）
    Parenthesised,
    /// 1. inside a paragraph
    Numbered,
    /// —— or another bullet
    Bullet,
}

#[derive(Debug, Clone)]
pub struct SeriesItem {
    /// From 1.
    pub ordinal: u32,
    pub label: String,
    /// The item with its label.
    pub span: Span,
}

/// A problem that must be answered, or a recommendation.
#[derive(Debug, Clone)]
pub struct Finding {
    pub kind: FindingKind,
    /// The finding's own label, e.g. `1.`; may be empty.
    pub label: String,
    /// The heading sentence, without label.
    pub title: String,
    /// Full original wording without label (heading and manifestations), without the measures.
    pub text: String,
    /// Headings above, outermost first, with their labels.
    pub path: Vec<String>,
    pub measures: Vec<Measure>,
    pub status: Option<Status>,
    pub deadlines: Vec<Deadline>,
    pub owners: Vec<Duty>,
    /// Every stretch of the source that belongs to this finding's own text; the first is its heading.
    pub sources: Vec<Span>,
    /// Columns of a ledger that are kept as they are.
    pub cells: Vec<FieldText>,
}

/// What a column of a ledger says of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldText {
    pub field: Field,
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingKind {
    Problem,
    Recommendation,
}

#[derive(Debug, Clone)]
pub struct Measure {
    pub text: String,
    /// The measure in the source; several when it runs over paragraphs.
    pub sources: Vec<Span>,
    pub deadlines: Vec<Deadline>,
    pub owners: Vec<Duty>,
}

/// How far a finding is, in the words of the document (process-rules.md §1.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    NotStarted,
    InProgress,
    MostlyDone,
    Done,
    Standing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    pub kind: DeadlineKind,
    pub text: String,
    /// ISO date of an absolute deadline (last day meant), `YYYY-MM-DD`; `--MM-DD` if the year is not stated.
    pub date: Option<String>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineKind {
    /// A calendar date.
    Absolute,
    /// 2个月内
    Relative,
    /// 立即、立行立改
    Immediate,
    /// 长期坚持
    Standing,
}

/// Who is named for what duty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    pub role: DutyRole,
    /// The duty word of the source, e.g. 牵头单位.
    pub word: String,
    pub names: Vec<String>,
    pub span: Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DutyRole {
    /// 责任领导、牵头领导
    Leader,
    /// 牵头单位、责任单位、责任部门
    LeadUnit,
    /// 配合单位
    CoUnit,
    /// 责任人
    Owner,
    /// 验收单位、验收人
    Reviewer,
}

/// A counted statement: 21个问题，完成19个，基本完成2个.
#[derive(Debug, Clone)]
pub struct Total {
    /// 问题, 意见, 措施…
    pub subject: String,
    /// 个, 项, 条…
    pub unit: String,
    /// Exact decimal as text: counts are integers, money may have a fraction.
    pub total: String,
    pub parts: Vec<Part>,
    /// Whether the parts add up; `None` when there is nothing to add.
    pub consistent: Option<bool>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub label: String,
    pub count: String,
}

/// 《…》
#[derive(Debug, Clone)]
pub struct Title {
    pub text: String,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct Date {
    pub text: String,
    /// `2023-12-31`, `2023-12`, `--06-30`, `--09`.
    pub iso: String,
    pub span: Span,
}

#[derive(Debug, Clone)]
pub struct Amount {
    pub text: String,
    /// In yuan, exact decimal as text.
    pub yuan: String,
    pub span: Span,
}
