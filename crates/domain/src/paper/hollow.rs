//! A measure that only promises: 加强、强化、进一步… without anything that could be checked.

use super::{PaperCode, PaperPart, Warning};
use crate::Measure;

/// Without one of these a text is never called hollow.
const PROMISES: [&str; 43] = [
    "加强",
    "强化",
    "提高",
    "进一步",
    "增强",
    "深化",
    "重视",
    "提升",
    "树立",
    "压实",
    "完善",
    "健全",
    "规范",
    "加大",
    "狠抓",
    "严格",
    "坚持",
    "不断",
    "切实",
    "持续",
    "扎实",
    "着力",
    "认真",
    "举一反三",
    "落实",
    "抓好",
    "抓实",
    "牢固",
    "推动",
    "推进",
    "夯实",
    "筑牢",
    "深入",
    "严肃",
    "充分",
    "全面",
    "努力",
    "严明",
    "改进",
    "优化",
    "引以为戒",
    "履行",
    "形成",
];

/// Set phrases that hold a number or a deed and say nothing; taken away before the text is searched.
const PHRASES: [&str; 25] = [
    "进一步",
    "统一",
    "一定",
    "一体",
    "一系列",
    "一方面",
    "一以贯之",
    "举一反三",
    "一岗双责",
    "一把手",
    "第一责任人",
    "第一时间",
    "第一位",
    "三重一大",
    "三会一课",
    "八项规定",
    "六项纪律",
    "两个维护",
    "两个确立",
    "四个意识",
    "四个自信",
    "四种形态",
    "隐患排查",
    "风险排查",
    "一件一件",
];

/// Deeds, things and times that somebody can go and look at.
const CONCRETE: [&str; 98] = [
    "退还",
    "退回",
    "退赔",
    "清退",
    "追缴",
    "收回",
    "追回",
    "追责",
    "上缴",
    "补缴",
    "缴回",
    "缴存",
    "修订",
    "制定",
    "制订",
    "印发",
    "出台",
    "发布",
    "公示",
    "公布",
    "张贴",
    "约谈",
    "谈话",
    "通报",
    "问责",
    "处分",
    "安装",
    "拆除",
    "更换",
    "采购",
    "补签",
    "补发",
    "签订",
    "签字",
    "移交",
    "立案",
    "核查",
    "核对",
    "核实",
    "核减",
    "排查",
    "盘点",
    "清点",
    "审计",
    "招标",
    "验收",
    "归档",
    "登记",
    "录入",
    "上报",
    "报送",
    "报备",
    "备案",
    "注销",
    "停用",
    "关停",
    "启用",
    "清理",
    "腾退",
    "招聘",
    "轮岗",
    "培训班",
    "考试",
    "测试",
    "座谈",
    "走访",
    "入户",
    "抽查",
    "台账",
    "清单",
    "办法",
    "细则",
    "方案",
    "报告",
    "通知",
    "规程",
    "合同",
    "协议",
    "会议",
    "例会",
    "记录",
    "纪要",
    "名单",
    "账户",
    "发票",
    "凭证",
    "欠款",
    "往来款",
    "补贴",
    "专人",
    "专班",
    "小组",
    "牵头",
    "专职",
    "月底",
    "年底",
    "年内",
    "季度",
];

/// Rhythms; numbers with a unit are found otherwise.
const TIMES: [&str; 13] =
    ["每月", "每周", "每年", "每季", "每半年", "每日", "每天", "按月", "按季", "按周", "月度", "年度", "当月"];

const NUMERALS: &str = "一二三四五六七八九十百千两半";
const UNITS: [&str; 29] = [
    "个月",
    "个工作日",
    "月",
    "日",
    "天",
    "周",
    "季",
    "年",
    "次",
    "人",
    "名",
    "户",
    "项",
    "万",
    "元",
    "份",
    "场",
    "期",
    "家",
    "件",
    "笔",
    "处",
    "轮",
    "遍",
    "小时",
    "册",
    "辆",
    "套",
    "台",
];

/// Whether the text promises and nothing in it can be checked.
pub fn is_hollow(text: &str) -> bool {
    if !PROMISES.iter().any(|word| text.contains(word)) {
        return false;
    }
    let rest = PHRASES.iter().fold(text.to_owned(), |rest, phrase| rest.replace(phrase, "，"));
    let checkable = rest.contains('《')
        || rest.chars().any(is_digit)
        || CONCRETE.iter().chain(&TIMES).any(|word| rest.contains(word))
        || counts(&rest);
    !checkable
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// A number in characters before something that is counted: 两次, 三个月.
fn counts(text: &str) -> bool {
    text.char_indices().filter(|(_, c)| NUMERALS.contains(*c)).any(|(at, c)| {
        let after = &text[at + c.len_utf8()..];
        UNITS.iter().any(|unit| after.starts_with(unit))
    })
}

pub(super) fn warning(measure: &Measure) -> Option<Warning> {
    let deliverable = measure.deliverable.as_deref().is_some_and(|text| !text.trim().is_empty());
    (!deliverable && is_hollow(&measure.text)).then(|| Warning {
        code: PaperCode::HollowMeasure,
        part: PaperPart::Measure,
        subject: measure.key.clone(),
        message: format!(
            "措施 {} 只有表态，没有可核查的对象、数量、时间、文件或成果。请写明做什么、做到什么程度、以什么为证。",
            measure.key
        ),
        others: Vec::new(),
    })
}
