//! Files in multipart forms.

use crate::error::Problem;
use axum::extract::Multipart;
use axum::http::StatusCode;
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
                let message = "一次只能上传一份文件，请逐份上传。";
                return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "bad_upload", message));
            }
            "file" | "text" => {
                name = name.or_else(|| field.file_name().map(str::to_owned));
                bytes = Some(field.bytes().await?.to_vec());
            }
            "name" => name = Some(field.text().await?),
            _ => {}
        }
    }
    let missing = || Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "bad_upload", "没有收到文件，请选择文件后重试。");
    let bytes = bytes.ok_or_else(missing)?;
    Ok(Upload { name: name.filter(|n| !n.trim().is_empty()), bytes })
}
