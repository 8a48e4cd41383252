//! T-DOUBLE 虚词连写.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-DOUBLE",
    name: "虚词连写",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "校对惯例" },
    manual: include_str!("t_double.md"),
    words: |_| Vec::new(),
    check: run,
};

const PARTICLES: [char; 18] =
    ['的', '了', '在', '和', '与', '将', '对', '被', '把', '及', '是', '为', '并', '由', '从', '于', '以', '等'];
/// Words that end or begin with such a character.
const WORDS: [&str; 43] = [
    "目的的",
    "有的的",
    "为为了",
    "的的确",
    "以以便",
    "和和谐",
    "和和气",
    "在在校",
    "与与会",
    "与与时",
    "将将来",
    "对对方",
    "是是否",
    "等等",
    "的的士",
    "并并未",
    "于于是",
    "以以下",
    "以以上",
    "以以往",
    "了了解",
    "为了了",
    "不了了",
    "得了了",
    "可以以",
    "予以以",
    "加以以",
    "对对标",
    "对对联",
    "对对，",
    "参与与",
    "成为为",
    "化为为",
    "视为为",
    "称为为",
    "作为为",
    "现在在",
    "旨在在",
    "正在在",
    "存在在",
    "所在在",
    "和和美",
    "是是非",
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        let mut previous: Option<(usize, char)> = None;
        for (at, c) in text.char_indices() {
            if let Some((start, _)) = previous.filter(|(_, before)| *before == c && PARTICLES.contains(&c)) {
                let end = at + c.len_utf8();
                let from = text[..start].char_indices().next_back().map_or(start, |(at, _)| at);
                let to = text[end..].chars().next().map_or(end, |c| end + c.len_utf8());
                let around = &text[from..to];
                // 实实在在, 和和美美: pairs of pairs are words.
                if is_doubled(text[..start].chars().rev()) || is_doubled(text[end..].chars()) {
                    previous = Some((at, c));
                    continue;
                }
                if !WORDS.iter().any(|word| around.contains(word)) {
                    let place = context.place(index, start, end);
                    let message = format!("“{c}”连写了两个");
                    found.push(Diagnostic::at(&RULE, place, message, "删去一个").fixed(c.to_string()));
                }
            }
            previous = Some((at, c));
        }
    }
}

/// The next two characters are the same.
fn is_doubled(mut characters: impl Iterator<Item = char>) -> bool {
    matches!((characters.next(), characters.next()), (Some(a), Some(b)) if a == b)
}
