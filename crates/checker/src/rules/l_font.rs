//! L-FONT 字体或字号与要素不符.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::role::{Role, paragraphs};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Typeface;
use std::collections::BTreeMap;

pub(super) static RULE: Rule = Rule {
    code: "L-FONT",
    name: "字体或字号与要素不符",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::General, source: "GB/T 9704-2012 5.2.2、7.3.1、7.3.3" },
    manual: include_str!("l_font.md"),
    words: |_| Vec::new(),
    check: run,
};

/// 三号 and 二号, in half points.
const SIZE_THREE: i32 = 32;
const SIZE_TWO: i32 = 44;

/// What is set how: the role, its name, its typeface with its name, its size with its name.
const WANTED: [(Role, &str, Typeface, i32, &str); 4] = [
    (Role::Title, "标题", Typeface::Xiaobiaosong, SIZE_TWO, "二号"),
    (Role::Heading1, "一级标题", Typeface::Heiti, SIZE_THREE, "三号"),
    (Role::Heading2, "二级标题", Typeface::Kaiti, SIZE_THREE, "三号"),
    (Role::Body, "正文", Typeface::Fangsong, SIZE_THREE, "三号"),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let all = paragraphs(context);
    for (role, element, typeface, size, named) in WANTED {
        let mut wrong: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for one in all.iter().filter(|one| one.role == role) {
            let mut parts = Vec::new();
            parts.extend(one.setting.typeface.filter(|t| *t != typeface).map(|t| format!("用了{}", t.word())));
            parts.extend(one.setting.size.filter(|s| (s - size).abs() > 1).map(|s| format!("用了{}", size_word(s))));
            if !parts.is_empty() {
                wrong.entry(parts.join("、")).or_default().push(one.index);
            }
        }
        for (what, places) in wrong {
            let (Some(index), count) = (places.first(), places.len()) else { continue };
            let end = context.document.paragraphs.get(*index).map_or(0, |p| p.text.len());
            let message = format!("{element}{what}（共{count}段）");
            let hint = format!("{element}用{named}{}", typeface.word());
            found.push(Diagnostic::at(&RULE, context.place(*index, 0, end), message, hint));
        }
    }
}

/// The Chinese name of a size in half points.
fn size_word(half_points: i32) -> String {
    const NAMES: [(i32, &str); 11] = [
        (84, "初号"),
        (72, "小初"),
        (52, "一号"),
        (48, "小一"),
        (44, "二号"),
        (36, "小二"),
        (32, "三号"),
        (30, "小三"),
        (28, "四号"),
        (24, "小四"),
        (21, "五号"),
    ];
    let name = NAMES.iter().find(|(size, _)| *size == half_points).map(|(_, name)| (*name).to_owned());
    name.unwrap_or_else(|| format!("{}磅", f64::from(half_points) / 2.0))
}
