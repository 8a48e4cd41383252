//! R-BANK 公开稿出现银行卡号.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::grouped::numbers;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "R-BANK",
    name: "公开稿出现银行卡号",
    level: Level::Error,
    when: When::Public,
    authority: Authority { strength: Strength::Mandatory, source: "《个人信息保护法》第二十八条" },
    manual: include_str!("r_bank.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        for number in numbers(&paragraph.text, is_card) {
            let place = context.place(index, number.start, number.end);
            let tail = number.digits.get(number.digits.len() - 4..).unwrap_or_default();
            found.push(Diagnostic::at(&RULE, place, "出现银行卡号", format!("删去，或只留后四位“{tail}”")));
        }
    }
}

fn is_card(digits: &str) -> bool {
    (16..=19).contains(&digits.len())
        && digits.starts_with("62")
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && luhn(digits)
}

/// The check digit of card numbers (ISO/IEC 7812-1).
fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, byte)| {
            let digit = u32::from(byte - b'0') * if at % 2 == 1 { 2 } else { 1 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}
