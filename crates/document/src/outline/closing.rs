//! The end of a document: closing words, signature, attachments. It belongs to no heading.

use crate::{Document, Paragraph, Region};

/// Words that a closing paragraph starts with.
const CLOSINGS: [&str; 36] = [
    "注：",
    "注:",
    "特此",
    "专此",
    "此报告",
    "此复",
    "此函",
    "妥否",
    "当否",
    "请审",
    "附件",
    "附：",
    "附:",
    "抄送",
    "抄报",
    "联系人",
    "联系电话",
    "（联系人",
    "(联系人",
    "签收人",
    "主办单位",
    "备案号",
    "供稿",
    "（供稿",
    "责任编辑",
    "【打印",
    "【我要",
    "【关闭",
    "上一条",
    "下一条",
    "上一篇",
    "下一篇",
    "[首页",
    "首页",
    "分享",
    "版权",
];
/// A closing paragraph is short.
const CLOSING_CHARACTERS_MAX: usize = 160;
/// 请于15个工作日内报送整改方案。
const ASKING_CHARACTERS_MAX: usize = 60;
/// A signature is one line.
const SIGNATURE_CHARACTERS_MAX: usize = 28;
/// Attachments that may stand between 附件： and the signature.
const ATTACHMENTS_MAX: usize = 20;

/// Index of the first paragraph of the closing; the number of paragraphs when there is none.
pub(crate) fn closing_start(document: &Document) -> usize {
    let paragraphs = &document.paragraphs;
    let mut start = imprint_start(paragraphs);
    let mut index = start;
    while let Some(before) = index.checked_sub(1) {
        let paragraph = &paragraphs[before];
        if matches!(paragraph.region, Region::Table { .. }) || paragraph.style_level.is_some() {
            break;
        }
        if is_closing(paragraph) || is_signature(paragraph, start < paragraphs.len()) {
            start = before;
            index = before;
        } else if let Some(attachments) = attachments(paragraphs, before) {
            start = attachments;
            index = attachments;
        } else {
            break;
        }
    }
    // A document that is nothing but closing has none.
    if start == 0 { paragraphs.len() } else { start }
}

/// Index of the first paragraph of the 版记; the number of paragraphs when there is none.
fn imprint_start(paragraphs: &[Paragraph]) -> usize {
    /// The imprint is among the last paragraphs.
    const PARAGRAPHS_MAX: usize = 8;
    let from = paragraphs.len().saturating_sub(PARAGRAPHS_MAX);
    let tail = paragraphs.get(from..).unwrap_or_default();
    let is_copies =
        |p: &Paragraph| ["抄送：", "抄送:", "分送：", "主送："].iter().any(|word| p.text.trim().starts_with(word));
    let is_printed = |p: &Paragraph| p.text.trim().ends_with("日印发");
    let Some(first) = tail.iter().position(|p| is_copies(p) || is_printed(p)) else { return paragraphs.len() };
    // The printing office stands in a cell beside its date.
    let table = |at: usize| match tail.get(at).map(|p| p.region) {
        Some(Region::Table { table, .. }) => Some(table),
        _ => None,
    };
    let beside = |at: usize| table(first).is_some() && table(at) == table(first);
    let begins = (0..first).find(|at| beside(*at)).unwrap_or(first);
    if tail.get(first..).is_some_and(|rest| rest.iter().any(is_printed)) || tail.len() - first <= 1 {
        from + begins
    } else {
        paragraphs.len()
    }
}

fn is_closing(paragraph: &Paragraph) -> bool {
    let text = paragraph.text.trim();
    if text.chars().count() > CLOSING_CHARACTERS_MAX {
        return false;
    }
    let begins = CLOSINGS.iter().any(|word| text.starts_with(word));
    let summing = text.starts_with("以上") && (text.contains("报告") || text.contains("问题") || text.contains("方案"));
    let brief = text.chars().count() <= ASKING_CHARACTERS_MAX;
    let asking =
        brief && text.starts_with('请') && (text.contains("报送") || text.contains("回复") || text.contains("书面"));
    begins || summing || asking || is_date(text)
}

/// 2026年1月30日, （2026年4月21日）, 二〇二六年一月三十日
pub(super) fn is_date(text: &str) -> bool {
    let bare = text.trim_matches(['（', '）', '(', ')', ' ', '\u{3000}']);
    bare.chars().count() <= 16
        && bare.contains('年')
        && (bare.ends_with('日') || bare.ends_with('月'))
        && bare.chars().all(|c| {
            c.is_ascii_digit() || c.is_whitespace() || "年月日〇零一二三四五六七八九十０１２３４５６７８９".contains(c)
        })
}

/// The name of a body above its date, or alone at the very end.
fn is_signature(paragraph: &Paragraph, something_below: bool) -> bool {
    const ENDS: [&str; 36] = [
        "局",
        "办公室",
        "委员会",
        "党委",
        "党组",
        "党总支",
        "支部",
        "中心",
        "政府",
        "公司",
        "小组",
        "学校",
        "小学",
        "中学",
        "医院",
        "学院",
        "大学",
        "街道",
        "办事处",
        "厅",
        "部",
        "处",
        "科",
        "馆",
        "院",
        "站",
        "所",
        "会",
        "社",
        "办",
        "组",
        "专班",
        "集团",
        "厂",
        "检察院",
        "法院",
    ];
    let text = paragraph.text.trim();
    let short = text.chars().count() <= SIGNATURE_CHARACTERS_MAX;
    let plain = !text.contains(['，', '。', '；', '：', ',', ';', ':', '“', '、']);
    let labelled = crate::grammar::label_at(text).is_some() || paragraph.label.is_some();
    something_below && short && plain && !labelled && ENDS.iter().any(|end| text.ends_with(end))
}

/// Where 附件： begins, if this paragraph is one of its numbered lines.
fn attachments(paragraphs: &[Paragraph], at: usize) -> Option<usize> {
    let listed = |p: &Paragraph| {
        let text = p.text.trim();
        text.chars().count() <= SIGNATURE_CHARACTERS_MAX * 2
            && !text.ends_with('。')
            && crate::grammar::label_at(text).is_some()
    };
    let mut index = at;
    for _ in 0..ATTACHMENTS_MAX {
        if paragraphs[index].text.trim_start().starts_with("附件") {
            return Some(index);
        }
        if !listed(&paragraphs[index]) {
            return None;
        }
        index = index.checked_sub(1)?;
    }
    None
}

/// The paragraph is 2. or a later line of 附件：1.… (GB/T 9704-2012, 7.3.4), wherever that stands.
pub(super) fn in_attachment_note(paragraphs: &[Paragraph], at: usize) -> bool {
    let label = |index: usize| crate::grammar::label_at(paragraphs[index].text.trim()).map(|l| (l.form, l.value));
    let Some((form, value)) = label(at).filter(|(_, value)| (2..=ATTACHMENTS_MAX as u32).contains(value)) else {
        return false;
    };
    let mut above = (0..at).rev().zip((1..value).rev());
    let counted = above.by_ref().take(value as usize - 2).all(|(index, wanted)| label(index) == Some((form, wanted)));
    let first = at.checked_sub(value as usize - 1).map(|index| paragraphs[index].text.trim());
    let list = first.and_then(|text| text.strip_prefix("附件")?.strip_prefix(['：', ':']));
    counted
        && list.and_then(|list| crate::grammar::label_at(list.trim())).is_some_and(|l| (l.form, l.value) == (form, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    fn closing(text: &str) -> String {
        let document = read(text.as_bytes(), "a.txt").unwrap();
        let start = closing_start(&document);
        document.paragraphs[start..].iter().map(|p| p.text.clone()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn signature_date_and_attachments_close_a_document() {
        let head = "关于整改情况的报告\n一、总体情况\n已完成整改。\n";
        assert_eq!(
            closing(&format!("{head}特此报告。\n临江市图书馆\n2026年4月28日\n")),
            "特此报告。|临江市图书馆|2026年4月28日"
        );
        assert_eq!(
            closing(&format!("{head}附件：1.评估表\n2.评估标准\n某专班\n2026年2月24日\n")),
            "附件：1.评估表|2.评估标准|某专班|2026年2月24日"
        );
    }

    #[test]
    fn a_list_of_attachments_has_no_headings_wherever_it_stands() {
        let headings = |text: &str| {
            let structure = crate::parse(&read(text.as_bytes(), "a.txt").unwrap());
            structure.outline.iter().map(|node| node.title.clone()).collect::<Vec<_>>()
        };
        let list = "关于整改的报告\n一、情况\n已完成整改。\n附件：1.情况表\n2.问题表\n3.制度表\n";
        let below = "某局\n2026年6月30日\n附件1\n情况表\n本表由某局填写，如实反映情况。\n";
        assert_eq!(headings(&format!("{list}{below}")), ["情况"]);
        assert_eq!(headings("方案\n附件1\n一、任务\n修订制度。\n二、要求\n抓好落实。\n"), ["任务", "要求"]);
    }

    #[test]
    fn the_last_measure_is_no_closing() {
        assert_eq!(closing("方案\n一、任务\n1.修订制度\n2.开展培训\n"), "");
        assert_eq!(closing("方案\n一、任务\n责任部门：办公室\n"), "");
    }
}
