//! `rectify export` and `rectify import FILE.rectify`: one whole inspection from one installation to another.

use super::maintenance::outcome;
use crate::failure::Failure;
use server::Location;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use storage::{Imported, ImportedOutcome, TransferError};
use usecases::{Clock, SystemClock};

/// How the name of a package ends.
const ENDING: &str = "rectify";

/// Writes a package while the service runs.
pub(crate) fn export(key: &str, to: &Path, location: &Location) -> Result<ExitCode, Failure> {
    let done: Result<_, TransferError> = outcome(async {
        let database = location.existing().await?;
        let done = database.export_inspection(key, location.files()?.as_ref(), to, SystemClock.now()).await?;
        database.close().await?;
        Ok(done)
    })?;
    let done = done.map_err(|cause| match cause {
        TransferError::NoInspection(_) => Failure::Usage(cause.to_string()),
        cause => Failure::Package { path: to.to_owned(), cause },
    })?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "已导出 {key} 到 {}：{} 行，{} 个文件", to.display(), done.rows, done.files)?;
    writeln!(out, "检查包 SHA-256：{}", done.digest)?;
    Ok(ExitCode::SUCCESS)
}

/// Takes a package in.
pub(crate) fn import(files: &[PathBuf], location: &Location) -> Result<ExitCode, Failure> {
    let is_package = |file: &&PathBuf| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING));
    let file = match files {
        [file] if is_package(&file) => file,
        files if files.iter().any(|file| is_package(&file)) => {
            return Err(Failure::Usage("检查包（.rectify）一次导入一个，不能与其他文件一起导入".to_owned()));
        }
        _ => return Err(Failure::Usage("请用 -o 指定要写的台账文件，例如 -o 台账.xlsx".to_owned())),
    };
    let done: Result<Imported, TransferError> = outcome(async {
        let database = location.existing().await?;
        let done =
            database.import_inspection(file, &location.folder, location.files()?.as_ref(), SystemClock.now()).await?;
        database.close().await?;
        Ok(done)
    })?;
    said(&done.map_err(|cause| Failure::Package { path: file.clone(), cause })?)
}

fn said(done: &Imported) -> Result<ExitCode, Failure> {
    let mut out = std::io::stdout().lock();
    let Imported { key, outcome, units, people, summary, other_rules } = done;
    if *outcome == ImportedOutcome::Same {
        writeln!(out, "{key}：已存在，内容相同")?;
        return Ok(ExitCode::SUCCESS);
    }
    writeln!(out, "已导入 {key}：{} 行，{} 个文件", summary.rows, summary.files)?;
    if units + people > 0 {
        writeln!(out, "新登记单位 {units} 个、人员 {people} 人；请在“单位与人员”中核对，并为需要登录的人开通账号")?;
    }
    if let Some(profile) = other_rules {
        writeln!(out, "注意：规则档案 {profile} 的设置与对方不同，灯色和时限按本系统的设置计算")?;
    }
    Ok(ExitCode::SUCCESS)
}
