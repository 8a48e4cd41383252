//! N-DECREASE 减少、下降用了“倍”.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "N-DECREASE",
    name: "减少、下降用了“倍”",
    level: Level::Error,
    when: When::Always,
    authority: Authority {
        strength: Strength::Mandatory, source: "GB/T 15835-2011 及通行语法规范：减少不用倍数"
    },
    manual: include_str!("n_decrease.md"),
    words: |_| WORDS.to_vec(),
    check: run,
};

const WORDS: [&str; 8] = ["减少", "下降", "降低", "缩短", "缩小", "压缩", "减低", "压减"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for hit in context.prose_hits(&RULE) {
        let rest = hit.tail();
        let rest = rest.strip_prefix('了').unwrap_or(rest);
        let is_number = |c: &char| c.is_ascii_digit() || ".一二两三四五六七八九十百几数近约".contains(*c);
        let number: usize = rest.chars().take_while(is_number).map(char::len_utf8).sum();
        if number > 0 && rest.get(number..).is_some_and(|tail| tail.starts_with('倍')) {
            let end = hit.text.len() - rest.len() + number + "倍".len();
            let place = context.place(hit.paragraph, hit.at, end);
            let message = format!("“{}”：减少不能用倍数", place.text);
            found.push(Diagnostic::at(&RULE, place, message, "改用百分数或分数，如“下降50%”“减少一半”"));
        }
    }
}
