//! Headings without number: by style, by bold type, or as a short line of their own.

use super::candidates::Candidate;
use super::closing::closing_start;
use super::items;
use crate::grammar::{Form, label_at};
use crate::{Document, Origin, Paragraph, Region};

const HEADING_CHARACTERS_MAX: usize = 36;
const PLAIN_CHARACTERS_MAX: usize = 26;
/// Levels given to headings that have only bold type or their shortness to show for it; items stand one below.
pub(super) const BOLD_LEVEL: u8 = 20;
pub(super) const PLAIN_LEVEL: u8 = 30;

/// Merges headings without number into the candidates, in reading order.
pub(super) fn add(document: &Document, first_body: usize, title: Option<&str>, found: &mut Vec<Candidate>) {
    let labelled: Vec<u32> = found.iter().map(|c| c.paragraph).collect();
    let plain_allowed = !found.iter().any(|c| matches!(c.form, Form::Chinese | Form::Part | Form::Chapter));
    let closing = closing_start(document);
    let mut forms: Vec<(usize, Form)> = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate().take(closing).skip(first_body) {
        let known = labelled.binary_search(&(index as u32)).is_ok();
        if known || title.is_some_and(|title| title.trim() == paragraph.text.trim()) {
            continue;
        }
        let next = document.paragraphs.get(index + 1);
        if let Some(form) = heading_form(paragraph, next, plain_allowed) {
            forms.push((index, form));
        }
    }
    if plain_allowed {
        items::add_plain(document, closing, &mut forms);
    } else {
        items::add_areas(document, closing, &labelled, &mut forms);
    }
    items::lower(document, &mut forms);
    if forms.is_empty() {
        return;
    }
    let mut counters: Vec<(Form, u32)> = Vec::new();
    for (index, form) in forms {
        counters.retain(|(f, _)| *f <= form);
        let value = counters.iter().find(|(f, _)| *f == form).map_or(1, |(_, v)| v + 1);
        counters.retain(|(f, _)| *f != form);
        counters.push((form, value));
        found.push(candidate(index as u32, form, value));
    }
    found.sort_by_key(|c| (c.paragraph, c.start));
}

fn candidate(paragraph: u32, form: Form, value: u32) -> Candidate {
    Candidate {
        paragraph,
        start: 0,
        text_start: 0,
        form,
        value,
        label: String::new(),
        origin: Origin::Typed,
        weak: false,
    }
}

/// What a heading does not end with.
const STOPS: [char; 6] = ['。', '；', '，', '！', ';', ','];

fn heading_form(paragraph: &Paragraph, next: Option<&Paragraph>, plain_allowed: bool) -> Option<Form> {
    if !matches!(paragraph.region, Region::Body) {
        return None;
    }
    let text = paragraph.text.trim();
    let count = text.chars().count();
    // A styled heading may be one sentence of its own: 数据底数不实。
    let sentence = text.strip_suffix('。').is_some_and(|text| !text.contains('。')) && paragraph.style_level.is_some();
    if count < 2 || text.ends_with(STOPS) && !sentence || label_at(text).is_some_and(|l| !l.weak) {
        return None;
    }
    if let Some(level) = paragraph.style_level {
        return (count <= 2 * HEADING_CHARACTERS_MAX).then_some(Form::Styled(level));
    }
    // 整改状态：已销号 and 【正在整改】 are statements, not headings.
    if text.contains(['：', ':']) || text.starts_with(['【', '[']) || is_signature(text) || next.is_none() {
        return None;
    }
    let followed = next.is_some_and(|n| n.text.chars().count() > count);
    if paragraph.bold && count <= HEADING_CHARACTERS_MAX && followed {
        return Some(Form::Styled(BOLD_LEVEL));
    }
    (plain_allowed && count <= PLAIN_CHARACTERS_MAX && followed && ends_like_heading(text))
        .then_some(Form::Styled(PLAIN_LEVEL))
}

/// Short lines that usually head a section.
fn ends_like_heading(text: &str) -> bool {
    const ENDS: [&str; 16] = [
        "方面", "情况", "问题", "措施", "建议", "要求", "打算", "安排", "成效", "任务", "目标", "做法", "制", "整改",
        "工作", "保障",
    ];
    ENDS.iter().any(|end| text.ends_with(end))
}

/// A date or the name of a body at the end of a document.
fn is_signature(text: &str) -> bool {
    text.ends_with('日') && text.contains('年')
        || text.starts_with("附件")
        || text.starts_with("抄送")
        || text.starts_with("联系")
}
