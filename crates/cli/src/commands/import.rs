//! `rectify import FILE… -o LEDGER.xlsx`: documents become a ledger workbook, without a server.

use super::read_document;
use crate::failure::{Failure, HAS_ERRORS};
use crate::progress;
use document::{Document, FindingKind, Structure};
use report::{LedgerMeta, Source, ledger_workbook, rows};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn run(files: &[PathBuf], output: &Path, quiet: bool) -> Result<ExitCode, Failure> {
    let bar = progress::bar(files.len() as u64 + 1, quiet);
    let mut parsed: Vec<(String, Document, Structure)> = Vec::new();
    for file in files {
        bar.set_message(file.display().to_string());
        let document = read_document(file)?;
        let structure = document::parse(&document);
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        parsed.push((name, document, structure));
        bar.inc(1);
    }
    let sources: Vec<Source<'_>> =
        parsed.iter().map(|(name, document, structure)| Source { name, document, structure }).collect();
    let (rows, coverage) = rows(&sources);
    let names: Vec<&str> = parsed.iter().map(|(name, ..)| name.as_str()).collect();
    let meta = LedgerMeta {
        title: "整改台账".to_owned(),
        subtitle: format!("依据：{}", names.join("、")),
        as_of: String::new(),
    };
    bar.set_message(output.display().to_string());
    let bytes = ledger_workbook(&rows, &meta, &coverage).map_err(|cause| Failure::Environment(cause.to_string()))?;
    std::fs::write(output, bytes).map_err(|cause| Failure::Write { path: output.to_owned(), cause })?;
    bar.finish_and_clear();
    let linked = coverage.iter().filter(|row| !row.serial.is_empty()).count();
    if !quiet {
        summary(&parsed, rows.len(), linked, coverage.len(), output)?;
    }
    // A ledger without rows is a file nobody wants; say so with the exit code.
    Ok(if rows.is_empty() { ExitCode::from(HAS_ERRORS) } else { ExitCode::SUCCESS })
}

/// What the import found, for people.
fn summary(
    parsed: &[(String, Document, Structure)],
    rows: usize,
    linked: usize,
    sentences: usize,
    output: &Path,
) -> Result<(), Failure> {
    let mut out = std::io::stderr().lock();
    for (name, _, structure) in parsed {
        let count = |kind| structure.findings.iter().filter(|f| f.kind == kind).count();
        let measures: usize = structure.findings.iter().map(|f| f.measures.len()).sum();
        writeln!(
            out,
            "{name}：问题 {} 个，意见建议 {} 条，措施 {measures} 条",
            count(FindingKind::Problem),
            count(FindingKind::Recommendation)
        )?;
        for problem in &structure.problems {
            let place = problem.paragraph.map(|n| format!("第{}段：", n + 1)).unwrap_or_default();
            writeln!(out, "  ! {place}{}", problem.message)?;
        }
    }
    if rows == 0 {
        writeln!(out, "没有识别出问题。可用 rectify parse 查看文件结构；若是台账，请检查表头。")?;
    }
    writeln!(out, "{}：{rows} 行，原文 {sentences} 句中 {linked} 句已关联", output.display())?;
    Ok(())
}
