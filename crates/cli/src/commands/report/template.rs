//! A template filled in: one that is kept, or a file at hand.

use super::super::installation::{opened, refused};
use super::{ending, inspection_key, kind_lines};
use crate::failure::Failure;
use server::Location;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use usecases::{App, Error, fill_file, fill_template_by_operator, templates_by_operator};

/// Which template.
pub(super) enum Wanted<'a> {
    /// By name or key.
    Kept(&'a str),
    File(&'a Path),
}

pub(super) fn run(
    location: &Location,
    wanted: &Wanted<'_>,
    inspection: Option<String>,
    findings: &[String],
    output: &Path,
) -> Result<ExitCode, Failure> {
    let chosen = (!findings.is_empty()).then_some(findings);
    let filled = opened(location, async |app: App| {
        if let Wanted::Kept(name) = wanted
            && !known(&app, name).await?
        {
            return Err(Failure::Usage(format!("没有文件种类或模板“{name}”，可用：\n{}", names(&app).await?)));
        }
        let key = inspection_key(&app, inspection).await?;
        let filled = match wanted {
            Wanted::Kept(name) => fill_template_by_operator(&app, &key, name, chosen).await,
            Wanted::File(path) => {
                let bytes = std::fs::read(path)
                    .map_err(|cause| Failure::Usage(format!("无法读取 {}：{cause}", path.display())))?;
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                fill_file(&app, &key, &name, bytes, chosen).await
            }
        };
        filled.map_err(refused)
    })?;
    let own = ending(Path::new(&filled.name));
    if ending(output) != own {
        let own = own.unwrap_or_default();
        return Err(Failure::Usage(format!(
            "{}：这个模板写出 .{own} 文件，请把文件名改成 .{own} 结尾",
            output.display()
        )));
    }
    std::fs::write(output, filled.bytes).map_err(|cause| Failure::Write { path: output.to_owned(), cause })?;
    writeln!(std::io::stderr(), "已按模板填写：{}", output.display())?;
    Ok(ExitCode::SUCCESS)
}

async fn known(app: &App, name: &str) -> Result<bool, Failure> {
    let all = templates_by_operator(app).await.map_err(refused)?;
    Ok(all.iter().any(|template| template.key == name || template.name == name))
}

async fn names(app: &App) -> Result<String, Failure> {
    let all = templates_by_operator(app).await.map_err(|cause: Error| refused(cause))?;
    let kept = all.iter().map(|template| format!("  {:<16} {}", template.key, template.name));
    Ok(kind_lines().into_iter().chain(kept).collect::<Vec<_>>().join("\n"))
}
