//! How a field is written in a report.

use super::Field;
use jiff::civil::Date;
use std::fmt::{self, Display, Formatter};

/// A way of writing; several are applied one after the other.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Format {
    /// 2026年6月30日; the usual form of dates (GB/T 9704-2012, 7.3.5.4).
    Date,
    /// 2026年6月
    Month,
    /// 2026-06-30
    IsoDate,
    /// 十二
    Numeral,
    /// Yuan as 万元 with as many decimals as it has.
    TenThousandYuan,
    /// One line without a full stop or semicolon at its end.
    Sentence,
    /// What stands there where nothing is known.
    Default(String),
}

/// Why a text is no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    #[error("没有名为“{0}”的写法，可用：日期、年月、短日期、汉字、万元、句、缺省(文字)")]
    Unknown(String),
}

impl Format {
    fn parse(text: &str) -> Result<Self, FormatError> {
        Ok(match text.trim() {
            "日期" => Self::Date,
            "年月" => Self::Month,
            "短日期" => Self::IsoDate,
            "汉字" => Self::Numeral,
            "万元" => Self::TenThousandYuan,
            "句" => Self::Sentence,
            other => match other.strip_prefix("缺省(").and_then(|rest| rest.strip_suffix(')')) {
                Some(default) => Self::Default(default.trim_matches(['"', '\'']).to_owned()),
                None => return Err(FormatError::Unknown(other.to_owned())),
            },
        })
    }

    pub fn parse_all(text: &str) -> Result<Vec<Self>, FormatError> {
        text.split('|').map(Self::parse).collect()
    }
}

impl Display for Format {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date => f.write_str("日期"),
            Self::Month => f.write_str("年月"),
            Self::IsoDate => f.write_str("短日期"),
            Self::Numeral => f.write_str("汉字"),
            Self::TenThousandYuan => f.write_str("万元"),
            Self::Sentence => f.write_str("句"),
            Self::Default(text) => write!(f, "缺省({text})"),
        }
    }
}

/// The field as the formats write it; a format that does not fit the field leaves it as it is.
pub(crate) fn apply(field: &Field, formats: &[Format]) -> String {
    let mut text = match field {
        Field::Text(text) | Field::Yuan(text) => text.clone(),
        Field::Count(n) => n.to_string(),
        Field::Date(date) => chinese_date(*date),
        Field::Missing => String::new(),
    };
    for format in formats {
        text = match (format, field) {
            (Format::Date, Field::Date(date)) => chinese_date(*date),
            (Format::Month, Field::Date(date)) => format!("{}年{}月", date.year(), date.month()),
            (Format::IsoDate, Field::Date(date)) => date.to_string(),
            (Format::Numeral, Field::Count(n)) => usize::try_from(*n).map_or(text, numeral),
            (Format::TenThousandYuan, Field::Yuan(yuan)) => ten_thousands(yuan),
            (Format::Sentence, _) => one_sentence(&text),
            (Format::Default(default), Field::Missing) => default.clone(),
            _ => text,
        };
    }
    text
}

/// Lines joined as clauses of one sentence.
fn one_sentence(text: &str) -> String {
    const ENDS: [char; 5] = ['。', '；', ';', '.', '，'];
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    lines
        .iter()
        .enumerate()
        .map(|(at, line)| match at {
            _ if at == last => line.trim_end_matches(ENDS).to_owned(),
            _ if line.ends_with(['。', '；', '，', '：', '、']) => (*line).to_owned(),
            _ => format!("{line}；"),
        })
        .collect()
}

/// 2026年6月30日
pub(crate) fn chinese_date(date: Date) -> String {
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// 一 … 九千九百九十九; digits beyond that.
pub(crate) fn numeral(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if n == 0 {
        return "零".to_owned();
    }
    if n > 9999 {
        return n.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for (unit, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n / unit % 10;
        if digit == 0 {
            gap = gap || !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        // 十二, not 一十二.
        if !(unit == 10 && digit == 1 && text.is_empty()) {
            text.push_str(DIGITS[digit]);
        }
        text.push_str(word);
    }
    text
}

/// 71320.5 yuan is 7.13205 万元: the point moves, nothing is rounded.
pub(crate) fn ten_thousands(yuan: &str) -> String {
    let (sign, digits) = yuan.strip_prefix('-').map_or(("", yuan), |rest| ("-", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.chars().chain(part.chars()).all(|c| c.is_ascii_digit()) {
        return yuan.to_owned();
    }
    let padded = format!("{whole:0>5}");
    let (head, tail) = padded.split_at(padded.len() - 4);
    let head = head.trim_start_matches('0');
    let decimals = format!("{tail}{part}");
    let decimals = decimals.trim_end_matches('0');
    let head = if head.is_empty() { "0" } else { head };
    if decimals.is_empty() { format!("{sign}{head}") } else { format!("{sign}{head}.{decimals}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read_as_they_are_spoken() {
        let cases =
            [(0, "零"), (1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十")];
        for (n, word) in cases {
            assert_eq!(numeral(n), word);
        }
        assert_eq!(numeral(1005), "一千零五");
        assert_eq!(numeral(12_345), "12345");
    }

    #[test]
    fn money_moves_its_point_and_loses_nothing() {
        let cases = [
            ("71320", "7.132"),
            ("71320.50", "7.13205"),
            ("10000", "1"),
            ("5", "0.0005"),
            ("0", "0"),
            ("-20000", "-2"),
        ];
        for (yuan, word) in cases {
            assert_eq!(ten_thousands(yuan), word);
        }
        assert_eq!(ten_thousands("约三万"), "约三万");
    }

    #[test]
    fn what_is_not_known_is_said_so() {
        let formats = Format::parse_all("缺省(待明确)|句").unwrap();
        assert_eq!(apply(&Field::Missing, &formats), "待明确");
        assert_eq!(apply(&Field::text("按期完成。"), &formats), "按期完成");
    }
}
