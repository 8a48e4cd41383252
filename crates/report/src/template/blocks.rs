//! The filled-in text as blocks: a line is a paragraph, its kind stands in brackets before it.

use super::TemplateError;
use super::form::{self, Asked};
use crate::snapshot::{MARK_CLOSE, MARK_OPEN, MARK_VALUE, numeral};
use document::official::{Block, BlockKind, Official, Run, Table, Text, plain};

/// What a tag at the start of a line asks for.
enum Tag {
    Kind(BlockKind),
    /// A heading that keeps the label it has in the text.
    Unnumbered(u8),
    Table(Table),
    PageBreak,
    /// How the document is issued.
    Form(&'static str),
    /// 出席, 请假, 列席
    Attendance(&'static str),
}

/// Counts headings for their labels.
#[derive(Default)]
struct Labels([usize; 4]);

impl Labels {
    /// The label of the next heading of a level, from 1.
    fn next(&mut self, level: u8) -> String {
        let at = usize::from(level.clamp(1, 4)) - 1;
        self.0[at] += 1;
        self.0[at + 1..].fill(0);
        label(at, self.0[at])
    }
}

/// The label of a heading; `at` counts levels from 0.
pub(crate) fn label(at: usize, n: usize) -> String {
    match at {
        0 => format!("{}、", numeral(n)),
        1 => format!("（{}）", numeral(n)),
        2 => format!("{n}."),
        _ => format!("（{n}）"),
    }
}

/// Reads the blocks of a filled-in template.
pub(crate) fn read(text: &str) -> Result<Official, TemplateError> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut labels = Labels::default();
    let mut in_table = false;
    let mut asked = Asked::default();
    for line in lines(text) {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        if in_table && line.starts_with('|') {
            if let Some(Block::Table(table)) = blocks.last_mut() {
                table.rows.push(cells(line));
            }
            continue;
        }
        in_table = false;
        let (tag, rest) = tag(line).map_err(TemplateError::Other)?;
        match tag {
            Tag::Table(table) => {
                in_table = true;
                blocks.push(Block::Table(table));
            }
            Tag::PageBreak => {
                labels = Labels::default();
                blocks.push(Block::PageBreak);
            }
            Tag::Unnumbered(level) => {
                blocks.push(Block::Paragraph { kind: BlockKind::Heading(level), text: runs(rest) });
            }
            Tag::Kind(kind) => blocks.push(paragraph(kind, rest, &mut labels)),
            Tag::Form(word) => asked.say(word, &plain(&runs(rest))).map_err(TemplateError::Other)?,
            Tag::Attendance(label) => {
                let label = Run { text: format!("{label}："), binding: None };
                let text = std::iter::once(label).chain(runs(rest)).collect();
                blocks.push(Block::Paragraph { kind: BlockKind::Attendance, text });
            }
        }
    }
    let mut official = Official { blocks, ..Official::default() };
    asked.give(&mut official).map_err(TemplateError::Other)?;
    Ok(official)
}

fn paragraph(kind: BlockKind, rest: &str, labels: &mut Labels) -> Block {
    let mut text = runs(rest);
    if let BlockKind::Heading(level) = kind {
        let label = labels.next(level);
        match text.first_mut() {
            Some(run) if run.binding.is_none() => run.text.insert_str(0, &label),
            _ => text.insert(0, Run { text: label, binding: None }),
        }
    }
    Block::Paragraph { kind, text }
}

/// Lines of the text; a line break inside a bound value does not end a line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.split(move |c: char| {
        match c {
            MARK_OPEN => inside = true,
            MARK_CLOSE => inside = false,
            _ => {}
        }
        c == '\n' && !inside
    })
}

/// The tag of a line and what follows it; a line without one is body text.
fn tag(line: &str) -> Result<(Tag, &str), String> {
    let Some((name, rest)) = line.strip_prefix('[').and_then(|rest| rest.split_once(']')) else {
        return Ok((Tag::Kind(BlockKind::Body), line));
    };
    let rest = rest.trim_start();
    let (word, arguments) = name.split_once(' ').unwrap_or((name, ""));
    let tag = match word {
        "标题" => Tag::Kind(BlockKind::Title),
        "主送" => Tag::Kind(BlockKind::Addressee),
        "一级" => Tag::Kind(BlockKind::Heading(1)),
        "二级" => Tag::Kind(BlockKind::Heading(2)),
        "三级" => Tag::Kind(BlockKind::Heading(3)),
        "四级" => Tag::Kind(BlockKind::Heading(4)),
        "一级*" => Tag::Unnumbered(1),
        "二级*" => Tag::Unnumbered(2),
        "三级*" => Tag::Unnumbered(3),
        "四级*" => Tag::Unnumbered(4),
        "正文" => Tag::Kind(BlockKind::Body),
        "附件说明" => Tag::Kind(BlockKind::AttachmentNote),
        "署名" => Tag::Kind(BlockKind::Signature),
        "日期" => Tag::Kind(BlockKind::Date),
        "附件" => Tag::Kind(BlockKind::PageMark),
        "附注" => Tag::Kind(BlockKind::Note),
        "签署" => Tag::Kind(BlockKind::Signatory),
        "出席" => Tag::Attendance("出席"),
        "请假" => Tag::Attendance("请假"),
        "列席" => Tag::Attendance("列席"),
        "分页" => Tag::PageBreak,
        "表格" => Tag::Table(table(arguments)?),
        other => match form::word(other) {
            Some(word) => Tag::Form(word),
            None => return Err(format!("没有名为“[{other}]”的段落类型")),
        },
    };
    Ok((tag, rest))
}

/// `1,3,1 横向`: shares of the width, and whether the page is turned.
fn table(arguments: &str) -> Result<Table, String> {
    let mut table = Table::default();
    for word in arguments.split_whitespace() {
        if word == "横向" {
            table.landscape = true;
            continue;
        }
        for share in word.split(',') {
            let share = share.parse().map_err(|_| format!("表格列宽“{share}”不是数字"))?;
            table.widths.push(share);
        }
    }
    if table.widths.is_empty() {
        Err("表格须写明各列宽度，例如 [表格 1,3,2]".to_owned())
    } else {
        Ok(table)
    }
}

/// Cells between bars; a bar inside a bound value is text.
fn cells(line: &str) -> Vec<Text> {
    let mut inside = false;
    let inner = line.trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner
        .split(|c: char| {
            match c {
                MARK_OPEN => inside = true,
                MARK_CLOSE => inside = false,
                _ => {}
            }
            c == '|' && !inside
        })
        .map(|cell| runs(cell.trim()))
        .collect()
}

/// Text and bound values, apart.
fn runs(text: &str) -> Text {
    let mut runs = Vec::new();
    let mut put = |text: &str, binding: Option<&str>| {
        if !text.is_empty() {
            runs.push(Run { text: text.to_owned(), binding: binding.map(str::to_owned) });
        }
    };
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(MARK_OPEN) {
        put(before, None);
        let Some((query, behind)) = behind.split_once(MARK_VALUE) else { break };
        let Some((value, behind)) = behind.split_once(MARK_CLOSE) else { break };
        put(value, Some(query));
        rest = behind;
    }
    put(rest, None);
    runs
}
