//! Changes of a draft: its words, and the figures that the ledger moved.

use super::stored::{Found, ReportView, found, title_of};
use crate::context::{Actor, App, changed};
use crate::error::Error;
use document::Official;
use document::official::{Block, BlockKind, Run, Text, plain};
use domain::{Event, EventKind};
use report::{BoundRun, Issue, Query, rebind, terms_of, to_text, update};

/// Longest paragraph or cell in characters.
const TEXT_MAX: usize = 20_000;

/// Text with a binding it had before.
#[derive(Debug, Clone)]
pub struct RunEdit {
    pub text: String,
    pub binding: Option<String>,
}

/// A change of the words.
#[derive(Debug, Clone)]
pub enum ReportEdit {
    /// New words of a paragraph, or of a cell of a table; what was left as it was stays bound.
    Text { block: usize, cell: Option<(usize, usize)>, text: String },
    /// The runs as they were: undo.
    Runs { block: usize, cell: Option<(usize, usize)>, runs: Vec<RunEdit> },
    /// A paragraph of running text after a block.
    Insert { after: usize, text: String },
    /// A paragraph goes.
    Remove { block: usize },
    /// Another form, number, signers, copies; what is left open stays.
    Issue(Issue),
}

/// Applies a change and returns the report as it is then.
pub async fn edit_report(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    edit: ReportEdit,
) -> Result<ReportView, Error> {
    let mut found = found(app, actor, key).await?;
    found.open_to(version)?;
    let mut event = app.event(Some(&found.actor), key, EventKind::Changed, format!("修改报告 {key}"));
    let (field, (before, after)) = match edit {
        ReportEdit::Issue(terms) => ("issue", issued(app, &mut found, &terms).await?),
        edit => ("text", applied(&mut found.official, edit)?),
    };
    event.changes = changed(field, before, after).into_iter().collect();
    save(app, found, event).await
}

/// Writes the figures of the ledger into some places, or with today's date into all of them.
pub async fn refresh_report(
    app: &App,
    actor: &Actor,
    key: &str,
    version: i64,
    places: Option<Vec<usize>>,
) -> Result<ReportView, Error> {
    let mut found = found(app, actor, key).await?;
    found.open_to(version)?;
    let loaded = found.loaded(app).await?;
    if places.is_none() {
        found.report.as_of = app.clock.today();
    }
    let snapshot = loaded.snapshot(found.kind, found.report.chosen.as_deref(), found.report.as_of);
    let wanted = |place: usize| places.as_ref().is_none_or(|places| places.contains(&place));
    let moved = update(&mut found.official, &snapshot, wanted);
    let summary = format!("按台账更新报告 {key} 中的 {} 处数据", moved.len());
    let mut event = app.event(Some(&found.actor), key, EventKind::Changed, summary);
    let line = |place: BoundRun| changed(&place.binding, Some(place.text), place.now);
    event.changes = moved.into_iter().filter_map(line).collect();
    save(app, found, event).await
}

async fn save(app: &App, mut found: Found, event: Event) -> Result<ReportView, Error> {
    found.report.title = title_of(&found.official, found.kind);
    found.report.version += 1;
    found.report.updated_at = app.clock.now();
    app.store.update_report(&found.report, &to_text(&found.official), event).await?;
    found.view(app).await
}

/// Form and number before and after.
async fn issued(app: &App, found: &mut Found, terms: &Issue) -> Result<Words, Error> {
    let said = |official: &Official| {
        let now = terms_of(official);
        let form = now.form.map_or("", |form| form.word());
        format!("{form} {}", now.number.unwrap_or_default()).trim().to_owned()
    };
    let before = said(&found.official);
    let loaded = found.loaded(app).await?;
    loaded.issued(&mut found.official, found.kind, terms, found.report.as_of)?;
    Ok((Some(before), Some(said(&found.official))))
}

type Words = (Option<String>, Option<String>);

/// The words before and after.
fn applied(official: &mut Official, edit: ReportEdit) -> Result<Words, Error> {
    match edit {
        ReportEdit::Text { block, cell, text } => {
            let text = clean(&text, cell.is_some())?;
            let runs = runs_at(official, block, cell)?;
            let before = plain(runs);
            *runs = rebind(runs, &text);
            Ok((Some(before), Some(text)))
        }
        ReportEdit::Runs { block, cell, runs } => {
            let runs = runs.into_iter().map(|run| bound(run, cell.is_some())).collect::<Result<Text, Error>>()?;
            let at = runs_at(official, block, cell)?;
            let before = plain(at);
            let after = plain(&runs);
            *at = runs;
            Ok((Some(before), Some(after)))
        }
        ReportEdit::Insert { after, text } => {
            let text = clean(&text, false)?;
            if after >= official.blocks.len() {
                return Err(gone());
            }
            official.blocks.insert(after + 1, Block::unbound(BlockKind::Body, text.clone()));
            Ok((None, Some(text)))
        }
        ReportEdit::Remove { block } => match official.blocks.get(block) {
            Some(Block::Paragraph { text, .. }) => {
                let before = plain(text);
                official.blocks.remove(block);
                Ok((Some(before), None))
            }
            _ => Err(gone()),
        },
        // The form is no matter of the words.
        ReportEdit::Issue(_) => Ok((None, None)),
    }
}

fn gone() -> Error {
    Error::invalid("block", "没有这一段，请刷新后重试")
}

fn runs_at(official: &mut Official, block: usize, cell: Option<(usize, usize)>) -> Result<&mut Text, Error> {
    let found = match (official.blocks.get_mut(block), cell) {
        (Some(Block::Paragraph { text, .. }), None) => Some(text),
        (Some(Block::Table(table)), Some((row, column))) => table.rows.get_mut(row).and_then(|row| row.get_mut(column)),
        _ => None,
    };
    found.ok_or_else(gone)
}

/// A paragraph is one line; a cell may have several.
fn clean(text: &str, cell: bool) -> Result<String, Error> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let text = lines.join(if cell { "\n" } else { "" });
    if text.is_empty() && !cell {
        return Err(Error::invalid("text", "段落不能为空；不需要这一段的，请删除"));
    }
    if text.chars().count() > TEXT_MAX {
        return Err(Error::invalid("text", format!("每段不超过 {TEXT_MAX} 字，请分段")));
    }
    Ok(text)
}

/// A binding is words that refer to something; whether the ledger still has it is seen beside the text.
fn bound(run: RunEdit, cell: bool) -> Result<Run, Error> {
    let known = run.binding.as_deref().is_none_or(|binding| Query::parse(binding).is_ok());
    if !known || run.text.chars().count() > TEXT_MAX || !cell && run.text.contains('\n') {
        return Err(Error::invalid("runs", "内容无法识别，请刷新后重试"));
    }
    Ok(Run { text: run.text, binding: run.binding })
}
