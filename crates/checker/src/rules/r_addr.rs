//! R-ADDR 公开稿写了住址门牌.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "R-ADDR",
    name: "公开稿写了住址门牌",
    level: Level::Warning,
    when: When::Public,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《个人信息保护法》第二十八条；《政府信息公开条例》第十五条",
    },
    manual: include_str!("r_addr.md"),
    words: |_| HOMES.to_vec(),
    check: run,
};

const HOMES: [&str; 6] = ["家住", "住址", "家庭住址", "现住", "户籍地址", "居住在"];
const NUMBERS: [&str; 6] = ["号楼", "单元", "室", "栋", "号院", "幢"];

/// Characters of an address with the words before it.
const ADDRESS_MAX: usize = 60;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut done = (0, 0);
    for hit in context.hits(&RULE) {
        if (hit.paragraph, hit.at) < done {
            continue;
        }
        let rest = &hit.text[hit.at..];
        let end = rest
            .char_indices()
            .take(ADDRESS_MAX)
            .take_while(|(_, c)| !matches!(c, '，' | '。' | '；' | '）'))
            .last()
            .map_or(0, |(at, c)| at + c.len_utf8());
        let stretch = &rest[..end];
        let numbered = NUMBERS
            .iter()
            .any(|unit| stretch.split_once(unit).is_some_and(|(head, _)| head.ends_with(|c: char| c.is_ascii_digit())));
        if numbered {
            let place = context.place(hit.paragraph, hit.at, hit.at + end);
            found.push(Diagnostic::at(&RULE, place, "住址写到了楼号、门牌", "只写到街道、乡镇"));
            done = (hit.paragraph, hit.at + end);
        }
    }
}
