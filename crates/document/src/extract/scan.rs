//! One pass over a paragraph that finds the words which may start anything of interest.

use crate::SeriesStyle;
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

/// What a word may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// An item of a series with its ordinal; 0 = the next one.
    Item(SeriesStyle, u32),
    /// 《 or 〈〈
    TitleOpen,
    /// 》
    TitleClose,
    /// 月, or a year written 2023-
    Month,
    NumericDate,
    /// 元 with the power of ten before it.
    Money(u32),
    /// A classifier: 个 项 条 次…
    Unit,
    Percent,
    /// 。
    Stop,
}

/// A word found: what it may be and its bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    pub(crate) mark: Mark,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

struct Scanner {
    automaton: Option<AhoCorasick>,
    marks: Vec<Mark>,
}

static SCANNER: LazyLock<Scanner> = LazyLock::new(build);

/// Appends the hits of a text in order; they never overlap.
pub(crate) fn scan(text: &str, hits: &mut Vec<Hit>) {
    let Some(automaton) = &SCANNER.automaton else { return };
    for found in automaton.find_iter(text) {
        hits.push(Hit { mark: SCANNER.marks[found.pattern().as_usize()], start: found.start(), end: found.end() });
    }
}

const NUMERALS: [&str; 20] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七",
    "十八", "十九", "二十",
];

/// Classifiers of counted things; 类 and 方面 are nouns that count like ones.
pub(crate) const UNITS: [&str; 22] = [
    "个", "项", "条", "件", "家", "处", "人次", "人", "份", "次", "篇", "名", "笔", "宗", "起", "户", "套", "类",
    "节点", "方面", "大项", "子项",
];

fn build() -> Scanner {
    let mut patterns: Vec<(String, Mark)> = Vec::new();
    series_words(&mut patterns);
    let single = [
        ("《", Mark::TitleOpen),
        ("》", Mark::TitleClose),
        ("月", Mark::Month),
        ("20", Mark::NumericDate),
        ("元", Mark::Money(0)),
        ("余元", Mark::Money(0)),
        ("多元", Mark::Money(0)),
        ("万元", Mark::Money(4)),
        ("万余元", Mark::Money(4)),
        ("余万元", Mark::Money(4)),
        ("亿元", Mark::Money(8)),
        ("亿余元", Mark::Money(8)),
        ("%", Mark::Percent),
        ("％", Mark::Percent),
        ("。", Mark::Stop),
    ];
    patterns.extend(single.map(|(word, mark)| (word.to_owned(), mark)));
    patterns.extend(UNITS.map(|unit| (unit.to_owned(), Mark::Unit)));
    let marks = patterns.iter().map(|(_, mark)| *mark).collect();
    let words = patterns.iter().map(|(word, _)| word.as_bytes());
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(words)
        .ok();
    Scanner { automaton, marks }
}

/// ０…９ for 0…9.
fn full_width(digit: char) -> Option<char> {
    char::from_u32(digit as u32 - '0' as u32 + '０' as u32)
}

fn series_words(patterns: &mut Vec<(String, Mark)>) {
    for (at, numeral) in NUMERALS.iter().enumerate() {
        let ordinal = at as u32 + 1;
        let mut add = |word: String, style| patterns.push((word, Mark::Item(style, ordinal)));
        add(format!("{numeral}是"), SeriesStyle::Is);
        add(format!("{numeral}要"), SeriesStyle::Must);
        add(format!("{numeral}则"), SeriesStyle::Then);
        for mark in ["，", ",", "、", "：", "是"] {
            add(format!("第{numeral}{mark}"), SeriesStyle::Ordinal);
            add(format!("其{numeral}{mark}"), SeriesStyle::Among);
        }
        add(char::from_u32(0x245F + ordinal).map(String::from).unwrap_or_default(), SeriesStyle::Circled);
        let wide: String = ordinal.to_string().chars().filter_map(full_width).collect();
        for (open, close) in [("（", "）"), ("(", ")"), ("（", ")"), ("(", "）")] {
            add(format!("{open}{ordinal}{close}"), SeriesStyle::Parenthesised);
            add(format!("{open}{wide}{close}"), SeriesStyle::Parenthesised);
        }
        add(char::from_u32(0x2473 + ordinal).map(String::from).unwrap_or_default(), SeriesStyle::Parenthesised);
        for mark in [".", "．"] {
            add(format!("{ordinal}{mark}"), SeriesStyle::Numbered);
        }
    }
    for (word, style, ordinal) in [
        ("首先", SeriesStyle::First, 1),
        ("其次", SeriesStyle::First, 0),
        ("再次", SeriesStyle::First, 0),
        ("最后", SeriesStyle::First, 0),
        ("一方面", SeriesStyle::Side, 1),
        ("另一方面", SeriesStyle::Side, 0),
        ("——", SeriesStyle::Bullet, 0),
    ] {
        patterns.push((word.to_owned(), Mark::Item(style, ordinal)));
    }
}
