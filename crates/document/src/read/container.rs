//! What a container holds beside its text: macros, programs, a lock. Its content tells, whatever its name says.

use crate::Refusal;
use memchr::memmem::find;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Bytes of a part that is looked into; what tells of macros stands in small ones.
const PART_MAX: u64 = 1024 * 1024;
/// Parts that are looked into.
const PARTS_MAX: usize = 400;

/// Endings of programs and of scripts that the system runs.
pub const PROGRAM_ENDINGS: [&str; 35] = [
    ".exe", ".dll", ".bat", ".cmd", ".com", ".msi", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".jar", ".sh", ".scr",
    ".pif", ".cpl", ".hta", ".lnk", ".chm", ".wsf", ".wsh", ".sct", ".reg", ".inf", ".url", ".iso", ".img", ".vhd",
    ".mht", ".mhtml", ".py", ".apk", ".xll", ".html", ".htm",
];
/// Endings of office files that are made to hold macros.
pub const MACRO_ENDINGS: [&str; 9] = [".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".potm", ".ppsm", ".ppam"];

/// Refuses a container with macros, with a program in it, or locked with a password. Anything else passes.
pub fn refuse_active(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(b"PK\x03\x04") {
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => refuse_package(archive),
            Err(_) => Ok(()),
        }
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        refuse_compound(bytes)
    } else {
        Ok(())
    }
}

fn refuse_package(mut archive: ZipArchive<Cursor<&[u8]>>) -> Result<(), Refusal> {
    let own: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.to_string()).collect();
    let names: Vec<String> = own.iter().map(|name| name.to_lowercase()).collect();
    let is_macro =
        |name: &String| name.contains("vbaproject") || name.ends_with("vbadata.xml") || name.contains("/macrosheets/");
    if names.iter().any(is_macro) {
        return Err(Refusal::Macro);
    }
    // A packet of files is no office file: what it holds is judged by who opens it.
    if !names.iter().any(|name| name == "[content_types].xml") {
        return Ok(());
    }
    if let Some(name) = names.iter().find(|name| PROGRAM_ENDINGS.iter().any(|end| name.ends_with(end))) {
        return Err(Refusal::Program { name: name.clone() });
    }
    const TELLING: [&[u8]; 4] = [b"macroEnabled", b"ms-office.vbaProject", b"relationships/vbaProject", b"acrosheet"];
    let telling = |name: &str| name == "[content_types].xml" || name.ends_with(".rels");
    for name in own.iter().filter(|name| telling(&name.to_lowercase())).take(PARTS_MAX) {
        let Ok(part) = archive.by_name(name) else { continue };
        let mut content = Vec::new();
        if part.take(PART_MAX).read_to_end(&mut content).is_ok()
            && TELLING.iter().any(|mark| find(&content, mark).is_some())
        {
            return Err(Refusal::Macro);
        }
    }
    Ok(())
}

fn refuse_compound(bytes: &[u8]) -> Result<(), Refusal> {
    // Names of storages and streams stand in the file as they are, also where its structure is damaged.
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &wide).is_some()
    };
    if ["EncryptedPackage", "EncryptionInfo"].into_iter().any(has) {
        return Err(Refusal::Encrypted);
    }
    if has("_VBA_PROJECT") { Err(Refusal::Macro) } else { Ok(()) }
}
