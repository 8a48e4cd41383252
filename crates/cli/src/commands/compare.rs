//! `rectify compare FIRST SECOND`: is every problem of the first answered once in the second?

use super::read_document;
use crate::args::CompareFormat;
use crate::failure::{Failure, HAS_ERRORS};
use api::comparison::ComparisonJson;
use checker::{Answer, Comparison, Entry, Stretch};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

pub(crate) fn run(first: &Path, second: &Path, format: CompareFormat) -> Result<ExitCode, Failure> {
    let comparison = checker::compare(&read_document(first)?, &read_document(second)?);
    let mut out = BufWriter::new(std::io::stdout().lock());
    match format {
        CompareFormat::Text => text(&mut out, &comparison)?,
        CompareFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &ComparisonJson::from(&comparison)).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(if comparison.is_complete() { ExitCode::SUCCESS } else { ExitCode::from(HAS_ERRORS) })
}

fn text(out: &mut impl Write, comparison: &Comparison) -> io::Result<()> {
    let (mut missing, mut several, mut reworded, mut moved) = (0, 0, 0, 0);
    for row in &comparison.rows {
        let head = named(&row.entry);
        match &row.answer {
            Answer::Missing => {
                missing += 1;
                writeln!(out, "漏答  {head}")?;
            }
            Answer::Several(places) => {
                several += 1;
                let places: Vec<String> = places.iter().map(|one| format!("第{}段", one.paragraph + 1)).collect();
                writeln!(out, "重复  {head}：{}", places.join("、"))?;
            }
            Answer::Once { entry, wording } if !wording.is_empty() => {
                reworded += 1;
                writeln!(out, "改写  {head} → 第{}段：{}", entry.paragraph + 1, shown(wording))?;
            }
            Answer::Once { .. } => {}
        }
        if row.moved {
            moved += 1;
            writeln!(out, "移位  {head}")?;
        }
    }
    for entry in &comparison.added {
        writeln!(out, "多出  {}（第{}段）", named(entry), entry.paragraph + 1)?;
    }
    for figure in &comparison.figures {
        writeln!(out, "数字  {}（C-DIFF）：前文件{}，后文件{}", figure.subject, figure.first, figure.second)?;
    }
    writeln!(
        out,
        "问题 {} 个：漏答 {missing}，重复 {several}，改写 {reworded}，移位 {moved}；后文件多出 {}，数字不一 {}。",
        comparison.rows.len(),
        comparison.added.len(),
        comparison.figures.len()
    )
}

fn named(entry: &Entry) -> String {
    format!("第{}个 {}{}", entry.number, entry.label, entry.title)
}

/// `理论学习[+还+]不深入`
fn shown(wording: &[Stretch]) -> String {
    wording
        .iter()
        .map(|stretch| match stretch {
            Stretch::Same(text) => text.clone(),
            Stretch::Removed(text) => format!("[-{text}-]"),
            Stretch::Added(text) => format!("[+{text}+]"),
        })
        .collect()
}
