//! Chinese and Arabic numerals, read forwards and backwards.

/// Value of a digit character `一`…`九`, `〇`, `零`, `两`.
fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// Value of a decimal digit, half or full width.
fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The Chinese numeral at the start of `text` (`一`…`九百九十九`): value and length in bytes.
///
/// Digit strings such as 二〇二六 are not counting numerals and give `None`.
pub(crate) fn chinese_prefix(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut digit, mut length, mut last_unit) = (0u32, None::<u32>, 0usize, u32::MAX);
    for c in text.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            _ => 0,
        };
        if unit > 0 {
            if unit >= last_unit {
                break;
            }
            total += digit.take().unwrap_or(1) * unit;
            last_unit = unit;
        } else if let Some(value) = chinese_digit(c) {
            if digit.is_some_and(|d| d != 0) {
                break;
            }
            digit = Some(value);
        } else {
            break;
        }
        length += c.len_utf8();
    }
    total += digit.unwrap_or(0);
    (length > 0 && total > 0).then_some((total, length))
}

/// One to three decimal digits at the start of `text`: value and length in bytes.
pub(crate) fn arabic_prefix(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut length, mut count) = (0u32, 0usize, 0);
    for c in text.chars() {
        let Some(digit) = arabic_digit(c) else { break };
        count += 1;
        if count > 3 {
            return None;
        }
        value = value * 10 + digit;
        length += c.len_utf8();
    }
    (count > 0).then_some((value, length))
}

/// The number that ends at byte `end` of `text`: its start and its value as decimal text.
///
/// Takes `1,234.5`, full-width digits, and Chinese numerals up to 九百九十九.
pub(crate) fn number_before(text: &str, end: usize) -> Option<(usize, String)> {
    let head = &text[..end];
    let mut start = end;
    let mut digits = Vec::new();
    for (at, c) in head.char_indices().rev().take(20) {
        match arabic_digit(c) {
            Some(digit) => digits.push(char::from(b'0' + digit as u8)),
            None if matches!(c, '.' | '．') && !digits.is_empty() && !digits.contains(&'.') => digits.push('.'),
            None if c == ',' && grouped(&digits) => {}
            None => break,
        }
        start = at;
    }
    while digits.last() == Some(&'.') {
        digits.pop();
        start += head[start..].chars().next().map_or(0, char::len_utf8);
    }
    while start < end && head[start..].starts_with(',') {
        start += head[start..].chars().next().map_or(0, char::len_utf8);
    }
    if !digits.is_empty() {
        return Some((start, digits.iter().rev().collect()));
    }
    chinese_before(head)
}

/// Three digits since the last separator: a comma may be a thousands separator.
fn grouped(digits: &[char]) -> bool {
    let whole = digits.rsplit(|c| *c == '.').next().unwrap_or(digits);
    !whole.is_empty() && whole.len() % 3 == 0
}

fn chinese_before(head: &str) -> Option<(usize, String)> {
    let mut start = head.len();
    for (at, c) in head.char_indices().rev().take(7) {
        if chinese_digit(c).is_none() && !matches!(c, '十' | '百') {
            break;
        }
        start = at;
    }
    let (value, length) = chinese_prefix(&head[start..])?;
    (start + length == head.len()).then(|| (start, value.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_read_forward() {
        for (text, value) in [("一、", 1), ("十", 10), ("十一是", 11), ("二十", 20), ("九十九", 99), ("一百零三", 103)]
        {
            assert_eq!(chinese_prefix(text).map(|(v, _)| v), Some(value), "{text}");
        }
        assert_eq!(chinese_prefix("〇"), None);
        assert_eq!(chinese_prefix("甲"), None);
    }

    #[test]
    fn numbers_read_backward() {
        for (text, value) in [
            ("共1,234", "1234"),
            ("追缴12.50", "12.50"),
            ("共２１", "21"),
            ("共十七", "17"),
            ("第1，23", "23"),
            ("共，5", "5"),
        ] {
            assert_eq!(number_before(text, text.len()).map(|(_, v)| v).as_deref(), Some(value), "{text}");
        }
        assert_eq!(number_before("问题", 6), None);
    }
}
