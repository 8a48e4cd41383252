//! `rectify parse FILE`: the structure of a document; nothing is stored.

use super::{read_document, tree};
use crate::args::ParseFormat;
use crate::failure::Failure;
use api::structure::StructureJson;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn run(file: &Path, format: ParseFormat) -> Result<ExitCode, Failure> {
    let document = read_document(file)?;
    let structure = document::parse(&document);
    let mut out = BufWriter::new(std::io::stdout().lock());
    match format {
        ParseFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &StructureJson::new(&document, &structure))
                .map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        ParseFormat::Tree => tree::write(&mut out, &document, &structure)?,
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
