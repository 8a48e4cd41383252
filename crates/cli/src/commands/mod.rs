//! One file per command; this list names them all.

mod check;
mod compare;
mod demo;
mod explain;
mod import;
mod import_into;
mod installation;
mod maintenance;
mod parse;
mod report;
mod serve;
mod transfer;
mod tree;
mod user;
mod verify;
mod verify_file;
mod verify_report;

pub(crate) use report::kind_lines;

use crate::args::{Args, Command};
use crate::failure::Failure;
use std::path::Path;
use std::process::ExitCode;

/// Runs a command.
pub(crate) fn run(args: Args) -> Result<ExitCode, Failure> {
    match args.command {
        Command::Parse { file, format } => parse::run(&file, format),
        Command::Import { files, into: Some(key), place, .. } => import_into::run(&files, &key, &place.into()),
        Command::Import { files, output: Some(output), .. } => import::run(&files, &output, args.quiet),
        Command::Import { files, place, .. } => transfer::import(&files, &place.into()),
        Command::Export { inspection, file, place } => transfer::export(&inspection, &file, &place.into()),
        Command::User { act } => user::run(act),
        Command::Report(options) => report::run(options),
        Command::Check(options) => check::run(&options, args.quiet),
        Command::Compare { first, second, format } => compare::run(&first, &second, format),
        Command::Explain { code } => explain::run(code.as_deref()),
        Command::Serve { place, log, listen, mail, demo } => {
            let filling = if demo { serve::Filling::Example } else { serve::Filling::Empty };
            serve::run(log.at(place), listen, mail.into(), filling)
        }
        Command::Verify { file: Some(file), checkpoint, .. } => verify_file::run(&file, &checkpoint),
        Command::Verify { file: None, place, checkpoint } => verify::run(&place.into(), &checkpoint),
        Command::Migrate { place, log } => maintenance::migrate(&log.at(place)),
        Command::Doctor { place } => maintenance::doctor(&place.into()),
        Command::Backup { file, place } => maintenance::backup(&place.into(), &file),
        Command::Restore { file, place } => maintenance::restore(&place.into(), &file),
    }
}

/// Reads and understands a file of at most the allowed size.
pub(crate) fn read_document(path: &Path) -> Result<document::Document, Failure> {
    let (name, bytes) = read_file(path)?;
    document::read(&bytes, &name).map_err(|refusal| Failure::Refused { path: path.to_owned(), refusal })
}

/// The name and the bytes of a file of at most the allowed size.
pub(crate) fn read_file(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let read = |cause| Failure::Read { path: path.to_owned(), cause };
    let size = std::fs::metadata(path).map_err(read)?.len();
    if size > document::BYTES_MAX {
        let refusal = document::Refusal::TooLarge { bytes: size, limit: document::BYTES_MAX };
        return Err(Failure::Refused { path: path.to_owned(), refusal });
    }
    let bytes = std::fs::read(path).map_err(read)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok((name, bytes))
}
