//! Every page of the manual is a test: its examples are what the rule finds and what it leaves alone.

use checker::{Diagnostic, FactItem, Facts, RETIRED, Rule, Selection, all, check, check_copy};
use document::Status;
use std::collections::BTreeSet;

/// What a text file cannot hold: their tests write a docx or a Markdown table.
pub(crate) const NOT_IN_TEXT: &[&str] = &[
    "E-ORG",
    "E-PERSON",
    "L-ATT",
    "L-FIRST",
    "L-FONT",
    "L-GRID",
    "L-IMPRINT",
    "L-INDENT",
    "L-LETTER",
    "L-MINUTES",
    "L-ORDER",
    "L-PAGE",
    "L-PAGENO",
    "L-RED",
    "L-SIGN",
    "L-TITLE",
    "N-TABLE",
    "R-META",
    "S-DOUBLE",
    "T-SENS",
];
const PARTS: [&str; 5] = ["## 为什么", "## 依据", "## 不合规示例", "## 合规示例", "## 如何修改"];

/// The examples below a heading.
pub(crate) fn examples(page: &str, heading: &str) -> Vec<String> {
    let part = page.split(heading).nth(1).unwrap_or_default();
    let part = part.split("\n## ").next().unwrap_or_default();
    let blocks = part.split("```text\n").skip(1);
    blocks.map(|block| block.split("\n```").next().unwrap_or_default().to_owned()).collect()
}

/// An example may begin with a ledger: `台账`, a line per item (问题｜状态｜时限｜责任｜佐证份数), `---`.
fn with_ledger(text: &str) -> (Option<Facts>, &str) {
    let Some((ledger, text)) = text.strip_prefix("台账\n").and_then(|rest| rest.split_once("\n---\n")) else {
        return (None, text);
    };
    let items = ledger.lines().zip(1..).map(|(line, row): (&str, u32)| {
        let cells: Vec<&str> = line.split('｜').collect();
        let cell = |at: usize| cells.get(at).copied().filter(|cell| !cell.is_empty());
        FactItem {
            key: row.to_string(),
            title: cells[0].to_owned(),
            status: Some(if cell(1) == Some("已完成") { Status::Done } else { Status::InProgress }),
            due: cell(2).map(str::to_owned),
            owners: cell(3).map(str::to_owned).into_iter().collect(),
            text: cells[0].to_owned(),
            evidence: cell(4).map(|count| count.parse().unwrap()),
        }
    });
    (Some(Facts { items: items.collect() }), text)
}

fn found(rule: &Rule, text: &str) -> Vec<Diagnostic> {
    // Two copies of one document: `内部稿`, its text, `---`, the other.
    if let Some((internal, copy)) = text.strip_prefix("内部稿\n").and_then(|rest| rest.split_once("\n---\n")) {
        let read = |text: &str| document::read(text.as_bytes(), "例.txt").unwrap();
        return check_copy(&read(copy), &read(internal));
    }
    let (facts, text) = with_ledger(text);
    let document = document::read(text.as_bytes(), "例.txt").unwrap();
    check(&document, facts.as_ref(), &Selection { select: vec![rule.code.to_owned()], ..Selection::default() })
}

#[test]
fn codes_are_unique_sorted_and_never_given_again() {
    let codes: Vec<&str> = all().iter().map(|rule| rule.code).collect();
    let sorted: BTreeSet<&str> = codes.iter().copied().collect();
    assert_eq!(codes, sorted.into_iter().collect::<Vec<_>>());
    assert!(codes.iter().all(|code| !RETIRED.contains(code)));
    let names: BTreeSet<&str> = all().iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), codes.len());
}

#[test]
fn every_page_has_all_parts_and_the_authority_of_the_rule() {
    for rule in all() {
        assert!(rule.manual.starts_with(&format!("# {} {}\n", rule.code, rule.name)), "{}", rule.code);
        let places: Vec<Option<usize>> = PARTS.iter().map(|part| rule.manual.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{}", rule.code);
        assert!(rule.manual.contains(&rule.authority.words()), "{}", rule.code);
        let bad = examples(rule.manual, "## 不合规示例");
        assert!(!bad.is_empty() || NOT_IN_TEXT.contains(&rule.code), "{}", rule.code);
        assert!(!examples(rule.manual, "## 合规示例").is_empty(), "{}", rule.code);
    }
}

#[test]
fn bad_examples_are_found_and_good_ones_left_alone() {
    let mut wrong = Vec::new();
    for rule in all() {
        for text in examples(rule.manual, "## 不合规示例") {
            if found(rule, &text).is_empty() {
                wrong.push(format!("{} misses {text:?}", rule.code));
            }
        }
        for text in examples(rule.manual, "## 合规示例") {
            for one in found(rule, &text) {
                wrong.push(format!("{} finds {:?} in {text:?}", rule.code, one.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_fix_leaves_nothing_to_fix() {
    for rule in all() {
        for text in examples(rule.manual, "## 不合规示例") {
            let document = document::read(with_ledger(&text).1.as_bytes(), "例.txt").unwrap();
            let mut paragraphs: Vec<String> = document.paragraphs.iter().map(|p| p.text.clone()).collect();
            let mut fixes: Vec<_> = found(rule, &text).into_iter().filter_map(|d| d.fix).collect();
            if fixes.is_empty() {
                continue;
            }
            fixes.sort_by_key(|fix| std::cmp::Reverse((fix.place.paragraph, fix.place.start)));
            for fix in fixes {
                assert_eq!(paragraphs[fix.place.paragraph][fix.place.start..fix.place.end], fix.place.text);
                paragraphs[fix.place.paragraph].replace_range(fix.place.start..fix.place.end, &fix.after);
            }
            let left: Vec<Diagnostic> =
                found(rule, &paragraphs.join("\n")).into_iter().filter(|d| d.fix.is_some()).collect();
            assert_eq!(left, [], "{} {text:?}", rule.code);
        }
    }
}
