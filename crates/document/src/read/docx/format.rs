//! Number formats of Word lists (gongwen.md B2.3).

/// The printed form of `n`; `None` for formats that print nothing.
pub(super) fn number(format: &str, n: u32) -> Option<String> {
    Some(match format {
        "none" | "bullet" => return None,
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting"
        | "japaneseDigitalTenThousand" => {
            chinese(n, ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"], ["", "十", "百", "千"], "零")
        }
        "chineseLegalSimplified" | "japaneseLegal" => {
            chinese(n, ["", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], ["", "拾", "佰", "仟"], "零")
        }
        "ideographLegalTraditional" => {
            chinese(n, ["", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"], ["", "拾", "佰", "仟"], "零")
        }
        "ideographDigital" | "taiwaneseDigital" | "koreanDigital2" => n
            .to_string()
            .chars()
            .filter_map(|c| "〇一二三四五六七八九".chars().nth(c as usize - '0' as usize))
            .collect(),
        "ideographTraditional" => cycle("甲乙丙丁戊己庚辛壬癸", n),
        "ideographZodiac" => cycle("子丑寅卯辰巳午未申酉戌亥", n),
        "decimalFullWidth" | "decimalFullWidth2" => {
            n.to_string().chars().filter_map(|c| char::from_u32(c as u32 - '0' as u32 + '０' as u32)).collect()
        }
        "decimalZero" => format!("{n:02}"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(0x2460, 20, n),
        "decimalEnclosedParen" => enclosed(0x2474, 20, n),
        "decimalEnclosedFullstop" => enclosed(0x2488, 20, n),
        "ideographEnclosedCircle" => enclosed(0x3280, 10, n),
        "ideographParenthesized" => enclosed(0x3220, 10, n),
        "lowerLetter" => letters(b'a', n),
        "upperLetter" => letters(b'A', n),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperRoman" => roman(n),
        _ => n.to_string(),
    })
}

/// Counting words up to 9999; 10–19 start with 十.
fn chinese(n: u32, digits: [&str; 10], powers: [&str; 4], zero: &str) -> String {
    if n == 0 || n > 9999 {
        return n.to_string();
    }
    let mut text = String::new();
    let mut gap = false;
    for power in (0..4).rev() {
        let digit = (n / 10u32.pow(power as u32) % 10) as usize;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push_str(zero);
            gap = false;
        }
        let bare_ten = power == 1 && digit == 1 && text.is_empty();
        if !bare_ten {
            text.push_str(digits[digit]);
        }
        text.push_str(powers[power]);
    }
    text
}

fn cycle(signs: &str, n: u32) -> String {
    let signs: Vec<char> = signs.chars().collect();
    let at = (n.max(1) - 1) as usize % signs.len();
    signs[at].to_string()
}

fn enclosed(base: u32, count: u32, n: u32) -> String {
    let sign = (1..=count).contains(&n).then(|| char::from_u32(base + n - 1)).flatten();
    sign.map_or_else(|| n.to_string(), String::from)
}

/// a, b … z, aa, bb.
fn letters(first: u8, n: u32) -> String {
    let n = n.clamp(1, 780) - 1;
    String::from(char::from(first + (n % 26) as u8)).repeat(n as usize / 26 + 1)
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = n.min(3999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_print_as_word_prints_them() {
        for (format, expected) in [
            ("chineseCounting", ["一", "二", "十", "十一", "二十"]),
            ("japaneseCounting", ["一", "二", "十", "十一", "二十"]),
            ("ideographDigital", ["一", "二", "一〇", "一一", "二〇"]),
            ("chineseLegalSimplified", ["壹", "贰", "拾", "拾壹", "贰拾"]),
            ("decimalFullWidth", ["１", "２", "１０", "１１", "２０"]),
            ("decimalEnclosedCircle", ["①", "②", "⑩", "⑪", "⑳"]),
            ("decimalEnclosedParen", ["⑴", "⑵", "⑽", "⑾", "⒇"]),
        ] {
            let printed: Vec<_> = [1, 2, 10, 11, 20].into_iter().filter_map(|n| number(format, n)).collect();
            assert_eq!(printed, expected, "{format}");
        }
        assert_eq!(number("chineseCounting", 103).as_deref(), Some("一百零三"));
        assert_eq!(number("none", 1), None);
    }
}
