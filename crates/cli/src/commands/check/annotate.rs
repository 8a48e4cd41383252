//! `--annotate`: the findings as comments in a copy of the docx, with `--fix` mechanical changes as tracked ones.

use super::{Checked, fix, level};
use crate::args::CheckOptions;
use crate::failure::Failure;
use checker::{Diagnostic, by_code};
use document::{AnnotateError, Document, Format, Mark, Region, annotate};
use std::io::Write;
use std::path::Path;

/// The name that stands at comments and changes.
const AUTHOR: &str = "核稿";

/// Refuses what cannot work before anything is read.
pub(super) fn checked(options: &CheckOptions) -> Result<(), Failure> {
    let Some(out) = &options.annotate else { return Ok(()) };
    let [file] = options.files.as_slice() else {
        return Err(Failure::Usage("--annotate 一次只处理一份文件，请逐份运行。".to_owned()));
    };
    let same = |a: &Path, b: &Path| a == b || a.canonicalize().ok().is_some_and(|a| b.canonicalize().ok() == Some(a));
    if same(file, out) {
        return Err(Failure::Usage(format!("{}：--annotate 不覆盖原稿，请另取一个文件名。", out.display())));
    }
    Ok(())
}

/// Writes the copy and says what is in it.
pub(super) fn write(file: &Checked, out: &Path, options: &CheckOptions, quiet: bool) -> Result<(), Failure> {
    if file.document.format != Format::Docx {
        return Err(Failure::Usage(format!(
            "{}：--annotate 只用于 docx。请用 Word 或 WPS 另存为 .docx，或改用 --format html。",
            file.path.display()
        )));
    }
    let bytes = std::fs::read(&file.path).map_err(|cause| Failure::Read { path: file.path.clone(), cause })?;
    let fixes = if options.fix { fix::apart(&file.diagnostics) } else { Vec::new() };
    let marks: Vec<Mark> = file
        .diagnostics
        .iter()
        .map(|one| {
            let fixed = fixes.iter().find(|(fixed, _)| std::ptr::eq(*fixed, one)).map(|(_, fix)| fix.after.clone());
            mark(&file.document, one, fixed)
        })
        .collect();
    let annotated = annotate(&bytes, &marks, AUTHOR).map_err(|cause| match cause {
        AnnotateError::Refused(refusal) => Failure::Refused { path: file.path.clone(), refusal },
        other => Failure::Usage(format!("{}：{other}", file.path.display())),
    })?;
    fix::replace(out, &annotated.bytes)?;
    if !quiet {
        let near = if annotated.moved > 0 {
            format!("（其中 {} 处无法标在原字上，就近放置）", annotated.moved)
        } else {
            String::new()
        };
        let (comments, changes) = (annotated.comments, annotated.changes);
        writeln!(std::io::stderr(), "已写入 {}：批注 {comments} 处{near}，修订 {changes} 处。", out.display())?;
    }
    Ok(())
}

fn mark(document: &Document, one: &Diagnostic, replacement: Option<String>) -> Mark {
    let place = match &one.fix {
        Some(fix) if replacement.is_some() => Some(&fix.place),
        _ => one.places.first(),
    };
    let (paragraph, start, end) = place.map_or((0, 0, 0), |place| (place.paragraph, place.start, place.end));
    Mark { paragraph, start, end, lines: lines(document, one), replacement }
}

/// Level, code and message; what to do; on what it rests; the other places.
fn lines(document: &Document, one: &Diagnostic) -> Vec<String> {
    let authority = by_code(one.rule).map(|rule| rule.authority.words()).unwrap_or_default();
    let mut lines = vec![format!("【{}】{} {}", level(one).word(), one.rule, one.message), one.hint.clone(), authority];
    let first = one.places.first();
    let paragraph = first.and_then(|place| document.paragraphs.get(place.paragraph));
    let apart = match paragraph.map(|p| p.region) {
        Some(Region::TextBox) => Some("文本框"),
        Some(Region::Footnote) => Some("脚注"),
        _ => None,
    };
    lines.extend(apart.zip(first).map(|(region, place)| format!("位于{region}：“{}”", place.text)));
    lines.extend(one.places.iter().skip(1).map(|place| format!("另见第{}段：“{}”", place.paragraph + 1, place.text)));
    lines
}
