//! `rectify check FILE…`: 核稿.

mod annotate;
mod baseline;
mod fix;
mod html;
mod json;
mod sarif;
mod text;

use super::installation::{opened, refused};
use super::read_document;
use crate::args::{CheckFormat, CheckOptions, Place, ProfileName};
use crate::failure::{Failure, HAS_ERRORS};
use crate::progress;
use baseline::Baseline;
use checker::{Diagnostic, Facts, Level, Lexicon, List, Profile, Selection, by_code};
use document::Document;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use usecases::{App, facts_for_operator};

/// A file with what was found in it.
pub(crate) struct Checked {
    pub(crate) path: PathBuf,
    pub(crate) document: Document,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

pub(crate) fn run(options: &CheckOptions, quiet: bool) -> Result<ExitCode, Failure> {
    let selection = selection(options)?;
    annotate::checked(options)?;
    let mut baseline = options.baseline.as_deref().map(Baseline::read).transpose()?;
    let facts = match (&options.facts, &options.inspection) {
        (Some(path), _) => Some(facts(path)?),
        (None, Some(key)) => Some(facts_of_inspection(key, &options.place)?),
        (None, None) => None,
    };
    let bar = progress::bar(options.files.len() as u64, quiet);
    let (mut checked, mut failures) = (Vec::new(), Vec::new());
    for path in &options.files {
        bar.set_message(path.display().to_string());
        // A file that cannot be read keeps nothing of the others back.
        match check_file(path, options, quiet, (facts.as_ref(), &selection), &mut baseline) {
            Ok(file) => checked.push(file),
            Err(failure) => failures.push(failure),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(path) = options.write_baseline.as_ref().filter(|_| failures.is_empty()) {
        baseline::write(path, &checked)?;
        return Ok(ExitCode::SUCCESS);
    }
    if !checked.is_empty() || failures.is_empty() {
        print(options.format, &checked)?;
    }
    if let Some(last) = failures.pop() {
        for failure in failures {
            failure.report();
        }
        return Err(last);
    }
    let wrong = checked.iter().flat_map(|one| &one.diagnostics).any(|one| level(one) == Level::Error);
    Ok(if wrong { ExitCode::from(HAS_ERRORS) } else { ExitCode::SUCCESS })
}

fn print(format: CheckFormat, checked: &[Checked]) -> Result<(), Failure> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    match format {
        CheckFormat::Text => text::write(&mut out, checked)?,
        CheckFormat::Json => json::write(&mut out, checked)?,
        CheckFormat::Sarif => sarif::write(&mut out, checked)?,
        CheckFormat::Html => html::write(&mut out, checked)?,
    }
    Ok(out.flush()?)
}

fn check_file(
    path: &Path,
    options: &CheckOptions,
    quiet: bool,
    (facts, selection): (Option<&Facts>, &Selection),
    baseline: &mut Option<Baseline>,
) -> Result<Checked, Failure> {
    if options.fix && options.annotate.is_none() {
        fix::fix(path, facts, selection)?;
    }
    let document = read_document(path)?;
    let mut diagnostics = checker::check(&document, facts, selection);
    if let Some(baseline) = baseline {
        diagnostics.retain(|one| !baseline.takes(&document, one));
    }
    let file = Checked { path: path.to_owned(), document, diagnostics };
    if let Some(out) = &options.annotate {
        annotate::write(&file, out, options, quiet)?;
    }
    Ok(file)
}

/// The ledger of an inspection, today.
fn facts_of_inspection(key: &str, place: &Place) -> Result<Facts, Failure> {
    let location = place.clone().into();
    let facts = opened(&location, async |app: App| facts_for_operator(&app, key).await.map_err(refused))?;
    if facts.items.is_empty() {
        return Err(Failure::Usage(format!("检查轮次 {key} 的台账还没有问题，不能用来核对。")));
    }
    Ok(facts)
}

/// A ledger, or a document with problems in it; one without any would make every comparison silent.
fn facts(path: &Path) -> Result<Facts, Failure> {
    let facts = Facts::of(&document::parse(&read_document(path)?));
    if facts.items.is_empty() {
        let path = path.display();
        return Err(Failure::Usage(format!(
            "{path}：没有识别出任何问题，不能用来核对。请检查表头是否有“反馈问题”一列。"
        )));
    }
    Ok(facts)
}

fn selection(options: &CheckOptions) -> Result<Selection, Failure> {
    let codes = |codes: &[String]| codes.iter().map(|code| code.trim().to_uppercase()).collect();
    let profile = match options.profile {
        ProfileName::Official => Profile::Official,
        ProfileName::Report => Profile::Report,
        ProfileName::Public => Profile::Public,
        ProfileName::Web => Profile::Web,
    };
    Selection {
        profile,
        select: codes(&options.select),
        ignore: codes(&options.ignore),
        lexicon: Arc::new(lexicon(&options.lexicon)?),
    }
    .checked()
    .map_err(|unknown| Failure::Usage(unknown.to_string()))
}

/// The built-in lists with those of the folders on top; a folder need not have all of them.
fn lexicon(folders: &[PathBuf]) -> Result<Lexicon, Failure> {
    let mut lexicon = Lexicon::default();
    for folder in folders {
        if !folder.is_dir() {
            return Err(Failure::Usage(format!("没有词表目录 {}。", folder.display())));
        }
        for list in List::ALL {
            let path = folder.join(list.file_name());
            let text = match std::fs::read_to_string(&path) {
                Ok(text) => text,
                Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => continue,
                Err(cause) => return Err(Failure::Read { path, cause }),
            };
            lexicon = lexicon
                .overlaid(list, &text)
                .map_err(|error| Failure::Usage(format!("{}：{error}", folder.display())))?;
        }
    }
    Ok(lexicon)
}

/// The level of the rule that found it.
pub(crate) fn level(diagnostic: &Diagnostic) -> Level {
    by_code(diagnostic.rule).map_or(Level::Advice, |rule| rule.level)
}
