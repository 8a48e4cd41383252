//! One file per command; this list names them all.

mod check;
mod compare;
mod demo;
mod explain;
mod import;
mod maintenance;
mod parse;
mod report;
mod serve;
mod transfer;
mod tree;
mod verify;
mod verify_file;
mod verify_report;

use crate::args::{Args, Command};
use crate::failure::Failure;
use std::path::Path;
use std::process::ExitCode;

/// Runs a command.
pub(crate) fn run(args: Args) -> Result<ExitCode, Failure> {
    match args.command {
        Command::Parse { file, format } => parse::run(&file, format),
        Command::Import { files, output: Some(output), .. } => import::run(&files, &output, args.quiet),
        Command::Import { files, output: None, place } => transfer::import(&files, &place.into()),
        Command::Export { inspection, output, place } => transfer::export(&inspection, &output, &place.into()),
        Command::Report(options) => report::run(options),
        Command::Check(options) => check::run(&options, args.quiet),
        Command::Compare { first, second, format } => compare::run(&first, &second, format),
        Command::Explain { code } => explain::run(code.as_deref()),
        Command::Serve { place, log, listen, demo } => {
            let filling = if demo { serve::Filling::Example } else { serve::Filling::Empty };
            serve::run(log.at(place), listen, filling)
        }
        Command::Verify { file: Some(file), checkpoint, .. } => verify_file::run(&file, &checkpoint),
        Command::Verify { file: None, place, checkpoint } => verify::run(&place.into(), &checkpoint),
        Command::Migrate { place, log } => maintenance::migrate(&log.at(place)),
        Command::Doctor { place } => maintenance::doctor(&place.into()),
        Command::Backup { file, place } => maintenance::backup(&place.into(), &file),
        Command::Restore { file, place } => maintenance::restore(&place.into(), &file),
    }
}

/// Reads a file of at most the allowed size.
pub(crate) fn read_document(path: &Path) -> Result<document::Document, Failure> {
    let read = |cause| Failure::Read { path: path.to_owned(), cause };
    let size = std::fs::metadata(path).map_err(read)?.len();
    let refused = |refusal| Failure::Refused { path: path.to_owned(), refusal };
    if size > document::BYTES_MAX {
        return Err(refused(document::Refusal::TooLarge { bytes: size, limit: document::BYTES_MAX }));
    }
    let bytes = std::fs::read(path).map_err(read)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    document::read(&bytes, &name).map_err(refused)
}
