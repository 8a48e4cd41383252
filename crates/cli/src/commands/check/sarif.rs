//! SARIF 2.1.0 for editors and pipelines (OASIS, 2020).

use super::{Checked, level};
use api::diagnostic::{DiagnosticJson, PlaceJson};
use checker::{Level, all};
use serde_json::{Value, json};
use std::io::{self, Write};

pub(super) fn write(out: &mut impl Write, checked: &[Checked]) -> io::Result<()> {
    let rules: Vec<Value> = all()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.name },
                "fullDescription": { "text": rule.authority.words() },
                "help": { "text": rule.manual, "markdown": rule.manual },
                "defaultConfiguration": { "level": word(rule.level) },
            })
        })
        .collect();
    let results: Vec<Value> = checked.iter().flat_map(results).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "rectify", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

fn results(file: &Checked) -> impl Iterator<Item = Value> + '_ {
    let uri = file.path.to_string_lossy().replace('\\', "/");
    file.diagnostics.iter().map(move |one| {
        let wire = DiagnosticJson::new(&file.document, one);
        let mut places = wire.places.iter().map(|place| location(&uri, place));
        json!({
            "ruleId": one.rule,
            "level": word(level(one)),
            "message": { "text": format!("{}。{}。", one.message, one.hint) },
            "locations": places.next().into_iter().collect::<Vec<Value>>(),
            "relatedLocations": places.collect::<Vec<Value>>(),
        })
    })
}

/// The paragraph as line: a docx has no lines of its own.
fn location(uri: &str, place: &PlaceJson) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri },
            "region": {
                "startLine": place.paragraph,
                "startColumn": place.start + 1,
                "endColumn": place.end + 1,
                "snippet": { "text": place.text },
            },
        },
    })
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    }
}
