//! The manual and the words of the templates say the same.

use super::super::vocabulary::{Kind, LISTS, OBJECTS, SINGLES};
use super::snapshot;
use crate::kind_tests::Round;

const MANUAL: &str = include_str!("../../../../../docs/manual/templates.md");

#[test]
fn the_snapshot_holds_every_word_and_no_other() {
    let snapshot = snapshot(&Round::full());
    for (name, entry) in snapshot.entries() {
        let word = name.split('[').next().unwrap_or_default();
        let listed = SINGLES.iter().chain(LISTS).find(|(known, _)| *known == word).map(|(_, kind)| *kind);
        let kind = listed
            .or_else(|| OBJECTS.iter().find(|o| o.word == word).map(|o| o.kind))
            .unwrap_or_else(|| panic!("{word}"));
        let object = kind.object();
        let mut fields: Vec<&str> = entry.fields.keys().copied().collect();
        let mut known = object.fields.to_vec();
        fields.sort_unstable();
        known.sort_unstable();
        assert_eq!(fields, known, "{word}");
        let lists: Vec<&str> = entry.lists.keys().copied().collect();
        assert!(
            lists.iter().all(|list| object.lists.iter().any(|(name, _)| name == list))
                && lists.len() == object.lists.len(),
            "{word}"
        );
    }
    let mut lists: Vec<&str> = snapshot.lists().map(|(name, _)| name).collect();
    let mut known: Vec<&str> = LISTS.iter().map(|(name, _)| *name).collect();
    lists.sort_unstable();
    known.sort_unstable();
    assert_eq!(lists, known);
    for (name, kind) in SINGLES.iter().filter(|(_, kind)| !matches!(kind, Kind::Label | Kind::Layout)) {
        assert!(snapshot.entry(name).is_some(), "{name} {kind:?}");
    }
}

#[test]
fn the_manual_lists_every_placeholder_filter_and_loop() {
    for object in OBJECTS {
        for field in object.fields {
            let placeholder = format!("`{{{{ {}.{field} }}}}`", object.word);
            assert!(MANUAL.contains(&placeholder), "{placeholder}");
        }
        for (list, _) in object.lists {
            let mark = format!("in {}.{list} %}}", object.word);
            assert!(MANUAL.contains(&mark), "{mark}");
        }
    }
    for (list, _) in LISTS {
        assert!(MANUAL.contains(&format!("in {list} %}}")), "{list}");
    }
    for format in ["日期", "年月", "短日期", "汉字", "万元", "句", "缺省("] {
        assert!(MANUAL.contains(&format!("|{format}")), "{format}");
    }
}

#[test]
fn what_the_manual_shows_can_be_filled_in() {
    let mut open = false;
    let mut examples = Vec::new();
    for line in MANUAL.lines() {
        match line {
            "```模板" => {
                open = true;
                examples.push(Vec::new());
            }
            "```" => open = false,
            _ if open => examples.last_mut().unwrap().push(super::make::paragraph(&[line])),
            _ => {}
        }
    }
    assert!(examples.len() >= 3, "{}", examples.len());
    for example in examples {
        let template = super::opened(&super::make::docx(&example.concat()), "例.docx");
        assert_eq!(template.faults(), [], "{example:?}");
        template.fill(&snapshot(&Round::full())).unwrap();
    }
}
