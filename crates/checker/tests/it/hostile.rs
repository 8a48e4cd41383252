//! Texts that somebody made to be slow: the time grows with the length, not with its square.

use checker::{Profile, Selection, check};
use std::time::{Duration, Instant};

/// What is repeated to make one long paragraph; each starts work in some rule.
const PIECES: [&str; 34] = [
    "(",
    ")",
    "（",
    "《",
    "“",
    "‘",
    "》《",
    "加大对",
    "1月",
    "2025年",
    "年1日",
    "以下简称“甲”",
    "〔2025〕1号《",
    "以“甲”开展",
    "一是甲",
    "1",
    "1个",
    "问题1个，",
    "完成率1%，",
    "…",
    "...",
    "的的",
    "甲乙甲乙",
    "民主生活会",
    "民生活",
    "* 市",
    " ",
    "。",
    "，",
    "“暖心之家”暖心之家",
    "家住",
    "对王二批评教育",
    "月一",
    "、等",
];
const SHORT: usize = 8_000;

fn time(piece: &str, bytes: usize) -> Duration {
    let text = piece.repeat(bytes / piece.len());
    let document = document::read(text.as_bytes(), "例.txt").unwrap();
    let selection = Selection { profile: Profile::Public, ..Selection::default() };
    let start = Instant::now();
    let _ = document::parse(&document);
    let parsed = Instant::now();
    let _ = check(&document, None, &selection);
    parsed.elapsed().saturating_sub(parsed - start)
}

#[test]
fn eight_times_the_text_takes_no_more_than_thirty_times_as_long() {
    let mut slow = Vec::new();
    for piece in PIECES {
        let best = |bytes| time(piece, bytes);
        let (short, long) = (best(SHORT), best(SHORT * 8));
        if long > short * 30 + Duration::from_millis(60) {
            slow.push(format!("{piece:?}: {short:?} becomes {long:?}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}
