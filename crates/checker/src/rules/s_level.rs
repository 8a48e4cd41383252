//! S-LEVEL 层次跳级.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::{Form, Node, label_parts};

pub(super) static RULE: Rule = Rule {
    code: "S-LEVEL",
    name: "层次跳级",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::General, source: "GB/T 9704-2012 7.3.3" },
    manual: include_str!("s_level.md"),
    words: |_| Vec::new(),
    check: run,
};

/// The levels in their order; what is not named here has no place among them.
const LEVELS: [Form; 4] = [Form::Chinese, Form::ChineseParenthesised, Form::Arabic, Form::ArabicParenthesised];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    below(context, &context.structure.outline, found);
}

/// The first heading that is two levels below its parent; where one skips, all do.
fn below(context: &Context<'_>, nodes: &[Node], found: &mut Vec<Diagnostic>) {
    for node in nodes {
        let parent = level(node);
        for child in &node.children {
            let (Some(upper), Some(lower)) = (parent, level(child)) else { continue };
            if lower > upper + 1 && found.iter().all(|one| one.rule != RULE.code) {
                let at = child.paragraph as usize;
                let length = context.document.paragraphs.get(at).map_or(0, |p| child.label.len().min(p.text.len()));
                let message = format!("“{}”下面直接用了“{}”", node.label, child.label);
                let hint = "层次序数依次用“一、”“（一）”“1.”“（1）”；只有两层时也可这样用，全文一致即可";
                found.push(Diagnostic::at(&RULE, context.place(at, 0, length), message, hint));
            }
        }
        below(context, &node.children, found);
    }
}

fn level(node: &Node) -> Option<usize> {
    let (form, _) = label_parts(&node.label)?;
    LEVELS.iter().position(|one| *one == form)
}
