//! Numbers with a classifier, and what each of them is in its sentence.

use crate::extract::{Hit, Mark};
use crate::grammar::number_before;

/// Counts of one statement stand this close together.
const NEIGHBOUR_BYTES_MAX: usize = 30;
/// Between the classifier and the counted thing stand at most four characters (22个具体的问题).
const MODIFIER_BYTES_MAX: usize = 12;

/// What a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// States how many there are.
    Total,
    /// States how many of them.
    Part,
    /// Something else.
    Other,
}

/// A number with its classifier and its surroundings.
#[derive(Debug, Clone)]
pub(super) struct Count<'a> {
    pub(super) value: String,
    pub(super) unit: &'a str,
    pub(super) subject: Option<String>,
    pub(super) label: String,
    pub(super) role: Role,
    pub(super) approximate: bool,
    /// 其中 stands before it.
    pub(super) within: bool,
    pub(super) status: bool,
    pub(super) remainder: bool,
    /// The clause carries on from the sentence before (其中, 目前, 已…).
    pub(super) leads_on: bool,
    /// The counted things are named beside the number.
    pub(super) named_things: bool,
    pub(super) sentence: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Things that documents count; a longer name comes before its own ending.
const SUBJECTS: [&str; 41] = [
    "制度办法",
    "规章制度",
    "制度机制",
    "制度文件",
    "整改措施",
    "整改任务",
    "整改事项",
    "问题线索",
    "子项问题",
    "大项问题",
    "具体问题",
    "问题",
    "意见建议",
    "建议",
    "意见",
    "措施",
    "举措",
    "任务",
    "事项",
    "线索",
    "制度",
    "办法",
    "规定",
    "机制",
    "大类",
    "方面",
    "类",
    "单位",
    "企业",
    "会议",
    "督导",
    "督查",
    "检查",
    "调研",
    "谈话",
    "党组织",
    "部门",
    "文件",
    "资金",
    "节点",
    "清单",
];

/// Subjects that count as a total with any verb of finding or stating.
const STATED: [&str; 9] = ["问题", "意见", "意见建议", "建议", "任务", "事项", "整改任务", "整改事项", "问题线索"];

const GATHERING: [&str; 9] = ["共", "累计", "先后", "合计", "总计", "涉及", "总共", "一共", "共计"];

const STATING: [&str; 27] = [
    "反馈", "指出", "发现", "提出", "梳理", "查摆", "列出", "形成", "确定", "明确", "细化", "分解", "推进", "认领",
    "移交", "交办", "查出", "反映", "归纳", "涉及", "针对", "对照", "围绕", "制定", "有序", "巡察", "的",
];

const STATUS: [&str; 26] = [
    "完成",
    "整改",
    "办结",
    "销号",
    "落实",
    "采纳",
    "推进",
    "未",
    "长期",
    "持续",
    "已",
    "正在",
    "整改中",
    "延期",
    "解决",
    "接受",
    "待",
    "达到",
    "超过",
    "启动",
    "坚持",
    "进行中",
    "整改到位",
    "验收",
    "滞后",
    "取得",
];

const REMAINDER: [&str; 6] = ["其余", "剩余", "余下", "还有", "尚有", "另有"];

/// Units that documents use for the same things.
pub(super) fn interchangeable(a: &str, b: &str) -> bool {
    const LOOSE: [&str; 8] = ["个", "项", "条", "件", "处", "家", "份", "宗"];
    LOOSE.contains(&a) && LOOSE.contains(&b)
}

/// The counts of a paragraph in order.
pub(super) fn counts<'a>(text: &'a str, hits: &[Hit]) -> Vec<Count<'a>> {
    let mut found: Vec<(usize, usize, usize, String)> = Vec::new();
    let mut sentence = 0;
    for hit in hits {
        match hit.mark {
            Mark::Stop => sentence += 1,
            Mark::Unit | Mark::Percent => {
                if let Some((start, value)) = number_at(text, hit) {
                    found.push((sentence, start, hit.end, value));
                }
            }
            _ => {}
        }
    }
    (0..found.len()).map(|at| count(text, &found, at)).collect()
}

/// The number before a classifier, unless it is part of a name or an idiom.
fn number_at(text: &str, hit: &Hit) -> Option<(usize, String)> {
    let mut head = text[..hit.start].trim_end();
    // 4大类, 12余项, 5多个
    for infix in ["大", "余", "多", "个"] {
        if let Some(shorter) = head.strip_suffix(infix)
            && (infix != "个" || text[hit.start..].starts_with("节点"))
        {
            head = shorter;
            break;
        }
    }
    let (start, value) = number_before(head, head.len())?;
    if text[hit.end..].starts_with(['月', '工']) && text[hit.start..hit.end].ends_with('个') {
        return None;
    }
    let before = text[..start].chars().next_back();
    let ordinal =
        before.is_some_and(|c| matches!(c, '第' | '“' | '《' | '〔' | '.' | '-' | '—') || c.is_ascii_alphanumeric());
    let quoted = text[hit.end..].find('”').is_some_and(|close| {
        !text[hit.end..hit.end + close].contains('“')
            && close < 60
            && text[..start].rfind('“').is_some_and(|open| start - open < 60 && !text[open..start].contains('”'))
    });
    let idiom = value == "1" && !head.ends_with(|c: char| c.is_ascii_digit());
    (!ordinal && !quoted && !idiom).then_some((start, value))
}

fn count<'a>(text: &'a str, found: &[(usize, usize, usize, String)], at: usize) -> Count<'a> {
    let (sentence, start, end, value) = &found[at];
    let unit = unit_of(text, *start, *end);
    let previous_end = at.checked_sub(1).map_or(0, |p| found[p].2);
    let next_start = found.get(at + 1).map_or(text.len(), |n| n.1);
    let before = clause_before(text, previous_end, *start);
    let after = clause_after(text, *end, next_start);
    let clause_continues = end + after.len() == next_start && next_start < text.len();
    let subject = subject(before, after, unit);
    let named_after = unit == "类"
        || subject.as_ref().is_some_and(|s| after.find(s.as_str()).is_some_and(|at| at <= MODIFIER_BYTES_MAX));
    let remainder = REMAINDER.iter().any(|word| before.contains(word));
    let within = lead(text, previous_end, *start).contains("其中");
    let status_before = STATUS.iter().any(|word| before.contains(word));
    let status_after = !clause_continues && STATUS.iter().any(|word| after.contains(word));
    let status = status_before || status_after;
    let gap_before = at.checked_sub(1).map_or(usize::MAX, |p| start.saturating_sub(found[p].2));
    let adjacent =
        gap_before <= NEIGHBOUR_BYTES_MAX || next_start < text.len() && next_start - end <= NEIGHBOUR_BYTES_MAX;
    let role = role(&Facts {
        adjacent,
        unit,
        subject: subject.as_deref(),
        before,
        after,
        status,
        remainder,
        within,
        named_after,
        lead: lead(text, previous_end, *start),
    });
    let label = label(before, after, status_before);
    Count {
        value: value.clone(),
        unit,
        subject: subject.map(|s| normal(&s).to_owned()),
        label,
        role,
        approximate: ["近", "约", "超过", "逾", "达到近"].iter().any(|word| before.ends_with(word))
            || text[*start..*end].contains(['余', '多']),
        within,
        status,
        remainder,
        leads_on: leads_on(before) || within || remainder || status_before,
        named_things: named_after,
        sentence: *sentence,
        start: *start,
        end: *end,
    }
}

struct Facts<'a> {
    unit: &'a str,
    subject: Option<&'a str>,
    before: &'a str,
    after: &'a str,
    status: bool,
    remainder: bool,
    within: bool,
    named_after: bool,
    /// Another count stands close by, as in 3个方面10个问题.
    adjacent: bool,
    lead: &'a str,
}

fn role(facts: &Facts) -> Role {
    if facts.unit == "%" {
        let rate = ["率", "占", "达"].iter().any(|word| facts.before.contains(word)) && !facts.before.contains('度');
        return if rate && facts.before.contains('率') { Role::Part } else { Role::Other };
    }
    let gathering = GATHERING.iter().any(|word| facts.before.contains(word));
    let visited = facts.before.contains("先后") || facts.before.contains('赴');
    let Some(subject) = facts.subject else {
        let part = facts.status || facts.remainder || facts.within;
        return if part { Role::Part } else { Role::Other };
    };
    if facts.remainder || facts.within && !gathering {
        return Role::Part;
    }
    let normal = normal(subject);
    if matches!(facts.unit, "次") {
        let counted = ["会议", "督导", "督查", "检查", "调研", "谈话"].contains(&normal);
        let marked = gathering || facts.before.contains("进行") || facts.before.contains("召开");
        return if counted && marked { Role::Total } else { Role::Other };
    }
    let stated =
        STATED.contains(&normal) && STATING.iter().any(|word| facts.before.contains(word) || facts.lead.contains(word));
    if normal == "类" {
        let stated = gathering || STATING.iter().any(|word| facts.before.contains(word));
        return if stated { Role::Total } else { Role::Other };
    }
    let nested = matches!(normal, "方面" | "单位" | "企业" | "措施" | "节点" | "问题" | "任务" | "意见")
        && facts.named_after
        && facts.adjacent
        && !facts.status_like();
    let relative = facts.before.ends_with('的') && !gathering;
    if !relative && (gathering && !visited || stated && !facts.done_before() || nested) {
        return Role::Total;
    }
    if facts.status { Role::Part } else { Role::Other }
}

impl Facts<'_> {
    /// 已完成整改19个问题: the status stands before the number.
    fn done_before(&self) -> bool {
        [
            "已完成",
            "完成整改",
            "已整改",
            "基本完成",
            "正在整改",
            "未完成",
            "已落实",
            "已采纳",
            "已办结",
            "已销号",
            "整改完成",
        ]
        .iter()
        .any(|word| self.before.contains(word))
    }

    fn status_like(&self) -> bool {
        self.done_before() || self.after.contains("已完成") || self.after.contains("正在")
    }
}

/// The classifier itself.
fn unit_of(text: &str, start: usize, end: usize) -> &str {
    let whole = &text[start..end];
    let tail = whole
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{2002}' | '\u{3000}'));
    let unit = tail.trim_start_matches(|c: char| {
        "〇零一二两三四五六七八九十百余多大".contains(c) || c.is_whitespace() || ('０'..='９').contains(&c)
    });
    if unit == "％" { "%" } else { unit }
}

/// The text between the last mark and the number.
fn clause_before(text: &str, from: usize, to: usize) -> &str {
    let part = &text[from.min(to)..to];
    let cut = part
        .rfind(['，', '、', '；', '。', '：', '（', ',', ';', '(', '！'])
        .map_or(0, |at| at + part[at..].chars().next().map_or(1, char::len_utf8));
    part[cut..].trim()
}

/// Like [`clause_before`], but up to the last sentence mark.
fn lead(text: &str, from: usize, to: usize) -> &str {
    let part = &text[from.min(to)..to];
    let cut = part.rfind(['。', '；', '！']).map_or(0, |at| at + "。".len());
    &part[cut..]
}

fn clause_after(text: &str, from: usize, to: usize) -> &str {
    let part = &text[from..to.max(from)];
    let cut = part.find(['，', '、', '；', '。', '：', '）', ',', ';', ')', '！', '《']).unwrap_or(part.len());
    &part[..cut]
}

/// What is counted: named right after the classifier, or last before the number.
fn subject(before: &str, after: &str, unit: &str) -> Option<String> {
    if unit == "类" {
        return Some("类".to_owned());
    }
    let near: String = after.chars().take(14).collect();
    let after_found = SUBJECTS
        .iter()
        .filter_map(|s| near.find(s).map(|at| (at, s.len(), *s)))
        .min_by_key(|(at, length, _)| (*at, usize::MAX - length));
    if let Some((_, _, found)) = after_found {
        return Some(found.to_owned());
    }
    if unit == "次"
        && after.chars().count() <= 16
        && let Some(found) = SUBJECTS.iter().find(|s| after.ends_with(**s))
    {
        return Some((*found).to_owned());
    }
    SUBJECTS
        .iter()
        .filter_map(|s| before.rfind(s).map(|at| (at + s.len(), s.len(), *s)))
        .filter(|(end, ..)| before[*end..].chars().count() <= 6)
        .max_by_key(|(end, length, _)| (*end, *length))
        .map(|(_, _, found)| found.to_owned())
}

/// Modifiers that do not change what is counted.
fn normal(subject: &str) -> &str {
    match subject {
        "具体问题" | "子项问题" | "大项问题" => "问题",
        "整改任务" => "任务",
        "整改措施" => "措施",
        "大类" => "类",
        other => other,
    }
}

fn leads_on(before: &str) -> bool {
    ["其中", "目前", "截至", "截止", "现", "已", "完成", "未", "其余"].iter().any(|word| before.starts_with(word))
}

/// What the part is called in the text.
fn label(before: &str, after: &str, status_before: bool) -> String {
    let trimmed = before
        .trim_start_matches(['，', '、'])
        .trim_start_matches("截至")
        .trim_start_matches("目前")
        .trim_start_matches("其中")
        .trim_end_matches(['为', '了', '有', '共', '是', '达', '到'])
        .trim();
    let source = if status_before || after.is_empty() { trimmed } else { after.trim() };
    let source = if source.is_empty() { trimmed } else { source };
    let count = source.chars().count();
    source.chars().skip(count.saturating_sub(16)).collect()
}
