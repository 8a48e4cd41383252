//! N-PART 部分大于全体.

use crate::context::Context;
use crate::counts::{Count, shown};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "N-PART",
    name: "部分大于全体",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "整改报告数字前后一致（通行要求）" },
    manual: include_str!("n_part.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Words before a count that is of what was stated before.
const PARTS: [&str; 22] = [
    "其中",
    "已完成整改",
    "完成整改",
    "已完成",
    "已整改",
    "整改完成",
    "已办结",
    "办结",
    "已销号",
    "销号",
    "上稿",
    "被采用",
    "采用",
    "录用",
    "刊发",
    "已到位",
    "已收回",
    "已清退",
    "已通过",
    "合格",
    "立行立改",
    "基本完成",
];
/// Words before a count of the whole.
const WHOLES: [&str; 16] = [
    "反馈", "指出", "共", "发现", "报送", "收到", "涉及", "查摆", "列出", "梳理", "任务", "应", "存在", "移交", "排查",
    "投稿",
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for sentence in context.counted() {
        let counts = &sentence.counts;
        for pair in counts.windows(2) {
            let [whole, part] = pair else { continue };
            let stated = is_part(whole, part) && is_whole(whole);
            if part.value <= whole.value || !(stated || is_of_it(sentence.text, whole, part)) {
                continue;
            }
            let place = |count: &Count<'_>| sentence.place(context, count);
            let message = format!(
                "“{}{}{}”大于全体“{}{}”",
                part.before,
                shown(part.value),
                part.unit,
                shown(whole.value),
                whole.unit
            );
            found.push(Diagnostic::at(&RULE, place(part), message, "核对两个数字").with([place(whole)]));
        }
    }
}

fn is_whole(count: &Count<'_>) -> bool {
    WHOLES.iter().any(|word| count.before.contains(word)) && !PARTS.iter().any(|word| count.before.starts_with(word))
}

/// Of the same kind, and said to be of it: with no other noun of its own.
fn is_part(whole: &Count<'_>, part: &Count<'_>) -> bool {
    if whole.unit != part.unit {
        return false;
    }
    let named = PARTS.iter().any(|word| {
        part.before
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || whole.behind.contains(rest) || whole.before.contains(rest))
    });
    let same = part.behind.is_empty() || part.behind == whole.behind;
    named && same
}

/// `走访企业25家，其中规模以上企业13家`; `抽查合同40份，发现要素不全的7份`; `报送信息16篇，被省级媒体采用9篇`.
fn is_of_it(sentence: &str, whole: &Count<'_>, part: &Count<'_>) -> bool {
    let between = sentence.get(whole.end..part.start).unwrap_or_default();
    let Some((noun, words)) = between.split_once('，') else { return false };
    let direct = noun == whole.behind && words == part.before;
    let among = words.starts_with("其中") && !words.contains(['共', '另']);
    let (chosen, taken) = (CHECKS.iter().any(|word| whole.before.contains(word)), words.ends_with('的'));
    let looked_at =
        chosen && taken && ["发现", "存在", "清退", "查出", "有"].iter().any(|word| words.starts_with(word));
    let used =
        words.starts_with('被') && ["采用", "录用", "刊发", "转载", "采纳"].iter().any(|word| words.ends_with(word));
    let nested = ["其中", "每", "平均"].iter().any(|word| whole.before.contains(word));
    whole.unit == part.unit && !matches!(whole.unit, "%" | "％") && direct && !nested && (among || looked_at || used)
}

/// What was gone through, piece by piece.
const CHECKS: [&str; 8] = ["抽查", "核查", "检查", "排查", "走访", "审查", "清理", "梳理"];
