//! Every rule has a defect that is planted, and something alike that must stay silent: the examples of its page put
//! into clean texts at places drawn by lot, or the whole documents, packages and lists of other tests.

use crate::mutation::{DEFECTS, Dice, clean};
use crate::pages::{NOT_IN_TEXT, examples};
use checker::{Rule, Selection, all, check};

/// Texts that each example is put into.
const TEXTS: usize = 3;

/// What looks at a document as a whole: its examples are documents, and stay so.
const WHOLE: &[&str] = &[
    "C-UNNAMED",
    "D-NOYEAR",
    "D-ORDER",
    "D-STALE",
    "E-CITE",
    "E-TITLEVAR",
    "N-TITLES",
    "N-TOTALMEAS",
    "N-XREF",
    "P-NUMFORM",
    "S-BREAK",
    "S-DUPPARA",
    "S-EMPTY",
    "S-GAP",
    "S-LEVEL",
    "S-LONE",
    "S-MIXSTYLE",
    "S-SECTION",
    "S-SERIES",
    "S-TAIL",
    "S-TITLEKIND",
    "S-TRUNC",
    "T-ABBR",
    "T-VARIANT",
];

/// Tests that make what a text cannot hold.
const MADE: [(&str, &[&str]); 5] = [
    (
        include_str!("layout.rs"),
        &[
            "L-ATT",
            "L-FIRST",
            "L-FONT",
            "L-GRID",
            "L-IMPRINT",
            "L-INDENT",
            "L-PAGE",
            "L-PAGENO",
            "L-SIGN",
            "L-TITLE",
            "S-DOUBLE",
        ],
    ),
    (include_str!("head.rs"), &["L-LETTER", "L-MINUTES", "L-ORDER", "L-RED"]),
    (include_str!("lists.rs"), &["E-ORG", "E-PERSON", "T-SENS"]),
    (include_str!("figures.rs"), &["N-TABLE"]),
    (include_str!("meta.rs"), &["R-META"]),
];

/// An example that needs a ledger or another copy is a document of its own.
fn stands_alone(text: &str) -> bool {
    !text.starts_with("台账\n") && !text.starts_with("内部稿\n")
}

fn is_put_into_texts(rule: &Rule) -> bool {
    let bad = examples(rule.manual, "## 不合规示例");
    !NOT_IN_TEXT.contains(&rule.code) && !WHOLE.contains(&rule.code) && bad.iter().any(|text| stands_alone(text))
}

fn count(rule: &Rule, text: &str) -> usize {
    let document = document::read(text.as_bytes(), "例.txt").unwrap();
    let selection = Selection { select: vec![rule.code.to_owned()], ..Selection::default() };
    check(&document, None, &selection).len()
}

/// The example as paragraphs of another text: its own title stays behind.
fn put(text: &str, example: &str, dice: &mut Dice) -> String {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let is_title = |line: &&str| line.starts_with("关于") && !line.ends_with(['。', '；']);
    let example: Vec<&str> = example.lines().skip_while(is_title).collect();
    // Behind the title, before the last paragraph.
    let at = 2 + dice.below(lines.len().saturating_sub(3));
    let (head, tail) = lines.split_at(at.min(lines.len()));
    [head, &example, tail].concat().join("\n")
}

#[test]
fn examples_of_the_pages_are_found_in_other_texts_and_their_look_alikes_are_not() {
    let texts: Vec<(String, String)> = clean().into_iter().filter(|(_, text)| text.lines().count() > 6).collect();
    let mut wrong = Vec::new();
    for rule in all().iter().filter(|rule| is_put_into_texts(rule)) {
        for (n, (name, text)) in texts.iter().step_by(texts.len() / TEXTS).enumerate() {
            let mut dice = Dice(n as u64 + 1);
            let before = count(rule, text);
            for example in examples(rule.manual, "## 不合规示例").iter().filter(|text| stands_alone(text)) {
                if count(rule, &put(text, example, &mut dice)) <= before {
                    wrong.push(format!("{} misses {example:?} in {name}", rule.code));
                }
            }
            for example in examples(rule.manual, "## 合规示例").iter().filter(|text| stands_alone(text)) {
                if count(rule, &put(text, example, &mut dice)) > before {
                    wrong.push(format!("{} finds {example:?} in {name}", rule.code));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_is_planted_somewhere() {
    for rule in all() {
        let code = rule.code;
        let defect = DEFECTS.iter().any(|defect| defect.code == code);
        let made = MADE.iter().any(|(test, codes)| codes.contains(&code) && test.contains(code));
        let (bad, good) = (examples(rule.manual, "## 不合规示例"), examples(rule.manual, "## 合规示例"));
        // A page with both is planted by the test of pages or by the one above.
        let page = !bad.is_empty() && !good.is_empty();
        assert!(defect || made || page, "{code} is planted nowhere");
        assert!(!good.is_empty(), "{code} has nothing alike");
    }
}
