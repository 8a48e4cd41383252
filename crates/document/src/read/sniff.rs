//! Tells formats apart by content; the file name only decides between kinds of plain text.

use super::container;
use crate::Refusal;
use std::io::Cursor;

/// What the bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Markdown,
    Docx,
    Doc,
    Xlsx,
    Xls,
    Pdf,
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The kind of a file, or why it is not opened.
pub(crate) fn kind(bytes: &[u8], name: &str) -> Result<Kind, Refusal> {
    let extension = extension(name);
    if bytes.starts_with(ZIP) {
        return zipped(bytes, &extension);
    }
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    if bytes.get(..1024.min(bytes.len())).is_some_and(|head| head.windows(5).any(|w| w == b"%PDF-")) {
        return Ok(Kind::Pdf);
    }
    if let Some(found) = foreign(bytes) {
        return Err(Refusal::Unsupported { found: found.to_owned() });
    }
    if matches!(extension.as_str(), "docx" | "xlsx" | "doc" | "xls" | "pdf") && looks_binary(bytes) {
        return Err(Refusal::Unreadable {
            detail: format!("内容不是有效的 .{extension} 文件，可能已损坏或未下载完整"),
        });
    }
    if looks_binary(bytes) {
        return Err(Refusal::Unsupported { found: "二进制文件".to_owned() });
    }
    Ok(if matches!(extension.as_str(), "md" | "markdown") { Kind::Markdown } else { Kind::Text })
}

/// The format that was read, when the file name says another.
pub(crate) fn misnamed(kind: Kind, name: &str) -> Option<&'static str> {
    let extension = extension(name);
    let (fits, format): (&[&str], _) = match kind {
        Kind::Text => (&["txt", "text", "csv", "tsv", "log", ""], "纯文本"),
        Kind::Markdown => (&["md", "markdown"], "Markdown"),
        Kind::Docx => (&["docx", "dotx", "wps", ""], "docx"),
        Kind::Doc => (&["doc", "dot", "wps", ""], "doc"),
        Kind::Xlsx => (&["xlsx", "et", ""], "xlsx"),
        Kind::Xls => (&["xls", "et", ""], "xls"),
        Kind::Pdf => (&["pdf", ""], "pdf"),
    };
    (!fits.contains(&extension.as_str())).then_some(format)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default()
}

/// Kinds of file that people pick by mistake, named so that the message helps.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    [
        (&b"\x89PNG"[..], "图片（PNG）"),
        (b"\xFF\xD8\xFF", "图片（JPEG）"),
        (b"Rar!", "RAR 压缩包"),
        (b"7z\xBC\xAF", "7z 压缩包"),
        (b"{\\rtf", "RTF 文档，请另存为 docx"),
        (b"\x1F\x8B", "gzip 压缩包"),
    ]
    .into_iter()
    .find(|(magic, _)| bytes.starts_with(magic))
    .map(|(_, name)| name)
}

/// Text has no NUL bytes unless it is UTF-16, which starts with a byte-order mark.
fn looks_binary(bytes: &[u8]) -> bool {
    let utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    !utf16 && bytes.iter().take(8192).any(|byte| *byte == 0)
}

fn zipped(bytes: &[u8], extension: &str) -> Result<Kind, Refusal> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|cause| Refusal::Unreadable {
        detail: format!("压缩结构不完整（{cause}），文件可能未下载完整"),
    })?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.to_string()).collect();
    let has = |part: &str| names.iter().any(|name| name.eq_ignore_ascii_case(part));
    let has_end = |end: &str| names.iter().any(|name| name.to_ascii_lowercase().ends_with(end));
    container::refuse_active(bytes)?;
    if has_end("word/document.xml") || has("word/document2.xml") {
        return Ok(Kind::Docx);
    }
    if has_end("xl/workbook.xml") || has("xl/workbook.bin") {
        return Ok(Kind::Xlsx);
    }
    let found = if has("content.xml") && has("mimetype") {
        "ODF 文档，请另存为 docx 或 xlsx"
    } else if has_end("ofd.xml") {
        "OFD 版式文件，请导出为 PDF 或 docx"
    } else if has_end("ppt/presentation.xml") {
        "演示文稿"
    } else if matches!(extension, "docx" | "xlsx") {
        return Err(Refusal::Unreadable { detail: format!("压缩包中没有 .{extension} 应有的正文部分") });
    } else {
        "压缩包，请先解压"
    };
    Err(Refusal::Unsupported { found: found.to_owned() })
}

/// An OLE compound file: legacy Word or Excel, or the wrapper of an encrypted docx.
fn compound(bytes: &[u8]) -> Result<Kind, Refusal> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes))
        .map_err(|cause| Refusal::Unreadable { detail: format!("复合文档结构损坏（{cause}）") })?;
    if file.exists("/EncryptedPackage") || file.exists("/EncryptionInfo") {
        return Err(Refusal::Encrypted);
    }
    if file.exists("/Macros") || file.exists("/_VBA_PROJECT_CUR") {
        return Err(Refusal::Macro);
    }
    if file.exists("/WordDocument") {
        return Ok(Kind::Doc);
    }
    if file.exists("/Workbook") || file.exists("/Book") {
        return Ok(Kind::Xls);
    }
    Err(Refusal::Unsupported { found: "未知的复合文档".to_owned() })
}
