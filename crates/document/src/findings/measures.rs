//! The parts of a finding: its own wording, its measures, and lines that only carry attributes.

use super::Tree;
use crate::extract::{Context, deadlines, duties, status_of};
use crate::{DocumentKind, Measure, Series, Span};

/// A finding taken apart.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Stretches that belong to the finding's own wording, after its title.
    pub(super) own_text: Vec<Span>,
    pub(super) measures: Vec<Measure>,
    /// What 整改情况 reports; it stands for the measures where none are named.
    progress: Vec<Measure>,
    /// Stretches that only state when it is due.
    deadline_text: Vec<Span>,
}

impl Parts {
    /// The stretch holds a measure.
    pub(super) fn is_measure(&self, span: Span) -> bool {
        self.measures
            .iter()
            .flat_map(|m| &m.sources)
            .any(|s| s.paragraph == span.paragraph && s.start < span.end && span.start < s.end)
    }

    /// The stretch stands under a deadline label.
    pub(super) fn is_deadline(&self, span: Span) -> bool {
        self.deadline_text.iter().any(|s| s.paragraph == span.paragraph && s.start < span.end && span.start < s.end)
    }
}

/// What a labelled line inside a finding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Measures,
    Progress,
    OwnText,
    Deadline,
    Attribute,
}

const PART_WORDS: [(&str, Part); 47] = [
    ("备注", Part::Attribute),
    ("整改类型", Part::Attribute),
    ("问题类型", Part::Attribute),
    ("是否接受", Part::Attribute),
    ("是否采纳", Part::Attribute),
    ("整改责任人", Part::Attribute),
    ("整改责任单位", Part::Attribute),
    ("整改责任领导", Part::Attribute),
    ("整改验收人", Part::Attribute),
    ("整改完成情况", Part::Progress),
    ("整改要求", Part::Attribute),
    ("整改措施", Part::Measures),
    ("具体措施", Part::Measures),
    ("主要措施", Part::Measures),
    ("整改情况", Part::Progress),
    ("整改进展情况", Part::Progress),
    ("整改进展", Part::Progress),
    ("整改落实情况", Part::Progress),
    ("完成情况", Part::Progress),
    ("进展情况", Part::Progress),
    ("整改成效", Part::Progress),
    ("整改结果", Part::Progress),
    ("工作措施", Part::Measures),
    ("归零措施", Part::Measures),
    ("措施", Part::Measures),
    ("具体表现", Part::OwnText),
    ("主要表现", Part::OwnText),
    ("问题表现", Part::OwnText),
    ("存在问题", Part::OwnText),
    ("问题描述", Part::OwnText),
    ("反馈问题", Part::OwnText),
    ("原因分析", Part::Attribute),
    ("整改时限", Part::Deadline),
    ("完成时限", Part::Deadline),
    ("整改期限", Part::Deadline),
    ("完成时间", Part::Deadline),
    ("时限要求", Part::Deadline),
    ("办结时限", Part::Deadline),
    ("整改目标", Part::Attribute),
    ("责任", Part::Attribute),
    ("牵头", Part::Attribute),
    ("配合", Part::Attribute),
    ("验收", Part::Attribute),
    ("整改状态", Part::Attribute),
    ("完成状态", Part::Attribute),
    ("分管领导", Part::Attribute),
    ("佐证材料", Part::Attribute),
];

/// The longest of these names, or seven characters.
const PART_TITLE_BYTES_MAX: usize = 24;

/// 整改措施, 责任领导 and the like as a heading of their own.
pub(super) fn is_part_title(title: &str) -> bool {
    let bare = title.trim_matches(['【', '】', '“', '”', ' ']);
    let (head, _) = bare.split_once(['：', ':']).unwrap_or((bare, ""));
    if head.len() > PART_TITLE_BYTES_MAX {
        return false;
    }
    PART_WORDS
        .iter()
        .any(|(word, _)| head == *word || head.starts_with(word) && head.chars().count() <= 7 && !head.contains("问题"))
}

fn part_of(text: &str) -> Option<(Part, usize)> {
    let lead = text.len() - text.trim_start_matches(|c: char| "【[（(“*".contains(c) || c.is_whitespace()).len();
    let body = &text[lead..];
    let (word, part) = PART_WORDS.iter().find(|(word, _)| body.starts_with(word))?;
    let tail = &body[word.len()..];
    let colon = tail.char_indices().take(8).find(|(_, c)| matches!(c, '：' | ':' | '】' | ']'))?;
    let end = lead + word.len() + colon.0 + colon.1.len_utf8();
    let more = text[end..].len() - text[end..].trim_start_matches(['：', ':', ' ', '】']).len();
    Some((*part, end + more))
}

/// What the text at hand stands directly below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    Finding,
    /// A heading that is a measure: the text is all part of it.
    Measure,
    /// 整改措施 as a heading of its own, or a manifestation.
    Part,
}

/// Takes a finding apart.
pub(super) fn parts(tree: &Tree, at: usize) -> Parts {
    let mut parts = Parts::default();
    let answers = matches!(tree.kind, DocumentKind::Plan | DocumentKind::Report);
    let series: Vec<&Series> = (at..tree.end[at]).flat_map(|below| tree.series_in(below)).collect();
    let mut current = if answers { Part::Measures } else { Part::OwnText };
    let mut under = Under::Finding;
    for below in at..tree.end[at] {
        if below > at {
            let before = parts.measures.len();
            current = heading_part(tree, below, current, &mut parts, answers);
            under = if parts.measures.len() > before { Under::Measure } else { Under::Part };
        }
        for span in tree.after_title(below) {
            let text = tree.text(span);
            let (part, skip) = part_of(text).unwrap_or((current, 0));
            let span = Span { start: span.start + skip as u32, ..span };
            // 是否接受：接受 says all it has to say on its own line.
            let closed = matches!(part, Part::Attribute | Part::Deadline) && skip > 0 && span.start < span.end;
            current = if closed && current != Part::OwnText { current } else { part };
            if span.start < span.end {
                take(tree, part, span, under, &series, &mut parts);
            }
        }
    }
    if parts.measures.is_empty() {
        parts.measures = std::mem::take(&mut parts.progress);
    }
    measure_attributes(tree, &mut parts);
    parts
}

/// A heading below the finding: a part's name, a measure, or a manifestation.
fn heading_part(tree: &Tree, below: usize, current: Part, parts: &mut Parts, answers: bool) -> Part {
    let heading = &tree.headings[below];
    let title = tree.title(below);
    if is_part_title(title) {
        let bare = title.trim_matches(['【', '“']);
        if let Some((_, part)) = PART_WORDS.iter().find(|(word, _)| bare.starts_with(word)) {
            if *part == Part::Deadline {
                parts.deadline_text.push(heading.title);
            }
            return *part;
        }
    }
    let span = Span { paragraph: heading.paragraph, start: heading.start, end: heading.title.end };
    let manifestation = !answers || super::select::named_problem(title) || current == Part::OwnText;
    if manifestation {
        parts.own_text.push(span);
        return if answers { Part::Measures } else { Part::OwnText };
    }
    parts.measures.push(measure(tree, span, heading.title));
    Part::Measures
}

fn measure(tree: &Tree, span: Span, text: Span) -> Measure {
    Measure { text: trimmed(tree.text(text)), sources: vec![span], deadlines: Vec::new(), owners: Vec::new() }
}

fn trimmed(text: &str) -> String {
    text.trim().trim_end_matches(['；', ';']).trim_start_matches(['：', '，', ':']).to_owned()
}

fn take(tree: &Tree, part: Part, span: Span, under: Under, series: &[&Series], parts: &mut Parts) {
    match part {
        Part::OwnText => parts.own_text.push(span),
        Part::Deadline => parts.deadline_text.push(span),
        Part::Attribute => {}
        Part::Measures => measures_of(tree, span, under, series, parts),
        Part::Progress => {
            let named = std::mem::take(&mut parts.measures);
            let progress = std::mem::take(&mut parts.progress);
            parts.measures = progress;
            measures_of(tree, span, under, series, parts);
            parts.progress = std::mem::replace(&mut parts.measures, named);
        }
    }
}

/// Series items are measures; text without a series is one measure, or belongs to the one before.
fn measures_of(tree: &Tree, span: Span, under: Under, series: &[&Series], parts: &mut Parts) {
    let text = tree.text(span);
    if only_attributes(text) || !text.contains(char::is_alphanumeric) {
        return;
    }
    let items: Vec<_> = outermost(series)
        .flat_map(|s| &s.items)
        .filter(|item| {
            item.span.paragraph == span.paragraph && span.start <= item.span.start && item.span.start < span.end
        })
        .collect();
    if items.is_empty() || under == Under::Measure {
        let continues = under != Under::Finding || !parts.measures.is_empty() && in_series(series, span);
        // 主要做了两项工作： only leads over; 此问题已完成整改。 states how far it is.
        let more = only_status(text) || text.trim_end().ends_with(['：', ':']);
        match parts.measures.last_mut() {
            Some(last) if continues || more => append(tree, last, span),
            // A status alone is not work that was done.
            None if only_status(text) || more && leads_over(tree, span, series) => {}
            _ => parts.measures.push(whole(tree, span)),
        }
        return;
    }
    for item in items {
        let end = item.span.end.min(span.end).max(item.span.start);
        let own = Span { start: item.span.start + item.label.len() as u32, end, ..item.span };
        parts.measures.push(Measure {
            text: trimmed(tree.text(own).trim_start_matches(['，', ',', '、', '：'])),
            sources: vec![Span { end, ..item.span }],
            deadlines: Vec::new(),
            owners: Vec::new(),
        });
    }
}

fn whole(tree: &Tree, span: Span) -> Measure {
    Measure { text: trimmed(tree.text(span)), sources: vec![span], deadlines: Vec::new(), owners: Vec::new() }
}

/// Adds text to a measure.
fn append(tree: &Tree, measure: &mut Measure, span: Span) {
    if !measure.text.ends_with(['。', '；', '！']) {
        measure.text.push('。');
    }
    measure.text.push_str(&trimmed(tree.text(span)));
    measure.sources.push(span);
}

/// A list of measures follows: a series, or headings below.
fn leads_over(tree: &Tree, span: Span, series: &[&Series]) -> bool {
    let after = |paragraph: u32| paragraph > span.paragraph;
    series.iter().flat_map(|s| s.items.first()).any(|item| after(item.span.paragraph))
        || tree.headings.iter().any(|h| h.paragraph == span.paragraph + 1)
}

/// Characters of a sentence that states nothing but how far the finding is.
const STATUS_CHARACTERS_MAX: usize = 24;

/// 此问题已完成整改。上述措施全部落地，已完成整改。【正在整改】
fn only_status(text: &str) -> bool {
    const OPENINGS: [&str; 7] = ["上述", "以上", "目前", "此", "该", "本", "现"];
    let bare = text.trim().trim_matches(['【', '】', '（', '）', '。', '.', ' ']);
    let summing = OPENINGS.iter().any(|word| bare.starts_with(word));
    let one = !bare.contains(['；', ';']) && (summing || !bare.contains(['。', '，', ',']));
    one && bare.chars().count() <= STATUS_CHARACTERS_MAX && status_of(bare).is_some()
}

/// The stretch follows an item of a series that started above.
fn in_series(series: &[&Series], span: Span) -> bool {
    series.iter().any(|s| {
        let first = s.items.first().map(|i| i.span.paragraph);
        let last = s.items.last().map(|i| i.span.paragraph);
        first.zip(last).is_some_and(|(first, last)| first < span.paragraph && span.paragraph < last)
    })
}

/// Series that do not stand inside an item of another.
fn outermost<'a>(series: &'a [&'a Series]) -> impl Iterator<Item = &'a Series> {
    series.iter().copied().filter(move |inner| {
        let first = inner.items.first().map(|i| i.span);
        !series.iter().any(|outer| {
            !std::ptr::eq(*outer, *inner)
                && first.is_some_and(|f| {
                    outer
                        .items
                        .iter()
                        .any(|i| i.span.paragraph == f.paragraph && i.span.start < f.start && f.start < i.span.end)
                })
        })
    })
}

/// 责任领导：…；整改时限：… without anything done.
fn only_attributes(text: &str) -> bool {
    let bare = text.trim().trim_start_matches(['（', '(', '【']);
    let labelled = PART_WORDS
        .iter()
        .any(|(word, part)| matches!(part, Part::Attribute | Part::Deadline) && bare.starts_with(word));
    labelled && bare.contains(['：', ':']) && text.chars().count() < 120
}

fn measure_attributes(tree: &Tree, parts: &mut Parts) {
    for measure in &mut parts.measures {
        for span in &measure.sources {
            let text = tree.text(*span);
            deadlines(span.paragraph, text, span.start as usize, Context::Running, &mut measure.deadlines);
            duties(span.paragraph, text, span.start as usize, &mut measure.owners);
        }
    }
}
