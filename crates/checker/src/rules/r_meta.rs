//! R-META 公开稿的文件属性里留有内部信息.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "R-META",
    name: "公开稿的文件里留有修订、批注或个人信息",
    level: Level::Error,
    when: When::Public,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《个人信息保护法》第六条；《政府信息公开条例》第十七条（公开前审查）",
    },
    manual: include_str!("r_meta.md"),
    words: |_| Vec::new(),
    check: run,
};

const REVIEW: &str = "在“审阅”中全部接受或拒绝修订、删除全部批注后再公开";
const INSPECT: &str = "用“文件—检查文档”删除文档属性和个人信息，或另存为不带属性的新文件";

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(meta) = &context.document.meta else { return };
    let mut say = |message: String, hint: &str| {
        found.push(Diagnostic::at(&RULE, context.place(0, 0, 0), message, hint));
    };
    if meta.tracked > 0 {
        say(format!("文件里有{}处未处理的修订", meta.tracked), REVIEW);
    }
    if meta.comments > 0 {
        say(format!("文件里有{}条批注", meta.comments), REVIEW);
    }
    if meta.hidden > 0 {
        say(format!("文件里有{}个隐藏的字", meta.hidden), "显示隐藏文字，确认后删除");
    }
    for property in &meta.properties {
        say(format!("文件属性里有{}“{}”", property.kind.word(), property.value), INSPECT);
    }
}
