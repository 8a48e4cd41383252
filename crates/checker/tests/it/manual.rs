//! The rules manual is generated from the rules.

use checker::{When, all};
use std::path::Path;

const GROUPS: [(&str, &str); 9] = [
    ("C", "与台账核对"),
    ("D", "日期"),
    ("E", "名称"),
    ("L", "版式"),
    ("N", "数字"),
    ("P", "标点和数字用法"),
    ("R", "隐私和公开"),
    ("S", "结构"),
    ("T", "用语"),
];

#[test]
fn the_rules_manual_names_every_rule() {
    let mut page = String::from("# 规则手册\n\n由程序生成；改规则后运行 `make update`。共");
    page.push_str(&format!("{}条。\n", all().len()));
    for (group, name) in GROUPS {
        let rules: Vec<_> = all().iter().filter(|rule| rule.code.starts_with(&format!("{group}-"))).collect();
        if rules.is_empty() {
            continue;
        }
        page.push_str(&format!("\n## {group} {name}\n\n| 代码 | 查什么 | 等级 | 依据 |\n|---|---|---|---|\n"));
        for rule in rules {
            let file = format!("../../crates/checker/src/rules/{}.md", rule.code.to_lowercase().replace('-', "_"));
            let public = match rule.when {
                When::Always => "",
                When::Public => "（只查公开稿）",
                When::Official => "（只查公文、整改报告）",
                When::Asked => "（指名才查）",
                When::Copies => "（两份稿子比对时查）",
            };
            let (level, authority) = (rule.level.word(), rule.authority.words());
            page.push_str(&format!("| [{}]({file}) | {}{public} | {level} | {authority} |\n", rule.code, rule.name));
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/manual/rules.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), page, "run `make update`");
    assert!(all().iter().all(|rule| GROUPS.iter().any(|(group, _)| rule.code.split('-').next() == Some(group))));
}
