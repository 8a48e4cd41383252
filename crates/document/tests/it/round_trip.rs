//! Written as docx and read again, a document has the structure it had.

use crate::fixtures::{difference, folder, found};
use crate::official_of::official_of;
use document::form::{Corner, Form, Imprint, Letter, RedHead, Urgency};
use document::{parse, read, write_docx};
use std::fmt::Write;

fn forms() -> Vec<(&'static str, Form)> {
    let imprint = Imprint {
        addressees: None,
        copies: Some("县纪委监委".to_owned()),
        // Another date than that of the document would be another year for dates without one.
        printed: None,
    };
    let corner = Corner { copy: Some("000001".to_owned()), urgency: Some(Urgency::Extra) };
    let organ = "云溪县水务局".to_owned();
    let red = RedHead {
        organs: vec![organ.clone()],
        suffix: "文件".to_owned(),
        corner,
        number: "云水发〔2026〕5号".to_owned(),
        signers: vec!["张某".to_owned()],
        imprint,
    };
    let letter = Letter { organ, number: "云水函〔2026〕5号".to_owned(), ..Letter::default() };
    vec![("plain", Form::Plain), ("red head", Form::RedHead(red)), ("letter", Form::Letter(letter))]
}

#[test]
fn what_is_written_has_the_structure_of_what_was_read() {
    let mut files: Vec<_> = std::fs::read_dir(folder()).unwrap().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"));
    files.sort();
    assert!(files.len() > 100, "{}", files.len());
    let mut report = String::new();
    for path in &files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = read(&std::fs::read(path).unwrap(), &name).unwrap();
        let structure = parse(&document);
        let before = found(&structure);
        for (form_name, form) in forms() {
            let mut official = official_of(&document, &structure);
            // A text without a title of its own is not issued with a head.
            if form != Form::Plain && official.title().is_empty() {
                continue;
            }
            official.form = form;
            let again = found(&parse(&read(&write_docx(&official).unwrap(), "a.docx").unwrap()));
            for (was, is) in [
                (&before.outline, &again.outline),
                (&before.findings, &again.findings),
                (&before.totals, &again.totals),
                (&before.attributes, &again.attributes),
            ] {
                let (missing, extra) = difference(was, is);
                missing.iter().for_each(|line| writeln!(report, "{name} {form_name}: - {line}").unwrap());
                extra.iter().for_each(|line| writeln!(report, "{name} {form_name}: + {line}").unwrap());
            }
        }
    }
    assert_eq!(report, "", "{} lines differ", report.lines().count());
}
