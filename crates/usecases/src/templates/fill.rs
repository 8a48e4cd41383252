//! Templates filled in from the ledger of today.

use super::port::StoredFile;
use super::stored::{Found, found};
use super::trial::{TrialOrder, kept_form, tried};
use crate::access::{self, Reach};
use crate::context::{Actor, App};
use crate::error::Error;
use crate::operator;
use crate::reports::material::load;
use domain::{EventKind, Inspection, Template};
use report::{ReportKind, starter};

/// A filled file.
#[derive(Debug)]
pub struct Filled {
    /// As it may be called when it is saved.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What is filled in, for whom.
struct Job<'a> {
    actor: Option<&'a Actor>,
    inspection: &'a Inspection,
    rows: &'a Reach,
    chosen: Option<&'a [String]>,
}

/// A template for somebody who is signed in: what is out of reach is left out.
pub async fn fill_template(
    app: &App,
    actor: &Actor,
    inspection: &str,
    key: &str,
    chosen: Option<&[String]>,
) -> Result<Filled, Error> {
    let seen = access::inspection(app, actor, inspection).await?;
    let found = found(app, actor, key).await?;
    let job = Job { actor: Some(actor), inspection: &seen.inspection, rows: &seen.rows, chosen };
    filled(app, found, job).await
}

/// A template by key or name, for who runs the program on the data itself.
pub async fn fill_template_by_operator(
    app: &App,
    inspection: &str,
    name: &str,
    chosen: Option<&[String]>,
) -> Result<Filled, Error> {
    let all = app.store.templates(&Reach::Everything).await?;
    let mut named = all.into_iter().filter(|(one, _)| !one.withdrawn && (one.key == name || one.name == name));
    let (template, place) = named.next().ok_or(Error::NotFound("模板"))?;
    if named.next().is_some() {
        return Err(Error::invalid("template", format!("有多个名为“{name}”的模板，请写编号（MB-001）")));
    }
    let inspection = operator::inspection(app, inspection).await?;
    let job = Job { actor: None, inspection: &inspection, rows: &Reach::Everything, chosen };
    filled(app, Found { template, place }, job).await
}

/// A file as a template, without keeping it, for who runs the program on the data itself.
pub async fn fill_file(
    app: &App,
    inspection: &str,
    name: &str,
    bytes: Vec<u8>,
    chosen: Option<&[String]>,
) -> Result<Filled, Error> {
    let inspection = operator::inspection(app, inspection).await?;
    let loaded = load(app, &inspection, &Reach::Everything).await?;
    loaded.refuse_unknown(chosen)?;
    let order = TrialOrder { inspection: inspection.key.clone(), name: name.to_owned(), bytes, form: None };
    let mut done = tried(app, None, order, loaded.snapshot_of_all(chosen, app.clock.today())).await?;
    let bytes = done.bytes.take().ok_or_else(|| done.refusal())?;
    app.store.record(app.event(None, &inspection.key, EventKind::Exported, format!("按文件 {name} 填写"))).await?;
    Ok(Filled { name: name.to_owned(), bytes })
}

/// Templates in use, for who runs the program on the data itself.
pub async fn templates_by_operator(app: &App) -> Result<Vec<Template>, Error> {
    let all = app.store.templates(&Reach::Everything).await?;
    Ok(all.into_iter().map(|(template, _)| template).filter(|template| !template.withdrawn).collect())
}

async fn filled(app: &App, found: Found, job: Job<'_>) -> Result<Filled, Error> {
    let template = &found.template;
    if template.withdrawn {
        return Err(Error::Done(format!("模板“{}”已停用，请换用别的模板。", template.name)));
    }
    let StoredFile { file, mapping } = found.current(app).await?;
    let bytes = app.files.get(&file.digest).await?.ok_or(Error::NotFound("模板文件"))?;
    let loaded = load(app, job.inspection, job.rows).await?;
    loaded.refuse_unknown(job.chosen)?;
    let form = mapping.map(|mapping| kept_form(mapping, file.rows));
    let ending = file.name.rsplit_once('.').map_or("docx", |(_, ending)| ending).to_owned();
    let order = TrialOrder { inspection: job.inspection.key.clone(), name: file.name, bytes, form };
    let mut done = tried(app, job.actor, order, loaded.snapshot_of_all(job.chosen, app.clock.today())).await?;
    let bytes = done.bytes.take().ok_or_else(|| done.refusal())?;
    let told = format!("用模板 {}“{}”第{}版填写", template.key, template.name, file.number);
    app.store.record(app.event(job.actor, &job.inspection.key, EventKind::Exported, told)).await?;
    Ok(Filled { name: format!("{}-{}.{ending}", job.inspection.key, template.name), bytes })
}

/// A built-in document with its placeholders, to begin a template from.
pub async fn built_in_template(kind: &'static ReportKind) -> Result<Vec<u8>, Error> {
    let made = tokio::task::spawn_blocking(move || starter(kind));
    made.await.map_err(|cause| Error::Internal(cause.to_string()))?.map_err(|cause| Error::Internal(cause.to_string()))
}
