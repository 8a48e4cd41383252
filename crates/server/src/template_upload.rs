//! The forms that templates come in.

use crate::error::Problem;
use api::template::TemplateFormBody;
use axum::extract::Multipart;
use axum::http::StatusCode;
use domain::UnitId;
use usecases::{Error, FormOrder, NewTemplate, NewTemplateFile, TrialOrder};
use utoipa::ToSchema;

/// A file to be tried.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "describes the form; its fields are read one by one")]
pub(crate) struct TemplateTrialForm {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// Key of the inspection whose ledger it is tried on.
    inspection: String,
    /// TemplateFormBody as JSON: how a form is to be read.
    form: Option<String>,
}

/// A template to be kept.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "describes the form; its fields are read one by one")]
pub(crate) struct TemplateForm {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    inspection: String,
    form: Option<String>,
    name: String,
    /// The unit whose template it is; without, the person's own.
    unit_id: Option<String>,
}

/// A newer version.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "describes the form; its fields are read one by one")]
pub(crate) struct TemplateVersionForm {
    #[schema(value_type = Option<String>, format = Binary)]
    file: Option<Vec<u8>>,
    inspection: String,
    form: Option<String>,
    /// Version of the template that it starts from.
    version: i64,
    reason: String,
}

/// What came, as far as it was said.
#[derive(Debug, Default)]
pub(crate) struct TemplateUpload {
    file: Option<(String, Vec<u8>)>,
    inspection: String,
    form: Option<FormOrder>,
    name: String,
    unit: Option<UnitId>,
    version: i64,
    reason: String,
}

/// Reads any of the forms.
pub(crate) async fn read(mut form: Multipart) -> Result<TemplateUpload, Problem> {
    let mut upload = TemplateUpload::default();
    while let Some(field) = form.next_field().await? {
        match field.name().unwrap_or_default().to_owned().as_str() {
            "file" if upload.file.is_some() => return Err(refused("一次只能上传一份文件，请逐份上传。")),
            "file" => {
                let name = field.file_name().unwrap_or_default().to_owned();
                upload.file = Some((name, field.bytes().await?.to_vec()));
            }
            "inspection" => upload.inspection = field.text().await?,
            "form" => {
                let text = field.text().await?;
                let body: TemplateFormBody =
                    serde_json::from_str(&text).map_err(|cause| refused(&format!("列对应关系不合要求：{cause}。")))?;
                upload.form = Some(body.into());
            }
            "name" => upload.name = field.text().await?,
            "unit_id" => upload.unit = Some(field.text().await?).filter(|text| !text.is_empty()).map(UnitId),
            "version" => {
                let text = field.text().await?;
                upload.version = text.parse().map_err(|_| refused("version 须是整数。"))?;
            }
            "reason" => upload.reason = field.text().await?,
            _ => {}
        }
    }
    Ok(upload)
}

impl TemplateUpload {
    pub(crate) fn order(self) -> Result<TrialOrder, Error> {
        let (name, bytes) = self.file.ok_or_else(|| Error::invalid("file", "没有收到文件，请选择文件后重试"))?;
        Ok(TrialOrder { inspection: self.inspection, name, bytes, form: self.form })
    }

    pub(crate) fn template(mut self) -> Result<NewTemplate, Error> {
        let (name, unit) = (std::mem::take(&mut self.name), self.unit.take());
        Ok(NewTemplate { name, unit, order: self.order()? })
    }

    pub(crate) fn version(self) -> NewTemplateFile {
        let Self { file, inspection, form, version, reason, .. } = self;
        NewTemplateFile { version, reason, file, form, inspection }
    }
}

fn refused(message: &str) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "bad_upload", message)
}
