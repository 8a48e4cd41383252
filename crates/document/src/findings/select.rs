//! Which headings are findings: the titled problems of the sections that speak of problems.

use super::Tree;
use super::measures::is_part_title;
use super::section::{Section, section};
use crate::grammar::Form;
use crate::{DocumentKind, FindingKind};

/// A heading chosen as a finding, or an area whose series items are the findings.
pub(super) enum Chosen {
    Heading(usize, FindingKind),
    Items(usize, FindingKind),
}

/// The findings of the document in order.
pub(super) fn select(tree: &Tree) -> Vec<Chosen> {
    let top: Vec<usize> = (0..tree.headings.len()).filter(|at| tree.parent[*at].is_none()).collect();
    let sections: Vec<(usize, Section)> = top.iter().map(|at| (*at, section(tree.title(*at), tree.kind))).collect();
    let named = sections.iter().any(|(at, s)| *s == Section::Findings && tree.end[*at] > at + 1);
    let mut chosen = Vec::new();
    for (at, role) in sections {
        match role {
            Section::Findings => walk(tree, at, FindingKind::Problem, &mut chosen),
            Section::Recommendations => recommendations(tree, at, &mut chosen),
            Section::Unknown if !named || area_like(tree, at) => walk(tree, at, FindingKind::Problem, &mut chosen),
            Section::Unknown | Section::Silent => nested_sections(tree, at, &mut chosen),
        }
    }
    if tree.kind == DocumentKind::Notice
        && !chosen.iter().any(|c| matches!(c, Chosen::Heading(at, _) if lacking(tree.title(*at))))
    {
        chosen.retain(|_| named);
    }
    chosen
}

/// A silent section may still hold a section of problems on the next level (a report inside a report).
fn nested_sections(tree: &Tree, at: usize, chosen: &mut Vec<Chosen>) {
    let children: Vec<usize> = tree.children(at).collect();
    for child in children {
        let title = tree.title(child);
        let explicit = ["存在的问题", "存在问题", "主要问题", "反馈问题", "发现的问题", "问题整改情况"]
            .iter()
            .any(|word| title.contains(word));
        if explicit && tree.end[child] > child + 1 {
            walk(tree, child, FindingKind::Problem, chosen);
        } else if tree.kind == DocumentKind::Feedback && section(title, tree.kind) == Section::Recommendations {
            recommendations(tree, child, chosen);
        }
    }
}

fn area_like(tree: &Tree, at: usize) -> bool {
    let title = tree.title(at);
    title.contains("方面") || named_problem(title) || deficit(title)
}

/// Descends from an area to its findings.
fn walk(tree: &Tree, at: usize, kind: FindingKind, chosen: &mut Vec<Chosen>) {
    let children: Vec<usize> = tree.children(at).collect();
    let is_root = tree.parent[at].is_none();
    if children.is_empty() {
        leaf(tree, at, is_root, kind, chosen);
        return;
    }
    if !(is_root && section_like(tree, at)) && is_finding(tree, at, &children) {
        chosen.push(Chosen::Heading(at, kind));
        return;
    }
    for child in children {
        let role = section(tree.title(child), tree.kind);
        let silent = role == Section::Silent
            && !deficit(tree.title(child))
            && tree.headings[child].form < Form::Arabic
            && is_root
            && tree.kind != DocumentKind::Feedback
            && plain_overview(tree.title(child));
        if role == Section::Recommendations
            && tree.kind == DocumentKind::Feedback
            && tree.headings[child].form < Form::Arabic
        {
            recommendations(tree, child, chosen);
        } else if !silent {
            walk(tree, child, kind, chosen);
        }
    }
}

fn plain_overview(title: &str) -> bool {
    ["总体", "基本情况", "组织领导", "总体情况"].iter().any(|word| title.starts_with(word))
}

/// A heading without headings below: a finding, unless it is a mere section title.
fn leaf(tree: &Tree, at: usize, is_root: bool, kind: FindingKind, chosen: &mut Vec<Chosen>) {
    let title = tree.title(at);
    let has_text = !tree.after_title(at).is_empty();
    let items = tree.series_in(at).next().is_some();
    let list =
        tree.kind == DocumentKind::Feedback && items && (title.ends_with("方面") || is_root && section_like(tree, at));
    if list {
        chosen.push(Chosen::Items(at, kind));
    } else if !(is_root && section_like(tree, at)) && (has_text || !is_root || deficit(title)) {
        chosen.push(Chosen::Heading(at, kind));
    } else if is_root && items && tree.kind == DocumentKind::Feedback {
        chosen.push(Chosen::Items(at, kind));
    }
}

/// 存在的主要问题, 整改落实情况: the section itself is no problem.
fn section_like(tree: &Tree, at: usize) -> bool {
    let title = tree.title(at);
    if labelled_problem(tree, at).is_some() {
        return false;
    }
    let named = [
        "主要问题",
        "存在的问题",
        "存在问题",
        "落实情况",
        "整改情况",
        "整改措施",
        "整改任务",
        "主要任务",
        "发现的问题",
        "反馈问题",
        "具体问题",
        "问题整改",
        "整改进展",
        "意见建议",
        "任务",
        "突出问题",
    ];
    named.iter().any(|word| title.contains(word)) && !named_problem(title)
}

/// 反馈问题：… in the text below a heading that only numbers it (第3项整改任务).
pub(super) fn labelled_problem(tree: &Tree, at: usize) -> Option<crate::Span> {
    const LABELS: [&str; 4] = ["反馈问题", "具体问题", "问题描述", "存在问题"];
    tree.after_title(at).into_iter().take(2).find_map(|span| {
        let text = tree.text(span);
        let word = LABELS.iter().find(|word| text.starts_with(**word))?;
        let rest = text[word.len()..].strip_prefix(['：', ':'])?;
        let start = span.end - rest.len() as u32;
        (start < span.end).then_some(crate::Span { start, ..span })
    })
}

/// A heading with headings below is the finding itself when those are its parts, manifestations or measures.
fn is_finding(tree: &Tree, at: usize, children: &[usize]) -> bool {
    let title = tree.title(at);
    if children.iter().any(|child| is_part_title(tree.title(*child))) {
        return true;
    }
    if title.ends_with("方面")
        || title.ends_with("方面的问题")
        || title.ends_with("方面存在的问题")
        || title.ends_with("方面问题")
    {
        return false;
    }
    let form = tree.headings[at].form;
    let below = children.iter().map(|child| tree.headings[*child].form).min().unwrap_or(Form::Circled);
    if matches!(
        form,
        Form::Arabic
            | Form::Named
            | Form::NamedDotted
            | Form::Dotted
            | Form::HalfParenthesised
            | Form::ArabicParenthesised
    ) {
        return !(form == Form::Named && matches!(below, Form::NamedDotted | Form::Dotted));
    }
    // Where the neighbours are findings without headings below, this one is a finding with parts.
    if like_its_leaf_neighbours(tree, at) {
        return true;
    }
    if named_problem(title) && tree.kind != DocumentKind::Feedback {
        return !children.iter().any(|child| named_problem(tree.title(*child)));
    }
    if below >= Form::HalfParenthesised && below != Form::DoubleDotted && matches!(form, Form::ChineseParenthesised) {
        return true;
    }
    let plan = matches!(tree.kind, DocumentKind::Plan | DocumentKind::Report);
    let actions = children.iter().filter(|child| action(tree.title(**child))).count();
    plan && deficit(title) && actions * 2 > children.len() && form >= Form::ChineseParenthesised
}

/// Most headings beside this one, of the same form, have text but no headings below.
fn like_its_leaf_neighbours(tree: &Tree, at: usize) -> bool {
    let form = tree.headings[at].form;
    if form < Form::Chinese {
        return false;
    }
    let Some(parent) = tree.parent[at] else { return false };
    let (leaves, branches) = tree.neighbours.get(&(parent, form)).copied().unwrap_or_default();
    leaves > branches && deficit(tree.title(at)) && !section_like(tree, at)
}

/// 关于“…”问题, 针对“…”的问题.
pub(super) fn named_problem(title: &str) -> bool {
    title.contains('“') && title.contains("问题")
        || title.starts_with("针对")
        || title.starts_with("关于") && title.contains("问题")
}

/// Words of something lacking.
pub(super) fn deficit(title: &str) -> bool {
    const WORDS: [&str; 26] = [
        "不", "未", "缺", "弱", "差距", "滞后", "存在", "问题", "乏力", "违规", "松", "欠", "虚", "隐患", "偏", "漏",
        "短板", "拖", "重复", "超", "疏", "淡薄", "浮", "流于", "风险", "有差",
    ];
    WORDS.iter().any(|word| title.contains(word))
}

/// Names a problem; 加快推进未完成事项 names work to be done.
fn lacking(title: &str) -> bool {
    (named_problem(title) || deficit(title)) && !action(title)
}

/// Starts with a verb of doing.
fn action(title: &str) -> bool {
    const VERBS: [&str; 39] = [
        "加快",
        "补充",
        "及时",
        "尽快",
        "抓紧",
        "制定",
        "完善",
        "建立",
        "加强",
        "强化",
        "开展",
        "修订",
        "组织",
        "严格",
        "落实",
        "推进",
        "进一步",
        "持续",
        "深化",
        "压实",
        "健全",
        "加大",
        "提高",
        "提升",
        "规范",
        "召开",
        "明确",
        "印发",
        "全面",
        "认真",
        "抓好",
        "举办",
        "梳理",
        "清理",
        "督促",
        "定期",
        "坚持",
        "对",
        "优化",
    ];
    VERBS.iter().any(|verb| title.starts_with(verb))
}

/// Recommendations: the headings below, else the items of the series, else the section's text.
fn recommendations(tree: &Tree, at: usize, chosen: &mut Vec<Chosen>) {
    let children: Vec<usize> = tree.children(at).collect();
    if !children.is_empty() {
        chosen.extend(children.into_iter().map(|child| Chosen::Heading(child, FindingKind::Recommendation)));
        return;
    }
    if tree.series_in(at).next().is_some() {
        chosen.push(Chosen::Items(at, FindingKind::Recommendation));
    } else if !tree.after_title(at).is_empty() && tree.parent[at].is_some() {
        chosen.push(Chosen::Heading(at, FindingKind::Recommendation));
    }
}
