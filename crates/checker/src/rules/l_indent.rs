//! L-INDENT 正文首行没有缩进二字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::role::{Role, paragraphs};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Align;

pub(super) static RULE: Rule = Rule {
    code: "L-INDENT",
    name: "正文首行没有缩进二字",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.3" },
    manual: include_str!("l_indent.md"),
    words: |_| Vec::new(),
    check: run,
};

/// 三号, where the size is not known.
const SIZE: i32 = 32;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let (mut typed, mut missing) = (Vec::new(), Vec::new());
    for one in paragraphs(context).iter().filter(|one| one.role == Role::Body) {
        if !matches!(one.setting.align, Align::Left | Align::Both) {
            continue;
        }
        let size = one.setting.size.unwrap_or(SIZE);
        let indent = one.setting.first_line.hundredths(size) + one.setting.left.hundredths(size);
        if one.setting.blanks > 0 && indent < 100 {
            typed.push(one.index);
        } else if !(170..=230).contains(&indent) {
            missing.push(one.index);
        }
    }
    let mut say = |places: &[usize], what: &str, hint: &str| {
        if let Some(index) = places.first() {
            let end =
                context.document.paragraphs.get(*index).and_then(|p| p.text.chars().next()).map_or(0, char::len_utf8);
            let message = format!("{what}（共{}段）", places.len());
            found.push(Diagnostic::at(&RULE, context.place(*index, 0, end), message, hint));
        }
    };
    say(&typed, "用空格代替首行缩进", "删去段首空格，在段落格式中设首行缩进2字符");
    say(&missing, "正文首行缩进不是二字", "在段落格式中设首行缩进2字符");
}
