//! For programs: one list over all files (docs/manual/check.md).

use super::Checked;
use api::diagnostic::DiagnosticJson;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct InFile<'a> {
    file: std::borrow::Cow<'a, str>,
    #[serde(flatten)]
    diagnostic: DiagnosticJson,
}

pub(super) fn write(out: &mut impl Write, checked: &[Checked]) -> io::Result<()> {
    let list: Vec<InFile<'_>> = checked
        .iter()
        .flat_map(|file| {
            file.diagnostics.iter().map(|one| InFile {
                file: file.path.to_string_lossy(),
                diagnostic: DiagnosticJson::new(&file.document, one),
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &list)?;
    writeln!(out)
}
