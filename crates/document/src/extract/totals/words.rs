//! The words of counted statements, found in one pass over a clause.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::LazyLock;

/// What a document counts, by how its statements behave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// 问题、意见、任务: what an inspection states.
    Stated,
    /// 措施、制度、督办单: what a unit made.
    Made,
    /// 方面、单位: what stated things are grouped by.
    Grouping,
    /// 会议、督导: what was held.
    Held,
    /// 人员: who was dealt with.
    People,
    /// 资金、金额
    Money,
}

/// A counted thing: its family and the name it is reported under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) family: Family,
    pub(super) name: &'static str,
}

/// What a word says about the number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// 共、累计
    Gathering,
    /// 反馈、指出: the inspection speaks.
    Stating,
    /// 发现、梳理: anybody finds.
    Finding,
    /// 完成、正在: a stage.
    Status,
    /// 已完成、整改完成: a stage that has its number.
    Done,
    /// 其余
    Remainder,
    /// 其中
    Within,
    /// 处理、问责: of people.
    Dealing,
    /// 追缴、上缴: of money.
    Recovering,
    /// 召开、开展
    Holding,
    /// 先后赴
    Visiting,
    /// 抽查
    Sampling,
    Subject(Subject),
}

const fn subject(family: Family, name: &'static str) -> Sign {
    Sign::Subject(Subject { family, name })
}

use Family::{Grouping, Held, Made, Stated};
use Sign::{
    Dealing, Done, Finding, Gathering, Holding, Recovering, Remainder, Sampling, Stating, Status, Visiting, Within,
};

const SUBJECTS: [(&str, Sign); 56] = [
    ("问题", subject(Stated, "问题")),
    ("具体问题", subject(Stated, "问题")),
    ("子项问题", subject(Stated, "问题")),
    ("大项问题", subject(Stated, "问题")),
    ("共性问题", subject(Stated, "问题")),
    ("个性问题", subject(Stated, "问题")),
    ("问题清单", subject(Stated, "问题")),
    ("问题线索", subject(Made, "问题线索")),
    ("线索", subject(Made, "线索")),
    ("意见建议", subject(Stated, "意见建议")),
    ("意见", subject(Stated, "意见")),
    ("建议", subject(Stated, "建议")),
    ("整改任务", subject(Stated, "任务")),
    ("任务清单", subject(Stated, "任务")),
    ("任务", subject(Stated, "任务")),
    ("整改事项", subject(Stated, "整改事项")),
    ("事项", subject(Made, "事项")),
    ("整改项目", subject(Stated, "项目")),
    ("整改措施", subject(Made, "措施")),
    ("措施清单", subject(Made, "措施")),
    ("措施", subject(Made, "措施")),
    ("举措", subject(Made, "措施")),
    ("制度办法", subject(Made, "制度办法")),
    ("规章制度", subject(Made, "制度")),
    ("制度机制", subject(Made, "制度")),
    ("制度文件", subject(Made, "制度")),
    ("制度规定", subject(Made, "制度")),
    ("制度规范", subject(Made, "制度")),
    ("制度", subject(Made, "制度")),
    ("办法", subject(Made, "办法")),
    ("规定", subject(Made, "规定")),
    ("机制", subject(Made, "机制")),
    ("文件", subject(Made, "文件")),
    ("督办单", subject(Made, "督办单")),
    ("提示函", subject(Made, "提示函")),
    ("提醒函", subject(Made, "提醒函")),
    ("节点", subject(Made, "节点")),
    ("清单", subject(Made, "清单")),
    ("方面", subject(Grouping, "方面")),
    ("单位", subject(Grouping, "单位")),
    ("企业", subject(Grouping, "企业")),
    ("部门", subject(Grouping, "部门")),
    ("党组织", subject(Grouping, "党组织")),
    ("会议", subject(Held, "会议")),
    ("党委会", subject(Held, "会议")),
    ("党组会", subject(Held, "会议")),
    ("支委会", subject(Held, "会议")),
    ("专题会", subject(Held, "会议")),
    ("推进会", subject(Held, "会议")),
    ("调度会", subject(Held, "会议")),
    ("督导", subject(Held, "督导")),
    ("督查", subject(Held, "督查")),
    ("检查", subject(Held, "检查")),
    ("调研", subject(Held, "调研")),
    ("谈话", subject(Held, "谈话")),
    ("约谈", subject(Held, "谈话")),
];

const SIGNS: [(&str, Sign); 106] = [
    ("共", Gathering),
    ("累计", Gathering),
    ("合计", Gathering),
    ("总计", Gathering),
    ("总共", Gathering),
    ("一共", Gathering),
    ("共计", Gathering),
    ("先后", Visiting),
    ("赴", Visiting),
    ("反馈", Stating),
    ("指出", Stating),
    ("提出", Stating),
    ("移交", Stating),
    ("交办", Stating),
    ("下达", Stating),
    ("列示", Stating),
    ("认领", Stating),
    ("通报", Stating),
    ("巡察", Stating),
    ("巡视", Stating),
    ("上述", Stating),
    ("收集", Stating),
    ("征集", Stating),
    ("梳理", Stating),
    ("细化", Stating),
    ("分解", Stating),
    ("形成", Stating),
    ("确定", Stating),
    ("明确", Stating),
    ("归纳", Stating),
    ("列出", Stating),
    ("涉及", Stating),
    ("发现", Finding),
    ("查摆", Finding),
    ("查出", Finding),
    ("反映", Finding),
    ("针对", Finding),
    ("对照", Finding),
    ("围绕", Finding),
    ("推进", Status),
    ("制定", Finding),
    ("完成", Status),
    ("整改", Status),
    ("办结", Status),
    ("销号", Status),
    ("落实", Status),
    ("采纳", Status),
    ("未", Status),
    ("长期", Status),
    ("持续", Status),
    ("已", Status),
    ("正在", Status),
    ("延期", Status),
    ("解决", Status),
    ("接受", Status),
    ("待", Status),
    ("达到", Status),
    ("超过", Status),
    ("启动", Status),
    ("坚持", Status),
    ("进行中", Status),
    ("验收", Status),
    ("滞后", Status),
    ("取得", Status),
    ("立行立改", Status),
    ("限期", Status),
    ("分阶段", Status),
    ("有序", Status),
    ("已完成", Done),
    ("完成整改", Done),
    ("已整改", Done),
    ("基本完成", Done),
    ("正在整改", Done),
    ("未完成", Done),
    ("已落实", Done),
    ("已采纳", Done),
    ("已办结", Done),
    ("已销号", Done),
    ("整改完成", Done),
    ("整改到位", Done),
    ("其余", Remainder),
    ("剩余", Remainder),
    ("余下", Remainder),
    ("还有", Remainder),
    ("尚有", Remainder),
    ("另有", Remainder),
    ("其中", Within),
    ("处理", Dealing),
    ("问责", Dealing),
    ("处分", Dealing),
    ("追责", Dealing),
    ("追究", Dealing),
    ("追缴", Recovering),
    ("追回", Recovering),
    ("收缴", Recovering),
    ("清退", Recovering),
    ("退缴", Recovering),
    ("上缴", Recovering),
    ("归还", Recovering),
    ("盘活", Recovering),
    ("拨付使用", Recovering),
    ("收回", Recovering),
    ("召开", Holding),
    ("进行", Holding),
    ("抽查", Sampling),
    ("检查了", Sampling),
];

static WORDS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(SUBJECTS.iter().chain(&SIGNS).map(|(word, _)| word))
        .ok()
});

/// A word of a stretch: what it says, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub(super) sign: Sign,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The words of a stretch in order.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    WORDS.iter().flat_map(move |automaton| automaton.find_iter(text)).filter_map(|found| {
        let (_, sign) = SUBJECTS.iter().chain(&SIGNS).nth(found.pattern().as_usize())?;
        Some(Word { sign: *sign, start: found.start(), end: found.end() })
    })
}
