//! A rule 制度 that is said to have been made, without the number 文号 by which anybody could find it.

use super::{PaperCode, PaperPart, Warning, is_done};
use crate::{Evidence, Measure};

const MADE: [&str; 8] = ["制定", "制订", "修订", "出台", "印发", "完善", "健全", "建立"];
/// The rule is somebody else's.
const CITED: [&str; 15] = [
    "按照", "根据", "依据", "对照", "学习", "贯彻", "执行", "遵守", "违反", "落实", "遵照", "参照", "按", "依", "宣传",
];
const RULES: [&str; 9] = ["管理办法", "办法", "制度", "规定", "细则", "规程", "规则", "守则", "条例"];
/// A plain 完善制度 is a promise, no claim.
const MADE_PLAINLY: [&str; 5] = ["制定", "制订", "修订", "出台", "印发"];
/// Characters between the verb and what was made.
const REACH: usize = 16;
/// Files about a rule that are not the rule.
const ABOUT: [&str; 12] =
    ["学习", "培训", "会议", "签到", "照片", "讨论", "征求意见", "汇编", "截图", "草案", "送审", "台账"];

/// Whether the text has a number of a document: 云水发〔2026〕15号, 第15号.
pub fn has_number(text: &str) -> bool {
    let characters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    characters.iter().enumerate().filter(|(_, c)| **c == '号').any(|(at, _)| is_numbered(&characters[..at]))
}

fn is_numbered(before: &[char]) -> bool {
    let digit = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c);
    let digits = before.iter().rev().take_while(|c| digit(c)).count();
    let head = &before[..before.len() - digits];
    let year = |head: &[char]| {
        let years = head.iter().rev().take_while(|c| digit(c)).count();
        let open = head.len().checked_sub(years + 1).and_then(|at| head.get(at));
        years == 4 && open.is_some_and(|c| "〔［[（(【".contains(*c))
    };
    match head.split_last() {
        Some(('第', rest)) => digits > 0 && (rest.is_empty() || !rest.ends_with(&['附', '件'])),
        Some((close, rest)) => digits > 0 && "〕］]）)】".contains(*close) && year(rest),
        None => false,
    }
}

/// The rule that the text says was made, in the text's own words.
pub fn unnumbered_rule(text: &str) -> Option<&str> {
    if has_number(text) {
        return None;
    }
    text.split(['。', '；', ';', '\n', '！']).find_map(|sentence| titled(sentence).or_else(|| plain(sentence)))
}

/// 修订《差旅费管理办法》, 《差旅费管理办法》已印发.
fn titled(sentence: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(open) = sentence[from..].find('《').map(|at| from + at) {
        let close = sentence[open..].find('》').map(|at| open + at + '》'.len_utf8())?;
        let title = &sentence[open..close];
        let before = &sentence[..open];
        let last = |words: &[&str]| words.iter().filter_map(|word| before.rfind(word)).max();
        let after = sentence[close..].split(['，', ',', '《']).next().unwrap_or_default();
        let made = match (last(&MADE), last(&CITED)) {
            (Some(made), cited) => cited.is_none_or(|cited| cited < made),
            (None, None) => MADE_PLAINLY.iter().any(|word| after.contains(word)),
            (None, Some(_)) => false,
        };
        if made && is_own_rule(title) {
            return Some(title);
        }
        from = close;
    }
    None
}

fn is_own_rule(title: &str) -> bool {
    let name = title.trim_start_matches('《').trim_end_matches('》');
    let name = name.trim_end_matches(')').trim_end_matches('）');
    let name = ["试行", "暂行", "修订"].iter().fold(name, |name, end| name.trim_end_matches(end));
    let name = name.trim_end_matches(['（', '(']);
    let higher = ["中华人民共和国", "中国共产党", "国务院", "中央"].iter().any(|start| name.starts_with(start));
    !higher && RULES.iter().any(|rule| name.ends_with(rule))
}

/// 制定值班制度, without a title.
fn plain(sentence: &str) -> Option<&str> {
    MADE_PLAINLY.iter().find_map(|verb| {
        let start = sentence.find(verb)?;
        let after = &sentence[start + verb.len()..];
        let reach = after.char_indices().nth(REACH).map_or(after.len(), |(at, _)| at);
        let stretch = after[..reach].split(['，', ',', '、', '《', '的', '：']).next().unwrap_or_default();
        let end = RULES.iter().filter_map(|rule| stretch.find(rule).map(|at| at + rule.len())).max()?;
        let building = stretch[end..].starts_with("建设") || stretch[end..].starts_with("规定");
        (!building).then(|| &sentence[start..start + verb.len() + end])
    })
}

/// A plan is not yet a rule: a measure is looked at when it is said to be done, its progress at once.
pub(super) fn of_measure(measure: &Measure, files: &[&Evidence]) -> Option<Warning> {
    let note = measure.progress_note.as_deref().unwrap_or_default();
    let numbered = has_number(&measure.text) || has_number(note) || files.iter().any(|file| file_has_number(file));
    if numbered {
        return None;
    }
    let in_note = unnumbered_rule(note).map(|rule| (PaperPart::Progress, rule));
    let in_text = || is_done(measure).then(|| unnumbered_rule(&measure.text)).flatten();
    let (part, rule) = in_note.or_else(|| in_text().map(|rule| (PaperPart::Measure, rule)))?;
    Some(Warning {
        code: PaperCode::RuleWithoutNumber,
        part,
        subject: measure.key.clone(),
        message: format!(
            "{} {} 写到“{rule}”，没有文号。请补写发文字号（如 某发〔2026〕1号），或在备注中说明未正式印发。",
            part.word(),
            measure.key
        ),
        others: Vec::new(),
    })
}

pub(super) fn file_has_number(file: &Evidence) -> bool {
    has_number(&file.name) || file.note.as_deref().is_some_and(has_number)
}

/// A file that by its name is a rule; its own number or that of its measure will do.
pub(super) fn of_evidence(file: &Evidence, measure: Option<&Measure>) -> Option<Warning> {
    let stem = file.name.rsplit_once('.').map_or(file.name.as_str(), |(stem, _)| stem);
    let title = stem.find('《').zip(stem.find('》')).filter(|(a, b)| a < b).map_or(stem, |(a, b)| &stem[a..b]);
    let of_measure = |m: &Measure| has_number(&m.text) || m.progress_note.as_deref().is_some_and(has_number);
    let other = ABOUT.iter().any(|word| stem.contains(word));
    (is_own_rule(title) && !other && !file_has_number(file) && !measure.is_some_and(of_measure)).then(|| Warning {
        code: PaperCode::RuleWithoutNumber,
        part: PaperPart::Evidence,
        subject: file.key.clone(),
        message: format!("佐证 {}“{}”看上去是一份制度，名称和备注中没有文号。请补写发文字号。", file.key, file.name),
        others: Vec::new(),
    })
}
