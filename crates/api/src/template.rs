//! Templates of an organisation's own.

use crate::account::Named;
use crate::draft::mapping::Mapping;
use crate::draft::mapping::MappingColumnBody;
use crate::time::instant;
use crate::words::{FormRows, TemplateKind};
use serde::{Deserialize, Serialize};
use usecases::{FormOrder, StoredFile, TemplateView};
use utoipa::{IntoParams, ToSchema};

/// A version of a template.
#[derive(Debug, Serialize, ToSchema)]
pub struct TemplateFile {
    /// From 1.
    pub number: i64,
    pub name: String,
    /// SHA-256 of the file.
    pub digest: String,
    pub reason: String,
    pub maker: String,
    /// UTC.
    pub made_at: String,
    /// The columns of a form.
    pub mapping: Option<Mapping>,
    pub rows: FormRows,
}

/// A template with its versions, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Template {
    /// `MB-001`
    pub key: String,
    pub name: String,
    pub kind: TemplateKind,
    pub unit: Named,
    pub withdrawn: bool,
    pub may_change: bool,
    /// UTC.
    pub updated_at: String,
    pub version: i64,
    pub files: Vec<TemplateFile>,
}

impl From<TemplateView> for Template {
    fn from(view: TemplateView) -> Self {
        let TemplateView { template, unit, may_change, files, makers } = view;
        let file = |stored: StoredFile| TemplateFile {
            number: stored.file.number,
            name: stored.file.name,
            digest: stored.file.digest,
            reason: stored.file.reason,
            maker: makers.get(stored.file.maker.as_str()).cloned().unwrap_or_default(),
            made_at: instant(stored.file.made_at),
            mapping: stored.mapping.as_ref().map(Mapping::from),
            rows: FormRows(stored.file.rows),
        };
        Self {
            key: template.key,
            name: template.name,
            kind: TemplateKind(template.kind),
            unit: Named { id: template.unit.0, name: unit },
            withdrawn: template.withdrawn,
            may_change,
            updated_at: instant(template.updated_at),
            version: template.version,
            files: files.into_iter().map(file).collect(),
        }
    }
}

/// A placeholder, and what it gives on the ledger that it was tried on.
#[derive(Debug, Serialize, ToSchema)]
pub struct TemplatePlace {
    /// 第3段, 表1第2行第3列, 台账!B5
    pub place: String,
    pub source: String,
    /// How often it is written; how many entries a loop runs over.
    pub times: usize,
    /// What it says the first time; null for loops and conditions.
    pub value: Option<String>,
    /// What is wrong with it and how to put it right.
    pub fault: Option<String>,
}

impl From<report::Found> for TemplatePlace {
    fn from(found: report::Found) -> Self {
        let report::Found { place, source, times, value, fault } = found;
        Self { place, source, times, value, fault }
    }
}

/// What came of trying a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct TemplateTrial {
    pub kind: TemplateKind,
    /// Whether it may be kept.
    pub good: bool,
    pub places: Vec<TemplatePlace>,
    /// The columns of a form.
    pub mapping: Option<Mapping>,
    pub rows: FormRows,
    /// Why nothing was filled in, where that is no fault of one placeholder.
    pub failure: Option<String>,
}

impl From<usecases::Trial> for TemplateTrial {
    fn from(trial: usecases::Trial) -> Self {
        Self {
            kind: TemplateKind(trial.kind),
            good: trial.is_good(),
            places: trial.found.into_iter().map(Into::into).collect(),
            mapping: trial.mapping.as_ref().map(Mapping::from),
            rows: FormRows(trial.rows),
            failure: trial.failure,
        }
    }
}

/// How a form is to be read; a JSON text in the field `form` of an upload.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateFormBody {
    /// The sheet whose header is at another place than was found.
    #[serde(default)]
    pub sheet: Option<String>,
    /// The last row of its header.
    #[serde(default)]
    pub header_rows: Option<u32>,
    #[serde(default)]
    pub columns: Vec<MappingColumnBody>,
    pub rows: FormRows,
}

impl From<TemplateFormBody> for FormOrder {
    fn from(body: TemplateFormBody) -> Self {
        Self {
            header: body.sheet.zip(body.header_rows),
            fields: body.columns.into_iter().map(|column| (column.index, column.field)).collect(),
            rows: body.rows.into(),
        }
    }
}

/// Takes a template out of use.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TemplateWithdrawalBody {
    pub version: i64,
    pub reason: String,
}

/// Which ledger.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TemplateTrialQuery {
    /// Key of the inspection.
    pub inspection: String,
}

/// Which findings.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TemplateFillQuery {
    /// Keys of findings, with commas between them; without, all.
    pub findings: Option<String>,
}

impl TemplateFillQuery {
    /// The keys.
    pub fn keys(&self) -> Option<Vec<String>> {
        let keys = self.findings.as_deref()?.split(',').map(str::trim).filter(|key| !key.is_empty());
        Some(keys.map(str::to_owned).collect())
    }
}
