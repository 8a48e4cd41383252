//! `rectify verify`: the log, and the record against the log.

use super::maintenance::block_on;
use crate::failure::{Failure, HAS_ERRORS};
use audit::{Checkpoint, CheckpointError, Verification};
use server::Location;
use std::io::Write;
use std::process::ExitCode;

/// Rows that are named; more are only counted.
const NAMED_MAX: usize = 50;

pub(crate) fn run(location: &Location, checkpoints: &[String]) -> Result<ExitCode, Failure> {
    let mut known = given(checkpoints)?;
    known.extend(location.checkpoints().read().map_err(|cause| Failure::Environment(cause.to_string()))?);
    let found = block_on(async { location.existing().await?.verify(&known).await })?;
    write(&mut std::io::stdout().lock(), &found)?;
    Ok(if found.is_sound() { ExitCode::SUCCESS } else { ExitCode::from(HAS_ERRORS) })
}

/// Checkpoints from the command line.
pub(super) fn given(checkpoints: &[String]) -> Result<Vec<Checkpoint>, Failure> {
    let read = |text: &String| text.parse().map_err(|cause: CheckpointError| Failure::Usage(cause.to_string()));
    checkpoints.iter().map(read).collect()
}

fn write(out: &mut impl Write, found: &Verification) -> std::io::Result<()> {
    for offence in &found.log.offences {
        writeln!(out, "✗ {offence}")?;
    }
    for offence in found.rows.iter().take(NAMED_MAX) {
        writeln!(out, "✗ {offence}")?;
    }
    if found.rows.len() > NAMED_MAX {
        writeln!(out, "✗ 另有 {} 条记录与日志不符", found.rows.len() - NAMED_MAX)?;
    }
    let verdict =
        if found.is_sound() { "✓ 未发现改动" } else { "发现改动，请保留现场并联系审计管理员" };
    writeln!(out, "{verdict}：日志 {} 条，记录 {} 条", found.log.entries, found.rows_checked)?;
    writeln!(out, "{}", found.log.head)
}
