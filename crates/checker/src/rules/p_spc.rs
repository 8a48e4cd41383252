//! P-SPC 句中有多余或特殊的空格.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, is_chinese_mark, is_han, runs};

pub(super) static RULE: Rule = Rule {
    code: "P-SPC",
    name: "句中有多余或特殊的空格",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Practice, source: "公文行文不在汉字、数字之间加空格（通行做法）"
    },
    manual: include_str!("p_spc.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Spaces that nobody types on purpose.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{2000}'..='\u{200B}' | '\u{202F}' | '\u{205F}' | '\u{FEFF}')
}

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        let gaps = runs(text, |c| c == ' ' || c == '\u{3000}' || is_odd(c));
        let inner: Vec<(usize, usize)> =
            gaps.into_iter().filter(|(start, end)| *start > 0 && *end < text.len()).collect();
        let plain = inner.iter().filter(|(start, end)| is_between_words(text, *start, *end)).count();
        if inner.is_empty() {
            continue;
        }
        let has_sentence = text.contains('。');
        let label = text.split(['：', ':']).next().unwrap_or_default();
        let spread = label.len() < text.len() && label.chars().filter(|c| is_han(*c)).count() <= LABEL_MAX;
        for (start, end) in inner {
            let (Some(left), Some(right)) = (before(text, start), after(text, end)) else { continue };
            let place = context.place(index, start, end);
            let odd = place.text.chars().any(is_odd);
            let figure = (is_han(left) && right.is_ascii_digit()) || (left.is_ascii_digit() && is_han(right));
            let sentence = has_sentence
                && plain == 1
                && is_between_words(text, start, end)
                && !is_break(text, start)
                && !is_lead(text, start);
            // Wide blanks in a line without sentence align names.
            let aligned = (!has_sentence && place.text.chars().nth(1).is_some()) || (spread && end < label.len());
            let touches = is_han(left) || is_han(right) || is_chinese_mark(left) || is_chinese_mark(right);
            if (odd && touches && !aligned)
                || (figure && !aligned && !is_label(text, start) && !is_lead(text, start))
                || sentence
            {
                let what = if odd { "特殊空格" } else { "空格" };
                let message = format!("“{left}”与“{right}”之间有{what}");
                found.push(Diagnostic::at(&RULE, place, message, "删去空格").fixed(""));
            }
        }
    }
}

/// 召 集 人：, 索 引 号：
const LABEL_MAX: usize = 6;

/// One blank between two words: not the wide blanks that align names.
fn is_between_words(text: &str, start: usize, end: usize) -> bool {
    let two = |mut side: Box<dyn Iterator<Item = char> + '_>| {
        side.next().is_some_and(is_han) && side.next().is_some_and(is_han)
    };
    let head = text.get(..start).unwrap_or_default();
    let tail = text.get(end..).unwrap_or_default();
    text.get(start..end) == Some(" ") && two(Box::new(head.chars().rev())) && two(Box::new(tail.chars()))
}

/// A blank that stands for something: two bodies that issue together, two lines of a title, 第三条 before its text.
fn is_break(text: &str, start: usize) -> bool {
    let head = text.get(..start).unwrap_or_default();
    let issuer = ["中共中央", "办公厅", "办公室", "国务院", "委员会", "人民政府"].iter().any(|end| head.ends_with(end));
    let title = head.rfind('《') > head.rfind('》') || head.rfind('“') > head.rfind('”');
    let issuer = issuer || ["记者", "通讯员", "供稿", "摄影", "报道"].iter().any(|end| head.ends_with(end));
    let article = head.starts_with('第')
        && head.ends_with(['条', '章', '节', '款', '编', '分'])
        && head.chars().skip(1).all(|c| "一二三四五六七八九十百零〇部条章节款编分".contains(c) || c.is_ascii_digit());
    issuer || title || article
}

/// Behind a label at the beginning: 附件 1, 1. 总体情况, 表 2.
fn is_label(text: &str, start: usize) -> bool {
    let head = text.get(..start).unwrap_or_default();
    let label = |c: char| c.is_ascii_digit() || "一二三四五六七八九十.．、（）()第 ".contains(c);
    // 问题1 往来款, GP-001 药品: a name with its number.
    let name = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let named = name.len() < head.len()
        && (["附件", "表", "图", "问题", "任务", "项目", "措施", "事项"].contains(&name)
            || name.chars().all(|c| c.is_ascii_uppercase() || c == '-'));
    ["附件", "表", "图"].contains(&head) || head.chars().all(label) || named
}

/// 本报讯 3月6日, 新华社北京1月5日电 国务院: a blank stands behind the head of a piece of news.
fn is_lead(text: &str, start: usize) -> bool {
    let head = text.get(..start).unwrap_or_default();
    head.ends_with(['讯', '电']) && !head.contains(['。', '，']) && head.chars().count() <= LEAD_MAX
}

const LEAD_MAX: usize = 24;
