//! R-NAME 公开稿把姓名与处理、困难情形写在一起.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;

pub(super) static RULE: Rule = Rule {
    code: "R-NAME",
    name: "公开稿把姓名与处理、困难情形写在一起",
    level: Level::Warning,
    when: When::Public,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《个人信息保护法》第二十八条、第三十一条；《政府信息公开条例》第十五条",
    },
    manual: include_str!("r_name.md"),
    words: |_| WHAT.to_vec(),
    check: run,
};

/// Surnames that begin a name of two or three characters.
pub(super) const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
/// Before a name: who that is.
const WHO: [&str; 12] =
    ["对", "给予", "村民", "职工", "干部", "党员", "学生", "低保户", "贫困户", "信访人", "当事人", "患者"];
/// Behind a name: what nobody wants to be known for.
const WHAT: [&str; 12] = [
    "党内警告",
    "严重警告",
    "记过",
    "记大过",
    "诫勉",
    "谈话提醒",
    "批评教育",
    "立案",
    "留置",
    "开除",
    "患病",
    "家庭困难",
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let head = hit.text.get(..hit.at).unwrap_or_default();
        if let Some((start, end)) = name_before(head) {
            let place = context.place(hit.paragraph, start, end);
            let message = format!("姓名与“{}”写在一起", hit.word);
            found.push(Diagnostic::at(&RULE, place, message, "隐去姓名，如“某同志”"));
        }
    }
}

/// Full names that stand before what nobody wants to be known for, as bytes of the text.
pub fn named_persons(text: &str) -> Vec<(usize, usize)> {
    let places = WHAT.iter().flat_map(|word| text.match_indices(word)).map(|(at, _)| at);
    let mut found: Vec<(usize, usize)> = places.filter_map(|at| name_before(text.get(..at)?)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// A full name that ends where the words begin, and is led by a word for a person.
fn name_before(head: &str) -> Option<(usize, usize)> {
    let head = ["给予", "进行", "作出", "予以", "同志"]
        .iter()
        .fold(head, |head, word| head.strip_suffix(word).unwrap_or(head));
    let head = head.strip_suffix("同志").unwrap_or(head);
    let characters: Vec<(usize, char)> = head.char_indices().rev().take(3).collect();
    [3, 2].into_iter().find_map(|size| {
        let (start, first) = *characters.get(size - 1)?;
        let name = head.get(start..)?;
        let led = WHO.iter().any(|who| head.get(..start).is_some_and(|before| before.ends_with(who)));
        (led && SURNAMES.contains(first) && name.chars().all(is_han) && !name.contains(['某', '等', '人']))
            .then_some((start, head.len()))
    })
}
