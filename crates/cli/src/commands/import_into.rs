//! `rectify import FILE… --into KEY`: documents into an inspection, as drafts to be confirmed on the screen.

use super::installation::{opened, refused};
use super::read_file;
use crate::failure::Failure;
use server::Location;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use usecases::{App, Error, upload_by_operator};

/// Puts each file into a draft; the first one that is refused ends it, those before stay.
pub(crate) fn run(files: &[PathBuf], key: &str, location: &Location) -> Result<ExitCode, Failure> {
    let said = opened(location, async |app: App| {
        let mut said = Vec::new();
        for path in files {
            let (name, bytes) = read_file(path)?;
            let draft = upload_by_operator(&app, key, &name, bytes).await.map_err(|cause| match cause {
                Error::Refused(refusal) => Failure::Refused { path: path.clone(), refusal },
                cause => refused(cause),
            })?;
            let again = if draft.duplicate_of.is_some() { "（同一文件此前已导入过）" } else { "" };
            let sentences = draft.sentences.len();
            said.push(format!("{name}：已成为 {key} 的导入草稿，{sentences} 句{again}"));
        }
        Ok(said)
    })?;
    let mut out = std::io::stdout().lock();
    for line in said {
        writeln!(out, "{line}")?;
    }
    writeln!(std::io::stderr(), "请在网页的“导入”中核对并确认。")?;
    Ok(ExitCode::SUCCESS)
}
