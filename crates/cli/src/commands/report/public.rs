//! The public version as a file.

use super::super::installation::{opened, refused};
use super::{ending, inspection_key};
use crate::failure::Failure;
use server::Location;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use usecases::{App, PublicationFormat, publication_by_operator};

/// The kind that it is asked for by.
pub(super) const NAME: &str = "public";

/// Writes what was confirmed last; what nobody confirmed does not leave the house.
pub(super) fn run(location: &Location, inspection: Option<String>, output: &Path) -> Result<ExitCode, Failure> {
    let format = match ending(output).as_deref() {
        Some("html" | "htm") => PublicationFormat::Html,
        Some("docx") => PublicationFormat::Docx,
        Some("pdf") => PublicationFormat::Pdf,
        _ => {
            let words = format!("{}：公开稿的文件名须以 .html、.docx 或 .pdf 结尾", output.display());
            return Err(Failure::Usage(words));
        }
    };
    let bytes = opened(location, async |app: App| {
        let key = inspection_key(&app, inspection).await?;
        publication_by_operator(&app, &key, format).await.map_err(refused)
    })?;
    std::fs::write(output, bytes).map_err(|cause| Failure::Write { path: output.to_owned(), cause })?;
    writeln!(std::io::stderr(), "已生成公开稿：{}", output.display())?;
    Ok(ExitCode::SUCCESS)
}
