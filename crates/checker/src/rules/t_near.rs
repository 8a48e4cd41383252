//! T-NEAR 固定用语错一字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "T-NEAR",
    name: "固定用语错一字",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "党内规范用语" },
    manual: include_str!("t_near.md"),
    check: run,
};

/// Set phrases of five characters and more: shorter ones have too many neighbours that are words.
const PHRASES: [&str; 34] = [
    "民主生活会",
    "组织生活会",
    "述职述廉",
    "民主集中制",
    "党风廉政建设",
    "全面从严治党",
    "中央八项规定精神",
    "个人有关事项报告",
    "经济责任审计",
    "理论学习中心组",
    "意识形态工作责任制",
    "第一责任人",
    "党组理论学习",
    "主题党日活动",
    "党员领导干部",
    "纪检监察机关",
    "政治理论学习",
    "党支部书记",
    "述责述廉述德",
    "巡视巡察整改",
    "形式主义官僚主义",
    "基层党组织",
    "党务公开条例",
    "中国共产党章程",
    "廉洁自律准则",
    "纪律处分条例",
    "问责工作条例",
    "党内监督条例",
    "重大事项请示报告",
    "领导班子成员",
    "批评与自我批评",
    "贯彻落实情况",
    "整改落实情况",
    "人民代表大会",
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let phrases: Vec<Vec<char>> =
        PHRASES.iter().map(|p| p.chars().collect::<Vec<_>>()).filter(|p| p.len() >= 5).collect();
    let mut halves: HashMap<(char, char), Vec<(usize, usize)>> = HashMap::new();
    for (n, phrase) in phrases.iter().enumerate() {
        for at in [0, phrase.len() - 2] {
            halves.entry((phrase[at], phrase[at + 1])).or_default().push((n, at));
        }
    }
    for (index, paragraph) in context.prose() {
        let text: Vec<(usize, char)> = paragraph.text.char_indices().collect();
        let mut last = 0;
        for at in 0..text.len().saturating_sub(1) {
            for (n, offset) in halves.get(&(text[at].1, text[at + 1].1)).into_iter().flatten() {
                let phrase = &phrases[*n];
                let Some(start) = at.checked_sub(*offset).filter(|start| *start >= last) else { continue };
                let Some(window) = text.get(start..start + phrase.len()) else { continue };
                if is_near(window, phrase) {
                    let end = text.get(start + phrase.len()).map_or(paragraph.text.len(), |(byte, _)| *byte);
                    let place = context.place(index, window[0].0, end);
                    let right: String = phrase.iter().collect();
                    let message = format!("“{}”疑为“{right}”", place.text);
                    found.push(Diagnostic::at(&RULE, place, message, format!("核对后改为“{right}”")));
                    last = start + phrase.len();
                }
            }
        }
    }
}

/// One character differs, and it is a Chinese character but no numeral: 第二责任人 is a word of its own.
fn is_near(window: &[(usize, char)], phrase: &[char]) -> bool {
    let mut odd = window.iter().zip(phrase).filter(|((_, c), p)| c != *p);
    let Some(((_, c), right)) = odd.next() else { return false };
    let numeral = "一二三四五六七八九十百两".contains(*c);
    // A different beginning or end makes another phrase more often than an error: 下级党组织, 党支部委员.
    let inner = window.first().is_some_and(|(_, c)| Some(c) == phrase.first())
        && window.last().is_some_and(|(_, c)| Some(c) == phrase.last());
    odd.next().is_none() && is_han(*c) && !numeral && inner && *c != *right
}
