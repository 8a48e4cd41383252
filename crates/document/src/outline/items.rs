//! Items without number below a section without number: 主要问题, then a short line for each problem.

use super::unnumbered::{BOLD_LEVEL, PLAIN_LEVEL};
use crate::grammar::{Form, label_at};
use crate::{Document, Region};

/// An item's line is one short clause.
const ITEM_CHARACTERS_MAX: usize = 36;
/// A section's name is shorter still.
const SECTION_CHARACTERS_MAX: usize = 18;

/// Items of one section at least.
const ITEMS_MIN: usize = 2;

/// Adds the short lines below a plain section heading, where they alternate with longer text.
pub(super) fn add_plain(document: &Document, closing: usize, forms: &mut Vec<(usize, Form)>) {
    let plain = forms.iter().filter(|(_, form)| *form == Form::Styled(PLAIN_LEVEL));
    let sections: Vec<usize> = plain.map(|(at, _)| *at).filter(|at| is_section(text(document, *at))).collect();
    let mut items = Vec::new();
    for (n, section) in sections.iter().enumerate() {
        let end = sections.get(n + 1).copied().unwrap_or(closing);
        let found = items_between(document, section + 1, end, closing);
        if found.len() >= ITEMS_MIN {
            items.extend(found);
        }
    }
    for at in items {
        forms.retain(|(known, _)| *known != at);
        forms.push((at, Form::Styled(PLAIN_LEVEL + 1)));
    }
    forms.sort_unstable();
}

/// Areas of one document at least.
const AREAS_MIN: usize = 2;

/// Adds the lines ……方面 that stand without number between 一、 and 1.: a numbered line follows each of them.
pub(super) fn add_areas(document: &Document, closing: usize, labelled: &[u32], forms: &mut Vec<(usize, Form)>) {
    let known = |at: usize| labelled.binary_search(&(at as u32)).is_ok() || forms.iter().any(|(known, _)| *known == at);
    let numbered = |at: usize| {
        let label = label_at(text(document, at));
        label.is_some_and(|label| matches!(label.form, Form::Arabic | Form::ArabicParenthesised))
    };
    let area = |at: &usize| {
        let line = text(document, *at).trim_end_matches('。');
        line.ends_with("方面")
            && line.chars().count() <= ITEM_CHARACTERS_MAX
            && !line.contains(['，', '；', '：', '。'])
    };
    let found: Vec<usize> = (0..closing).filter(|at| !known(*at)).filter(area).filter(|at| numbered(at + 1)).collect();
    if found.len() >= AREAS_MIN {
        forms.extend(found.into_iter().map(|at| (at, Form::Plain)));
        forms.sort_unstable();
    }
}

/// Short lines, the first right below the section, each followed by longer text; all end alike.
fn items_between(document: &Document, start: usize, end: usize, closing: usize) -> Vec<usize> {
    let mut items = Vec::new();
    let mut stop = None;
    let mut at = start;
    while at < end {
        let line = text(document, at);
        let stopped = line.ends_with('。');
        let longer = at + 1 < end && text(document, at + 1).chars().count() > line.chars().count();
        // The last item may stand right above the signature.
        let last = at + 1 == closing && items.len() >= ITEMS_MIN;
        if is_item(document, at) && (longer || last) && stop.is_none_or(|s| s == stopped) {
            items.push(at);
            stop = Some(stopped);
            at += 2;
        } else if items.is_empty() {
            return items;
        } else {
            at += 1;
        }
    }
    items
}

fn is_item(document: &Document, at: usize) -> bool {
    let line = text(document, at);
    let bare = line.trim_end_matches('。');
    let count = bare.chars().count();
    matches!(document.paragraphs[at].region, Region::Body)
        && !document.paragraphs[at].bold
        && (4..=ITEM_CHARACTERS_MAX).contains(&count)
        && !bare.contains(['。', '；', '：', ':', ';'])
        && label_at(line).is_none()
        && !line.starts_with("请")
}

/// Headings of one kind on two levels: what follows a section's name without text between is its items.
pub(super) fn lower(document: &Document, forms: &mut [(usize, Form)]) {
    for level in [BOLD_LEVEL, PLAIN_LEVEL] {
        let own: Vec<usize> = (0..forms.len()).filter(|n| forms[*n].1 == Form::Styled(level)).collect();
        let mut inside = false;
        for (n, place) in own.iter().enumerate() {
            let at = forms[*place].0;
            let name = text(document, at);
            let opens = own.get(n + 1).is_some_and(|next| forms[*next].0 == at + 1);
            if is_section(name) {
                inside = opens;
            } else if inside {
                forms[*place].1 = Form::Styled(level + 1);
            }
        }
    }
}

/// 基本情况, 主要问题, 整改建议, 努力方向: the name of a section, not of a problem.
pub(super) fn is_section(name: &str) -> bool {
    const ENDS: [&str; 22] = [
        "情况", "建议", "打算", "安排", "方向", "成效", "计划", "要求", "保障", "体会", "评价", "经验", "任务", "目标",
        "做法", "措施", "进展", "意见", "清单", "步骤", "成果", "部署",
    ];
    const PROBLEMS: [&str; 12] = [
        "主要问题",
        "存在问题",
        "存在的问题",
        "存在的主要问题",
        "突出问题",
        "发现的问题",
        "发现的主要问题",
        "反馈问题",
        "反馈的问题",
        "具体问题",
        "问题清单",
        "问题整改",
    ];
    let name = name.trim_end_matches(['。', '：']);
    let short = name.chars().count() <= SECTION_CHARACTERS_MAX && !name.contains(['“', '，']);
    short && (ENDS.iter().any(|end| name.ends_with(end)) || PROBLEMS.iter().any(|end| name.ends_with(end)))
}

fn text(document: &Document, at: usize) -> &str {
    document.paragraphs.get(at).map_or("", |p| p.text.trim())
}

#[cfg(test)]
mod tests {
    use crate::{parse, read};

    fn outline(text: &str, name: &str) -> Vec<String> {
        fn walk(nodes: &[crate::Node], out: &mut Vec<String>) {
            for node in nodes {
                out.push(format!("{}{}", node.level, node.title));
                walk(&node.children, out);
            }
        }
        let mut out = Vec::new();
        walk(&parse(&read(text.as_bytes(), name).unwrap()).outline, &mut out);
        out
    }

    #[test]
    fn short_lines_below_a_section_are_its_items() {
        let text = "对某局的巡察反馈意见\n现反馈如下，请认真研究并抓好落实。\n基本情况\n重视基础业务建设，工作逐年提高，但也有一些不足之处。\n主要问题\n政治建设存在不足\n对工作的政治属性认识不深，有的党员满足于守摊子，不愿意创新。\n业务监管有漏洞\n外包现场管理不严，保密检查流于形式，记录断档。\n整改建议\n强化政治引领\n把学习贯彻上级部署要求作为首要任务来抓。\n补齐管理短板\n对外包业务开展全面检查，完善管理制度。\n";
        assert_eq!(
            outline(text, "a.txt"),
            [
                "1基本情况",
                "1主要问题",
                "2政治建设存在不足",
                "2业务监管有漏洞",
                "1整改建议",
                "2强化政治引领",
                "2补齐管理短板"
            ]
        );
    }

    #[test]
    fn bold_items_stand_below_their_bold_section() {
        let text = "# 整改落实情况公开\n\n**组织领导有力**\n\n召开专题会，设立整改台账，实行周碰头的办法。\n\n**整改落实情况**\n\n**关于“服务被动”问题**\n\n增开夜间阅览室，延长开放时间，已完成整改。\n\n**关于“保护不力”问题**\n\n申请专项资金，采购设备，已完成整改了。\n\n**努力方向**\n\n持续抓学习，持续抓整改，持续抓好队伍。\n";
        assert_eq!(
            outline(text, "a.md"),
            ["1组织领导有力", "1整改落实情况", "2关于“服务被动”问题", "2关于“保护不力”问题", "1努力方向"]
        );
    }
}
