//! T-PAIR 易混词用错.

use crate::context::{Context, Hit};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "T-PAIR",
    name: "易混词用错",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Practice, source: "《现代汉语词典》（第7版）；人民日报编校惯例"
    },
    manual: include_str!("t_pair.md"),
    words: |_| NEAR.iter().map(|(wrong, ..)| *wrong).chain([MADE, UNTIL]).collect(),
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

/// One of [`NEAR`].
type Entry = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

/// Wrong and right, words of which one follows soon, words that make it right.
const NEAR: [Entry; 4] = [
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
    for hit in context.prose_hits(&RULE) {
        let right = match hit.word {
            MADE => taken(hit.tail()).then_some("作出"),
            UNTIL => until(&hit).then_some("截至"),
            word => NEAR.iter().find(|(wrong, ..)| *wrong == word).and_then(|entry| right_word(hit.tail(), entry)),
        };
        if let Some(right) = right {
            let message = format!("“{}”宜用“{right}”", hit.word);
            found.push(Diagnostic::at(&RULE, hit.place(context), message, format!("改为“{right}”")));
        }
    }
}

const MADE: &str = "做出";
const UNTIL: &str = "截止";

fn taken(tail: &str) -> bool {
    let tail = tail.strip_prefix('了').unwrap_or(tail);
    TAKEN.iter().any(|word| tail.starts_with(word))
}

fn right_word(tail: &str, (_, right, near, not): &Entry) -> Option<&'static str> {
    let tail: String = tail.chars().take(NEAR_MAX).collect();
    let clause = tail.split(['，', '。', '；', '、']).next().unwrap_or_default();
    let fits = near.is_empty() || near.iter().any(|word| clause.contains(word));
    (fits && !not.iter().any(|word| clause.contains(word))).then_some(*right)
}

fn until(hit: &Hit<'_>) -> bool {
    let tail = hit.tail();
    let tail = tail.strip_prefix('到').unwrap_or(tail);
    let time = ["目前", "现在", "当前", "今年", "今"].iter().any(|word| tail.starts_with(word))
        || tail.split_once('年').is_some_and(|(year, _)| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
    let closes = ["报送", "报名", "申报", "受理", "提交", "征集", "时间", "日期"];
    time && !closes.iter().any(|word| hit.head().ends_with(word))
}
