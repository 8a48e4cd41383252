//! L-IMPRINT 版记抄送或印发日期写法不合要求.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "L-IMPRINT",
    name: "版记抄送或印发日期写法不合要求",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::General, source: "GB/T 9704-2012 7.4.2、7.4.3" },
    manual: include_str!("l_imprint.md"),
    words: |_| Vec::new(),
    check: run,
};

/// The imprint is among the last paragraphs.
const PARAGRAPHS: usize = 8;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.document.layout.is_none() {
        return;
    }
    let from = context.document.paragraphs.len().saturating_sub(PARAGRAPHS);
    let last: Vec<(usize, &str)> = context.paragraphs().skip(from).map(|(at, p)| (at, p.text.trim())).collect();
    for (at, (index, text)) in last.iter().enumerate() {
        let place = || context.place(*index, 0, text.len());
        let mut say = |message: &str, hint: &str| {
            found.push(Diagnostic::at(&RULE, place(), message, hint));
        };
        if let Some(rest) = text.strip_prefix("抄送") {
            let ends_here = last.get(at + 1).is_none_or(|(_, next)| next.ends_with("印发"));
            if rest.starts_with(':') {
                say("“抄送”后用了半角冒号", "改为全角冒号“：”");
            } else if rest.starts_with('：') && ends_here && !text.ends_with('。') {
                say("抄送机关末尾没有句号", "最后一个抄送机关名称后标句号");
            }
        }
        if text.ends_with("日印发") && !has_full_date(text) {
            say("印发日期写法不合要求", "年、月、日标全，月、日不编虚位，如“2026年6月30日印发”");
        }
    }
}

/// `2026年6月30日印发`, without leading zeros.
fn has_full_date(text: &str) -> bool {
    let Some(head) = text.strip_suffix("日印发") else { return false };
    let Some((head, day)) = head.rsplit_once('月') else { return false };
    let Some((head, month)) = head.rsplit_once('年') else { return false };
    let year = head.chars().rev().take_while(char::is_ascii_digit).count();
    let plain = |text: &str| {
        (1..=2).contains(&text.len()) && !text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit())
    };
    year == 4 && plain(month) && plain(day)
}
