//! N-APPROX 概数重复.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "N-APPROX",
    name: "概数重复",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15835-2011 5.3" },
    manual: include_str!("n_approx.md"),
    words: |_| FRONT.to_vec(),
    check: run,
};

const FRONT: [&str; 6] = ["大约", "将近", "接近", "超过", "约", "近"];
const BACK: [&str; 5] = ["左右", "上下", "以上", "余", "多"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let front = hit.word;
        if let Some(end) = doubled(hit.text, hit.at + front.len()) {
            let place = context.place(hit.paragraph, hit.at, end);
            let message = format!("“{}”：前后都表示概数", place.text);
            found.push(Diagnostic::at(&RULE, place, message, format!("保留一处，删去“{front}”或后面的词")));
        }
    }
}

/// Where the second word ends, behind a number and a measure word.
fn doubled(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let number: usize = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '.').map(char::len_utf8).sum();
    if number == 0 {
        return None;
    }
    let tail = rest.get(number..)?;
    let unit: usize =
        tail.chars().take(1).filter(|c| "个人次项件家名元条天年万亿".contains(*c)).map(char::len_utf8).sum();
    let tail_at = from + number + unit;
    let tail = text.get(tail_at..)?;
    let back = BACK.iter().find(|back| tail.starts_with(**back))?;
    // 约20多万 is one number.
    Some(tail_at + back.len())
}
