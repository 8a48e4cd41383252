//! Marks of secrecy in the marking position (GB/T 9704-2012, 7.2.2; design §2.11).
//!
//! A mark stands alone in its paragraph near the top, in a page header, or in the file name.
//! A sentence that merely mentions 保密 or 秘密 is no mark.

use super::Content;
use crate::{Problem, ProblemCode, Refusal};

/// Paragraphs from the top that can hold the marks of the 版头.
const MARK_PARAGRAPHS: usize = 12;
const LEVELS: [&str; 3] = ["绝密", "机密", "秘密"];

/// Refuses a document that carries a mark of secrecy.
pub(super) fn refuse_marked(name: &str, content: &Content) -> Result<(), Refusal> {
    let top = content.paragraphs.iter().take(MARK_PARAGRAPHS).map(|p| p.text.as_str());
    let furniture = content.furniture.iter().map(String::as_str);
    let found = top.chain(furniture).flat_map(str::lines).find_map(mark).or_else(|| mark_in_name(name));
    match found {
        Some(mark) => Err(Refusal::Secret { mark }),
        None => Ok(()),
    }
}

/// Warns of 内部 and 工作秘密 marks: such a document may be processed but not published.
pub(super) fn warn_internal(content: &mut Content) {
    const MARKS: [&str; 7] = ["内部", "内部资料", "内部文件", "工作秘密", "内部使用", "不予公开", "内部资料注意保存"];
    let found = content.paragraphs.iter().take(MARK_PARAGRAPHS).position(|p| {
        let text: String = p.text.chars().filter(|c| !c.is_whitespace() && !"（）()【】★☆".contains(*c)).collect();
        MARKS.contains(&text.as_str())
    });
    if let Some(at) = found {
        content.problems.push(Problem {
            code: ProblemCode::InternalMark,
            message: "文件标有内部或工作秘密字样：可在单位内部处理，不得公开发布。".to_owned(),
            paragraph: Some(at as u32),
        });
    }
}

/// The mark that a line consists of, e.g. `机密★10年`.
fn mark(line: &str) -> Option<String> {
    let text: String = line.chars().filter(|c| !c.is_whitespace()).take(32).collect();
    if text.chars().count() > 24 {
        return None;
    }
    let mut rest = text.as_str();
    for prefix in ["密级和保密期限", "密级", "保密等级"] {
        if let Some(after) = rest.strip_prefix(prefix) {
            rest = after.strip_prefix(['：', ':'])?;
        }
    }
    // The copy number (份号) may share the line.
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '№' | '【' | '[' | '（' | '('));
    let level = LEVELS.into_iter().find(|level| rest.starts_with(level))?;
    is_term(&rest[level.len()..]).then(|| text.clone())
}

/// What may stand after the level: nothing, a star with a term, an urgency.
fn is_term(tail: &str) -> bool {
    let tail = tail.trim_start_matches('级').trim_end_matches(['】', ']', '）', ')']);
    let tail = tail.trim_end_matches("特急").trim_end_matches("加急").trim_end_matches("平急");
    let starred = tail.starts_with(['★', '☆', '*', '﹡', '＊']);
    let term = tail.trim_start_matches(['★', '☆', '*', '﹡', '＊']);
    let term = term.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十〇两".contains(c));
    let plain = ["", "年", "个月", "月", "天", "日", "长期", "启用前", "解密前", "年以内"].contains(&term);
    plain || (starred && term.chars().count() <= 8)
}

/// `（机密）` or `机密★` in the file name.
fn mark_in_name(name: &str) -> Option<String> {
    LEVELS.into_iter().find_map(|level| {
        ["★", "☆"]
            .iter()
            .find(|star| name.contains(&format!("{level}{star}")))
            .map(|star| format!("{level}{star}"))
            .or_else(|| {
                [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]")]
                    .iter()
                    .map(|(open, close)| format!("{open}{level}{close}"))
                    .find(|mark| name.contains(mark.as_str()))
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_in_every_usual_form() {
        for text in [
            "秘密",
            "机密★10年",
            "绝 密 ★ 30 年",
            "机密☆5年",
            "密级：秘密",
            "000012机密★1年",
            "秘密★6个月",
            "【机密】",
            "秘密★启用前",
            "机密 特急",
        ] {
            assert!(mark(text).is_some(), "{text}");
        }
    }

    #[test]
    fn sentences_about_secrecy_are_no_marks() {
        for text in [
            "保密工作",
            "秘密工作纪律执行不严",
            "严格遵守保密规定，机密文件专人管理。",
            "机密文件管理办法",
            "涉密人员管理",
            "秘密交通员",
            "绝密级国家秘密是最重要的国家秘密",
            "秘密侦查",
        ] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
