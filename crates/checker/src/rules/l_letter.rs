//! L-LETTER 信函格式不合要求.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::head::{Head, Issue};
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Align, Ink};

pub(super) static RULE: Rule = Rule {
    code: "L-LETTER",
    name: "信函格式不合要求",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 10.1" },
    manual: include_str!("l_letter.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(head) = Head::of(context).filter(|head| head.issue == Issue::Letter) else { return };
    if let Some(mark) = &head.mark {
        let mut say = |message: &str, hint: &str| {
            found.push(Diagnostic::at(&RULE, context.place(mark.index, 0, mark.text.len()), message, hint));
        };
        if mark.text.ends_with("文件") {
            say("信函的发文机关标志带有“文件”", "用发文机关全称或者规范化简称，不加“文件”");
        }
        if mark.setting.ink != Ink::Red {
            say("信函的发文机关标志不是红色", "用红色");
        }
        if matches!(mark.setting.align, Align::Left | Align::Right) && mark.setting.blanks == 0 {
            say("信函的发文机关标志没有居中", "居中排布");
        }
    }
    let Some(layout) = &context.document.layout else { return };
    let numbered = layout.footers.iter().any(|footer| footer.chars().any(|c| c.is_ascii_digit()));
    if numbered && layout.sections.first().is_some_and(|section| !section.first_page_apart) {
        let place = context.place(head.number.index, 0, head.number.text.len());
        found.push(Diagnostic::at(&RULE, place, "信函首页显示页码", "勾选“首页不同”，首页不设页码"));
    }
}
