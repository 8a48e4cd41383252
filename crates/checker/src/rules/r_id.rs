//! R-ID 出现居民身份证号码.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::grouped::numbers;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "R-ID",
    name: "出现居民身份证号码",
    level: Level::Error,
    when: When::Always,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《个人信息保护法》第六条；国务院办公厅政务公开工作要求",
    },
    manual: include_str!("r_id.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        for number in numbers(&paragraph.text, |digits| matches!(digits.len(), 15 | 18)) {
            let head = paragraph.text.get(..number.start).unwrap_or_default();
            if !(is_identity_number(&number.digits) || is_labelled(head)) {
                continue;
            }
            let place = context.place(index, number.start, number.end);
            let (first, last) = (number.digits.get(..6), number.digits.get(number.digits.len() - 4..));
            let masked = format!("{}********{}", first.unwrap_or_default(), last.unwrap_or_default());
            found.push(Diagnostic::at(&RULE, place, "出现身份证号码", format!("删去，或遮盖为“{masked}”")));
        }
    }
}

/// Characters before a number in which its label is looked for.
const LABEL_MAX: usize = 8;

/// Said to be one: a slip of the pen makes it no less somebody's.
fn is_labelled(head: &str) -> bool {
    let near: Vec<char> = head.chars().rev().take(LABEL_MAX).collect();
    let near: String = near.into_iter().rev().collect();
    near.contains("身份证") || near.contains("公民身份号码")
}

/// Eighteen characters whose last one is the check digit (GB 11643-1999).
fn is_identity_number(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = text.as_bytes();
    let (Some(head), Some(last)) = (bytes.get(..17), bytes.get(17)) else { return false };
    if bytes.len() != 18 || !head.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = head.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    CHECKS.get((sum % 11) as usize) == Some(&last.to_ascii_uppercase())
}
