//! R-PHONE 公开稿出现手机号码.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::grouped::numbers;
use crate::rule::{Authority, Level, Rule, Strength, When};

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
        for number in numbers(&paragraph.text, |digits| is_mobile(own(digits))) {
            let tail = paragraph.text.get(number.end..).unwrap_or_default();
            // 13800000000元 is a sum.
            if tail.starts_with(['元', '万', '亿', '.', '％', '%']) {
                continue;
            }
            let own = own(&number.digits);
            let masked = format!("{}****{}", own.get(..3).unwrap_or_default(), own.get(7..).unwrap_or_default());
            let place = context.place(index, number.start, number.end);
            found.push(Diagnostic::at(&RULE, place, "出现手机号码", format!("删去，或遮盖为“{masked}”")));
        }
    }
}

/// Without the code of the country.
fn own(digits: &str) -> &str {
    digits.strip_prefix("86").filter(|own| own.len() == 11).unwrap_or(digits)
}

fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}
