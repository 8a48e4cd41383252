//! Rules that need the lists of an office: silent without them.

use checker::{Lexicon, List, Selection, check};
use std::sync::Arc;

fn found(lists: &[(List, &str)], text: &str) -> Vec<String> {
    let lexicon = lists.iter().fold(Lexicon::default(), |lexicon, (list, text)| lexicon.overlaid(*list, text).unwrap());
    let select = ["E-ORG", "E-PERSON", "T-SENS"].map(str::to_owned).to_vec();
    let selection = Selection { select, lexicon: Arc::new(lexicon), ..Selection::default() };
    let document = document::read(text.as_bytes(), "例.txt").unwrap();
    check(&document, None, &selection).into_iter().map(|one| format!("{} {}", one.rule, one.message)).collect()
}

const TEXT: &str = "关于整改情况的报告
县市场监督管理局、县市场监管管理局和县住房城乡建设局分别牵头，局长李乙、局长张甲到会。
落后分子要帮助转化。";

#[test]
fn without_lists_nothing_is_said() {
    assert_eq!(found(&[], TEXT), [""; 0]);
}

#[test]
fn names_that_are_a_character_off_are_found_and_those_that_exist_left_alone() {
    let units = [(List::Units, "市场监督管理局\n住房和城乡建设局\t住房城乡建设局")];
    assert_eq!(found(&units, TEXT), ["E-ORG “市场监管管理局”与名录里的“市场监督管理局”差一个字"]);
}

#[test]
fn posts_and_order_are_those_of_the_list() {
    let people = [(List::People, "张甲\t党组书记、局长\n李乙\t副局长")];
    assert_eq!(found(&people, TEXT), ["E-PERSON “局长李乙”在名录里是副局长"]);
    assert_eq!(found(&people, "党组书记张甲、李乙到会。"), [""; 0]);
    assert_eq!(found(&people, "副局长李乙、张甲到会。"), ["E-PERSON “张甲”按名录应排在前面"]);
    assert_eq!(found(&people, "副局长张甲到会。"), ["E-PERSON “副局长张甲”在名录里是党组书记、局长"]);
}

#[test]
fn unwanted_words_come_with_the_advice_of_the_list() {
    assert_eq!(found(&[(List::Unwanted, "落后分子\t改为“后进人员”")], TEXT), ["T-SENS “落后分子”在慎用词表里"]);
    assert_eq!(found(&[(List::Unwanted, "落后分子\n-落后分子")], TEXT), [""; 0]);
}
