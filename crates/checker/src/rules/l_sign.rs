//! L-SIGN 成文日期没有右空二字或四字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::role::{Set, paragraphs};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Align;

pub(super) static RULE: Rule = Rule {
    code: "L-SIGN",
    name: "成文日期没有右空二字或四字",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.5.1、7.3.5.2" },
    manual: include_str!("l_sign.md"),
    words: |_| Vec::new(),
    check: run,
};

/// 三号, where the size is not known.
const SIZE: i32 = 32;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let all = paragraphs(context);
    let Some(date) = all.iter().rev().find(|one| is_date(one.text)) else { return };
    if date.index < context.document.paragraphs.len() / 2 {
        return;
    }
    let size = date.setting.size.unwrap_or(SIZE);
    let right = date.setting.right.hundredths(size);
    let pushed =
        date.setting.blanks > 0 || date.setting.left.hundredths(size) + date.setting.first_line.hundredths(size) > 300;
    let message = match date.setting.align {
        Align::Right if (150..=450).contains(&right) || is_below_signature(&all, date, right) => return,
        Align::Right => format!("成文日期距右边{}字", f64::from(right) / 100.0),
        // Pushed to its place by blanks or an indent: where it stands cannot be told without printing.
        Align::Left | Align::Both if pushed => return,
        Align::Left | Align::Both => "成文日期靠左".to_owned(),
        Align::Center => "成文日期居中".to_owned(),
    };
    let place = context.place(date.index, 0, date.text.len());
    found.push(Diagnostic::at(&RULE, place, message, "右对齐并右空：加盖印章的四字，不加盖印章的二字"));
}

/// A long signature moves the date: it begins two characters right of it, or stands under its middle.
fn is_below_signature(all: &[Set<'_>], date: &Set<'_>, right: i32) -> bool {
    const TOLERANCE: i32 = 60;
    let above = all.iter().rev().find(|one| one.index < date.index && one.setting.align == Align::Right);
    let Some(signature) = above else { return false };
    let from = signature.setting.right.hundredths(signature.setting.size.unwrap_or(SIZE));
    let longer = width(signature.text) - width(date.text);
    [from + longer - 200, from + longer / 2].iter().any(|wanted| (wanted - right).abs() <= TOLERANCE)
}

/// In hundredths of a character.
fn width(text: &str) -> i32 {
    text.chars().map(|c| if c.is_ascii() { 50 } else { 100 }).sum()
}

/// `2026年6月30日` and nothing else.
fn is_date(text: &str) -> bool {
    let part = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let split = plain.strip_suffix('日').and_then(|head| head.split_once('年'));
    split.is_some_and(|(year, rest)| part(year) && rest.split_once('月').is_some_and(|(m, d)| part(m) && part(d)))
}
