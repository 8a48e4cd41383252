//! Who is named for what: 责任领导：… 牵头单位：… 责任人：…

use super::colons::colons;
use super::span;
use crate::{Duty, DutyRole};

/// Duty words; a longer word comes before its own ending.
const WORDS: [(&str, DutyRole); 41] = [
    ("第一责任人", DutyRole::Leader),
    ("牵头校领导", DutyRole::Leader),
    ("牵头院领导", DutyRole::Leader),
    ("牵头领导", DutyRole::Leader),
    ("责任领导", DutyRole::Leader),
    ("分管领导", DutyRole::Leader),
    ("包保领导", DutyRole::Leader),
    ("包案领导", DutyRole::Leader),
    ("整改验收人", DutyRole::Reviewer),
    ("验收单位", DutyRole::Reviewer),
    ("验收部门", DutyRole::Reviewer),
    ("验收人", DutyRole::Reviewer),
    ("督办单位", DutyRole::Reviewer),
    ("责任部门（人）", DutyRole::LeadUnit),
    ("牵头责任单位", DutyRole::LeadUnit),
    ("牵头责任部门", DutyRole::LeadUnit),
    ("牵头单位", DutyRole::LeadUnit),
    ("牵头部门", DutyRole::LeadUnit),
    ("牵头科室", DutyRole::LeadUnit),
    ("牵头处室", DutyRole::LeadUnit),
    ("主责单位", DutyRole::LeadUnit),
    ("主责部门", DutyRole::LeadUnit),
    ("主办单位", DutyRole::LeadUnit),
    ("承办单位", DutyRole::LeadUnit),
    ("整改单位", DutyRole::LeadUnit),
    ("责任单位", DutyRole::LeadUnit),
    ("责任部门", DutyRole::LeadUnit),
    ("责任科室", DutyRole::LeadUnit),
    ("责任部室", DutyRole::LeadUnit),
    ("责任处室", DutyRole::LeadUnit),
    ("配合单位", DutyRole::CoUnit),
    ("配合部门", DutyRole::CoUnit),
    ("配合科室", DutyRole::CoUnit),
    ("协办单位", DutyRole::CoUnit),
    ("协同单位", DutyRole::CoUnit),
    ("整改责任人", DutyRole::Owner),
    ("具体责任人", DutyRole::Owner),
    ("直接责任人", DutyRole::Owner),
    ("责任人员", DutyRole::Owner),
    ("责任人", DutyRole::Owner),
    ("经办人", DutyRole::Owner),
];

/// Duties named in a stretch of a paragraph that starts at byte `from`.
///
/// Every duty word that names somebody is followed by a colon, and colons are rare.
pub(crate) fn duties(paragraph: u32, text: &str, from: usize, out: &mut Vec<Duty>) {
    let mut at = 0;
    while let Some((colon, names_start)) = colons(text, at).next() {
        let head = text[at..colon].trim_end();
        at = names_start;
        let Some((word, role)) = duty_word(head) else { continue };
        let start = colon - (text[..colon].len() - text[..colon].trim_end().len()) - word.len();
        let names_end = names_end(text, names_start);
        let mut names = split_names(&text[names_start..names_end]);
        at = names_end;
        let place = span(paragraph, from + start, from + names_end);
        // 责任部门（人）：实训中心（温如玉）
        let people = if word.contains(['（', '(']) { bracketed(&mut names) } else { Vec::new() };
        for (role, names) in [(role, names), (DutyRole::Owner, people)] {
            if !names.is_empty() {
                out.push(Duty { role, word: word.to_owned(), names, span: place });
            }
        }
    }
}

/// The duty word that ends here: a known one, or 责任, 牵头, 配合 with a kind of unit.
fn duty_word(head: &str) -> Option<(&str, DutyRole)> {
    const STEMS: [(&str, DutyRole); 9] = [
        ("协助", DutyRole::CoUnit),
        ("牵头责任", DutyRole::LeadUnit),
        ("责任", DutyRole::LeadUnit),
        ("牵头", DutyRole::LeadUnit),
        ("主责", DutyRole::LeadUnit),
        ("主办", DutyRole::LeadUnit),
        ("配合", DutyRole::CoUnit),
        ("协办", DutyRole::CoUnit),
        ("协同", DutyRole::CoUnit),
    ];
    const UNITS: [&str; 22] = [
        "单位",
        "部门",
        "科室",
        "股室",
        "处室",
        "部室",
        "科",
        "股",
        "处",
        "站所",
        "站室",
        "室",
        "院系",
        "学院",
        "支部",
        "党支部",
        "党组织",
        "街道",
        "乡镇",
        "镇村",
        "机构",
        "企业",
    ];
    let known = WORDS.iter().filter(|(word, _)| head.ends_with(word)).max_by_key(|(word, _)| word.len());
    if let Some((word, role)) = known {
        return Some((word, *role));
    }
    let unit = UNITS.iter().filter(|unit| head.ends_with(**unit)).max_by_key(|unit| unit.len())?;
    let rest = &head[..head.len() - unit.len()];
    let (stem, role) = STEMS.iter().find(|(stem, _)| rest.ends_with(stem))?;
    Some((&head[rest.len() - stem.len()..], *role))
}

/// Takes what stands in brackets out of names: 实训中心（温如玉） names a unit and a person.
fn bracketed(names: &mut [String]) -> Vec<String> {
    let mut people = Vec::new();
    for name in names {
        let Some((unit, rest)) = name.split_once(['（', '(']) else { continue };
        people.extend(split_names(rest.trim_end_matches(['）', ')'])));
        *name = unit.to_owned();
    }
    people
}

/// Names end at a full stop, a closing bracket, or where the next labelled part begins.
fn names_end(text: &str, from: usize) -> usize {
    let tail = &text[from..];
    let mut depth = 0i32;
    let mark = tail
        .char_indices()
        .find(|(_, c)| {
            let closes = matches!(c, '）' | ')');
            depth += i32::from(matches!(c, '（' | '(')) - i32::from(closes && depth > 0);
            let unopened = closes && depth == 0 && !tail.contains(['（', '(']);
            matches!(c, '。' | '；' | ';' | '】' | '\n') || unopened
        })
        .map_or(tail.len(), |(at, _)| at);
    let colon = tail[..mark].find(['：', ':']);
    let end = match colon {
        // The word before the colon is the next label.
        Some(colon) => {
            tail[..colon].rfind([' ', '　', '，', '、', ',', '\t']).unwrap_or_else(|| label_before(&tail[..colon]))
        }
        None => mark,
    };
    from + end
}

fn label_before(text: &str) -> usize {
    let stems = ["整改时限", "完成时限", "整改期限", "时限", "配合", "责任", "牵头", "验收", "具体"];
    stems.iter().filter_map(|stem| text.rfind(stem)).min().unwrap_or(text.len())
}

/// Names of persons or units in a cell or after a duty word.
pub(crate) fn split_names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut depth = 0i32;
    let mut current = String::new();
    let compact = text.trim();
    let chars: Vec<char> = compact.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            _ => {}
        }
        let separator = depth <= 0
            && (matches!(c, '、' | '，' | ',' | '；' | ';' | '/' | '\n' | '\t')
                || c.is_whitespace() && !inside_name(&chars, at));
        if separator {
            push_name(&mut names, &mut current);
        } else {
            current.push(*c);
        }
    }
    push_name(&mut names, &mut current);
    names
}

/// A blank between two single characters pads a two-character name (张　明).
fn inside_name(chars: &[char], at: usize) -> bool {
    let left = chars[..at].iter().rev().take_while(|c| !c.is_whitespace() && !"、，；：".contains(**c)).count();
    let right = chars[at + 1..]
        .iter()
        .skip_while(|c| c.is_whitespace())
        .take_while(|c| !c.is_whitespace() && !"、，；：".contains(**c))
        .count();
    left == 1 && right == 1
        || chars.get(at + 1).is_some_and(|c| c.is_whitespace()) && left == 1
        || at > 0 && chars[at - 1].is_whitespace() && right == 1
}

fn push_name(names: &mut Vec<String>, current: &mut String) {
    let name: String = current.chars().filter(|c| !c.is_whitespace()).collect();
    let name = name.trim_matches(['。', '，', '、', '：', ':', '-', '—']).to_owned();
    if !name.is_empty() && name.chars().count() <= 40 && !names.contains(&name) {
        names.push(name);
    }
    current.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_duties_on_a_line() {
        let text = "责任领导：张明　牵头单位：办公室、财务科；配合单位：人事科 责任人：李 红，王小川。";
        let mut found = Vec::new();
        duties(0, text, 0, &mut found);
        let short: Vec<_> = found.iter().map(|d| (d.role, d.names.join("+"))).collect();
        assert_eq!(
            short,
            [
                (DutyRole::Leader, "张明".to_owned()),
                (DutyRole::LeadUnit, "办公室+财务科".to_owned()),
                (DutyRole::CoUnit, "人事科".to_owned()),
                (DutyRole::Owner, "李红+王小川".to_owned()),
            ]
        );
    }

    #[test]
    fn a_duty_word_without_colon_names_nobody() {
        let mut found = Vec::new();
        duties(0, "落实到责任领导、责任部室和具体责任人，书记是第一责任人", 0, &mut found);
        assert!(found.is_empty());
    }
}
