//! Looking at evidence without fetching and opening it: what is shown cannot run.

use crate::context::{Actor, App};
use crate::error::Error;
use crate::evidence::read_file;
use domain::{EventKind, EvidenceKind};
use report::{no_preview_page, preview_page};

/// What can be shown of a file.
pub enum Shown {
    /// A picture of a kind that browsers draw; its content type.
    Image(&'static str, Vec<u8>),
    Pdf(Vec<u8>),
    /// A page of our own making.
    Page(String),
}

const NONE: &str = "这类文件不能在线预览，请下载后查看。";

/// The preview of a file of evidence.
pub async fn evidence_preview(app: &App, actor: &Actor, key: &str) -> Result<Shown, Error> {
    let (evidence, bytes) = read_file(app, actor, key, EventKind::Previewed).await?;
    Ok(match evidence.kind {
        EvidenceKind::Image => match image_type(&bytes) {
            Some(kind) => Shown::Image(kind, bytes),
            None => Shown::Page(no_preview_page(NONE)),
        },
        EvidenceKind::Pdf => Shown::Pdf(bytes),
        EvidenceKind::Document | EvidenceKind::Sheet | EvidenceKind::Text => {
            match app.parsed_bytes(&evidence.digest, bytes, &evidence.name).await {
                Ok(parsed) => Shown::Page(preview_page(&parsed.document)),
                Err(Error::Refused(refusal)) => Shown::Page(no_preview_page(&format!("{NONE}（{refusal}）"))),
                Err(other) => return Err(other),
            }
        }
        EvidenceKind::Other => Shown::Page(no_preview_page(NONE)),
    })
}

/// By content. SVG is none of them: it is a program as much as a picture.
fn image_type(bytes: &[u8]) -> Option<&'static str> {
    const TYPES: [(&[u8], &str); 4] =
        [(b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"), (b"BM", "image/bmp")];
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    let known = TYPES.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind);
    known.or(webp.then_some("image/webp"))
}
