//! What is taken as evidence: kinds of files, their size, what is refused.

use crate::context::{Actor, App};
use crate::error::Error;
use document::{MACRO_ENDINGS, PROGRAM_ENDINGS, refuse_active};
use domain::EvidenceKind;

/// Largest file of evidence in bytes.
pub(crate) const BYTES_MAX: i64 = 64 * 1024 * 1024;
/// Longest name of a file, in characters.
const NAME_MAX: usize = 200;

const PROGRAM: &str = "可执行文件不能作为佐证材料";
const WITH_MACROS: &str = "含宏的文件不能作为佐证材料，请另存为 .docx、.xlsx 或 .pptx 后上传";

/// What name and size tell before anything is sent.
pub(crate) fn possible(name: &str, bytes: i64) -> Result<(), Error> {
    let name = name.trim().to_lowercase();
    if name.is_empty() || bytes <= 0 {
        return Err(Error::invalid("file", "文件为空，请选择有内容的文件"));
    }
    if name.chars().count() > NAME_MAX {
        return Err(Error::invalid("name", "文件名过长，请改为 200 个字以内"));
    }
    if bytes > BYTES_MAX {
        return Err(Error::invalid("file", "单个佐证文件不超过 64 MB，请压缩图片或拆分后上传"));
    }
    if PROGRAM_ENDINGS.iter().any(|end| name.ends_with(end)) {
        return Err(Error::invalid("file", PROGRAM));
    }
    if MACRO_ENDINGS.iter().any(|end| name.ends_with(end)) {
        return Err(Error::invalid("file", WITH_MACROS));
    }
    Ok(())
}

/// What the file is; empty, huge, secret, encrypted, executable and macro files are refused.
pub(crate) async fn acceptable(
    app: &App,
    actor: &Actor,
    key: &str,
    name: &str,
    bytes: &[u8],
) -> Result<EvidenceKind, Error> {
    possible(name, i64::try_from(bytes.len()).unwrap_or(i64::MAX))?;
    if is_program(bytes) {
        return Err(Error::invalid("file", PROGRAM));
    }
    refuse_active(bytes)?;
    let kind = kind_of(bytes, name);
    if matches!(kind, EvidenceKind::Document | EvidenceKind::Sheet | EvidenceKind::Pdf | EvidenceKind::Text)
        && let Err(Error::Refused(refusal)) = app.parse_upload(Some(actor), key, bytes.to_vec(), name).await
        && matches!(refusal.code(), "refused_secret" | "refused_macro" | "refused_bomb")
    {
        return Err(Error::Refused(refusal));
    }
    Ok(kind)
}

/// Begins as a program or a script does.
fn is_program(bytes: &[u8]) -> bool {
    bytes.starts_with(b"MZ") || bytes.starts_with(b"\x7fELF") || bytes.starts_with(b"#!")
}

/// By content; the name only tells office files of one container apart.
fn kind_of(bytes: &[u8], name: &str) -> EvidenceKind {
    const IMAGES: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0"];
    let lower = name.to_lowercase();
    let office = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if bytes.starts_with(b"%PDF") {
        EvidenceKind::Pdf
    } else if webp || IMAGES.iter().any(|magic| bytes.starts_with(magic)) {
        EvidenceKind::Image
    } else if office && [".xlsx", ".xls", ".et"].iter().any(|end| lower.ends_with(end)) {
        EvidenceKind::Sheet
    } else if office && [".docx", ".doc", ".wps", ".pptx", ".ppt"].iter().any(|end| lower.ends_with(end)) {
        EvidenceKind::Document
    } else if [".txt", ".md", ".csv"].iter().any(|end| lower.ends_with(end)) && !bytes.contains(&0) {
        EvidenceKind::Text
    } else {
        EvidenceKind::Other
    }
}
