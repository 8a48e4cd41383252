//! L-FIRST 首页没有正文.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::role::{Role, paragraphs};
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "L-FIRST",
    name: "首页没有正文",
    level: Level::Error,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 7.3.3" },
    manual: include_str!("l_first.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let all = paragraphs(context);
    let Some(title) = all.iter().rposition(|one| one.role == Role::Title) else { return };
    let after = all.get(title + 1..).unwrap_or_default();
    // A cover or a list of contents between title and text is no first page of the text.
    let Some(first) = after.iter().take(2).position(|one| matches!(one.role, Role::Body | Role::Heading1)) else {
        return;
    };
    let Some(broken) = after.iter().take(first + 1).find(|one| one.setting.new_page) else { return };
    let end = broken.text.chars().next().map_or(0, char::len_utf8);
    let place = context.place(broken.index, 0, end);
    found.push(Diagnostic::at(&RULE, place, "标题之后另起一页，首页没有正文", "删去分页符，使首页显示正文"));
}
