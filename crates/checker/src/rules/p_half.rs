//! P-HALF 中文里用了半角标点.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{after, before, is_chinese_mark, is_han};

pub(super) static RULE: Rule = Rule {
    code: "P-HALF",
    name: "中文里用了半角标点",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 5.1" },
    manual: include_str!("p_half.md"),
    check: run,
};

const MARKS: [(char, char); 7] =
    [(',', '，'), (';', '；'), (':', '：'), ('?', '？'), ('!', '！'), ('(', '（'), (')', '）')];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (index, paragraph) in context.paragraphs() {
        let text = &paragraph.text;
        if text.contains("://") || text.contains('@') {
            continue;
        }
        for (at, mark) in text.char_indices().filter(|(_, c)| c.is_ascii_punctuation()) {
            let Some((_, full)) = MARKS.iter().find(|(half, _)| *half == mark) else { continue };
            let (left, right) = (before(text, at), after(text, at + 1));
            let chinese = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_chinese_mark(c));
            let wrong = match mark {
                '(' => chinese(left) || (right.is_some_and(is_han) && !is_western(left)),
                ')' => chinese(right) || (left.is_some_and(is_han) && !opens_western(text, at)),
                _ => chinese(left),
            };
            if wrong {
                let message = format!("半角“{mark}”用在中文里");
                let place = context.place(index, at, at + 1);
                found.push(Diagnostic::at(&RULE, place, message, format!("改为全角“{full}”")).fixed(full.to_string()));
            }
        }
    }
}

/// Part of a western stretch: `GB/T 9704 (第7章)` keeps its own brackets.
fn is_western(c: Option<char>) -> bool {
    c.is_some_and(|c| c == ' ' || c.is_ascii_alphanumeric())
}

/// The bracket that this one closes belongs to a western stretch.
fn opens_western(text: &str, at: usize) -> bool {
    let open = text.get(..at).and_then(|head| head.rfind('('));
    open.is_some_and(|open| is_western(before(text, open)))
}
