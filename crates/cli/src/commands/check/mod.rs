//! `rectify check FILE…`: 核稿.

mod baseline;
mod fix;
mod html;
mod json;
mod sarif;
mod text;

use super::read_document;
use crate::args::{CheckFormat, CheckOptions, ProfileName};
use crate::failure::{Failure, HAS_ERRORS};
use crate::progress;
use baseline::Baseline;
use checker::{Diagnostic, Level, Profile, Selection, by_code};
use document::Document;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// A file with what was found in it.
pub(crate) struct Checked {
    pub(crate) path: PathBuf,
    pub(crate) document: Document,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

pub(crate) fn run(options: &CheckOptions, quiet: bool) -> Result<ExitCode, Failure> {
    let selection = selection(options)?;
    let mut baseline = options.baseline.as_deref().map(Baseline::read).transpose()?;
    let bar = progress::bar(options.files.len() as u64, quiet);
    let mut checked = Vec::new();
    for path in &options.files {
        bar.set_message(path.display().to_string());
        if options.fix {
            fix::fix(path, &selection)?;
        }
        let document = read_document(path)?;
        let mut diagnostics = checker::check(&document, None, &selection);
        if let Some(baseline) = &mut baseline {
            diagnostics.retain(|one| !baseline.takes(&document, one));
        }
        checked.push(Checked { path: path.clone(), document, diagnostics });
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(path) = &options.write_baseline {
        baseline::write(path, &checked)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    match options.format {
        CheckFormat::Text => text::write(&mut out, &checked)?,
        CheckFormat::Json => json::write(&mut out, &checked)?,
        CheckFormat::Sarif => sarif::write(&mut out, &checked)?,
        CheckFormat::Html => html::write(&mut out, &checked)?,
    }
    out.flush()?;
    let wrong = checked.iter().flat_map(|one| &one.diagnostics).any(|one| level(one) == Level::Error);
    Ok(if wrong { ExitCode::from(HAS_ERRORS) } else { ExitCode::SUCCESS })
}

fn selection(options: &CheckOptions) -> Result<Selection, Failure> {
    let codes = |codes: &[String]| codes.iter().map(|code| code.trim().to_uppercase()).collect();
    let profile = match options.profile {
        ProfileName::Official => Profile::Official,
        ProfileName::Report => Profile::Report,
        ProfileName::Public => Profile::Public,
        ProfileName::Web => Profile::Web,
    };
    Selection { profile, select: codes(&options.select), ignore: codes(&options.ignore) }
        .checked()
        .map_err(|unknown| Failure::Usage(unknown.to_string()))
}

/// The level of the rule that found it.
pub(crate) fn level(diagnostic: &Diagnostic) -> Level {
    by_code(diagnostic.rule).map_or(Level::Advice, |rule| rule.level)
}
