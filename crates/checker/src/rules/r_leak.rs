//! R-LEAK 遮盖的单位可由别处推知.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::{is_han, places};

pub(super) static RULE: Rule = Rule {
    code: "R-LEAK",
    name: "遮盖的单位可由别处推知",
    level: Level::Advice,
    when: When::Public,
    authority: Authority { strength: Strength::Practice, source: "公开前须完整脱敏（通行做法）" },
    manual: include_str!("r_leak.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Words that are used in few places only.
const HINTS: [&str; 6] = ["赴京", "环外", "现代化大都市", "自由贸易港", "雪域高原", "兵团"];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let masked = context.document.paragraphs.iter().any(|p| {
        p.text.contains("**市") || p.text.contains("××市") || p.text.contains("**县") || p.text.contains("××县")
    });
    if !masked {
        return;
    }
    for (index, paragraph) in context.paragraphs() {
        let text = &paragraph.text;
        for hint in HINTS {
            for at in places(text, hint) {
                let message = format!("别处遮盖了地名，“{hint}”可能使人推知是哪里");
                let place = context.place(index, at, at + hint.len());
                found.push(Diagnostic::at(&RULE, place, message, "改为一般的说法"));
            }
        }
        for suffix in ["市委", "市政府", "县委", "县政府"] {
            for at in places(text, suffix) {
                let head = text.get(..at).unwrap_or_default();
                let characters: Vec<(usize, char)> = head.char_indices().rev().take(2).collect();
                let Some((start, _)) = characters.get(1).copied() else { continue };
                let name = &head[start..];
                let open = name.chars().all(is_han)
                    && head[..start].ends_with(['，', '。', '、', '；', '：', '由', '经'])
                    && !name.contains(['某', '我', '全', '本', '各', '省', '报', '向', '据', '照', '据']);
                if open {
                    let place = context.place(index, start, at + suffix.len());
                    let message = format!("别处遮盖了地名，这里写着“{}”", place.text);
                    found.push(Diagnostic::at(&RULE, place, message, "一并遮盖"));
                }
            }
        }
    }
}
