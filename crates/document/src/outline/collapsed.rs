//! Headings inside one long line: a document whose line breaks were lost.

use super::candidates::{Candidate, blank_lead, typed};
use crate::Paragraph;
use crate::grammar::{Form, label_at};

/// A line this long may hold headings; shorter ones never do.
const LONG_BYTES: usize = 450;

/// True when a line holds at least two labels 一、二、 or （一）（二） of a series at sentence boundaries.
pub(super) fn is_collapsed(text: &str) -> bool {
    text.len() >= LONG_BYTES && has_series(text)
}

fn has_series(text: &str) -> bool {
    let mut expected = [(Form::Chinese, 1u32, 0u32), (Form::ChineseParenthesised, 1, 0)];
    for (at, label) in labels(text) {
        for (form, next, count) in &mut expected {
            if label.form != *form {
                continue;
            }
            if label.value == *next || (label.value == 1) {
                *next = label.value + 1;
                *count += u32::from(at > 0 || label.value == 1);
            }
        }
    }
    expected.iter().any(|(_, _, count)| *count >= 2)
}

/// Labels 一、 and （一） after a sentence end, a blank, or a heading without mark.
fn labels(text: &str) -> impl Iterator<Item = (usize, crate::grammar::Label)> + '_ {
    boundaries(text).filter_map(|at| {
        let label = label_at(&text[at..])?;
        (!label.weak && matches!(label.form, Form::Chinese | Form::ChineseParenthesised)).then_some((at, label))
    })
}

/// Byte offsets at which a heading may start: the line's start and after 。！？ and blanks.
fn boundaries(text: &str) -> impl Iterator<Item = usize> + '_ {
    let starts = std::iter::once(blank_lead(text));
    let after = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '。' | '！' | '？' | '”' | '）' | '：' | '；') || c.is_whitespace())
        .map(|(at, c)| at + c.len_utf8());
    starts.chain(after.filter(move |at| *at < text.len() && !text[*at..].starts_with(char::is_whitespace)))
}

/// Adds every heading of a collapsed line.
pub(super) fn split(paragraph: &Paragraph, index: u32, found: &mut Vec<Candidate>) {
    let text = paragraph.text.as_str();
    let mut next: Vec<(Form, u32)> = vec![(Form::Chinese, 1), (Form::ChineseParenthesised, 1), (Form::Arabic, 1)];
    let mut at = blank_lead(text);
    let mut title_open = false;
    while at < text.len() {
        let label = label_at(&text[at..]).filter(|label| !label.weak);
        let expected =
            label.and_then(|label| next.iter().find(|(form, _)| *form == label.form).map(|(_, value)| (label, *value)));
        let taken = expected.filter(|(label, value)| {
            let boundary = is_boundary(text, at);
            let continues = label.value == *value;
            let restarts = label.value == 1 && label.form != Form::Chinese;
            (boundary && (continues || restarts)) || (title_open && label.value == 1 && !digit_before(text, at))
        });
        match taken {
            Some((label, _)) => {
                found.push(typed(paragraph, index, at, label));
                set_next(&mut next, label.form, label.value);
                at += label.skip.max(1);
                title_open = label.form < Form::Arabic;
            }
            None => {
                let c = text[at..].chars().next().map_or(1, |c| {
                    if matches!(c, '。' | '！' | '？') {
                        title_open = false;
                    }
                    c.len_utf8()
                });
                at += c;
            }
        }
    }
}

fn is_boundary(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| matches!(c, '。' | '！' | '？' | '：') || c.is_whitespace())
}

fn digit_before(text: &str, at: usize) -> bool {
    text[..at]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() && c.is_ascii() || matches!(c, '第' | '.' | '、'))
}

/// After a label its form goes on with the next value and lower forms start again.
fn set_next(next: &mut [(Form, u32)], form: Form, value: u32) {
    for (other, expected) in next {
        if *other == form {
            *expected = value + 1;
        } else if *other > form {
            *expected = 1;
        }
    }
}
