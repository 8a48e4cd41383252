//! Counted things in running text: `21个问题`, `完成整改19个`, `占比90.5%`.

use crate::context::Context;
use crate::diagnostic::Place;
use crate::text::is_han;

/// A number with what it counts.
#[derive(Debug, Clone)]
pub(crate) struct Count<'a> {
    /// Bytes of number and unit.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Thousandths, so that comparing is exact.
    pub(crate) value: i64,
    /// 个, 项, 万元, % …
    pub(crate) unit: &'static str,
    /// The words before it, from the last mark on.
    pub(crate) before: &'a str,
    /// The words behind the unit, up to the next mark; at most eight.
    pub(crate) behind: &'a str,
}

/// A sentence with its counts.
pub(crate) struct Counted<'a> {
    pub(crate) paragraph: usize,
    /// Byte of the paragraph's text.
    pub(crate) start: usize,
    pub(crate) text: &'a str,
    /// Positions from the beginning of the sentence.
    pub(crate) counts: Vec<Count<'a>>,
}

impl Counted<'_> {
    pub(crate) fn place(&self, context: &Context<'_>, count: &Count<'_>) -> Place {
        context.place(self.paragraph, self.start + count.start, self.start + count.end)
    }
}

/// Longer ones first.
const UNITS: [&str; 52] = [
    "万余元",
    "人次",
    "批次",
    "场次",
    "平方公里",
    "公顷",
    "万元",
    "亿元",
    "公里",
    "平方米",
    "个",
    "项",
    "条",
    "篇",
    "次",
    "人",
    "名",
    "件",
    "家",
    "份",
    "场",
    "期",
    "户",
    "处",
    "元",
    "吨",
    "亩",
    "台",
    "套",
    "辆",
    "本",
    "册",
    "支",
    "间",
    "所",
    "座",
    "批",
    "宗",
    "起",
    "类",
    "笔",
    "部",
    "栋",
    "幢",
    "张",
    "门",
    "株",
    "头",
    "例",
    "艘",
    "%",
    "％",
];

/// Counts of a stretch of text in their order.
pub(crate) fn counts(text: &str) -> Vec<Count<'_>> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit() || matches!(bytes[at], b'.' | b',') && next_is_digit(bytes, at))
        {
            at += 1;
        }
        let rest = text.get(at..).unwrap_or_default();
        let (Some(value), Some(unit)) =
            (thousandths(&text[start..at]), UNITS.iter().find(|unit| rest.starts_with(**unit)))
        else {
            continue;
        };
        let end = at + unit.len();
        let spread = before_mark(&text[..start]);
        // 第3项, 3—5个 and GB 3-2个 are no counts of their own.
        if !spread.ends_with(['第', '—', '～', '~', '-', '.', '〔', '约', '近', '超']) {
            let words: usize = text[end..].chars().take_while(|c| is_han(*c)).take(8).map(char::len_utf8).sum();
            found.push(Count { start, end, value, unit, before: spread, behind: &text[end..end + words] });
        }
        at = end;
    }
    found
}

fn next_is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
}

/// Words that are looked at before a number.
const BEFORE_MAX: usize = 40;

/// The words since the last mark.
fn before_mark(head: &str) -> &str {
    let is_mark = |c: char| matches!(c, '，' | '。' | '；' | '：' | '、' | '！' | '？' | '（' | '）' | ',' | ';' | ':');
    let from = head.char_indices().rev().take(BEFORE_MAX).take_while(|(_, c)| !is_mark(*c)).last();
    from.map_or("", |(at, _)| &head[at..]).trim()
}

/// `1,234.5` as thousandths; `None` if it does not fit.
pub(crate) fn thousandths(number: &str) -> Option<i64> {
    let plain: String = number.chars().filter(|c| *c != ',').collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if part.len() > 3 || part.contains('.') {
        return None;
    }
    let padded = format!("{part:0<3}");
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(padded.parse().ok()?)
}

/// `19`, `19.5` from thousandths.
pub(crate) fn shown(value: i64) -> String {
    match value % 1000 {
        0 => (value / 1000).to_string(),
        part => format!("{}.{}", value / 1000, format!("{part:03}").trim_end_matches('0')),
    }
}

/// A small number at the beginning of a text, Chinese or Arabic: 三, 十二, 21; with its length in bytes.
pub(crate) fn small_number(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return text.get(..digits)?.parse().ok().filter(|n| *n < 1000).map(|n| (n, digits));
    }
    let numerals: Vec<char> = text.chars().take_while(|c| "一二三四五六七八九十两".contains(*c)).take(3).collect();
    let digit = |c: char| match c {
        '两' => Some(2),
        _ => "一二三四五六七八九".chars().position(|one| one == c).map(|at| at as u32 + 1),
    };
    let value = match numerals.as_slice() {
        ['十'] => 10,
        ['十', ones] => 10 + digit(*ones)?,
        [tens, '十'] => digit(*tens)? * 10,
        [tens, '十', ones] => digit(*tens)? * 10 + digit(*ones)?,
        [one] => digit(*one)?,
        _ => return None,
    };
    Some((value, numerals.len() * 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_units_and_words() {
        let found = counts("反馈问题1,021个，完成整改19.5万元，第3项，占比90.5%");
        let seen: Vec<_> = found.iter().map(|c| (shown(c.value), c.unit, c.before)).collect();
        let right = [
            ("1021".to_owned(), "个", "反馈问题"),
            ("19.5".to_owned(), "万元", "完成整改"),
            ("90.5".to_owned(), "%", "占比"),
        ];
        assert_eq!(seen, right);
    }

    #[test]
    fn small_numbers_are_read_in_both_scripts() {
        let read = |text| small_number(text).map(|(n, _)| n);
        assert_eq!(
            ["三项", "十二个", "二十条", "二十一", "21个", "项"].map(read),
            [Some(3), Some(12), Some(20), Some(21), Some(21), None]
        );
    }
}
