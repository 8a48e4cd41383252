//! Templates: their rows. The files are in the file store.

use crate::connection::{Database, Write, get};
use crate::draft_json::{mapping, mapping_text};
use crate::reach;
use crate::rows::named;
use crate::sealed::Sealed;
use domain::{Event, FormRows, PersonId, Template, TemplateFile, TemplateId, TemplateKind, UnitId};
use sea_orm::{QueryResult, Value};
use usecases::{Place, Reach, StoreError, StoredFile};

type Result<T> = std::result::Result<T, StoreError>;

const INSERT: &str = "INSERT INTO templates (id, template_key, serial, unit_id, name, kind, withdrawn, updated_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const UPDATE: &str = "UPDATE templates SET template_key = $2, serial = $3, unit_id = $4, name = $5, kind = $6, withdrawn = $7, updated_at = $8, version = $9 WHERE id = $1 AND version = $9 - 1 AND withdrawn = 0";
const INSERT_FILE: &str = "INSERT INTO template_files (id, template_id, number, name, digest, mapping, rows_of, reason, maker_id, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

fn template(row: &QueryResult) -> Result<Template> {
    Ok(Template {
        id: TemplateId(get(row, "id")?),
        key: get(row, "template_key")?,
        serial: get(row, "serial")?,
        unit: UnitId(get(row, "unit_id")?),
        name: get(row, "name")?,
        kind: named(row, "kind", TemplateKind::from_name)?,
        withdrawn: get::<i64>(row, "withdrawn")? != 0,
        updated_at: get(row, "updated_at")?,
        version: get(row, "version")?,
    })
}

fn values(t: &Template) -> Vec<Value> {
    vec![
        t.id.as_str().into(),
        t.key.clone().into(),
        t.serial.into(),
        t.unit.as_str().into(),
        t.name.clone().into(),
        t.kind.name().into(),
        i64::from(t.withdrawn).into(),
        t.updated_at.into(),
        t.version.into(),
    ]
}

fn file(row: &QueryResult) -> Result<StoredFile> {
    let stored: Option<String> = get(row, "mapping")?;
    let damaged = || StoreError::Corrupt("template_files.mapping".to_owned());
    Ok(StoredFile {
        file: TemplateFile {
            number: get(row, "number")?,
            name: get(row, "name")?,
            digest: get(row, "digest")?,
            rows: named(row, "rows_of", FormRows::from_name)?,
            reason: get(row, "reason")?,
            maker: PersonId(get(row, "maker_id")?),
            made_at: get(row, "made_at")?,
        },
        mapping: stored.map(|text| mapping(&text).ok_or_else(damaged)).transpose()?,
    })
}

fn insert_file(template: &Template, stored: &StoredFile) -> Write {
    let file = &stored.file;
    let id = format!("{}-{}", template.id, file.number);
    let values = vec![
        id.as_str().into(),
        template.id.as_str().into(),
        file.number.into(),
        file.name.clone().into(),
        file.digest.clone().into(),
        stored.mapping.as_ref().map(mapping_text).into(),
        file.rows.name().into(),
        file.reason.clone().into(),
        file.maker.as_str().into(),
        file.made_at.into(),
    ];
    Write::new(INSERT_FILE, values).on(Sealed::TemplateFiles, &id)
}

pub(crate) async fn all(db: &Database, reach: &Reach) -> Result<Vec<(Template, Place)>> {
    let within = reach::templates(reach, 1);
    let sql = format!(
        "{}SELECT templates.*, {} FROM templates WHERE {} ORDER BY withdrawn, serial DESC",
        within.with,
        within.seats_column(),
        within.rows
    );
    let rows = db.all(&sql, within.values).await?;
    rows.iter().map(|row| Ok((template(row)?, reach::place(row)?))).collect()
}

pub(crate) async fn by_key(db: &Database, reach: &Reach, key: &str) -> Result<Option<(Template, Place)>> {
    let within = reach::templates(reach, 2);
    let sql = format!(
        "{}SELECT templates.*, {} FROM templates WHERE template_key = $1 AND {}",
        within.with,
        within.seats_column(),
        within.rows
    );
    let row = db.one(&sql, crate::findings::behind(key, within.values)).await?;
    row.map(|row| Ok((template(&row)?, reach::place(&row)?))).transpose()
}

/// The last serial of the installation, in reach or not.
pub(crate) async fn last_serial(db: &Database) -> Result<i64> {
    let row = db.one("SELECT COALESCE(MAX(serial), 0) AS last FROM templates", Vec::new()).await?;
    row.map_or(Ok(0), |row| get(&row, "last"))
}

/// Files of a template, newest first.
pub(crate) async fn files(db: &Database, id: &TemplateId) -> Result<Vec<StoredFile>> {
    let sql = "SELECT * FROM template_files WHERE template_id = $1 ORDER BY number DESC";
    db.all(sql, vec![id.as_str().into()]).await?.iter().map(file).collect()
}

pub(crate) async fn insert(db: &Database, template: &Template, stored: &StoredFile, event: Event) -> Result<()> {
    let write = Write::new(INSERT, values(template)).on(Sealed::Templates, template.id.as_str());
    db.write(vec![write, insert_file(template, stored), Write::event(event)]).await
}

/// Saves a template whose version in the store is one less, with a new file of it or without.
pub(crate) async fn update(
    db: &Database,
    template: &Template,
    stored: Option<&StoredFile>,
    event: Event,
) -> Result<()> {
    let mut writes = vec![Write::guarded(UPDATE, values(template)).on(Sealed::Templates, template.id.as_str())];
    writes.extend(stored.map(|stored| insert_file(template, stored)));
    writes.push(Write::event(event));
    db.write(writes).await
}
