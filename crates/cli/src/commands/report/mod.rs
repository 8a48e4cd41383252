//! `rectify report KIND`: a document out of the ledger of an installation.

mod public;
mod template;

use super::installation::{all, only_inspection, opened, refused};
use crate::args::ReportOptions;
use crate::failure::Failure;
use ::report::{KINDS, ReportKind};
use server::Location;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use template::Wanted;
use usecases::{App, ReportFormat, ReportOrder, replaced_fonts, report_by_operator};

/// Writes the document, or lists the inspections.
pub(crate) fn run(options: ReportOptions) -> Result<ExitCode, Failure> {
    let ReportOptions { kind, template, list, inspection, findings, issue, output, place } = options;
    let location = place.into();
    if list {
        return listed(&location);
    }
    let output = || output.ok_or_else(|| Failure::Usage("请用 -o 指定要写的文件，例如 -o 报告.docx".to_owned()));
    if template.is_none() && kind.as_deref() == Some(public::NAME) {
        let chosen = (!findings.is_empty()).then_some("--findings");
        unfit(chosen.or(issue.first()), "公开稿按确认时的内容写出，不能再挑选事项或改版式")?;
        return public::run(&location, inspection, &output()?);
    }
    let wanted = match (&template, &kind) {
        (Some(file), _) => Some(Wanted::File(file)),
        (None, Some(name)) if ReportKind::from_name(name).is_none() => Some(Wanted::Kept(name)),
        _ => None,
    };
    if let Some(wanted) = wanted {
        unfit(issue.first(), "版式由模板自己决定")?;
        let output = output()?;
        return template::run(&location, &wanted, inspection, &findings, &output);
    }
    let kind = known(kind.as_deref())?;
    let output = output()?;
    let format = format_of(&output)?;
    let terms = issue.into();
    let bytes = opened(&location, async |app: App| {
        let key = inspection_key(&app, inspection).await?;
        let chosen = (!findings.is_empty()).then_some(findings.as_slice());
        let order = ReportOrder { inspection: &key, kind, format, findings: chosen, issue: &terms };
        let bytes = report_by_operator(&app, &order).await.map_err(refused)?;
        if format == ReportFormat::Pdf {
            for font in replaced_fonts(&app).await.map_err(refused)? {
                writeln!(std::io::stderr(), "未安装{}字体，以 {} 代替", font.wanted, font.used)?;
            }
        }
        Ok(bytes)
    })?;
    std::fs::write(&output, bytes).map_err(|cause| Failure::Write { path: output.clone(), cause })?;
    said(kind, &output)
}

/// An option that would change nothing is refused: who gave it expects that it does something.
fn unfit(option: Option<&str>, why: &str) -> Result<(), Failure> {
    option.map_or(Ok(()), |option| Err(Failure::Usage(format!("{option} 在这里不起作用：{why}，请去掉这个选项"))))
}

fn said(kind: &ReportKind, output: &Path) -> Result<ExitCode, Failure> {
    writeln!(std::io::stderr(), "已生成{}：{}", kind.title, output.display())?;
    Ok(ExitCode::SUCCESS)
}

fn listed(location: &Location) -> Result<ExitCode, Failure> {
    let inspections = opened(location, async |app: App| all(&app).await)?;
    let mut out = std::io::stdout().lock();
    for inspection in inspections {
        writeln!(out, "{}\t{}", inspection.key, inspection.title)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn known(name: Option<&str>) -> Result<&'static ReportKind, Failure> {
    let kinds = || kind_lines().join("\n");
    let name = name.ok_or_else(|| Failure::Usage(format!("请写明文件种类：\n{}", kinds())))?;
    ReportKind::from_name(name).ok_or_else(|| Failure::Usage(format!("没有文件种类“{name}”，可用：\n{}", kinds())))
}

fn format_of(output: &Path) -> Result<ReportFormat, Failure> {
    match ending(output).as_deref() {
        Some("docx") => Ok(ReportFormat::Docx),
        Some("pdf") => Ok(ReportFormat::Pdf),
        Some("xlsx") => Ok(ReportFormat::Xlsx),
        Some("html" | "htm") => Ok(ReportFormat::Html),
        _ => Err(Failure::Usage(format!("{}：文件名须以 .docx、.pdf、.xlsx 或 .html 结尾", output.display()))),
    }
}

/// What `report` writes by itself, a line each.
pub(crate) fn kind_lines() -> Vec<String> {
    let built_in = KINDS.iter().map(|kind| (kind.name, kind.title));
    let all = built_in.chain([(public::NAME, "公开稿（最近一次经另一人确认的）")]);
    all.map(|(name, title)| format!("  {name:<16} {title}")).collect()
}

fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

async fn inspection_key(app: &App, named: Option<String>) -> Result<String, Failure> {
    match named {
        Some(key) => Ok(key),
        None => only_inspection(app).await,
    }
}
