//! Documents that are written out of the ledger.

pub mod diagnostic;
pub mod issue;
pub mod stored;

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What a document looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportShape {
    /// Running text.
    Text,
    /// A wide table, as a workbook too.
    List,
    /// One page for each finding chosen.
    Sheet,
    /// One page for each department with findings chosen.
    Letter,
}

/// A kind of document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ReportKind {
    /// `progress`
    pub name: String,
    /// 集中整改进展情况报告
    pub title: String,
    pub shape: ReportShape,
}

/// What a document is written as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    #[default]
    Docx,
    Pdf,
    /// Lists only.
    Xlsx,
    /// One page that needs nothing else.
    Html,
}

/// A face that is not installed where PDFs are set, and what stands in for it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FontReplacement {
    /// 仿宋
    pub wanted: String,
    pub used: String,
}

/// Which document.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReportQuery {
    #[serde(default)]
    #[param(inline)]
    pub format: ReportFormat,
    /// Keys of findings, with commas between them; without, those that the kind is for.
    pub findings: Option<String>,
    /// How it is issued; without, as its template says.
    #[param(inline)]
    pub form: Option<issue::ReportForm>,
    /// Family of margins and lines.
    #[param(inline)]
    pub layout: Option<issue::ReportLayout>,
    /// Room for a seal.
    #[param(inline)]
    pub seal: Option<issue::ReportSeal>,
    /// 发文字号
    pub number: Option<String>,
    /// 签发人, with commas between them.
    pub signers: Option<String>,
    /// 抄送
    pub copies: Option<String>,
    /// Bodies that issue it together with the own one, with commas between them.
    pub joint: Option<String>,
    /// 紧急程度
    #[param(inline)]
    pub urgency: Option<issue::ReportUrgency>,
}

/// As which file.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ReportFormatQuery {
    #[serde(default)]
    #[param(inline)]
    pub format: ReportFormat,
}

impl ReportQuery {
    /// How the document is issued.
    pub fn issue(&self) -> report::Issue {
        let names = |text: &Option<String>| text.as_deref().map(issue::names);
        report::Issue {
            form: self.form.map(Into::into),
            layout: self.layout.map(Into::into),
            seal: self.seal.map(Into::into),
            number: self.number.clone(),
            signers: names(&self.signers),
            copies: self.copies.clone(),
            urgency: self.urgency.map(|one| Some(one.into())),
            joint: names(&self.joint),
        }
    }

    /// The keys.
    pub fn keys(&self) -> Option<Vec<String>> {
        let keys = self.findings.as_deref()?.split(',').map(str::trim).filter(|key| !key.is_empty());
        Some(keys.map(str::to_owned).collect())
    }
}

impl From<ReportFormat> for usecases::ReportFormat {
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Docx => Self::Docx,
            ReportFormat::Pdf => Self::Pdf,
            ReportFormat::Xlsx => Self::Xlsx,
            ReportFormat::Html => Self::Html,
        }
    }
}

impl From<usecases::ReportFormat> for ReportFormat {
    fn from(format: usecases::ReportFormat) -> Self {
        match format {
            usecases::ReportFormat::Docx => Self::Docx,
            usecases::ReportFormat::Pdf => Self::Pdf,
            usecases::ReportFormat::Xlsx => Self::Xlsx,
            usecases::ReportFormat::Html => Self::Html,
        }
    }
}
