//! What the checker says about many files, a line of JSON: `check_files 整改报告 FILE…`; for measuring how often it is
//! right on texts that are not in the repository.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use checker::{Diagnostic, Profile, Selection, by_code, check};

fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .flat_map(|c| match c {
            '"' | '\\' => vec!['\\', c],
            c if c.is_control() => format!("\\u{:04x}", c as u32).chars().collect(),
            c => vec![c],
        })
        .collect();
    format!("\"{escaped}\"")
}

/// Places in characters, as `rectify check` counts them.
fn line(file: &str, document: &document::Document, one: &Diagnostic) -> String {
    let places: Vec<String> = one
        .places
        .iter()
        .map(|place| {
            let text = document.paragraphs.get(place.paragraph).map_or("", |p| p.text.as_str());
            let characters = |byte: usize| text.get(..byte).map_or(0, |head| head.chars().count());
            format!(
                r#"{{"paragraph":{},"start":{},"end":{},"text":{}}}"#,
                place.paragraph + 1,
                characters(place.start),
                characters(place.end),
                quoted(&place.text)
            )
        })
        .collect();
    let level = by_code(one.rule).map_or("", |rule| rule.level.word());
    format!(
        r#"{{"file":{},"rule":"{}","level":"{level}","message":{},"places":[{}]}}"#,
        quoted(file),
        one.rule,
        quoted(&one.message),
        places.join(",")
    )
}

fn main() {
    let mut args = std::env::args().skip(1);
    let profile = match args.next().unwrap().as_str() {
        "公文" => Profile::Official,
        "整改报告" => Profile::Report,
        "公开稿" => Profile::Public,
        _ => Profile::Web,
    };
    let selection = Selection { profile, ..Selection::default() };
    let mut lines = Vec::new();
    for file in args {
        let document = document::read(&std::fs::read(&file).unwrap(), &file).unwrap();
        lines.extend(check(&document, None, &selection).iter().map(|one| line(&file, &document, one)));
    }
    println!("[{}]", lines.join(",\n"));
}
