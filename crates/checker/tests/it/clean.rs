//! Our own documents are right: what is found in them is a false alarm, or listed here.

use checker::{Level, Selection, all, check};
use std::path::Path;

/// Everything that is found in the documents of our own writing, as a text snapshot: it may only shrink.
#[test]
fn documents_of_our_own_are_mostly_silent() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut listed = String::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".expected") || name.starts_with("README") {
            continue;
        }
        let Ok(document) = document::read(&std::fs::read(&file).unwrap_or_default(), &name) else { continue };
        for one in check(&document, None, &Selection::default()) {
            let level = all().iter().find(|rule| rule.code == one.rule).map(|rule| rule.level);
            if level != Some(Level::Advice) {
                let place = &one.places[0];
                listed.push_str(&format!("{name}:{} {} {}\n", place.paragraph + 1, one.rule, one.message));
            }
        }
    }
    insta::assert_snapshot!(listed);
}
