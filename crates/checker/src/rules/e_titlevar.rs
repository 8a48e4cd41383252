//! E-TITLEVAR 同一文件名称前后不一.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::Place;
use crate::registry::edits;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::short::of_title;

pub(super) static RULE: Rule = Rule {
    code: "E-TITLEVAR",
    name: "同一文件名称前后不一",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "以公布的文件名称为准" },
    manual: include_str!("e_titlevar.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    names_of_the_unit(context, found);
    let mut seen: Vec<(&str, Place)> = Vec::new();
    for title in &context.structure.titles {
        let text = title.text.trim_matches(['《', '》']);
        let length = text.chars().count();
        if !(LENGTH_MIN..=LENGTH_MAX).contains(&length)
            || seen.len() > TITLES_MAX
            || seen.iter().any(|(other, _)| *other == text)
        {
            continue;
        }
        let close = seen.iter().find(|(other, _)| {
            let near = other.chars().count().abs_diff(length) <= 2 && edits(other, text) <= 2;
            near && !differs_on_purpose(other, text)
        });
        if let Some((other, place)) = close {
            let message = format!("《{text}》与《{other}》只差一两个字");
            found.push(
                Diagnostic::at(&RULE, context.span(title.span), message, "核对是否同一文件").with([place.clone()]),
            );
        }
        seen.push((text, context.span(title.span)));
    }
}

const LENGTH_MIN: usize = 8;
const LENGTH_MAX: usize = 60;
/// Comparing all with all; no document names more.
const TITLES_MAX: usize = 400;

/// 2023年 and 2024年, 第一批 and 第二批 name two documents.
fn differs_on_purpose(a: &str, b: &str) -> bool {
    let marks = |text: &str| {
        text.chars().filter(|c| c.is_ascii_digit() || "一二三四五六七八九十上下".contains(*c)).collect::<String>()
    };
    marks(a) != marks(b)
}

/// 《市计划生育协会机关…》 beside 《市计生协机关…》: the unit's own documents name it in one way.
fn names_of_the_unit(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(short) = of_title(context) else { return };
    let begins = |name: &str| {
        context.structure.titles.iter().find(|title| title.text.trim_start_matches('《').starts_with(name))
    };
    if let (Some(full), Some(brief)) = (begins(&short.full), begins(&short.short)) {
        let message = format!("文件名称里的单位，有的写“{}”，有的写“{}”", short.full, short.short);
        let places = [context.span(brief.span)];
        found.push(Diagnostic::at(&RULE, context.span(full.span), message, "以印发的文件为准").with(places));
    }
}
