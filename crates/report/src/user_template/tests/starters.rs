//! The built-in documents are such templates themselves.

use super::{filled, opened, snapshot, texts};
use crate::kind_tests::Round;
use crate::{KINDS, starter};
use document::form::Form;
use document::{Official, write_docx};

#[test]
fn a_built_in_document_that_was_downloaded_and_uploaded_says_the_same() {
    for kind in KINDS {
        let bytes = starter(kind).unwrap_or_else(|cause| panic!("{}: {cause}", kind.name));
        let template = opened(&bytes, "模板.docx");
        assert_eq!(template.faults(), [], "{}", kind.name);
        for round in [Round::full(), Round::empty()] {
            // What is written for what was chosen: the kind's own choice is not known to a file.
            let chosen: Vec<String> = round.findings.iter().map(|f| f.key.clone()).collect();
            let wanted = Official { form: Form::Plain, ..round.write(kind, Some(&chosen)) };
            let wanted = write_docx(&wanted).unwrap();
            let done = template.fill(&snapshot(&round)).unwrap();
            assert_eq!(texts(&done.bytes, "a.docx"), texts(&wanted, "a.docx"), "{}", kind.name);
        }
    }
}

#[test]
fn pages_begin_where_the_built_in_document_begins_them() {
    let kind = crate::ReportKind::from_name("closing-sheet").unwrap();
    let done = filled(&starter(kind).unwrap(), "模板.docx");
    let xml = super::make::part(&done.bytes, "word/document.xml");
    assert_eq!(xml.matches("<w:br w:type=\"page\"/>").count(), 3, "four findings, three breaks");
}
