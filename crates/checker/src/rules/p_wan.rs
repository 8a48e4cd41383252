//! P-WAN 数值范围的万、亿省略不清.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "P-WAN",
    name: "数值范围的万、亿省略不清",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15835-2011 5.1.4" },
    manual: include_str!("p_wan.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose().filter(|(_, paragraph)| paragraph.text.contains(['～', '~', '—', '至']))
    {
        let text = &paragraph.text;
        for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '～' | '~' | '—' | '至')) {
            let left = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            let right = &text[at + mark.len_utf8()..];
            let digits = right.bytes().take_while(u8::is_ascii_digit).count();
            let unit = right[digits..].chars().next().filter(|c| matches!(c, '万' | '亿'));
            if let (true, true, Some(unit)) = (left > 0 && left < 4, digits > 0, unit) {
                let end = at + mark.len_utf8() + digits + unit.len_utf8();
                let place = context.place(index, at - left, end);
                let message = format!("“{}”前一个数是否也以{unit}计，不清楚", place.text);
                let right = format!("{}{unit}～{}{unit}", &text[at - left..at], &right[..digits]);
                found.push(Diagnostic::at(&RULE, place, message, format!("写全为“{right}”")));
            }
        }
    }
}
