//! What a section is about, by the words of its heading.

use crate::DocumentKind;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::sync::LazyLock;

/// The role of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Findings,
    Recommendations,
    /// Overview, organisation, next steps: no findings.
    Silent,
    Unknown,
}

const NEXT: [&str; 11] =
    ["长期坚持", "下一步", "下步", "打算", "努力方向", "后续工作", "今后", "持续整改", "下阶段", "后续整改", "巩固"];
const RECOMMEND: [&str; 15] = [
    "督察要求",
    "督查要求",
    "几点要求",
    "意见建议",
    "意见和建议",
    "整改建议",
    "工作建议",
    "整改意见",
    "几点建议",
    "整改要求",
    "有关要求",
    "工作要求",
    "对策建议",
    "几点意见",
    "建议",
];
const PROBLEMS: [&str; 14] = [
    "存在的问题",
    "存在问题",
    "主要问题",
    "反馈问题",
    "反馈的问题",
    "突出问题",
    "具体问题",
    "问题整改",
    "整改落实情况",
    "发现的问题",
    "问题和",
    "反馈意见整改",
    "问题及",
    "问题的整改",
];
const OVERVIEW: [&str; 46] = [
    "总体",
    "基本情况",
    "组织",
    "主要做法",
    "工作开展",
    "履责",
    "特点",
    "基本评价",
    "肯定",
    "指导思想",
    "工作目标",
    "目标任务",
    "保障",
    "领导小组",
    "实施步骤",
    "时间安排",
    "基本原则",
    "总体要求",
    "工作步骤",
    "方法步骤",
    "成绩",
    "工作成效",
    "主要成效",
    "整改成效",
    "推进情况",
    "概况",
    "责任分工",
    "工作原则",
    "目标要求",
    "整改目标",
    "工作要求",
    "提高政治站位",
    "思想认识",
    "附则",
    "有关要求",
    "工作措施",
    "督促检查",
    "纪律要求",
    "经验",
    "体会",
    "整改原则",
    "阶段安排",
    "步骤安排",
    "监督方式",
    "联系方式",
    "附件",
];
const FINDINGS: [&str; 13] = [
    "完成情况",
    "问题",
    "方面",
    "整改情况",
    "整改措施",
    "具体措施",
    "主要任务",
    "整改任务",
    "重点任务",
    "任务清单",
    "整改进展",
    "反馈",
    "整改事项",
];

const NEXT_STEP: [&str; 2] = ["下一步", "下步"];
const DONE_WITH: [&str; 3] = ["落实", "整改", "采纳"];

/// The lists above, each a bit.
#[derive(Debug, Clone, Copy)]
enum Group {
    Next,
    NextStep,
    Recommend,
    Problems,
    Overview,
    Findings,
    Problem,
    DoneWith,
    Demand,
    AreaHas,
}

fn groups() -> [(Group, &'static [&'static str]); 10] {
    [
        (Group::Next, &NEXT),
        (Group::NextStep, &NEXT_STEP),
        (Group::Recommend, &RECOMMEND),
        (Group::Problems, &PROBLEMS),
        (Group::Overview, &OVERVIEW),
        (Group::Findings, &FINDINGS),
        (Group::Problem, &["问题"]),
        (Group::DoneWith, &DONE_WITH),
        (Group::Demand, &["要求"]),
        (Group::AreaHas, &["方面存在"]),
    ]
}

/// Finds the words of all lists in one pass; the group of each pattern.
struct Words {
    automaton: Option<AhoCorasick>,
    bits: Vec<u16>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let all = || groups().into_iter().flat_map(|(group, words)| words.iter().map(move |word| (group, word)));
    let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(all().map(|(_, word)| word)).ok();
    Words { automaton, bits: all().map(|(group, _)| 1 << group as u16).collect() }
});

/// The groups that a title has words of.
fn groups_of(title: &str) -> u16 {
    let found = WORDS.automaton.iter().flat_map(|automaton| automaton.find_overlapping_iter(title));
    found.fold(0, |bits, found| bits | WORDS.bits[found.pattern().as_usize()])
}

/// The role of a heading as a section of a document of this kind.
pub(super) fn section(title: &str, kind: DocumentKind) -> Section {
    let bits = groups_of(title);
    let has = |group: Group| bits & (1 << group as u16) != 0;
    let feedback = matches!(kind, DocumentKind::Feedback | DocumentKind::Notice);
    if feedback && has(Group::Recommend) && !has(Group::Problem) {
        return Section::Recommendations;
    }
    if feedback && has(Group::NextStep) {
        return Section::Recommendations;
    }
    if has(Group::Next) {
        return Section::Silent;
    }
    if has(Group::Problems) {
        return Section::Findings;
    }
    if kind == DocumentKind::Report && has(Group::Recommend) && has(Group::DoneWith) && !has(Group::Demand) {
        return Section::Recommendations;
    }
    let area = title.ends_with("方面") || title.ends_with("问题") || has(Group::AreaHas);
    if has(Group::Overview) && !area {
        return Section::Silent;
    }
    if has(Group::Findings) { Section::Findings } else { Section::Unknown }
}
