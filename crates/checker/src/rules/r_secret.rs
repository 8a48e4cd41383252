//! R-SECRET 公开稿带有密级或内部标志.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "R-SECRET",
    name: "公开稿带有密级或内部标志",
    level: Level::Error,
    when: When::Public,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "《保守国家秘密法》（2024年修订）第二十一条、第三十五条；《政府信息公开条例》第十四条",
    },
    manual: include_str!("r_secret.md"),
    words: |_| MARKS.to_vec(),
    check: run,
};

const MARKS: [&str; 9] =
    ["绝密★", "机密★", "秘密★", "不予公开", "不得公开", "不公开发布", "内部资料", "仅供内部使用", "工作秘密"];
/// In a sentence these say what is done; alone on a line they are a mark.
const STATED: [&str; 3] = ["不予公开", "不得公开", "不公开发布"];
/// Characters of a line that is a mark.
const MARK_MAX: usize = 12;
/// Words that speak of the mark instead of bearing it.
const ABOUT: [&str; 6] = ["管理", "制度", "规定", "泄露", "保守", "标注"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.hits(&RULE) {
        let (head, tail) = (hit.head(), hit.tail());
        let told = STATED.contains(&hit.word) && hit.text.chars().count() > MARK_MAX;
        if !told && !ABOUT.iter().any(|word| tail.starts_with(word) || head.ends_with(word)) {
            let message = format!("公开稿里有“{}”", hit.word);
            found.push(Diagnostic::at(&RULE, hit.place(context), message, "停止公开，先做保密审查"));
        }
    }
}
