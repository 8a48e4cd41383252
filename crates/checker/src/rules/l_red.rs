//! L-RED 版头要素不合要求.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::head::{Head, Issue};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Align, Ink, Typeface};

pub(super) static RULE: Rule = Rule {
    code: "L-RED",
    name: "版头要素不合要求",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.2.4—7.2.7" },
    manual: include_str!("l_red.md"),
    words: |_| Vec::new(),
    check: run,
};

/// 三号
const SIZE: i32 = 32;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(head) = Head::of(context).filter(|head| head.issue == Issue::RedHead) else { return };
    let mut say = |index: usize, length: usize, message: String, hint: &str| {
        found.push(Diagnostic::at(&RULE, context.place(index, 0, length), message, hint));
    };
    if let Some(mark) = &head.mark {
        if matches!(mark.setting.align, Align::Left | Align::Right) && mark.setting.blanks == 0 {
            say(mark.index, mark.text.len(), "发文机关标志没有居中".to_owned(), "居中排布");
        }
        if mark.setting.ink != Ink::Red {
            say(mark.index, mark.text.len(), "发文机关标志不是红色".to_owned(), "用红色");
        }
    }
    let number = &head.number;
    let (setting, length) = (number.setting, number.text.len());
    let signed = number.text.contains("签发人");
    if !signed && matches!(setting.align, Align::Left | Align::Both) && setting.blanks == 0 && setting.left.twips == 0 {
        say(number.index, length, "发文字号没有居中".to_owned(), "居中；有签发人的居左空一字，与签发人同行");
    }
    if let Some(typeface) = setting.typeface.filter(|typeface| *typeface != Typeface::Fangsong) {
        say(number.index, length, format!("发文字号用了{}", typeface.word()), "用3号仿宋体字");
    }
    if setting.size.is_some_and(|size| size != SIZE) {
        let size = f64::from(setting.size.unwrap_or(SIZE)) / 2.0;
        say(number.index, length, format!("发文字号为{size}磅"), "用3号（16磅）仿宋体字");
    }
    if signed && !number.text.contains("签发人：") {
        say(number.index, length, "“签发人”后没有用全角冒号".to_owned(), "“签发人”后标全角冒号");
    }
    if let Some(ink) = setting.rule.filter(|ink| *ink != Ink::Red) {
        let colour = if ink == Ink::Black { "黑色" } else { "其他颜色" };
        say(number.index, length, format!("发文字号下的分隔线是{colour}"), "印红色分隔线，与版心等宽");
    }
}
