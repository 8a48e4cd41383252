//! The words of templates: which objects there are, their fields, the lists that a loop may run over.

/// What stands behind a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Inspection,
    Unit,
    Report,
    Totals,
    Finding,
    Measure,
    Evidence,
    Group,
    Chronicle,
    ChronicleCategory,
    Next,
    /// The loop around: its count.
    Loop,
    /// Labels of headings, counted while the document is written.
    Label,
    Layout,
}

/// An object with its fields and lists.
#[derive(Debug)]
pub struct Object {
    pub kind: Kind,
    /// How it is called in messages and in the manual.
    pub word: &'static str,
    pub fields: &'static [&'static str],
    pub lists: &'static [(&'static str, Kind)],
}

const NONE: &[(&str, Kind)] = &[];

/// Every object.
pub const OBJECTS: &[Object] = &[
    Object {
        kind: Kind::Inspection,
        word: "检查",
        fields: &["编号", "名称", "来源", "反馈单位", "文号", "反馈日期", "收文日期"],
        lists: NONE,
    },
    Object { kind: Kind::Unit, word: "单位", fields: &["名称"], lists: NONE },
    Object { kind: Kind::Report, word: "报告", fields: &["截至"], lists: NONE },
    Object {
        kind: Kind::Totals,
        word: "统计",
        fields: &[
            "问题数",
            "已完成数",
            "基本完成数",
            "整改中数",
            "长期坚持数",
            "未启动数",
            "未完成数",
            "完成率",
            "意见数",
            "意见完成数",
            "意见未完成数",
            "全部未完成数",
            "立行立改数",
            "限期整改数",
            "持续整改数",
            "已销号数",
            "逾期数",
            "措施数",
            "措施完成数",
            "方面数",
            "责任领导数",
            "长效机制数",
            "佐证数",
            "涉及金额",
            "已完成金额",
        ],
        lists: NONE,
    },
    Object {
        kind: Kind::Finding,
        word: "问题",
        fields: &[
            "编号",
            "序号",
            "种类",
            "名称",
            "原文",
            "具体表现",
            "方面",
            "目标",
            "金额",
            "责任领导",
            "责任人",
            "牵头部门",
            "配合部门",
            "整改类型",
            "时限",
            "逾期天数",
            "剩余天数",
            "状态",
            "状态表述",
            "销号状态",
            "环节",
            "长效机制",
            "复核日期",
            "文中所述",
            "措施数",
            "措施完成数",
            "措施状态不一",
            "进展",
            "佐证数",
            "佐证清单",
            "全部措施",
            "未完成原因",
            "申请人",
            "申请日期",
            "申请说明",
            "初审人",
            "初审日期",
            "初审意见",
            "复审人",
            "复审日期",
            "复审意见",
            "销号日期",
            "延期申请人",
            "延期申请日期",
            "延期理由",
            "原定时限",
            "延期至",
        ],
        lists: &[("措施", Kind::Measure), ("佐证", Kind::Evidence)],
    },
    Object {
        kind: Kind::Measure,
        word: "措施",
        fields: &[
            "编号",
            "序号",
            "内容",
            "目标",
            "成果",
            "责任领导",
            "责任部门",
            "配合部门",
            "责任人",
            "时限",
            "状态",
            "进展",
        ],
        lists: NONE,
    },
    Object {
        kind: Kind::Evidence,
        word: "佐证",
        fields: &["编号", "文件名", "说明", "形成日期", "校验值"],
        lists: NONE,
    },
    Object {
        kind: Kind::Group,
        word: "方面",
        fields: &["名称", "问题数", "已完成数", "未完成数", "逾期数"],
        lists: &[("问题", Kind::Finding)],
    },
    Object { kind: Kind::Chronicle, word: "纪实", fields: &["编号", "类别", "日期", "内容"], lists: NONE },
    Object {
        kind: Kind::ChronicleCategory,
        word: "纪实类别",
        fields: &["名称", "数量"],
        lists: &[("纪实", Kind::Chronicle)],
    },
    Object { kind: Kind::Next, word: "打算", fields: &["编号", "类别", "日期", "内容"], lists: NONE },
    Object { kind: Kind::Loop, word: "loop", fields: &["index", "length", "first", "last", "index0"], lists: NONE },
    Object { kind: Kind::Label, word: "标题序号", fields: &["一级", "二级", "三级", "四级"], lists: NONE },
    Object { kind: Kind::Layout, word: "版式", fields: &["分页"], lists: NONE },
];

/// Names that stand for one object everywhere.
pub const SINGLES: &[(&str, Kind)] = &[
    ("检查", Kind::Inspection),
    ("单位", Kind::Unit),
    ("报告", Kind::Report),
    ("统计", Kind::Totals),
    ("标题序号", Kind::Label),
    ("版式", Kind::Layout),
];

/// Names that stand for a list everywhere.
pub const LISTS: &[(&str, Kind)] = &[
    ("问题", Kind::Finding),
    ("意见", Kind::Finding),
    ("全部", Kind::Finding),
    ("已完成", Kind::Finding),
    ("未完成", Kind::Finding),
    ("逾期", Kind::Finding),
    ("有长效机制", Kind::Finding),
    ("选定", Kind::Finding),
    ("方面", Kind::Group),
    ("领导", Kind::Group),
    ("部门", Kind::Group),
    ("选定部门", Kind::Group),
    ("纪实", Kind::Chronicle),
    ("纪实类别", Kind::ChronicleCategory),
    ("打算", Kind::Next),
];

impl Kind {
    pub fn object(self) -> &'static Object {
        OBJECTS.iter().find(|object| object.kind == self).unwrap_or(&OBJECTS[0])
    }
}
