//! Whatever is written into a template, the filled file can be read: a document by our reader, a workbook too.

use super::super::{OpenError, UserTemplate};
use super::make::{cells, docx, paragraph, row, xlsx};
use super::snapshot;
use crate::kind_tests::Round;
use proptest::prelude::*;

const WORDS: [&str; 16] = [
    "{{ 统计.问题数 }}",
    "{{ 问题.名称 }}",
    "{{ 措施.内容|句 }}",
    "{{ loop.index|汉字 }}",
    "{% for 问题 in 全部 %}",
    "{% for 问题 in 逾期 %}",
    "{% for 措施 in 问题.措施 %}",
    "{% endfor %}",
    "{% if 问题 %}",
    "{% else %}",
    "{% endif %}",
    "甲<&乙",
    "{{",
    "}}",
    "{# 注 #}",
    " ",
];

fn text() -> impl Strategy<Value = String> {
    let words = proptest::sample::select(WORDS.to_vec());
    proptest::collection::vec(words, 0..4).prop_map(|words| words.concat())
}

/// A text cut into runs anywhere.
fn cut(text: &str, at: usize) -> String {
    let cut = text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
    paragraph(&[&text[..cut], &text[cut..]])
}

fn check(bytes: &[u8], name: &str) {
    let template = match UserTemplate::open(bytes, name, None) {
        Ok(template) => template,
        Err(OpenError::Refused(refusal)) => panic!("{refusal}"),
        Err(other) => panic!("{other}"),
    };
    if let Ok(done) = template.fill(&snapshot(&Round::full())) {
        let read = document::read(&done.bytes, name).unwrap();
        let broken = read.problems.iter().any(|p| p.code == document::ProblemCode::Truncated);
        assert!(!broken, "{:?}", read.problems);
        let again = UserTemplate::open(&done.bytes, name, None);
        assert!(again.is_ok(), "{:?}", again.err().map(|e| e.to_string()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn documents(lines in proptest::collection::vec((text(), 0..20usize), 1..6), rows in proptest::collection::vec((text(), text()), 0..4)) {
        let table: String = rows.iter().map(|(a, b)| row(&[a, b])).collect();
        let table = if table.is_empty() { table } else { format!("<w:tbl>{table}</w:tbl>") };
        let body: String = lines.iter().map(|(line, at)| cut(line, *at)).collect();
        check(&docx(&(body + &table)), "甲.docx");
    }

    #[test]
    fn workbooks(texts in proptest::collection::vec(text(), 9)) {
        let rows: String = (0..3).map(|at| format!("<row r=\"{}\">{}<c r=\"D{0}\"><f>A1+B{0}</f></c></row>", at * 2 + 1, cells(at * 2 + 1, at as usize * 3, 3, 0))).collect();
        let strings: Vec<&str> = texts.iter().map(String::as_str).collect();
        check(&xlsx(&rows, "<mergeCells count=\"1\"><mergeCell ref=\"A1:B3\"/></mergeCells>", &strings), "甲.xlsx");
    }
}
