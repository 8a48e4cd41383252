//! L-ORDER 命令（令）格式不合要求.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::head::{Head, Issue};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Align, Ink};

pub(super) static RULE: Rule = Rule {
    code: "L-ORDER",
    name: "命令（令）格式不合要求",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 10.2" },
    manual: include_str!("l_order.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(head) = Head::of(context).filter(|head| head.issue == Issue::Order) else { return };
    let mut say = |index: usize, length: usize, message: &str, hint: &str| {
        found.push(Diagnostic::at(&RULE, context.place(index, 0, length), message, hint));
    };
    if let Some(mark) = &head.mark {
        if mark.setting.ink != Ink::Red {
            say(mark.index, mark.text.len(), "命令的发文机关标志不是红色", "用红色");
        }
        if matches!(mark.setting.align, Align::Left | Align::Right) && mark.setting.blanks == 0 {
            say(mark.index, mark.text.len(), "命令的发文机关标志没有居中", "居中排布");
        }
    }
    let number = &head.number;
    if number.setting.align != Align::Center && number.setting.blanks == 0 && number.setting.left.twips == 0 {
        say(number.index, number.text.len(), "令号没有居中", "标志下空二行居中编排令号");
    }
    if number.text.starts_with("第0") {
        say(number.index, number.text.len(), "令号编了虚位", "写作“第5号”");
    }
}
