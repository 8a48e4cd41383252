//! `rectify verify FILE.docx`: a locked report, checked with nothing but the file.

use crate::failure::{Failure, HAS_ERRORS};
use report::{LockFault, Locked, verify_file};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// Whether a file begins as a docx does.
pub(super) fn is_docx(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

pub(super) fn run(file: &Path, bytes: &[u8]) -> Result<ExitCode, Failure> {
    let mut out = std::io::stdout().lock();
    match verify_file(bytes) {
        Ok(locked) => {
            write(&mut out, &locked)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(LockFault::Refused(refusal)) => Err(Failure::Refused { path: file.to_owned(), refusal }),
        Err(fault) => {
            writeln!(out, "✗ {fault}")?;
            writeln!(out, "校验未通过。请以纸质件上的校验码和系统日志为准，并联系报告的提供单位。")?;
            Ok(ExitCode::from(HAS_ERRORS))
        }
    }
}

fn write(out: &mut impl Write, locked: &Locked) -> std::io::Result<()> {
    writeln!(
        out,
        "✓ 未发现改动：报告 {}，数据截至 {}，绑定 {} 处",
        locked.terms.report, locked.terms.as_of, locked.bound
    )?;
    writeln!(out, "校验码 {}（应与纸质件末尾、系统日志“锁定报告”一条所载一致）", locked.code)?;
    writeln!(out, "{}", locked.terms.checkpoint)
}
