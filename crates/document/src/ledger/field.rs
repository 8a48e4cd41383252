//! The fields of the standard ledger (process-rules.md §4) and the names columns have for them.

/// A field of the standard ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Serial,
    Key,
    Source,
    Category,
    Finding,
    Manifestation,
    Cause,
    Target,
    Measures,
    Leader,
    LeadUnit,
    CoUnits,
    Owner,
    FixType,
    Due,
    Progress,
    Effect,
    Policy,
    Evidence,
    Accountability,
    Amount,
    Status,
    ClosedOn,
    Reviewer,
    Notes,
}

/// Wire name, Chinese heading of the standard ledger, and other names; earlier fields win a tie.
const NAMES: [(Field, &str, &str, &[&str]); 25] = [
    (Field::Key, "key", "编号", &["问题编号", "事项编号", "唯一编号"]),
    (Field::Serial, "serial", "序号", &["问题序号", "项目序号", "No", "No.", "号"]),
    (
        Field::Source,
        "source",
        "来源",
        &["问题来源", "来源轮次", "来源/轮次", "检查来源", "轮次", "检查单位", "反馈单位"],
    ),
    (
        Field::Category,
        "category",
        "问题类别",
        &["类别", "问题类型", "问题分类", "类型", "方面", "反馈方面", "问题方面", "所属方面", "领域", "审计事项"],
    ),
    (
        Field::Manifestation,
        "manifestation",
        "具体表现",
        &["问题表现", "主要表现", "表现", "例证", "事例", "问题详情", "详细描述"],
    ),
    (
        Field::Finding,
        "finding",
        "反馈问题",
        &[
            "问题",
            "问题描述",
            "具体问题",
            "发现问题",
            "存在问题",
            "存在的问题",
            "发现的问题",
            "问题内容",
            "反馈的问题",
            "问题清单",
            "巡察反馈的问题",
            "巡视反馈的问题",
            "问题摘要",
            "主要问题",
            "反馈意见",
            "巡察反馈的问题（包括例证）",
            "整改事项",
            "任务",
            "整改任务",
            "工作任务",
            "事项",
            "督查内容",
            "问题及建议",
            "反馈具体问题",
            "审计查出问题",
        ],
    ),
    (
        Field::Cause,
        "cause",
        "原因分析",
        &["产生原因", "问题原因", "产生问题的根本原因", "根本原因", "未完成原因", "滞后原因", "原因"],
    ),
    (Field::Target, "target", "整改目标", &["目标", "预期目标", "目标要求", "整改标准"]),
    (
        Field::Measures,
        "measures",
        "整改措施",
        &[
            "措施",
            "具体措施",
            "归零措施",
            "行动计划",
            "处理建议",
            "整改举措",
            "具体举措",
            "整改步骤",
            "工作措施",
            "对策措施",
            "整改建议",
            "步骤",
        ],
    ),
    (
        Field::Leader,
        "leader",
        "责任领导",
        &["牵头领导", "分管领导", "牵头校领导", "牵头院领导", "包保领导", "责任校领导", "主要责任人", "领导责任人"],
    ),
    (
        Field::LeadUnit,
        "lead_unit",
        "牵头部门",
        &[
            "牵头单位",
            "责任单位",
            "责任部门",
            "责任科室",
            "责任部室",
            "责任处室",
            "主责部门",
            "主责单位",
            "整改单位",
            "牵头科室",
            "主办单位",
            "承办单位",
            "责任部门（人）",
            "单位",
            "部门",
            "科室",
            "整改责任单位",
            "整改责任部门",
            "责任主体",
            "主办",
        ],
    ),
    (
        Field::CoUnits,
        "co_units",
        "配合部门",
        &["配合单位", "协办单位", "配合科室", "配合人员", "协同单位", "参与部门", "协办", "配合"],
    ),
    (
        Field::Owner,
        "owner",
        "责任人",
        &["具体责任人", "整改责任人", "责任人员", "经办人", "直接责任人", "承办人", "负责人", "联系人", "姓名"],
    ),
    (Field::FixType, "fix_type", "整改类型", &["整改方式", "整改分类", "整改性质", "整改要求"]),
    (
        Field::ClosedOn,
        "closed_on",
        "销号日期",
        &["实际销号日期", "销号时间", "实际完成日期", "实际完成时间", "完成日期", "办结日期"],
    ),
    (
        Field::Due,
        "due",
        "整改时限",
        &[
            "完成时限",
            "整改期限",
            "计划完成时间",
            "预计完成时间",
            "完成时间",
            "时限",
            "期限",
            "办结时限",
            "计划完成日期",
            "截止日期",
            "截止时间",
            "整改完成时限",
            "整改时间",
        ],
    ),
    (
        Field::Status,
        "status",
        "状态",
        &[
            "整改状态",
            "完成状态",
            "是否完成",
            "整改结果",
            "当前状态",
            "销号状态",
            "办理状态",
            "是否销号",
            "完成与否",
            "是否整改到位",
        ],
    ),
    (
        Field::Progress,
        "progress",
        "完成情况",
        &[
            "整改进展情况",
            "目前推进情况",
            "整改情况",
            "进展情况",
            "整改进展",
            "落实情况",
            "整改落实情况",
            "完成进度",
            "工作进展",
            "目前进展",
            "推进情况",
            "进展",
            "进度",
        ],
    ),
    (Field::Effect, "effect", "整改成效", &["成效", "取得成效", "整改效果", "工作成效"]),
    (
        Field::Policy,
        "policy",
        "建立制度",
        &["建章立制", "制度建设", "制定制度", "制度名称", "建立制度（名称、文号）", "制度成果"],
    ),
    (Field::Evidence, "evidence", "佐证材料", &["证明材料", "支撑材料", "佐证", "印证材料", "材料清单", "附件"]),
    (
        Field::Accountability,
        "accountability",
        "追责问责",
        &["问责记录", "问责情况", "追责情况", "处理人员情况", "责任追究"],
    ),
    (
        Field::Amount,
        "amount",
        "追缴金额",
        &["涉及金额", "金额", "整改金额", "问题金额", "涉及金额（万元）", "金额（万元）"],
    ),
    (Field::Reviewer, "reviewer", "审核人", &["验收人", "验收单位", "整改验收人", "督办单位"]),
    (Field::Notes, "notes", "备注", &["说明", "其他", "备 注"]),
];

impl Field {
    /// All fields in the order of the standard ledger.
    pub const ALL: [Self; 25] = [
        Self::Serial,
        Self::Key,
        Self::Source,
        Self::Category,
        Self::Finding,
        Self::Manifestation,
        Self::Cause,
        Self::Target,
        Self::Measures,
        Self::Leader,
        Self::LeadUnit,
        Self::CoUnits,
        Self::Owner,
        Self::FixType,
        Self::Due,
        Self::Progress,
        Self::Effect,
        Self::Policy,
        Self::Evidence,
        Self::Accountability,
        Self::Amount,
        Self::Status,
        Self::ClosedOn,
        Self::Reviewer,
        Self::Notes,
    ];

    /// The name used on the wire.
    pub fn name(self) -> &'static str {
        NAMES.iter().find(|(field, ..)| *field == self).map_or("", |(_, name, ..)| name)
    }

    /// The heading of the standard ledger.
    pub fn heading(self) -> &'static str {
        NAMES.iter().find(|(field, ..)| *field == self).map_or("", |(_, _, heading, _)| heading)
    }

    /// The field with this wire name.
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known, ..)| *known == name).map(|(field, ..)| *field)
    }

    /// The field that a column header names, if any: the exact name first, else the longest name it contains.
    pub fn from_header(header: &str) -> Option<Self> {
        let compact = compact(header);
        if let Some(field) = Self::from_exact(header) {
            return Some(field);
        }
        if compact.chars().count() > 24 {
            return None;
        }
        let longest = names()
            .filter(|(_, name)| name.chars().count() >= 2 && compact.contains(name))
            .max_by_key(|(_, n)| n.len());
        // What is planned is not yet so.
        let planned = ["计划", "预计", "拟"].iter().any(|word| compact.starts_with(word));
        longest.map(|(field, _)| field).filter(|field| *field != Self::ClosedOn || !planned)
    }

    /// The field whose name the header is.
    pub(super) fn from_exact(header: &str) -> Option<Self> {
        let compact = compact(header);
        names().find(|(_, name)| *name == compact).map(|(field, _)| field)
    }
}

fn names() -> impl Iterator<Item = (Field, &'static str)> {
    NAMES.iter().flat_map(|(field, _, heading, names)| {
        std::iter::once(*heading).chain(names.iter().copied()).map(|name| (*field, name))
    })
}

/// Without blanks, stars and outer brackets.
fn compact(header: &str) -> String {
    let compact: String = header.chars().filter(|c| !c.is_whitespace() && !"*：:★".contains(*c)).collect();
    compact.trim_matches(['（', '）']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_name_and_comes_back() {
        for field in Field::ALL {
            assert_eq!(Field::from_name(field.name()), Some(field));
            assert_eq!(Field::from_header(field.heading()), Some(field));
        }
    }

    #[test]
    fn odd_headers_are_recognised() {
        for (header, field) in [
            ("巡察反馈的问题（包括例证）", Field::Finding),
            ("产生问题的根本原因", Field::Cause),
            ("归零措施", Field::Measures),
            ("责任部门（人）", Field::LeadUnit),
            ("预计完成时间", Field::Due),
            ("实际完成日期", Field::ClosedOn),
            ("是否完成", Field::Status),
            ("目前推进情况", Field::Progress),
            ("牵头 校领导", Field::Leader),
            ("整改责任人（签字）", Field::Owner),
            ("涉及金额(万元)", Field::Amount),
        ] {
            assert_eq!(Field::from_header(header), Some(field), "{header}");
        }
        for header in ["合计", "计划销号日期", "验收结论", "举一反三检查情况"] {
            assert_eq!(Field::from_header(header), None, "{header}");
        }
    }
}
