//! P-NUMFORM 同一文中月份写法不一.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "P-NUMFORM",
    name: "同一文中月份写法不一",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Recommended, source: "GB/T 15835-2011 4.3" },
    manual: include_str!("p_numform.md"),
    words: |_| vec!["月"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let (mut arabic, mut chinese) = (None, Vec::new());
    for hit in context.prose_hits(&RULE) {
        let (index, text, at) = (hit.paragraph, hit.text, hit.at);
        let head = text.get(..at).unwrap_or_default();
        let tail = text.get(at + "月".len()..).unwrap_or_default();
        if head.ends_with(|c: char| c.is_ascii_digit()) {
            arabic = arabic.or(Some((index, at)));
            continue;
        }
        let numerals: usize =
            head.chars().rev().take_while(|c| "一二三四五六七八九十".contains(*c)).map(char::len_utf8).sum();
        let start = at - numerals;
        let edge = head
            .get(..start)
            .is_some_and(|head| !head.ends_with(['个', '第', '每', '约', '数', '几', '百', '千', '“']));
        let follows = tail
            .starts_with(['底', '初', '份', '中', '，', '。', '前', '召', '完', '上', '下', '组', '开', '印', '举']);
        // 五一、三八 are names, 十月革命 is an event, the date of the document may be Chinese.
        if (3..=6).contains(&numerals) && edge && follows && !head.ends_with('〇') && !head.contains("二〇") {
            chinese.push((index, start, at + "月".len()));
        }
    }
    let Some((owner, at)) = arabic else { return };
    for (index, start, end) in chinese {
        let place = context.place(index, start, end);
        let message = format!("“{}”用汉字，别处的月份用阿拉伯数字", place.text);
        let other = context.place(owner, at, at + "月".len());
        found.push(Diagnostic::at(&RULE, place, message, "同类数量全文写法一致").with([other]));
    }
}
