//! What stands above the title: mark of the issuing body and number, and which form of issue they make.

use crate::context::Context;
use document::{Align, Ink, Region, Setting};

/// The forms in which a document is issued (GB/T 9704-2012, 7.2 and chapter 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Issue {
    /// 文件格式
    RedHead,
    /// 信函格式: the number stands at the right.
    Letter,
    /// 命令（令）格式
    Order,
    /// 纪要格式
    Minutes,
}

/// A paragraph above the title.
pub(crate) struct Line<'a> {
    pub(crate) index: usize,
    pub(crate) text: &'a str,
    pub(crate) setting: &'a Setting,
}

pub(crate) struct Head<'a> {
    pub(crate) issue: Issue,
    /// `None` where it stands in a table or picture.
    pub(crate) mark: Option<Line<'a>>,
    pub(crate) number: Line<'a>,
}

/// The head is among the first paragraphs.
const FIRST: usize = 12;
/// A mark is set at least so large, in half points.
const MARK_MIN: i32 = 52;

impl<'a> Head<'a> {
    /// The head; `None` for plain documents and for formats that do not say how they are set.
    pub(crate) fn of(context: &Context<'a>) -> Option<Self> {
        context.document.layout.as_ref()?;
        let lines: Vec<Line<'a>> = context
            .paragraphs()
            .take(FIRST)
            .filter(|(_, p)| p.region == Region::Body)
            .filter_map(|(index, p)| Some(Line { index, text: p.text.trim(), setting: p.setting.as_deref()? }))
            .collect();
        let at = lines.iter().position(|line| is_number(line.text) || is_serial(line.text))?;
        let mut above: Vec<Line<'a>> = lines.into_iter().take(at + 1).collect();
        let number = above.pop()?;
        let mark = above.into_iter().rev().find(is_mark);
        let word = mark.as_ref().map_or("", |mark| mark.text);
        let issue = if word.ends_with("纪要") {
            Issue::Minutes
        } else if word.ends_with('令') {
            Issue::Order
        } else if is_serial(number.text) || (mark.is_none() && number.setting.rule.is_none()) {
            return None;
        } else if number.setting.align == Align::Right || is_beside_corner(number.text) {
            Issue::Letter
        } else {
            Issue::RedHead
        };
        Some(Self { issue, mark, number })
    }
}

/// Large, or red, or with the words of a mark: what stands above a number and is none of the title.
fn is_mark(line: &Line<'_>) -> bool {
    let named = ["文件", "命令", "令", "纪要"].iter().any(|end| line.text.ends_with(end));
    let large = line.setting.size.is_some_and(|size| size >= MARK_MIN);
    let corner = ["特急", "加急"].contains(&line.text) || line.text.bytes().all(|b| b.is_ascii_digit());
    !corner && (named || large || line.setting.ink == Ink::Red)
}

/// Copy number or urgency at the left of the number: so it is in a letter.
fn is_beside_corner(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first != text && (["特急", "加急"].contains(&first) || first.bytes().all(|b| b.is_ascii_digit()))
}

/// `云水党发〔2026〕5号`, with or without 签发人 beside it.
fn is_number(text: &str) -> bool {
    let own = text.split("签发人").next().unwrap_or_default().trim();
    let Some((code, rest)) = own.split_once(['〔', '[', '［', '（']) else { return false };
    let serial = rest.trim_end_matches('号');
    code.chars().count() <= 12
        && own.chars().count() <= 30
        && rest.len() > serial.len()
        && serial.chars().all(|c| c.is_ascii_digit() || "〕]］）第 ".contains(c))
}

/// `第5号`
fn is_serial(text: &str) -> bool {
    let number = text.strip_prefix('第').and_then(|rest| rest.strip_suffix('号').or_else(|| rest.strip_suffix('期')));
    number.is_some_and(|number| !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit()))
}
