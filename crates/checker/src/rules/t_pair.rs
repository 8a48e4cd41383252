//! T-PAIR 易混词用错.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::places;

pub(super) static RULE: Rule = Rule {
    code: "T-PAIR",
    name: "易混词用错",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Practice, source: "《现代汉语词典》（第7版）；人民日报编校惯例"
    },
    manual: include_str!("t_pair.md"),
    words: |_| Vec::new(),
    check: run,
};

/// What is made by words or will: 做出贡献 and 做出成绩 are as good as with 作.
const TAKEN: [&str; 20] = [
    "部署",
    "决定",
    "决策",
    "安排",
    "规定",
    "承诺",
    "批示",
    "指示",
    "判断",
    "处理",
    "处分",
    "答复",
    "解释",
    "说明",
    "重要部署",
    "重要指示",
    "重要批示",
    "重大决策",
    "重大部署",
    "重要论断",
];

/// Wrong and right, words of which one follows soon, words that make it right.
const NEAR: [(&str, &str, &[&str], &[&str]); 4] = [
    (
        "竖立",
        "树立",
        &["观", "意识", "榜样", "形象", "理念", "典型", "信心", "标杆", "威信", "思想"],
        &["牌", "杆塔", "碑"],
    ),
    (
        "渡过",
        "度过",
        &["年", "月", "天", "时光", "假期", "节", "周末", "人生", "生活"],
        &["难", "危", "江", "河", "关"],
    ),
    ("签定", "签订", &[], &[]),
    ("座落", "坐落", &[], &[]),
];
const NEAR_MAX: usize = 12;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.prose() {
        let text = &paragraph.text;
        for at in places(text, "做出") {
            let tail = text.get(at + "做出".len()..).unwrap_or_default();
            let tail = tail.strip_prefix('了').unwrap_or(tail);
            if TAKEN.iter().any(|word| tail.starts_with(word)) {
                push(context, found, (index, at), ("做出", "作出"));
            }
        }
        for (wrong, right, near, not) in NEAR {
            for at in places(text, wrong) {
                let tail: String = text.get(at + wrong.len()..).unwrap_or_default().chars().take(NEAR_MAX).collect();
                let clause = tail.split(['，', '。', '；', '、']).next().unwrap_or_default();
                let fits = near.is_empty() || near.iter().any(|word| clause.contains(word));
                if fits && !not.iter().any(|word| clause.contains(word)) {
                    push(context, found, (index, at), (wrong, right));
                }
            }
        }
        for at in places(text, "截止") {
            let tail = text.get(at + "截止".len()..).unwrap_or_default();
            let tail = tail.strip_prefix('到').unwrap_or(tail);
            let time = ["目前", "现在", "当前", "今年", "今"].iter().any(|word| tail.starts_with(word))
                || tail
                    .split_once('年')
                    .is_some_and(|(year, _)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
            let head = text.get(..at).unwrap_or_default();
            let closes = ["报送", "报名", "申报", "受理", "提交", "征集", "时间", "日期"]
                .iter()
                .any(|word| head.ends_with(word));
            if time && !closes {
                push(context, found, (index, at), ("截止", "截至"));
            }
        }
    }
}

fn push(context: &Context<'_>, found: &mut Vec<Diagnostic>, (index, at): (usize, usize), (wrong, right): (&str, &str)) {
    let place = context.place(index, at, at + wrong.len());
    let message = format!("“{wrong}”宜用“{right}”");
    found.push(Diagnostic::at(&RULE, place, message, format!("改为“{right}”")));
}
