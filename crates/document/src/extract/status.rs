//! Status words of reports and ledgers (process-rules.md §1.5, document-variation.md).

use super::colons::values;
use crate::Status;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Whole phrases, longest meaning first: the first phrase that occurs decides.
const PHRASES: [(&str, Status); 47] = [
    ("阶段性成果并持续", Status::MostlyDone),
    ("阶段性办结", Status::MostlyDone),
    ("阶段性完成", Status::MostlyDone),
    ("基本完成", Status::MostlyDone),
    ("基本整改", Status::MostlyDone),
    ("部分整改", Status::InProgress),
    ("部分完成", Status::InProgress),
    ("整改不够到位", Status::InProgress),
    ("未整改到位", Status::InProgress),
    ("尚未启动", Status::NotStarted),
    ("未启动", Status::NotStarted),
    ("尚未整改", Status::NotStarted),
    ("未整改", Status::NotStarted),
    ("待整改", Status::NotStarted),
    ("待解决", Status::NotStarted),
    ("尚未完成", Status::InProgress),
    ("未完成", Status::InProgress),
    ("待验收", Status::InProgress),
    ("长期坚持", Status::Standing),
    ("长期整改", Status::Standing),
    ("长期持续整改", Status::Standing),
    ("完成整改并通过验收", Status::Done),
    ("全部整改完成", Status::Done),
    ("已完成整改", Status::Done),
    ("已整改完成", Status::Done),
    ("整改已完成", Status::Done),
    ("整改完成", Status::Done),
    ("完成整改", Status::Done),
    ("整改到位", Status::Done),
    ("已全部整改", Status::Done),
    ("已整改", Status::Done),
    ("已办结", Status::Done),
    ("已销号", Status::Done),
    ("已完成", Status::Done),
    ("已落实", Status::Done),
    ("已解决", Status::Done),
    ("正在整改", Status::InProgress),
    ("正在推进", Status::InProgress),
    ("正在落实", Status::InProgress),
    ("整改中", Status::InProgress),
    ("推进中", Status::InProgress),
    ("持续推进", Status::InProgress),
    ("有序推进", Status::InProgress),
    ("持续整改", Status::InProgress),
    ("达到序时进度", Status::InProgress),
    ("超过序时进度", Status::InProgress),
    ("完成", Status::Done),
];

/// The status that a cell or the value of a status label names.
pub(crate) fn status_of(value: &str) -> Option<Status> {
    let compact: String = value.chars().filter(|c| !c.is_whitespace()).take(80).collect();
    if matches!(compact.as_str(), "是" | "√" | "✓") {
        return Some(Status::Done);
    }
    if matches!(compact.as_str(), "否" | "×") {
        return Some(Status::NotStarted);
    }
    first_phrase(&compact).map(|at| PHRASES[at].1)
}

static AUTOMATON: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(PHRASES.iter().map(|(phrase, _)| phrase)).ok()
});

/// Index of the first phrase of the list that occurs.
fn first_phrase(text: &str) -> Option<usize> {
    let automaton = AUTOMATON.as_ref()?;
    automaton.find_overlapping_iter(text).map(|found| found.pattern().as_usize()).min()
}

/// The status that running text states: after a status label, in brackets, or as a closing clause.
pub(crate) fn labelled_status(text: &str) -> Option<Status> {
    closing_verdict(text).or_else(|| marked_status(text)).or_else(|| in_last_sentence(text))
}

/// The status after a status label or in brackets.
pub(crate) fn marked_status(text: &str) -> Option<Status> {
    after_label(text).or_else(|| in_brackets(text))
}

/// 该项基本完成整改 as the last sentence: it is about the finding, whatever was said of its parts before.
fn closing_verdict(text: &str) -> Option<Status> {
    const SUBJECTS: [&str; 8] = ["该项", "该问题", "此项", "此问题", "本项", "该任务", "该事项", "本问题"];
    let body = text.trim_end().trim_end_matches(['。', '；', '.', ' ']);
    let start = body.rfind(['。', '；']).map_or(0, |at| at + "。".len());
    let subject = SUBJECTS.iter().any(|subject| body[start..].trim_start().starts_with(subject));
    subject.then(|| in_last_sentence(body)).flatten()
}

/// A measure without the status in brackets at its end, and the status.
pub fn trailing_status(text: &str) -> Option<(&str, Status)> {
    let bare = text.trim_end().trim_end_matches(['。', '；', ';']).trim_end();
    let inner = bare.strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let words = inner[open..].trim_start_matches(['（', '(']).trim();
    let status = (words.chars().count() <= BARE_CHARACTERS_MAX).then(|| strong(words)).flatten()?;
    let own = inner[..open].trim_end();
    (!own.is_empty()).then_some((own, status))
}

/// Characters of the value of a status label.
const VALUE_CHARACTERS_MAX: usize = 20;

fn after_label(text: &str) -> Option<Status> {
    const LABELS: [&str; 12] = [
        "整改状态",
        "完成状态",
        "整改结果",
        "整改情况",
        "完成情况",
        "整改进展情况",
        "整改进展",
        "目前进展",
        "进展情况",
        "当前状态",
        "办理状态",
        "落实情况",
    ];
    values(text, &LABELS).find_map(|start| {
        let value = text[start..].trim_start();
        let end = value.char_indices().find(|(_, c)| matches!(c, '。' | '；' | '\n')).map_or(value.len(), |(at, _)| at);
        let value = &value[..end];
        let first = value.split('，').next().unwrap_or_default();
        in_last_sentence(value)
            .or_else(|| (first.chars().count() <= VALUE_CHARACTERS_MAX).then(|| strong(first)).flatten())
    })
}

/// Characters of a status in brackets.
const BRACKETED_CHARACTERS_MAX: usize = 14;

/// （已完成）, 【整改中】 and square brackets, at most a few characters long.
fn in_brackets(text: &str) -> Option<Status> {
    let bytes = text.as_bytes();
    let wide = [(WIDE.0.find_iter(bytes), "）"), (WIDE.1.find_iter(bytes), "】")];
    let wide = wide.into_iter().flat_map(|(found, close)| found.map(move |at| (at + close.len(), close)));
    let narrow = memchr::memchr2_iter(b'(', b'[', bytes).map(|at| (at + 1, if bytes[at] == b'(' { ")" } else { "]" }));
    wide.chain(narrow).find_map(|(start, close)| {
        let reach = text.floor_char_boundary((start + BRACKETED_CHARACTERS_MAX * 3 + close.len()).min(text.len()));
        let inner = &text[start..reach];
        let words = &inner[..inner.find(close)?];
        (words.chars().count() <= BRACKETED_CHARACTERS_MAX).then(|| strong(words)).flatten()
    })
}

static WIDE: LazyLock<(Finder<'static>, Finder<'static>)> = LazyLock::new(|| (Finder::new("（"), Finder::new("【")));

/// Characters of a clause that states a status and names what has it.
const CLAUSE_CHARACTERS_MAX: usize = 24;
/// Characters of a clause that is a status and nothing else.
const BARE_CHARACTERS_MAX: usize = 8;

/// `该问题已完成整改。` at the end; `已完成整改，并长期坚持` is done, `需长期坚持` is not.
fn in_last_sentence(text: &str) -> Option<Status> {
    let body = text.trim_end().trim_end_matches(['。', '；', '.', ' ']);
    let start = body.rfind(['。', '；']).map_or(0, |at| at + "。".len()).max(half_width_stop(body));
    // Most sentences state no status at all, and one pass tells.
    first_phrase(&body[start..])?;
    let mut found = None;
    let mut clauses = body[start..].split(['，', ',', '、']).map(str::trim).peekable();
    while let Some(clause) = clauses.next() {
        let last = clauses.peek().is_none();
        let count = clause.chars().count();
        let named = || ["整改", "问题", "此项", "工作", "事项"].iter().any(|word| clause.contains(word));
        let status = (count <= CLAUSE_CHARACTERS_MAX)
            .then(|| strong(clause))
            .flatten()
            .filter(|_| last && count <= BARE_CHARACTERS_MAX || named());
        found = match (found, status) {
            (Some(Status::Done), Some(Status::Standing)) if !clause.contains(['需', '须']) => found,
            (_, Some(status)) => Some(status),
            (found, None) => found,
        };
    }
    found
}

/// Byte after the last half-width stop that ends a sentence of Chinese text.
fn half_width_stop(text: &str) -> usize {
    let mut stops = text.match_indices('.').filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + 1..].chars().next();
        before.is_some_and(|c| !c.is_ascii()) && after.is_none_or(|c| !c.is_ascii_digit())
    });
    stops.next_back().map_or(0, |(at, _)| at + 1)
}

/// A phrase that cannot be about anything but the finding itself.
fn strong(text: &str) -> Option<Status> {
    // 已完成整改并长期坚持 is done; 需长期坚持 is not.
    let found = first_phrase(text)?;
    if ["并长期坚持", "并将长期坚持"].iter().any(|word| text.contains(word)) && text.contains("完成") {
        return Some(Status::Done);
    }
    let (phrase, status) = PHRASES[found];
    (phrase != "完成" || text.trim() == "完成").then_some(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_on_a_finding_counts_and_a_measure_may_have_its_own() {
        let text = "进展情况：街镇以上已完成，村居正在填报。该项基本完成整改。";
        assert_eq!(labelled_status(text), Some(Status::MostlyDone));
        assert_eq!(trailing_status("完成换届选举（基本完成）。"), Some(("完成换届选举", Status::MostlyDone)));
        assert_eq!(trailing_status("完成换届选举（9月底前已完成提名审核）。"), None);
        assert_eq!(trailing_status("制定办法（试行）"), None);
        assert_eq!(trailing_status("（已完成）"), None);
    }

    #[test]
    fn cells_and_labels_give_a_status() {
        for (text, status) in [
            ("已完成整改", Status::Done),
            ("基本完成", Status::MostlyDone),
            ("正在整改", Status::InProgress),
            ("需长期坚持", Status::Standing),
            ("未启动", Status::NotStarted),
            ("未完成", Status::InProgress),
        ] {
            assert_eq!(status_of(text), Some(status), "{text}");
        }
        assert_eq!(labelled_status("整改状态：整改中"), Some(Status::InProgress));
        assert_eq!(labelled_status("学习不深入（已完成）"), Some(Status::Done));
        for (text, status) in [
            ("修订制度2项。该问题已完成整改。", Status::Done),
            ("提醒谈话3人。已完成整改并长期坚持。", Status::Done),
            ("达标率提高。已完成整改，需长期坚持。", Status::Standing),
            ("压缩近六成。此项工作需长期坚持。", Status::Standing),
            ("落实保洁员考核。已完成整改，坚持长效管护。", Status::Done),
            ("三是建立后期管护协议. 已完成整改.", Status::Done),
            ("目前，治超工作持续推进，超限率由4.1%降至1.9%。", Status::InProgress),
        ] {
            assert_eq!(labelled_status(text), Some(status), "{text}");
        }
    }

    #[test]
    fn ordinary_work_is_no_status() {
        assert_eq!(labelled_status("制定方案，完成机构改革任务，持续推进区级改革，严格执行制度规定和要求。"), None);
    }
}
