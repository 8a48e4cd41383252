//! T-TYPO 错别字.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, places};

pub(super) static RULE: Rule = Rule {
    code: "T-TYPO",
    name: "错别字",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "《现代汉语词典》（第7版）" },
    manual: include_str!("t_typo.md"),
    check: run,
};

/// Wrong, right, and characters before or behind that make it another word.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("布署", "部署", "公发宣颁", "名"),
    ("既使", "即使", "", ""),
    ("按装", "安装", "", "备"),
    ("报消", "报销", "", "息"),
    ("台帐", "台账", "", "篷"),
    ("帐目", "账目", "", ""),
    ("记帐", "记账", "", ""),
    ("帐款", "账款", "", ""),
    ("帐户", "账户", "", ""),
    ("松驰", "松弛", "", ""),
    ("急燥", "急躁", "", ""),
    ("再接再励", "再接再厉", "", ""),
    ("一愁莫展", "一筹莫展", "", ""),
    ("迫不急待", "迫不及待", "", ""),
    ("一股作气", "一鼓作气", "", ""),
    ("变本加利", "变本加厉", "", ""),
    ("默守成规", "墨守成规", "", ""),
    ("既往不究", "既往不咎", "", ""),
    ("委屈求全", "委曲求全", "", ""),
    ("竭泽而鱼", "竭泽而渔", "", ""),
    ("名列前矛", "名列前茅", "", ""),
    ("不径而走", "不胫而走", "", ""),
    ("出奇不意", "出其不意", "", ""),
    ("声名狼籍", "声名狼藉", "", ""),
    ("不记其数", "不计其数", "", ""),
    ("坐阵指挥", "坐镇指挥", "", ""),
    ("亲睐", "青睐", "", ""),
    ("毕竞", "毕竟", "", ""),
    ("竟争", "竞争", "究毕", ""),
    ("拔款", "拨款", "提", ""),
    ("拔付", "拨付", "提", ""),
    ("赔尝", "赔偿", "", ""),
    ("追朔", "追溯", "", ""),
    ("精减", "精简", "", ""),
    ("幅射", "辐射", "", ""),
    ("针贬", "针砭", "", ""),
    ("水笼头", "水龙头", "", ""),
    ("座谈汇", "座谈会", "", "报"),
    ("扫黑险恶", "扫黑除恶", "", ""),
    ("攻府", "政府", "", ""),
    ("纪律监查", "纪律检查", "", ""),
    ("监查委", "监察委", "", ""),
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        let text = &paragraph.text;
        for (wrong, right, left, behind) in WORDS {
            for at in places(text, wrong) {
                let end = at + wrong.len();
                let other = before(text, at).is_some_and(|c| left.contains(c))
                    || after(text, end).is_some_and(|c| behind.contains(c));
                if !other {
                    let message = format!("“{wrong}”应为“{right}”");
                    let place = context.place(index, at, end);
                    found.push(Diagnostic::at(&RULE, place, message, format!("改为“{right}”")).fixed(*right));
                }
            }
        }
    }
}
