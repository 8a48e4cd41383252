//! R-PHONE 公开稿出现手机号码.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::runs;

pub(super) static RULE: Rule = Rule {
    code: "R-PHONE",
    name: "公开稿出现手机号码",
    level: Level::Error,
    when: When::Public,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《个人信息保护法》第六条；各地政务公开隐私审查要求",
    },
    manual: include_str!("r_phone.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        for (start, end) in runs(&paragraph.text, |c| c.is_ascii_digit()) {
            let place = context.place(index, start, end);
            let mobile = place.text.len() == 11
                && place.text.starts_with('1')
                && place.text.as_bytes().get(1).is_some_and(|digit| (b'3'..=b'9').contains(digit));
            if mobile {
                let masked = format!("{}****{}", &place.text[..3], &place.text[7..]);
                found.push(Diagnostic::at(&RULE, place, "出现手机号码", format!("删去，或遮盖为“{masked}”")));
            }
        }
    }
}
