//! S-LONE 只有“一是”没有“二是”.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::before;

pub(super) static RULE: Rule = Rule {
    code: "S-LONE",
    name: "只有“一是”没有“二是”",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "并列事项至少两项（通行写法）" },
    manual: include_str!("s_lone.md"),
    words: |_| PAIRS.iter().map(|(first, _)| *first).collect(),
    check: run,
};

/// A series may go on over so many paragraphs.
const PARAGRAPHS_MAX: usize = 6;
/// Where a paragraph may begin with the second item.
const FAR_MAX: usize = 60;

const PAIRS: [(&str, &str); 3] = [("一是", "二是"), ("一要", "二要"), ("其一", "其二")];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let Some((first, second)) = PAIRS.iter().find(|(first, _)| *first == hit.word) else { continue };
        let begins = before(hit.text, hit.at).is_none_or(|c| "。；：，、”　 ".contains(c));
        // 其一类家族成员: only with a mark it counts.
        let named = *first == "其一" && !hit.tail().starts_with(['，', '、', '：', '是']);
        if !begins || named || hit.tail().contains(second) {
            continue;
        }
        let next = context.document.paragraphs.iter().skip(hit.paragraph + 1).take(PARAGRAPHS_MAX);
        // Each of a list of long items begins a paragraph of its own.
        let far = context.document.paragraphs.iter().skip(hit.paragraph + 1).take(FAR_MAX);
        let follows = next.into_iter().any(|paragraph| paragraph.text.contains(second))
            || far.into_iter().any(|paragraph| paragraph.text.trim_start().starts_with(second));
        if !follows {
            let message = format!("只有“{first}”，没有“{second}”");
            found.push(Diagnostic::at(&RULE, hit.place(context), message, "补上后面的事项，或删去序号"));
        }
    }
}
