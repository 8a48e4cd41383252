//! A file tried on the ledger before it is kept: what each placeholder gives, what is wrong, how to put it right.

use super::stored::found;
use crate::access::{self, Seen};
use crate::context::{Actor, App};
use crate::drafts::remembered;
use crate::error::Error;
use crate::reports::material::load;
use document::ledger::{Field, Mapping};
use document::template::{TemplateKind as FileKind, TemplateRefusal};
use domain::{FormRows, TemplateKind};
use report::{FillError, FormMapping, Found, OpenError, Snapshot, UserTemplate, form_mapping};
use std::sync::Arc;

/// Largest template in bytes.
const BYTES_MAX: usize = 20 * 1024 * 1024;

/// How a form is to be read, as far as a person said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormOrder {
    /// Sheet and last row of its header.
    pub header: Option<(String, u32)>,
    /// Columns by index, and the names of their fields; the others are read by their headers.
    pub fields: Vec<(u32, Option<String>)>,
    pub rows: FormRows,
}

/// A file to be tried.
#[derive(Debug, Clone)]
pub struct TrialOrder {
    /// Key of the inspection whose ledger it is tried on.
    pub inspection: String,
    pub name: String,
    pub bytes: Vec<u8>,
    pub form: Option<FormOrder>,
}

/// What came of a trial.
#[derive(Debug)]
pub struct Trial {
    pub kind: TemplateKind,
    pub found: Vec<Found>,
    /// The columns of a form.
    pub mapping: Option<Mapping>,
    pub rows: FormRows,
    /// Why nothing could be filled in, where that is no fault of one placeholder.
    pub failure: Option<String>,
    /// The filled file.
    pub(super) bytes: Option<Vec<u8>>,
}

impl Trial {
    /// Whether it may be kept.
    pub fn is_good(&self) -> bool {
        self.failure.is_none() && self.found.iter().all(|one| one.fault.is_none())
    }

    /// Why it may not.
    pub(super) fn refusal(&self) -> Error {
        let faults = self.found.iter().filter_map(|one| Some((one, one.fault.as_ref()?)));
        let told: Vec<String> = faults.map(|(one, what)| format!("{}“{}”：{what}", one.place, one.source)).collect();
        let why = self.failure.clone().unwrap_or_else(|| format!("有 {} 处需要修改：{}", told.len(), told.join("；")));
        Error::invalid("file", format!("模板没有保存，{why}"))
    }
}

/// Tries a file.
pub async fn trial(app: &App, actor: &Actor, order: TrialOrder) -> Result<Trial, Error> {
    let Seen { inspection, rows, actor } = access::inspection(app, actor, &order.inspection).await?;
    let snapshot = load(app, &inspection, &rows).await?.snapshot_of_all(None, app.clock.today());
    tried(app, Some(&actor), order, snapshot).await
}

/// The filled file of a trial.
pub async fn trial_file(app: &App, actor: &Actor, order: TrialOrder) -> Result<Vec<u8>, Error> {
    let mut trial = trial(app, actor, order).await?;
    trial.bytes.take().ok_or_else(|| trial.refusal())
}

/// A template that is kept, tried on another ledger.
pub async fn template_trial(app: &App, actor: &Actor, key: &str, inspection: &str) -> Result<Trial, Error> {
    let found = found(app, actor, key).await?;
    let stored = found.current(app).await?;
    let bytes = app.files.get(&stored.file.digest).await?.ok_or(Error::NotFound("模板文件"))?;
    let form = stored.mapping.map(|mapping| kept_form(mapping, stored.file.rows));
    let order = TrialOrder { inspection: inspection.to_owned(), name: stored.file.name, bytes, form };
    trial(app, actor, order).await
}

/// The order that gives a kept mapping again.
pub(super) fn kept_form(mapping: Mapping, rows: FormRows) -> FormOrder {
    let fields = mapping.columns.iter().map(|c| (c.index, c.field.map(|field| field.name().to_owned()))).collect();
    FormOrder { header: Some((mapping.sheet, mapping.header_rows)), fields, rows }
}

/// Opens the file and fills it in.
pub(super) async fn tried(
    app: &App,
    actor: Option<&Actor>,
    order: TrialOrder,
    snapshot: Arc<Snapshot>,
) -> Result<Trial, Error> {
    if order.bytes.is_empty() {
        return Err(Error::invalid("file", "文件为空，请选择有内容的文件"));
    }
    if order.bytes.len() > BYTES_MAX {
        return Err(Error::invalid("file", "模板文件不超过 20 MB，请压缩其中的图片"));
    }
    let parsed = app.parse_upload(actor, &order.inspection, order.bytes.clone(), &order.name).await?;
    let names = app.store.column_names().await?;
    let work = tokio::task::spawn_blocking(move || {
        let template = opened(&order, None)?;
        let header = order.form.as_ref().and_then(|form| form.header.as_ref());
        let wants_form = template.kind() == FileKind::Xlsx && template.is_blank();
        let mapping = if wants_form {
            let header = header.map(|(sheet, rows)| (sheet.as_str(), *rows));
            let mapping = remembered(form_mapping(&parsed.document, header), &names);
            Some(with_fields(mapping.ok_or_else(no_form)?, order.form.as_ref())?)
        } else {
            None
        };
        match mapping {
            Some(mapping) => form(&order, mapping, &snapshot),
            None if template.is_blank() => Err(Error::invalid("file", NO_PLACEHOLDER)),
            None => Ok(filled(&template, &snapshot)),
        }
    });
    work.await.map_err(|cause| Error::Internal(cause.to_string()))?
}

const NO_PLACEHOLDER: &str =
    "文件里没有占位符。请在要填写的地方写上占位符，例如 {{ 统计.问题数 }}；写法见手册“模板”一章，或从内置文件开始改";

fn no_form() -> Error {
    Error::invalid(
        "file",
        "文件里没有占位符，也没有认出表头。请写上占位符，或检查表头是否有“问题”“措施”等列名，表头下面是否留有空行",
    )
}

fn opened(order: &TrialOrder, mapping: Option<&FormMapping>) -> Result<UserTemplate, Error> {
    UserTemplate::open(&order.bytes, &order.name, mapping).map_err(|cause| match cause {
        OpenError::Refused(TemplateRefusal::Refused(refusal)) => Error::Refused(refusal),
        other => Error::invalid("file", other.to_string()),
    })
}

/// The columns with what the person said of them.
fn with_fields(mut mapping: Mapping, form: Option<&FormOrder>) -> Result<Mapping, Error> {
    for column in &mut mapping.columns {
        let said = form.into_iter().flat_map(|form| &form.fields).find(|(index, _)| *index == column.index);
        if let Some((_, name)) = said {
            let known = |name: &String| {
                Field::from_name(name).ok_or_else(|| Error::invalid("form", format!("没有名为“{name}”的台账列")))
            };
            column.field = name.as_ref().map(known).transpose()?;
        }
    }
    Ok(mapping)
}

fn form(order: &TrialOrder, mapping: Mapping, snapshot: &Arc<Snapshot>) -> Result<Trial, Error> {
    let rows = order.form.as_ref().map_or(FormRows::Findings, |form| form.rows);
    let plan = FormMapping { mapping, rows };
    let trial = match UserTemplate::open(&order.bytes, &order.name, Some(&plan)) {
        Ok(_) if plan.mapping.columns.iter().all(|column| column.field.is_none()) => {
            failed("还没有一列对应到台账。请在下面选择各列对应台账的哪一项")
        }
        Ok(template) => filled(&template, snapshot),
        // The header may be read otherwise: the person sees the columns and says so.
        Err(cause) => failed(cause.to_string()),
    };
    Ok(Trial { kind: TemplateKind::Form, mapping: Some(plan.mapping), rows, ..trial })
}

fn filled(template: &UserTemplate, snapshot: &Arc<Snapshot>) -> Trial {
    let kind = match template.kind() {
        FileKind::Docx => TemplateKind::Docx,
        FileKind::Xlsx => TemplateKind::Xlsx,
    };
    let trial = match template.fill(snapshot) {
        Ok(done) => Trial { found: done.found, bytes: Some(done.bytes), failure: None, ..failed("") },
        Err(FillError::Faults(_)) => Trial { found: template.found(), failure: None, ..failed("") },
        Err(cause) => Trial { found: template.found(), ..failed(cause.to_string()) },
    };
    Trial { kind, ..trial }
}

fn failed(why: impl Into<String>) -> Trial {
    Trial {
        kind: TemplateKind::Xlsx,
        found: Vec::new(),
        mapping: None,
        rows: FormRows::Findings,
        failure: Some(why.into()),
        bytes: None,
    }
}
