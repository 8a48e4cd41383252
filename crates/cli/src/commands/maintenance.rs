//! `rectify migrate`, `doctor`, `backup`, `restore`: what keeps an installation well.

use crate::failure::{Failure, HAS_ERRORS};
use server::Location;
use std::future::Future;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use storage::{BackupSummary, schema_version};
use usecases::StoreError;

fn environment(cause: impl std::fmt::Display) -> Failure {
    Failure::Environment(cause.to_string())
}

/// Runs what waits for the database.
pub(crate) fn block_on<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, Failure> {
    outcome(work)?.map_err(environment)
}

/// As [`block_on`], where more than the database can fail.
pub(crate) fn outcome<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(environment)?;
    Ok(runtime.block_on(work))
}

/// Brings the schema up to date.
pub(crate) fn migrate(location: &Location) -> Result<ExitCode, Failure> {
    block_on(async { location.existing().await?.close().await })?;
    writeln!(std::io::stdout(), "数据库结构为第 {} 版", schema_version())?;
    Ok(ExitCode::SUCCESS)
}

/// Looks whether the record agrees with itself and with its log.
pub(crate) fn doctor(location: &Location) -> Result<ExitCode, Failure> {
    let (mut found, verification) = block_on(async {
        let database = location.existing().await?;
        let found = database.doctor(location.files()?.as_ref()).await?;
        Ok((found, database.verify(&[]).await?))
    })?;
    found.extend(verification.log.offences.iter().map(ToString::to_string));
    found.extend(verification.rows.iter().map(ToString::to_string));
    let mut out = std::io::stdout().lock();
    for one in &found {
        writeln!(out, "✗ {one}")?;
    }
    if found.is_empty() {
        writeln!(out, "✓ 未发现问题：日志 {} 条，记录 {} 条", verification.log.entries, verification.rows_checked)?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "发现 {} 处问题。请先备份现状，再联系系统管理员。", found.len())?;
    Ok(ExitCode::from(HAS_ERRORS))
}

/// Writes a backup while the service runs.
pub(crate) fn backup(location: &Location, to: &Path) -> Result<ExitCode, Failure> {
    let summary = block_on(async {
        let files = location.files()?;
        location.existing().await?.backup(&location.folder, files.as_ref(), to).await
    })?;
    said("已备份到", to, summary)
}

/// Makes an installation from a backup, and checks it.
pub(crate) fn restore(location: &Location, from: &Path) -> Result<ExitCode, Failure> {
    let url = location.database_url.as_deref();
    let summary = block_on(async {
        let files = location.files()?;
        storage::restore(from, &location.folder, files.as_ref(), url).await
    })?;
    said("已恢复自", from, summary)?;
    doctor(location)
}

fn said(what: &str, file: &Path, summary: BackupSummary) -> Result<ExitCode, Failure> {
    let BackupSummary { rows, files } = summary;
    writeln!(std::io::stdout(), "{what} {}：{rows} 行，{files} 个文件", file.display())?;
    Ok(ExitCode::SUCCESS)
}
