//! Templates that are kept: uploaded, replaced by a newer version, withdrawn.

use super::port::StoredFile;
use super::trial::{FormOrder, Trial, TrialOrder, kept_form, trial};
use crate::access::{self, Place};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::ports::StoreError;
use domain::{EventKind, Role, Template, TemplateFile, TemplateId, UnitId, template_key};
use std::collections::HashMap;

/// Two people may upload at the same moment; each gets a serial of its own.
const TRIES: usize = 5;
const NAME_MAX: usize = 60;

/// A template to be kept.
#[derive(Debug, Clone)]
pub struct NewTemplate {
    pub name: String,
    /// Whose it is; without, the person's own unit.
    pub unit: Option<UnitId>,
    pub order: TrialOrder,
}

/// A newer version of a template.
#[derive(Debug, Clone)]
pub struct NewTemplateFile {
    /// Version of the template that it starts from.
    pub version: i64,
    pub reason: String,
    /// Name and bytes; without, the same file with its columns corrected.
    pub file: Option<(String, Vec<u8>)>,
    pub form: Option<FormOrder>,
    /// The inspection that it is tried on.
    pub inspection: String,
}

/// A template with its files, newest first, and the names in it.
#[derive(Debug)]
pub struct TemplateView {
    pub template: Template,
    pub unit: String,
    pub may_change: bool,
    pub files: Vec<StoredFile>,
    pub makers: HashMap<String, String>,
}

/// A template within reach.
pub(super) struct Found {
    pub(super) template: Template,
    pub(super) place: Place,
}

pub(super) async fn found(app: &App, actor: &Actor, key: &str) -> Result<Found, Error> {
    let (template, place) = app.store.template(&actor.reach, key).await?.ok_or(Error::NotFound("模板"))?;
    Ok(Found { template, place })
}

impl Found {
    /// The version in use.
    pub(super) async fn current(&self, app: &App) -> Result<StoredFile, Error> {
        app.store.template_files(&self.template.id).await?.into_iter().next().ok_or(Error::NotFound("模板文件"))
    }

    /// Refuses who may not change it, a withdrawn one, and what somebody changed meanwhile.
    fn open_to(&self, actor: &Actor, version: i64) -> Result<(), Error> {
        access::at_inspection(actor, self.place)
            .require(Role::Liaison)
            .or_else(|refused| if self.place.is_inside() { Err(refused) } else { actor.require(Role::Liaison) })?;
        if !self.place.is_inside() {
            return Err(Error::Done(
                "这是上级单位的模板，只能使用，不能修改。需要不同的样式，请另存一份上传为本单位的模板。".to_owned(),
            ));
        }
        if self.template.withdrawn {
            return Err(Error::Done("模板已停用，不能再修改。需要时请重新上传。".to_owned()));
        }
        if self.template.version == version { Ok(()) } else { Err(Error::Changed("该模板")) }
    }
}

/// Templates that the person may use.
pub async fn templates(app: &App, actor: &Actor) -> Result<Vec<TemplateView>, Error> {
    let mut views = Vec::new();
    for (template, place) in app.store.templates(&actor.reach).await? {
        views.push(view(app, actor, Found { template, place }).await?);
    }
    Ok(views)
}

pub async fn template(app: &App, actor: &Actor, key: &str) -> Result<TemplateView, Error> {
    view(app, actor, found(app, actor, key).await?).await
}

async fn view(app: &App, actor: &Actor, found: Found) -> Result<TemplateView, Error> {
    let Found { template, place } = found;
    let files = app.store.template_files(&template.id).await?;
    let makers: Vec<String> = files.iter().map(|stored| stored.file.maker.0.clone()).collect();
    let unit = app.store.unit_names(std::slice::from_ref(&template.unit.0)).await?;
    Ok(TemplateView {
        unit: unit.into_values().next().unwrap_or_default(),
        may_change: place.is_inside()
            && access::at_inspection(actor, place).person.is(Role::Liaison)
            && !template.withdrawn,
        makers: app.store.person_names(&makers).await?,
        template,
        files,
    })
}

/// Keeps a template that was filled in without a fault; returns its key.
pub async fn add_template(app: &App, actor: &Actor, new: NewTemplate) -> Result<String, Error> {
    actor.require(Role::Liaison)?;
    let unit = unit_of(app, actor, new.unit.clone()).await?;
    let name = new.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > NAME_MAX {
        return Err(Error::invalid("name", format!("请填写模板名称，不超过 {NAME_MAX} 字")));
    }
    let known = app.store.templates(&actor.reach).await?;
    if known.iter().any(|(one, _)| !one.withdrawn && one.unit == unit && one.name == name) {
        return Err(Error::invalid("name", format!("已有名为“{name}”的模板。要换新版本，请打开它再上传")));
    }
    let file_name = new.order.name.clone();
    let bytes = new.order.bytes.clone();
    let tried = good(trial(app, actor, new.order).await?)?;
    let digest = app.files.put(bytes).await?;
    let stored = stored(app, actor, 1, file_name, digest, &tried, "首次上传".to_owned());
    remember(app, &tried).await?;
    for attempt in 1.. {
        let serial = app.store.last_template_serial().await? + 1;
        let template = Template {
            id: TemplateId(new_id()),
            key: template_key(serial),
            serial,
            unit: unit.clone(),
            name: name.clone(),
            kind: tried.kind,
            withdrawn: false,
            updated_at: app.clock.now(),
            version: 1,
        };
        let event = app.event(Some(actor), &template.key, EventKind::Created, summary("上传模板", &template, &stored));
        match app.store.insert_template(&template, &stored, event).await {
            Err(StoreError::Conflict) if attempt < TRIES => {}
            other => return other.map(|()| template.key).map_err(Error::from),
        }
    }
    Err(Error::Changed("模板"))
}

fn good(tried: Trial) -> Result<Trial, Error> {
    if tried.is_good() { Ok(tried) } else { Err(tried.refusal()) }
}

fn summary(what: &str, template: &Template, stored: &StoredFile) -> String {
    let TemplateFile { number, name, digest, .. } = &stored.file;
    format!("{what}“{}”第{number}版：{name}（sha256:{digest}）", template.name)
}

fn stored(
    app: &App,
    actor: &Actor,
    number: i64,
    name: String,
    digest: String,
    tried: &Trial,
    reason: String,
) -> StoredFile {
    let file = TemplateFile {
        number,
        name,
        digest,
        rows: tried.rows,
        reason,
        maker: actor.person.id.clone(),
        made_at: app.clock.now(),
    };
    StoredFile { file, mapping: tried.mapping.clone() }
}

/// What a person said of the columns of a form holds for the next one.
async fn remember(app: &App, tried: &Trial) -> Result<(), Error> {
    let columns = tried.mapping.iter().flat_map(|mapping| &mapping.columns);
    let named = columns.filter(|column| !column.header.trim().is_empty()).filter_map(|column| {
        let own = column.field.filter(|field| document::ledger::Field::from_header(&column.header) != Some(*field))?;
        Some((column.header.clone(), own.name().to_owned()))
    });
    Ok(app.store.remember_columns(&named.collect::<Vec<_>>()).await?)
}

/// The unit that a template is for: one within reach.
async fn unit_of(app: &App, actor: &Actor, unit: Option<UnitId>) -> Result<UnitId, Error> {
    let wrong = || Error::invalid("unit_id", "请选择本单位或下级单位");
    let unit = unit.or_else(|| actor.person.unit.clone()).ok_or_else(wrong)?;
    let known = app.store.units(&actor.reach).await?;
    if known.iter().any(|one| one.id == unit) { Ok(unit) } else { Err(wrong()) }
}

/// Keeps a newer version; the earlier ones stay.
pub async fn add_template_file(app: &App, actor: &Actor, key: &str, new: NewTemplateFile) -> Result<(), Error> {
    let found = found(app, actor, key).await?;
    found.open_to(actor, new.version)?;
    let reason = reason(&new.reason, "请说明换版本的理由")?;
    let earlier = found.current(app).await?;
    let (name, bytes) = match new.file {
        Some(file) => file,
        None => {
            let bytes = app.files.get(&earlier.file.digest).await?.ok_or(Error::NotFound("模板文件"))?;
            (earlier.file.name.clone(), bytes)
        }
    };
    let kept = || earlier.mapping.clone().map(|mapping| kept_form(mapping, earlier.file.rows));
    let form = new.form.or_else(kept);
    let order = TrialOrder { inspection: new.inspection, name: name.clone(), bytes: bytes.clone(), form };
    let tried = good(trial(app, actor, order).await?)?;
    if tried.kind != found.template.kind {
        let word = found.template.kind.word();
        return Err(Error::invalid("file", format!("这个模板是{word}，新版本须是同一种。换一种请另外上传")));
    }
    let digest = app.files.put(bytes).await?;
    let stored = stored(app, actor, earlier.file.number + 1, name, digest, &tried, reason);
    remember(app, &tried).await?;
    let mut template = found.template;
    template.version += 1;
    template.updated_at = app.clock.now();
    let told = format!("{}，理由：{}", summary("更换模板", &template, &stored), stored.file.reason);
    let event = app.event(Some(actor), key, EventKind::Changed, told);
    Ok(app.store.update_template(&template, Some(&stored), event).await?)
}

fn reason(text: &str, missing: &str) -> Result<String, Error> {
    let text = text.trim();
    if text.is_empty() { Err(Error::invalid("reason", missing)) } else { Ok(text.to_owned()) }
}

/// Takes a template out of use; it stays on record with its files.
pub async fn withdraw_template(app: &App, actor: &Actor, key: &str, version: i64, why: &str) -> Result<(), Error> {
    let found = found(app, actor, key).await?;
    found.open_to(actor, version)?;
    let why = reason(why, "请说明停用的理由")?;
    let mut template = found.template;
    template.withdrawn = true;
    template.version += 1;
    template.updated_at = app.clock.now();
    let told = format!("停用模板“{}”，理由：{why}", template.name);
    let event = app.event(Some(actor), key, EventKind::Changed, told);
    Ok(app.store.update_template(&template, None, event).await?)
}

/// A version's own file, to be looked at or changed.
pub async fn stored_file(app: &App, actor: &Actor, key: &str, number: i64) -> Result<(String, Vec<u8>), Error> {
    let found = found(app, actor, key).await?;
    let files = app.store.template_files(&found.template.id).await?;
    let stored = files.into_iter().find(|stored| stored.file.number == number).ok_or(Error::NotFound("这一版模板"))?;
    let bytes = app.files.get(&stored.file.digest).await?.ok_or(Error::NotFound("模板文件"))?;
    let told = summary("下载模板", &found.template, &stored);
    app.store.record(app.event(Some(actor), key, EventKind::Downloaded, told)).await?;
    Ok((stored.file.name, bytes))
}
