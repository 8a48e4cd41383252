//! The document's own title among the first paragraphs.

use crate::grammar::{Form, label_at};
use crate::{Document, DocumentKind, Paragraph, Region};

/// The title and the first paragraph after it.
#[derive(Debug, Clone)]
pub(crate) struct DocumentTitle {
    pub(crate) text: Option<String>,
    pub(crate) next: usize,
}

/// Lines that may come before the title: web chrome, 版头.
const SEARCH_PARAGRAPHS: usize = 25;
const TITLE_CHARACTERS_MAX: usize = 80;

const KIND_WORDS: [(&str, DocumentKind); 34] = [
    ("措施表", DocumentKind::Plan),
    ("任务分工", DocumentKind::Plan),
    ("反馈意见", DocumentKind::Feedback),
    ("反馈问题", DocumentKind::Feedback),
    ("反馈情况", DocumentKind::Feedback),
    ("问题清单", DocumentKind::Feedback),
    ("反馈会", DocumentKind::Feedback),
    ("反馈", DocumentKind::Feedback),
    ("台账", DocumentKind::Ledger),
    ("销号表", DocumentKind::Ledger),
    ("整改方案", DocumentKind::Plan),
    ("工作方案", DocumentKind::Plan),
    ("落实方案", DocumentKind::Plan),
    ("实施方案", DocumentKind::Plan),
    ("方案", DocumentKind::Plan),
    ("任务清单", DocumentKind::Plan),
    ("责任清单", DocumentKind::Plan),
    ("措施清单", DocumentKind::Plan),
    ("整改计划", DocumentKind::Plan),
    ("报告", DocumentKind::Report),
    ("通报", DocumentKind::Report),
    ("进展情况", DocumentKind::Report),
    ("整改情况", DocumentKind::Report),
    ("落实情况", DocumentKind::Report),
    ("情况公示", DocumentKind::Report),
    ("情况汇报", DocumentKind::Report),
    ("总结", DocumentKind::Report),
    ("通知", DocumentKind::Notice),
    ("函", DocumentKind::Notice),
    ("督办单", DocumentKind::Notice),
    ("通知书", DocumentKind::Notice),
    ("交办单", DocumentKind::Notice),
    ("意见书", DocumentKind::Feedback),
    ("建议书", DocumentKind::Notice),
];

const OTHER_WORDS: [&str; 9] = ["纪要", "讲话", "发言", "公告", "公示", "请示", "批复", "决定", "意见"];

/// Finds the title: styled as such, ending in a kind word, or the first line that looks like one.
pub(crate) fn document_title(document: &Document) -> DocumentTitle {
    let top: Vec<(usize, &Paragraph)> = document
        .paragraphs
        .iter()
        .enumerate()
        .take(SEARCH_PARAGRAPHS)
        .take_while(|(at, p)| *at == 0 || !starts_body(p))
        .collect();
    // The page's own title follows the title of its front matter.
    let styled = top.iter().rfind(|(_, p)| p.style_level == Some(0));
    let worded = top.iter().find(|(_, p)| is_title(p) && kind_word(p.text.trim()).is_some());
    let joined = top.windows(2).find(|pair| continues(pair[0].1, pair[1].1));
    let title = chosen(&top, styled, worded, joined);
    with_last_line(title, &top)
}

/// The end of a title that a third line carries: 整改情况的报告.
fn with_last_line(title: DocumentTitle, top: &[(usize, &Paragraph)]) -> DocumentTitle {
    const LAST_LINE_CHARACTERS_MAX: usize = 16;
    const WHOLE: [&str; 8] = ["报告", "方案", "通知", "通报", "意见", "函", "清单", "台账"];
    let Some(text) = title.text.as_deref().filter(|text| !WHOLE.iter().any(|end| text.ends_with(end))) else {
        return title;
    };
    let next = top.iter().find(|(at, _)| *at == title.next).map(|(_, p)| p.text.trim());
    let last = next.filter(|line| {
        line.chars().count() <= LAST_LINE_CHARACTERS_MAX
            && WHOLE.iter().any(|end| line.ends_with(end))
            && (text.contains("关于") || text.ends_with(['的', '和', '、']))
    });
    match last {
        Some(line) => DocumentTitle { text: Some(format!("{text}{line}")), next: title.next + 1 },
        None => title,
    }
}

fn chosen(
    top: &[(usize, &Paragraph)],
    styled: Option<&(usize, &Paragraph)>,
    worded: Option<&(usize, &Paragraph)>,
    joined: Option<&[(usize, &Paragraph)]>,
) -> DocumentTitle {
    match (styled, worded, joined) {
        (Some((at, _)), _, _) => with_lines_above(*at, top),
        (_, worded, Some(pair)) if worded.is_none_or(|(at, _)| *at >= pair[0].0) => DocumentTitle {
            text: Some(format!("{}{}", pair[0].1.text.trim(), pair[1].1.text.trim())),
            next: pair[1].0 + 1,
        },
        (_, Some((at, p)), _) => at_paragraph(*at, p.text.trim()),
        _ => first_line(top),
    }
}

/// A styled title of several lines: those that are styled and set alike, one below the other.
fn with_lines_above(last: usize, top: &[(usize, &Paragraph)]) -> DocumentTitle {
    let mut lines: Vec<&str> = Vec::new();
    let mut below: Option<&(usize, &Paragraph)> = None;
    for one @ (at, paragraph) in top.iter().rev().skip_while(|(at, _)| *at > last) {
        let alike = below.is_none_or(|(next, other)| {
            at + 1 == *next && paragraph.setting.is_some() && paragraph.setting == other.setting
        });
        if paragraph.style_level != Some(0) || !alike {
            break;
        }
        lines.push(paragraph.text.trim());
        below = Some(one);
    }
    lines.reverse();
    at_paragraph(last, &lines.concat())
}

fn at_paragraph(at: usize, text: &str) -> DocumentTitle {
    DocumentTitle { text: Some(text.trim_start_matches(|c: char| c.is_whitespace()).to_owned()), next: at + 1 }
}

/// The words before the first heading of a document whose line breaks were lost.
fn before_first_heading(paragraph: &Paragraph) -> Option<DocumentTitle> {
    let text = paragraph.text.trim();
    if !super::collapsed::is_collapsed(text) {
        return None;
    }
    let end = text.char_indices().find(|(at, c)| {
        c.is_whitespace() && label_at(text[*at..].trim_start()).is_some_and(|label| label.form <= Form::Chinese)
    })?;
    let head = text[..end.0].trim();
    let titled = (4..=TITLE_CHARACTERS_MAX).contains(&head.chars().count()) && !head.contains(['。', '；']);
    titled.then(|| DocumentTitle { text: Some(head.to_owned()), next: 0 })
}

/// What stands above the title ends with the number of the document (GB/T 9704-2012, 7.2.5).
fn below_head<'a, 'b>(top: &'a [(usize, &'b Paragraph)]) -> &'a [(usize, &'b Paragraph)] {
    let numbered = |text: &str| text.contains("签发人：") || text.split_whitespace().any(is_document_number);
    let head = top.iter().position(|(_, p)| p.text.chars().count() < 60 && numbered(&p.text));
    head.and_then(|at| top.get(at + 1..)).filter(|rest| !rest.is_empty()).unwrap_or(top)
}

fn titled<'b>(lines: &[(usize, &'b Paragraph)]) -> Option<(usize, &'b Paragraph)> {
    lines.iter().find(|(_, p)| is_title(p)).copied()
}

fn first_line(top: &[(usize, &Paragraph)]) -> DocumentTitle {
    if let Some(title) = top.first().and_then(|(_, p)| before_first_heading(p)) {
        return title;
    }
    // Some documents have their number below their title.
    match titled(below_head(top)).or_else(|| titled(top)) {
        Some((at, p)) => at_paragraph(at, p.text.trim()),
        None => DocumentTitle { text: None, next: 0 },
    }
}

/// A title split over two lines: the first has no kind word, the second is short and ends in one.
fn continues(first: &Paragraph, second: &Paragraph) -> bool {
    let (a, b) = (first.text.trim(), second.text.trim());
    is_title(first)
        && is_title(second)
        && (kind_word(a).is_none() || a.starts_with("关于") || a.ends_with(['关', '于', '的', '和', '、']))
        && kind_word(b).is_some()
        && (a.contains("关于")
            || b.starts_with("关于")
            || a.ends_with("的")
            || a.chars().count() >= 12 && b.chars().count() <= 16)
        && !a.ends_with(['报', '案', '知'])
        && !(kind_word(a).is_some() && !a.ends_with(['的', '于', '和', '、']))
}

/// A labelled or long paragraph belongs to the body.
fn starts_body(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.trim();
    let labelled =
        label_at(text).is_some_and(|label| !label.weak && label.form != Form::Article) || paragraph.label.is_some();
    labelled || text.chars().count() > 120 || matches!(paragraph.region, Region::Table { .. })
}

fn is_title(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.trim();
    let count = text.chars().count();
    let body_like = text.ends_with(['。', '：', '；', '，', ':', ';', ',']);
    (4..=TITLE_CHARACTERS_MAX).contains(&count) && !body_like && !is_chrome(text) && !is_document_number(text)
}

/// Lines of a web page or of a 版头 that are no title.
fn is_chrome(text: &str) -> bool {
    const STARTS: [&str; 22] = [
        "首页",
        "当前位置",
        "您的位置",
        "发布时间",
        "发布日期",
        "来源",
        "信息来源",
        "作者",
        "浏览",
        "字号",
        "打印",
        "分享",
        "索引号",
        "发文机关",
        "成文日期",
        "上一篇",
        "下一篇",
        "附件",
        "点击",
        "责任编辑",
        "编辑",
        "日期",
    ];
    const INSIDE: [&str; 5] = [" > ", ">>", "http", "阅读次数", "签发人"];
    let compact = text.trim_start_matches(['【', '[', '（', '(', '　', ' ']);
    STARTS.iter().any(|word| compact.starts_with(word)) && !text.contains("的报告") && !text.contains("整改")
        || INSIDE.iter().any(|word| text.contains(word))
        || text.starts_with("文件") && text.chars().count() < 6
        || text.ends_with("文件") && text.chars().count() < 24 && !text.contains("整改")
}

/// 云水党〔2026〕5号
fn is_document_number(text: &str) -> bool {
    text.ends_with('号')
        && text.chars().count() < 30
        && text.contains(['〔', '[', '（', '【'])
        && text.chars().any(|c| c.is_ascii_digit())
}

/// What kind of document the title (or, without one, the text) speaks of.
pub(crate) fn kind_of(title: &str) -> Option<DocumentKind> {
    kind_word(title)
}

/// The kind named last in the title, so that 关于反馈意见整改落实情况的报告 is a report.
fn kind_word(title: &str) -> Option<DocumentKind> {
    let title = strip_tail(title);
    let found = KIND_WORDS
        .iter()
        .filter_map(|(word, kind)| title.rfind(word).map(|at| (at + word.len(), word.len(), *kind)))
        .max_by_key(|(end, length, _)| (*end, *length));
    let other = OTHER_WORDS.iter().filter_map(|word| title.rfind(word).map(|at| at + word.len())).max();
    match (found, other) {
        // 意见 at the end of 反馈意见 is part of the word, elsewhere it names another kind.
        (Some((end, ..)), Some(other)) if other > end => Some(DocumentKind::Other),
        (Some((_, _, DocumentKind::Notice)), _) if !title.ends_with(['知', '函', '单', '书']) => {
            Some(DocumentKind::Other)
        }
        (Some((_, _, kind)), _) => Some(kind),
        (None, Some(_)) => Some(DocumentKind::Other),
        (None, None) => None,
    }
}

/// （公开稿）, （共20个问题）, punctuation at the end of a title.
fn strip_tail(title: &str) -> &str {
    let mut text = title.trim().trim_end_matches(['》', '。', '”']);
    while let (Some(open), true) = (text.rfind(['（', '(']), text.ends_with(['）', ')'])) {
        if open == 0 {
            break;
        }
        text = text[..open].trim_end();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_kind_word_decides() {
        for (title, kind) in [
            ("市局机关党支部关于巡察整改进展情况的报告", DocumentKind::Report),
            ("关于巡察反馈意见整改落实情况的通报", DocumentKind::Report),
            ("关于对云溪县水务局党组的巡察反馈意见", DocumentKind::Feedback),
            ("关于巡察反馈意见的整改方案（共20个问题）", DocumentKind::Plan),
            ("关于做好整改工作的通知", DocumentKind::Notice),
            ("巡察整改台账", DocumentKind::Ledger),
            ("专题会议纪要", DocumentKind::Other),
        ] {
            assert_eq!(kind_of(title), Some(kind), "{title}");
        }
    }
}
