//! Files in multipart forms.

use crate::error::Problem;
use axum::extract::Multipart;
use axum::http::StatusCode;
use domain::Replacement;
use usecases::NewEvidence;
use utoipa::ToSchema;

/// A file, or pasted text with a name. A name is data, never a path.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "describes the form; its fields are read one by one")]
pub(crate) struct UploadForm {
    #[schema(value_type = Option<String>, format = Binary)]
    file: Option<Vec<u8>>,
    text: Option<String>,
    name: Option<String>,
}

/// What came.
pub(crate) struct Upload {
    pub(crate) name: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

/// Reads a form with one file or one text.
pub(crate) async fn read(mut form: Multipart) -> Result<Upload, Problem> {
    let (mut name, mut bytes) = (None, None);
    while let Some(field) = form.next_field().await? {
        let kind = field.name().unwrap_or_default().to_owned();
        match kind.as_str() {
            "file" | "text" if bytes.is_some() => {
                return Err(refused("一次只能上传一份文件，请逐份上传。"));
            }
            "file" | "text" => {
                name = name.or_else(|| field.file_name().map(str::to_owned));
                bytes = Some(field.bytes().await?.to_vec());
            }
            "name" => name = Some(field.text().await?),
            _ => {}
        }
    }
    let bytes = bytes.ok_or_else(|| refused("没有收到文件，请选择文件后重试。"))?;
    Ok(Upload { name: name.filter(|n| !n.trim().is_empty()), bytes })
}

/// A file of evidence.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "describes the form; its fields are read one by one")]
pub(crate) struct EvidenceForm {
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// Key of the measure it proves.
    measure: Option<String>,
    /// When that happened which the file proves: 2026-06-30.
    fact_date: Option<String>,
    note: Option<String>,
    /// Key of the earlier version that it stands for; `reason` says why.
    replaces: Option<String>,
    reason: Option<String>,
}

/// Reads the form of a file of evidence.
pub(crate) async fn read_evidence(mut form: Multipart) -> Result<NewEvidence, Problem> {
    let mut new = NewEvidence::default();
    let (mut replaces, mut reason) = (None, String::new());
    while let Some(field) = form.next_field().await? {
        match field.name().unwrap_or_default().to_owned().as_str() {
            "file" if !new.name.is_empty() => {
                return Err(refused("一次只能上传一份文件，请逐份上传。"));
            }
            "file" => {
                new.name = field.file_name().unwrap_or_default().to_owned();
                new.bytes = field.bytes().await?.to_vec();
            }
            "measure" => new.proof.measure = Some(field.text().await?).filter(|text| !text.is_empty()),
            "replaces" => replaces = Some(field.text().await?).filter(|text| !text.is_empty()),
            "reason" => reason = field.text().await?.trim().to_owned(),
            "note" => new.proof.note = Some(field.text().await?),
            "fact_date" => {
                let text = field.text().await?;
                let wrong = || refused(&format!("“{text}”不是日期，请写成 2026-06-30。"));
                new.proof.fact_date = if text.is_empty() { None } else { Some(text.parse().map_err(|_| wrong())?) };
            }
            _ => {}
        }
    }
    new.proof.replaces = replaces.map(|key| Replacement { key, reason });
    Ok(new)
}

fn refused(message: &str) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "bad_upload", message)
}
