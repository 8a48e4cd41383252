//! Labels at the start of a line: 一、（一） 1. （1） ① and what people type instead.

use super::{arabic_prefix, chinese_prefix};

/// The form of a label; the order is the usual order of levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// 第一部分、第一篇
    Part,
    /// 第一章
    Chapter,
    /// 第一节
    Section,
    /// A heading without number whose style or mark-up gives the level.
    Styled(u8),
    /// 第一条
    Article,
    /// 一、
    Chinese,
    /// （一）
    ChineseParenthesised,
    /// A line without number between 一、 and 1.
    Plain,
    /// 问题一：、任务1、GP-001
    Named,
    /// 项目1.1：
    NamedDotted,
    /// 1.
    Arabic,
    /// 1.1
    Dotted,
    /// 1)
    HalfParenthesised,
    /// （1）
    ArabicParenthesised,
    /// 1.1.1
    DoubleDotted,
    /// ①
    Circled,
}

/// A label found at the start of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) form: Form,
    pub(crate) value: u32,
    /// Length of the label itself in bytes.
    pub(crate) length: usize,
    /// Length with the blanks that follow it.
    pub(crate) skip: usize,
    /// The form is unusual: it counts only if it fits a series.
    pub(crate) weak: bool,
}

/// Form and number of a label as the outline gives it: `（三）` is the third of its form.
pub fn label_parts(label: &str) -> Option<(Form, u32)> {
    label_at(label.trim_start()).map(|found| (found.form, found.value))
}

/// The label at the start of `text`, which must not start with blanks.
pub(crate) fn label_at(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    let found = match first {
        '第' => ordinal(text),
        '（' | '(' => parenthesised(text),
        '0'..='9' | '０'..='９' => arabic(text),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => chinese(text),
        '—' | '－' | 'ー' | '-' => dash_for_one(text),
        'l' | 'I' | 'O' | 'Z' => letter_for_digit(text),
        'A'..='Z' => code(text),
        '项' | '问' | '任' | '事' | '措' | '建' | '意' => named(text),
        _ => single(first),
    }?;
    let rest = &text[found.length..];
    let blanks = rest.len() - rest.trim_start().len();
    Some(Label { skip: found.length + blanks, ..found })
}

fn label(form: Form, value: u32, length: usize) -> Label {
    Label { form, value, length, skip: length, weak: false }
}

fn weak(label: Label) -> Label {
    Label { weak: true, ..label }
}

/// ①、⒈、⑴、㈠ and other one-character labels.
fn single(c: char) -> Option<Label> {
    let code = c as u32;
    let (form, base) = match code {
        0x2460..=0x2473 => (Form::Circled, 0x2460),
        0x2776..=0x277F => (Form::Circled, 0x2776),
        0x24F5..=0x24FE => (Form::Circled, 0x24F5),
        0x3280..=0x3289 => (Form::Circled, 0x3280),
        0x2488..=0x249B => (Form::Arabic, 0x2488),
        0x2474..=0x2487 => (Form::ArabicParenthesised, 0x2474),
        0x3220..=0x3229 => (Form::ChineseParenthesised, 0x3220),
        _ => return None,
    };
    Some(label(form, code - base + 1, c.len_utf8()))
}

/// 第一部分、第一章、第一节、第一条; never 第一责任人 and the like.
fn ordinal(text: &str) -> Option<Label> {
    let tail = &text["第".len()..];
    let (value, length) = chinese_prefix(tail).or_else(|| arabic_prefix(tail))?;
    let tail = &tail[length..];
    let (form, word) =
        [(Form::Part, "部分"), (Form::Part, "篇"), (Form::Chapter, "章"), (Form::Section, "节"), (Form::Article, "条")]
            .into_iter()
            .find(|(_, word)| tail.starts_with(word))?;
    let mut end = "第".len() + length + word.len();
    let after = text[end..].chars().next();
    match after {
        Some(c @ ('、' | '：' | ':' | '.' | '．' | '，')) => end += c.len_utf8(),
        Some(c) if c.is_whitespace() => {}
        None => {}
        // 第三条第二款、第一章的规定 and so on are references.
        Some('第' | '的' | '（' | '规') => return None,
        Some(_) => return Some(weak(label(form, value, end))),
    }
    Some(label(form, value, end))
}

/// （一）、(1) and their mixed forms.
fn parenthesised(text: &str) -> Option<Label> {
    let open = text.chars().next()?.len_utf8();
    let inner = text[open..].trim_start();
    let start = text.len() - inner.len();
    let (form, value, length) = match chinese_prefix(inner) {
        Some((value, length)) => (Form::ChineseParenthesised, value, length),
        None => match arabic_prefix(inner) {
            Some((value, length)) => (Form::ArabicParenthesised, value, length),
            None => {
                // A dash that a PDF font gave for 一 (gongwen.md B2.2).
                let dash = inner.chars().next().filter(|c| matches!(c, '—' | '－' | 'ー' | '-'))?;
                let closed = inner[dash.len_utf8()..].starts_with(['）', ')']);
                return closed.then(|| {
                    let end = start + dash.len_utf8();
                    let close = text[end..].chars().next().map_or(0, char::len_utf8);
                    weak(label(Form::ChineseParenthesised, 1, end + close))
                });
            }
        },
    };
    let after = &text[start + length..];
    let tail = after.trim_start();
    let close = tail.chars().next().filter(|c| matches!(c, '）' | ')'))?;
    let mut end = text.len() - tail.len() + close.len_utf8();
    let rest = &text[end..];
    // （一）至（三）、（一）（二）项 are references.
    if rest.starts_with(['至', '和', '项', '款'])
        || (rest.starts_with('、') && rest["、".len()..].starts_with(['（', '(']))
    {
        return None;
    }
    if let Some(c) = rest.chars().next().filter(|c| matches!(c, '、' | '.' | '．')) {
        end += c.len_utf8();
    }
    Some(label(form, value, end))
}

/// 一、 and its misspellings.
fn chinese(text: &str) -> Option<Label> {
    let (value, length) = chinese_prefix(text)?;
    let rest = &text[length..];
    let mark = rest.chars().next()?;
    let end = length + mark.len_utf8();
    let after = &text[end..];
    match mark {
        '、' => (!pair_of_numerals(value, after)).then(|| label(Form::Chinese, value, end)),
        '.' | '．' => Some(label(Form::Chinese, value, end)),
        '：' | ':' | '，' | ',' => Some(weak(label(Form::Chinese, value, end))),
        c if c.is_whitespace() => Some(weak(label(Form::Chinese, value, length))),
        _ => None,
    }
}

/// 三、四季度 and 一、二级响应 count two things; 三、四风问题 is a label.
fn pair_of_numerals(value: u32, after: &str) -> bool {
    const COUNTED: [&str; 22] = [
        "季度", "级", "类", "年级", "期", "楼", "层", "号", "线", "月", "科", "区", "处", "队", "批", "等", "档", "者",
        "把手", "、", "审", "轮",
    ];
    match chinese_prefix(after) {
        Some((next, length)) => next == value + 1 && COUNTED.iter().any(|word| after[length..].starts_with(word)),
        None => false,
    }
}

/// 1. 1、 1) 1.1 and a decimal number that is none of these.
fn arabic(text: &str) -> Option<Label> {
    let (value, length) = arabic_prefix(text)?;
    let rest = &text[length..];
    let mark = rest.chars().next()?;
    let end = length + mark.len_utf8();
    let after = &text[end..];
    match mark {
        '.' | '．' | '\\' => arabic_dot(text, value, end),
        '、' if !after.starts_with(|c: char| c.is_ascii_digit()) || starts_with_year(after) => {
            Some(label(Form::Arabic, value, end))
        }
        ')' | '）' => Some(label(Form::HalfParenthesised, value, end)),
        '，' | ',' if !after.starts_with(|c: char| c.is_ascii_digit()) => Some(weak(label(Form::Arabic, value, end))),
        '：' | ':' if !after.starts_with(|c: char| c.is_ascii_digit()) => Some(weak(label(Form::Arabic, value, end))),
        c if c.is_whitespace() && !after.trim_start().is_empty() => Some(weak(label(Form::Arabic, value, length))),
        _ => None,
    }
}

/// What follows `1.`: a label, a dotted label, or a decimal.
fn arabic_dot(text: &str, value: u32, end: usize) -> Option<Label> {
    let after = &text[end..];
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Some(label(Form::Arabic, value, end));
    }
    if starts_with_year(after) {
        return Some(label(Form::Arabic, value, end));
    }
    if digits > 2 {
        return None;
    }
    let minor: u32 = after[..digits].parse().ok()?;
    dotted(text, end + digits, minor)
}

/// 2023年度, 2021—2023年
fn starts_with_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && text[digits..].starts_with(['年', '—', '-', '－', '至', '～', '~'])
}

/// 1.1 总体 or 1.1.1 总体, but not 1.5万元.
fn dotted(text: &str, end: usize, minor: u32) -> Option<Label> {
    let tail = &text[end..];
    let more = tail.strip_prefix('.').and_then(arabic_prefix);
    if let Some((value, length)) = more {
        let end = end + 1 + length;
        return (!text[end..].starts_with('.')).then(|| weak(label(Form::DoubleDotted, value, end)));
    }
    let next = tail.chars().next()?;
    match next {
        '、' | '：' | ':' | '.' => Some(weak(label(Form::Dotted, minor, end + next.len_utf8()))),
        c if c.is_whitespace() => Some(weak(label(Form::Dotted, minor, end))),
        '万' | '亿' | '元' | '%' | '％' | '倍' | '个' | '公' | '米' | '吨' | '次' | '千' | '平' | '亩' | '岁'
        | '年' | '月' | '版' => None,
        c if ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '“' || c == '《' => {
            Some(weak(label(Form::Dotted, minor, end)))
        }
        _ => None,
    }
}

/// A dash or long-vowel mark that an extraction gave for 一 (gongwen.md B2.2).
fn dash_for_one(text: &str) -> Option<Label> {
    let dash = text.chars().next()?.len_utf8();
    text[dash..].starts_with('、').then(|| weak(label(Form::Chinese, 1, dash + "、".len())))
}

/// l. for 1. and O. for 0. (gongwen.md B2.2).
fn letter_for_digit(text: &str) -> Option<Label> {
    let value = match text.as_bytes().first()? {
        b'l' | b'I' => 1,
        b'Z' => 2,
        _ => return code(text),
    };
    let mark = text[1..].chars().next()?;
    match mark {
        '.' | '．' | '、' => Some(weak(label(Form::Arabic, value, 1 + mark.len_utf8()))),
        _ => code(text),
    }
}

/// GP-001
fn code(text: &str) -> Option<Label> {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    if !(1..=4).contains(&letters) || !text[letters..].starts_with('-') {
        return None;
    }
    let digits = text[letters + 1..].bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=4).contains(&digits) {
        return None;
    }
    let mut end = letters + 1 + digits;
    let value = text[letters + 1..end].parse().ok()?;
    match text[end..].chars().next() {
        Some(c @ ('：' | ':' | '、' | '.')) => end += c.len_utf8(),
        Some(c) if c.is_whitespace() => {}
        _ => return None,
    }
    Some(label(Form::Named, value, end))
}

/// 问题一：、项目1.1：、任务3、
fn named(text: &str) -> Option<Label> {
    const WORDS: [&str; 9] = ["项目", "问题", "任务", "事项", "措施", "建议", "意见", "事例", "问题清单"];
    let word = WORDS.iter().find(|word| text.starts_with(**word))?;
    let tail = &text[word.len()..];
    let tail_start = text.len() - tail.trim_start().len();
    let tail = tail.trim_start();
    let (mut value, mut length) = chinese_prefix(tail).or_else(|| arabic_prefix(tail))?;
    let mut dotted = false;
    while let Some((minor, more)) = tail[length..].strip_prefix('.').and_then(arabic_prefix) {
        dotted = true;
        value = minor;
        length += 1 + more;
    }
    let form = if dotted { Form::NamedDotted } else { Form::Named };
    let end = tail_start + length;
    let mark = text[end..].chars().next()?;
    match mark {
        '：' | ':' | '.' | '．' => Some(label(form, value, end + mark.len_utf8())),
        '、' => Some(weak(label(form, value, end + mark.len_utf8()))),
        c if c.is_whitespace() => Some(weak(label(form, value, end))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, form: Form, value: u32, printed: &str) {
        let found = label_at(text).unwrap_or_else(|| panic!("no label in {text}"));
        assert_eq!((found.form, found.value, &text[..found.length]), (form, value, printed), "{text}");
    }

    #[test]
    fn canonical_and_misspelled_forms_are_labels() {
        check("一、总体", Form::Chinese, 1, "一、");
        check("十二．总体", Form::Chinese, 12, "十二．");
        check("（一）压实", Form::ChineseParenthesised, 1, "（一）");
        check("(二）压实", Form::ChineseParenthesised, 2, "(二）");
        check("（三）、压实", Form::ChineseParenthesised, 3, "（三）、");
        check("㈣压实", Form::ChineseParenthesised, 4, "㈣");
        check("1.进一步", Form::Arabic, 1, "1.");
        check("１．进一步", Form::Arabic, 1, "１．");
        check("⒈进一步", Form::Arabic, 1, "⒈");
        check("1、进一步", Form::Arabic, 1, "1、");
        check("1)进一步", Form::HalfParenthesised, 1, "1)");
        check("（1）进一步", Form::ArabicParenthesised, 1, "（1）");
        check("⑵进一步", Form::ArabicParenthesised, 2, "⑵");
        check("③进一步", Form::Circled, 3, "③");
        check("第二部分 整改", Form::Part, 2, "第二部分");
        check("项目1.2：资金", Form::NamedDotted, 2, "项目1.2：");
        check("GP-001 资金", Form::Named, 1, "GP-001");
        check("问题三：资金", Form::Named, 3, "问题三：");
    }

    #[test]
    fn numerals_that_count_are_no_labels() {
        for text in [
            "三、四季度",
            "一、二级响应",
            "一、二、三产",
            "1.5万元",
            "12.5%",
            "第一责任人",
            "第一议题",
            "第三条第二款",
            "第一书记",
        ] {
            assert_eq!(label_at(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_after_the_dot_leaves_the_label() {
        check("1.2023年度工作", Form::Arabic, 1, "1.");
        check("2.2021—2023年", Form::Arabic, 2, "2.");
        check("4、2022年至2024年广告收入", Form::Arabic, 4, "4、");
        assert_eq!(label_at("3、4月份"), None);
    }

    #[test]
    fn a_set_phrase_after_the_mark_leaves_the_label() {
        check("三、四风问题", Form::Chinese, 3, "三、");
        check("一、一把手履责", Form::Chinese, 1, "一、");
        check("一、二十大精神", Form::Chinese, 1, "一、");
    }

    #[test]
    fn references_are_no_labels() {
        for text in ["（一）至（三）项", "（一）、（二）项"] {
            assert_eq!(label_at(text), None, "{text}");
        }
    }

    #[test]
    fn recovered_forms_are_weak() {
        assert!(label_at("—、总体").is_some_and(|l| l.weak && l.value == 1));
        assert!(label_at("（—）总体").is_some_and(|l| l.weak && l.value == 1));
        assert!(label_at("l.总体").is_some_and(|l| l.weak && l.value == 1));
    }
}
