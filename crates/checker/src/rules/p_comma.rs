//! P-COMMA 书名号前的并列用了逗号.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "P-COMMA",
    name: "书名号前的并列用了逗号",
    level: Level::Advice,
    when: When::Always,
    authority: Authority { strength: Strength::General, source: "GB/T 15834-2011 4.5.3.1" },
    manual: include_str!("p_comma.md"),
    words: |_| vec!["》，《", "，《"],
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let (index, at) = (hit.paragraph, hit.at);
        if hit.word == "，《" {
            if follows_object(hit.head(), hit.tail()) {
                let place = context.place(index, at, at + "，".len());
                found.push(Diagnostic::at(&RULE, place, "同一动词的宾语之间用了逗号", "改为顿号"));
            }
            continue;
        }
        let start = at + "》".len();
        let place = context.place(index, start, start + "，".len());
        found.push(Diagnostic::at(&RULE, place, "并列的书名号之间用了逗号", "通常不用标点，可以删去"));
    }
}

/// 制定工作要点，《整改台账》，: both are what the verb before them acts on.
fn follows_object(head: &str, tail: &str) -> bool {
    let clause = head.rsplit(['，', '。', '；', '：']).next().unwrap_or_default();
    let verb =
        ["制定", "印发", "修订", "出台"].iter().any(|verb| clause.starts_with(verb) && clause.len() > verb.len());
    let object = verb && !clause.contains(['》', '了', '过']) && clause.chars().count() <= CLAUSE_MAX;
    object && tail.split_once('》').is_some_and(|(_, rest)| rest.starts_with(['，', '。', '；']))
}

/// A longer one is a sentence of its own.
const CLAUSE_MAX: usize = 20;
