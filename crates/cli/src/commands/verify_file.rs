//! `rectify verify FILE`: an exported log, checked with a checkpoint and nothing else: no key, no database.

use super::verify::given;
use super::verify_report::{self, is_docx};
use crate::failure::{Failure, HAS_ERRORS};
use api::audit_log::line;
use audit::{Checker, Checkpoint, Report};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// Longest line that is read: an import of a hundred thousand findings is one entry.
const LINE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Bytes that tell a report from a log.
const HEAD_BYTES: u64 = 4;

/// What a file turned out to be.
struct Found {
    /// The first line is not that of the installation of the checkpoint.
    foreign: bool,
    report: Report,
}

pub(crate) fn run(file: &Path, checkpoints: &[String]) -> Result<ExitCode, Failure> {
    let read = |cause| Failure::Read { path: file.to_owned(), cause };
    let mut head = Vec::new();
    File::open(file).map_err(read)?.take(HEAD_BYTES).read_to_end(&mut head).map_err(read)?;
    if is_docx(&head) {
        return verify_report::run(file, &std::fs::read(file).map_err(read)?);
    }
    let known = given(checkpoints)?;
    let Some(last) = known.iter().max_by_key(|checkpoint| checkpoint.seq) else {
        let why = "校验导出文件须用 --checkpoint 给出一个留存在别处的校验点；没有校验点，只能发现文件自相矛盾，不能发现整体重写。";
        return Err(Failure::Usage(why.to_owned()));
    };
    let found = check(BufReader::new(File::open(file).map_err(read)?), &known, last).map_err(read)?;
    let sound = write(&mut std::io::stdout().lock(), &found, last)?;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(HAS_ERRORS) })
}

fn check(mut from: impl BufRead, known: &[Checkpoint], last: &Checkpoint) -> std::io::Result<Found> {
    let mut checker = Checker::new(last.clone(), None);
    known.iter().for_each(|checkpoint| checker.expect(checkpoint));
    let first = next_line(&mut from)?.flatten();
    let foreign = first.as_deref() != Some(line::first_line(last).as_str());
    let mut seq = 0i64;
    while let Some(text) = next_line(&mut from)? {
        match text.as_deref().and_then(line::read) {
            Some(stored) => {
                checker.entry(&stored.entry, stored.hash, None);
                seq = seq.max(stored.entry.seq);
            }
            None => {
                seq = seq.saturating_add(1);
                checker.unreadable(seq, None);
            }
        }
    }
    Ok(Found { foreign, report: checker.finish(None) })
}

/// The next line without its end; `Some(None)` for one that is no text, too long or not ended.
fn next_line(from: &mut impl BufRead) -> std::io::Result<Option<Option<String>>> {
    let mut bytes = Vec::new();
    if from.take(LINE_BYTES_MAX).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.pop() != Some(b'\n') {
        from.skip_until(b'\n')?;
        return Ok(Some(None));
    }
    Ok(Some(String::from_utf8(bytes).ok()))
}

/// Says what was found; true when nothing is wrong.
fn write(out: &mut impl Write, found: &Found, last: &Checkpoint) -> std::io::Result<bool> {
    let Found { foreign, report } = found;
    if *foreign {
        writeln!(out, "✗ 第 1 行与校验点不符：文件来自另一套系统，或该行被改动")?;
    }
    for offence in &report.offences {
        writeln!(out, "✗ {offence}")?;
    }
    let sound = !foreign && report.offences.is_empty();
    let verdict =
        if sound { "✓ 未发现改动" } else { "发现改动，请保留该文件并联系审计管理员" };
    writeln!(out, "{verdict}：日志 {} 条", report.entries)?;
    if report.head.seq > last.seq {
        writeln!(
            out,
            "注意：校验点在第 {} 条；第 {} 至 {} 条在它之后，只核对了前后衔接，请再用更晚的校验点校验。",
            last.seq,
            last.seq + 1,
            report.head.seq
        )?;
    }
    Ok(sound)
}
