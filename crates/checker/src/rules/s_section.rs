//! S-SECTION 整改报告缺少应有的部分.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::DocumentKind;

pub(super) static RULE: Rule = Rule {
    code: "S-SECTION",
    name: "整改报告缺少应有的部分",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "巡视巡察整改报告通行结构" },
    manual: include_str!("s_section.md"),
    words: |_| Vec::new(),
    check: run,
};

/// A part and the words of its heading.
const SECTIONS: [(&str, &[&str]); 2] = [
    ("整改落实情况", &["整改", "落实", "进展", "完成情况"]),
    ("下一步工作", &["下一步", "下步", "今后", "后续", "持续", "长效", "巩固"]),
];
/// Shorter texts are notes.
const HEADINGS_MIN: usize = 2;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let outline = &context.structure.outline;
    if context.structure.kind != DocumentKind::Report || outline.len() < HEADINGS_MIN {
        return;
    }
    for (name, words) in SECTIONS {
        let has = outline.iter().any(|node| words.iter().any(|word| node.title.contains(word)));
        if !has {
            let place = context.place(outline.first().map_or(0, |node| node.paragraph as usize), 0, 0);
            found.push(Diagnostic::at(&RULE, place, format!("没有“{name}”部分"), "核对是否漏写"));
        }
    }
}
