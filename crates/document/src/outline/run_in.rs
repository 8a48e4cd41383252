//! Where the title of a labelled paragraph ends and its body begins (gongwen.md B2.4-7).

use crate::extract::series_start;

/// A sentence that names its problem and says what was done stays whole up to this length.
const NAMED_TITLE_CHARACTERS_MAX: usize = 48;

/// Byte length of the title at the start of `text` (the text after the label).
pub(super) fn title_length(text: &str) -> usize {
    let end = sentence_end(text).unwrap_or(text.len());
    let first = &text[..end];
    if let Some(end) = named_problem_end(text).filter(|_| first.chars().count() > NAMED_TITLE_CHARACTERS_MAX) {
        return end;
    }
    if let Some(at) = labelled_part(first) {
        return at;
    }
    if let Some(at) = series_start(first).filter(|at| *at > 0) {
        let title = first[..at].trim_end_matches(['，', '：', '。', '；', ',', ':', ' ']);
        if !title.is_empty() {
            return title.len();
        }
    }
    first.trim_end_matches(['。', ' ', '；', '：', ':', ';', '.']).trim_end().len()
}

/// `针对“…”问题，` and `关于“…”问题。`: the title is the named problem.
fn named_problem_end(text: &str) -> Option<usize> {
    let opener = ["针对", "关于", "对“", "就“"].iter().find(|word| text.starts_with(**word))?;
    let quote = text.find('“')?;
    if quote > opener.len() + 24 {
        return None;
    }
    let close = matching_close(text, quote)?;
    let tail = &text[close..];
    let rest =
        ["的问题", "问题", "方面", "方面问题", "方面存在的问题"].iter().rev().find_map(|word| tail.strip_prefix(word));
    let rest = rest?;
    let end = text.len() - rest.len();
    rest.starts_with(['，', ',']).then_some(end)
}

/// Byte after the quote mark that closes the one at `open`.
fn matching_close(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0i32;
    for (at, c) in text[open..].char_indices() {
        match c {
            '“' => depth += 1,
            '”' => {
                depth -= 1;
                if depth == 0 {
                    return Some(open + at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    None
}

/// `标题 整改措施：…` in one line: the title ends before the named part.
fn labelled_part(first: &str) -> Option<usize> {
    const PARTS: [&str; 9] = [
        "整改措施：",
        "整改情况：",
        "整改进展情况：",
        "整改目标：",
        "整改时限：",
        "责任领导：",
        "责任单位：",
        "责任部门：",
        "牵头领导：",
    ];
    if !first.contains('：') {
        return None;
    }
    let at = PARTS.iter().filter_map(|part| first.find(part)).min().filter(|at| *at > 0)?;
    let title = first[..at].trim_end_matches(['（', '。', '；', '，', ' ', '【']);
    (!title.is_empty()).then_some(title.len())
}

/// Byte after the first sentence end that is not inside quotes or brackets.
///
/// Falls back to the first sentence end at all when a pair is never closed.
fn sentence_end(text: &str) -> Option<usize> {
    let mut depth = 0i32;
    let mut first_any = None;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        let before = std::mem::replace(&mut previous, c);
        match c {
            // A half-width stop typed for 。
            '.' if depth == 0 && is_han(before) && starts_sentence(text[at + 1..].trim_start()) => {
                return Some(at + 1);
            }
            '“' | '《' | '（' | '「' | '(' | '【' => depth += 1,
            '”' | '》' | '）' | '」' | ')' | '】' => depth = (depth - 1).max(0),
            '。' | '！' | '？' => {
                let end = at + c.len_utf8();
                if depth == 0 {
                    return Some(end);
                }
                first_any = first_any.or(Some(end));
            }
            _ => {}
        }
    }
    if depth > 0 { first_any } else { None }
}

/// Goes on with words, or with a date (限期追回.12月31日前到位).
fn starts_sentence(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.starts_with(is_han) || rest.len() < text.len() && rest.starts_with(is_han)
}

/// A Chinese character or a closing quote.
fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || c == '”' || c == '“'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, title: &str) {
        assert_eq!(&text[..title_length(text)], title);
    }

    #[test]
    fn the_first_sentence_is_the_title() {
        check("强化领导班子自身建设。一是主动融入。", "强化领导班子自身建设");
        check("总体履责情况", "总体履责情况");
        check("整改措施：", "整改措施");
    }

    #[test]
    fn sentence_ends_inside_quotes_do_not_end_the_title() {
        check("关于“学习不深。落实不力”问题的整改。一是制定计划。", "关于“学习不深。落实不力”问题的整改");
        check("针对“台账不清”问题，扎实开展专项清理。一是清点。", "针对“台账不清”问题，扎实开展专项清理");
        let long = format!("针对“台账不清”问题，{}。", "召开专题会研究".repeat(8));
        check(&long, "针对“台账不清”问题");
    }

    #[test]
    fn a_series_ends_the_title() {
        check("加强学习，一是制定计划；二是抓好落实。", "加强学习");
    }
}
