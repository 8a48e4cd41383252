//! `rectify explain [CODE]`: the page of a rule, or the list of all.

use crate::failure::Failure;
use checker::{all, by_code, nearest};
use std::io::Write;
use std::process::ExitCode;

pub(crate) fn run(code: Option<&str>) -> Result<ExitCode, Failure> {
    let mut out = std::io::stdout().lock();
    match code {
        None => {
            for rule in all() {
                writeln!(out, "{:<11}{}  {}", rule.code, rule.level.word(), rule.name)?;
            }
        }
        Some(code) => {
            let rule = by_code(&code.to_uppercase()).ok_or_else(|| Failure::Usage(unknown(code)))?;
            write!(out, "{}", rule.manual)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn unknown(code: &str) -> String {
    let all = "运行 rectify explain 可列出全部规则。";
    match nearest(code) {
        Some(near) => format!("没有规则“{code}”，是否指“{near}”？{all}"),
        None => format!("没有规则“{code}”。{all}"),
    }
}
