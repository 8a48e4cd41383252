//! S-TITLEKIND 标题与文种不合.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::DocumentKind;

pub(super) static RULE: Rule = Rule {
    code: "S-TITLEKIND",
    name: "标题与文种不合",
    level: Level::Warning,
    when: When::Always,
    authority: Authority {
        strength: Strength::Mandatory,
        source: "GB/T 9704-2012 7.3.1；《党政机关公文处理工作条例》（2012年）第八条、第九条、第十五条",
    },
    manual: include_str!("s_titlekind.md"),
    words: |_| Vec::new(),
    check: run,
};

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(title) = context.structure.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) else {
        return;
    };
    let Some((index, paragraph)) = context.paragraphs().find(|(_, p)| p.text.contains(title)) else { return };
    let start = paragraph.text.find(title).unwrap_or_default();
    let place = |from: usize, to: usize| context.place(index, start + from, start + to);
    let official = title.starts_with("关于") || title.contains("关于");
    if official && title.ends_with(['。', '，', '；', '：']) {
        let from = title.char_indices().next_back().map_or(0, |(at, _)| at);
        found.push(Diagnostic::at(&RULE, place(from, title.len()), "标题末尾用了标点", "删去标点").fixed(""));
    }
    if title.ends_with("请示报告") && official {
        let from = title.len() - "请示报告".len();
        found.push(Diagnostic::at(
            &RULE,
            place(from, title.len()),
            "“请示”和“报告”是两个文种",
            "按用意改为“请示”或“报告”",
        ));
    }
    if title.ends_with("报告") && official && context.structure.kind != DocumentKind::Plan {
        let asks = ["妥否，请批示", "妥否，请批复", "请予批准", "当否，请批示", "请予批复"];
        for (at, paragraph) in context.prose() {
            for words in asks {
                if let Some(from) = paragraph.text.find(words) {
                    let asked = context.place(at, from, from + words.len());
                    found.push(Diagnostic::at(&RULE, asked, "报告中夹带请示事项", "请示另行行文"));
                }
            }
        }
    }
}
