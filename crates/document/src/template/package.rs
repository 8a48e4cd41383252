//! The package of a template: its parts within a budget, and what no template may hold.

use super::xml::attributes;
use super::{TemplateRefusal, malformed};
use crate::Refusal;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// All parts together; a template is a form, not an archive.
const UNPACKED_MAX: u64 = 96 * 1024 * 1024;
/// Parts of a package; a file of a million empty parts is no template.
const PARTS_MAX: usize = 4000;

/// An open package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    pub(super) names: Vec<String>,
    left: u64,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TemplateRefusal> {
        let unreadable = |cause: String| Refusal::Unreadable { detail: format!("压缩结构不完整（{cause}）") };
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| unreadable(cause.to_string()))?;
        let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.to_string()).collect();
        if names.len() > PARTS_MAX {
            return Err(Refusal::Bomb { detail: format!("有 {} 个部件", names.len()) }.into());
        }
        Ok(Self { archive, names, left: UNPACKED_MAX })
    }

    /// A part as text, without a byte order mark; `None` when there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, TemplateRefusal> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| malformed(name))?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }

    fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, TemplateRefusal> {
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(malformed(name)),
        };
        let mut bytes = Vec::new();
        entry.take(self.left).read_to_end(&mut bytes).map_err(|_| malformed(name))?;
        self.left = self.left.saturating_sub(bytes.len() as u64);
        if self.left == 0 {
            let detail = format!("解压后超过 {} MiB", UNPACKED_MAX / (1024 * 1024));
            return Err(Refusal::Bomb { detail }.into());
        }
        Ok(Some(bytes))
    }

    /// Refuses macros, embedded programs, entities and whatever is fetched from elsewhere when the file is opened.
    pub(super) fn refuse_hostile(&mut self) -> Result<(), TemplateRefusal> {
        const EMBEDDED: [(&str, &str); 7] = [
            ("vbaproject", "宏"),
            ("/activex/", "ActiveX 控件"),
            ("/embeddings/", "嵌入的对象"),
            ("/externallinks/", "对其他工作簿的链接"),
            ("xl/connections.xml", "外部数据连接"),
            ("/ctrlprops/", "窗体控件"),
            ("/_xmlsignatures/", "数字签名（填写后即失效）"),
        ];
        let names = self.names.clone();
        for name in &names {
            let lower = format!("/{}", name.to_lowercase());
            if let Some((_, what)) = EMBEDDED.iter().find(|(mark, _)| lower.contains(mark)) {
                return Err(hostile(what));
            }
            if lower.ends_with(".xml") || lower.ends_with(".rels") || lower.ends_with(".vml") {
                let Some(bytes) = self.part(name)? else { continue };
                refuse_part(name, &bytes)?;
            }
        }
        // The parts are read once more; they fit.
        self.left = UNPACKED_MAX;
        Ok(())
    }
}

fn hostile(what: &str) -> TemplateRefusal {
    TemplateRefusal::Hostile { what: what.to_owned() }
}

fn refuse_part(name: &str, bytes: &[u8]) -> Result<(), TemplateRefusal> {
    let has = |mark: &[u8]| memchr::memmem::find(bytes, mark).is_some();
    if has(b"<!DOCTYPE") || has(b"<!ENTITY") || has(b"<!doctype") {
        return Err(hostile("实体声明（DTD）"));
    }
    // Another encoding would hide what is looked for here.
    if std::str::from_utf8(bytes).is_err() {
        return Err(malformed(name));
    }
    if name == "[Content_Types].xml" && has(b"macroEnabled") {
        return Err(Refusal::Macro.into());
    }
    if name.ends_with(".rels") {
        return refuse_external(bytes);
    }
    const FIELDS: [&[u8]; 5] = [b"DDEAUTO", b"DDE ", b"INCLUDETEXT", b"INCLUDEPICTURE", b"IMPORT "];
    if has(b"instrText") || has(b"fldSimple") {
        let text = String::from_utf8_lossy(bytes);
        // An instruction may be spread over several runs: they are read as one.
        let content = |part: &str| {
            part.split('<').next().and_then(|tag| tag.rsplit('>').next()).unwrap_or_default().to_uppercase()
        };
        let hidden = text.split("instrText").skip(1).step_by(2).map(content);
        let simple =
            text.split("w:instr=\"").skip(1).map(|part| part.split('"').next().unwrap_or_default().to_uppercase());
        let upper: String = hidden.chain(simple).collect();
        if FIELDS.iter().any(|field| memchr::memmem::find(upper.as_bytes(), field).is_some()) {
            return Err(hostile("读取外部内容的域（DDE、INCLUDETEXT、INCLUDEPICTURE）"));
        }
    }
    Ok(())
}

/// Links that a reader clicks are harmless; anything else outside the file is not.
fn refuse_external(bytes: &[u8]) -> Result<(), TemplateRefusal> {
    let text = String::from_utf8_lossy(bytes);
    for relation in text.split('<').filter(|tag| tag.contains("TargetMode")) {
        let attributes = attributes(&format!("<{}", relation.split('>').next().unwrap_or_default().to_owned() + ">"));
        let value = |name: &str| {
            attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()).unwrap_or_default()
        };
        if !value("TargetMode").eq_ignore_ascii_case("External") {
            continue;
        }
        let target = value("Target").to_lowercase();
        let harmless = ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
        if !(value("Type").ends_with("/hyperlink") && harmless) {
            return Err(hostile("指向文件之外的链接（外部模板、图片或对象）"));
        }
    }
    Ok(())
}
