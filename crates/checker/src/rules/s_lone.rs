//! S-LONE 只有“一是”没有“二是”.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{before, places};

pub(super) static RULE: Rule = Rule {
    code: "S-LONE",
    name: "只有“一是”没有“二是”",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "并列事项至少两项（通行写法）" },
    manual: include_str!("s_lone.md"),
    words: Vec::new,
    check: run,
};

/// A series may go on over so many paragraphs.
const PARAGRAPHS_MAX: usize = 6;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let prose: Vec<(usize, &str)> =
        context.prose().map(|(index, paragraph)| (index, paragraph.text.as_str())).collect();
    for (nth, (index, text)) in prose.iter().enumerate() {
        for (first, second) in [("一是", "二是"), ("一要", "二要"), ("其一", "其二")] {
            for at in places(text, first) {
                let begins = before(text, at).is_none_or(|c| "。；：，、”　 ".contains(c));
                let tail = text.get(at..).unwrap_or_default();
                let later = prose.iter().skip(nth + 1).take(PARAGRAPHS_MAX).any(|(_, text)| text.contains(second));
                if begins && !tail.contains(second) && !later {
                    let place = context.place(*index, at, at + first.len());
                    let message = format!("只有“{first}”，没有“{second}”");
                    found.push(Diagnostic::at(&RULE, place, message, "补上后面的事项，或删去序号"));
                }
            }
        }
    }
}
