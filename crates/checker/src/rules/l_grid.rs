//! L-GRID 行距不能排满每页22行.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::role::{Role, paragraphs};
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "L-GRID",
    name: "行距不能排满每页22行",
    level: Level::Advice,
    when: When::Official,
    authority: Authority { strength: Strength::General, source: "GB/T 9704-2012 5.2.3" },
    manual: include_str!("l_grid.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Lines of a page.
const LINES: i32 = 22;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(section) = context.document.layout.as_ref().and_then(|layout| layout.sections.last()) else { return };
    let height = section.height - section.top - section.bottom;
    if section.height == 0 || section.width > section.height {
        return;
    }
    let all = paragraphs(context);
    let body = all.iter().filter(|one| one.role == Role::Body);
    let pitched = body.filter_map(|one| one.setting.line.or(section.grid).map(|line| (one.index, line)));
    let mut wrong = pitched.filter(|(_, line)| *line > 0 && height / line != LINES);
    let Some((index, line)) = wrong.next() else { return };
    let count = 1 + wrong.count();
    let points = f64::from(line) / 20.0;
    let message = format!("行距{points}磅，每页排{}行（共{count}段）", height / line);
    let end = context.document.paragraphs.get(index).and_then(|p| p.text.chars().next()).map_or(0, char::len_utf8);
    found.push(Diagnostic::at(&RULE, context.place(index, 0, end), message, "行距设为固定值28.95磅，每页22行"));
}
