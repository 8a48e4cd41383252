//! Sums of money in yuan, exact.

use super::{Hit, Mark, span};
use crate::Amount;
use crate::grammar::number_before;

/// Amounts of a paragraph.
pub(super) fn of_paragraph(index: u32, text: &str, hits: &[Hit], out: &mut Vec<Amount>) {
    for hit in hits {
        let Mark::Money(power) = hit.mark else { continue };
        let Some((start, yuan)) = amount_before(text, hit.start, power) else { continue };
        out.push(Amount { text: text[start..hit.end].to_owned(), yuan, span: span(index, start, hit.end) });
    }
}

/// The number before a money word: its start and its value in yuan.
fn amount_before(text: &str, end: usize, power: u32) -> Option<(usize, String)> {
    let head = text[..end].trim_end();
    if head.ends_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
        let (start, number) = number_before(head, head.len())?;
        return Some((start, scale(&number, power)));
    }
    let start = head
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| chinese_power(*c).is_some() || chinese_digit(*c).is_some())
        .last()?
        .0;
    let value = chinese_amount(&head[start..])?;
    let counting = head[start..].chars().any(|c| chinese_power(c).is_some()) || power > 0;
    counting.then(|| (start, scale(&value.to_string(), power)))
}

/// `number` × 10^power as plain decimal text.
pub(super) fn scale(number: &str, power: u32) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = format!("{whole}{fraction}");
    let shift = power as usize;
    if fraction.len() <= shift {
        digits.push_str(&"0".repeat(shift - fraction.len()));
        let trimmed = digits.trim_start_matches('0');
        return if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() };
    }
    let point = digits.len() - (fraction.len() - shift);
    let tail = digits[point..].trim_end_matches('0');
    let head = digits[..point].trim_start_matches('0');
    let head = if head.is_empty() { "0" } else { head };
    if tail.is_empty() { head.to_owned() } else { format!("{head}.{tail}") }
}

fn chinese_digit(c: char) -> Option<u64> {
    "零一二三四五六七八九".chars().position(|d| d == c).map(|d| d as u64).or(match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => "零壹贰叁肆伍陆柒捌玖".chars().position(|d| d == c).map(|d| d as u64),
    })
}

fn chinese_power(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// 三千二百五十六万 = 32560000.
fn chinese_amount(text: &str) -> Option<u64> {
    let (mut total, mut section, mut digit) = (0u64, 0u64, None::<u64>);
    for c in text.chars() {
        match (chinese_digit(c), chinese_power(c)) {
            (Some(value), _) => digit = Some(value),
            (_, Some(power)) if power >= 10_000 => {
                section += digit.take().unwrap_or(0);
                total = total.checked_add(section)?.checked_mul(power)?;
                section = 0;
            }
            (_, Some(power)) => section += digit.take().unwrap_or(1) * power,
            _ => return None,
        }
    }
    total.checked_add(section + digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scan;

    #[test]
    fn amounts_are_exact_yuan() {
        for (text, yuan) in [
            ("追缴7.132万元", "71320"),
            ("资金1,234.50元", "1234.5"),
            ("共0.0001亿元", "10000"),
            ("三千二百万元", "32000000"),
            ("退还12.5万余元", "125000"),
            ("壹仟贰佰元", "1200"),
        ] {
            let (mut hits, mut out) = (Vec::new(), Vec::new());
            scan(text, &mut hits);
            of_paragraph(0, text, &hits, &mut out);
            assert_eq!(out.first().map(|a| a.yuan.as_str()), Some(yuan), "{text}");
        }
    }

    #[test]
    fn words_with_yuan_are_no_amounts() {
        let (mut hits, mut out) = (Vec::new(), Vec::new());
        let text = "二元结构、多元化、元旦、单元";
        scan(text, &mut hits);
        of_paragraph(0, text, &hits, &mut out);
        assert!(out.is_empty());
    }
}
