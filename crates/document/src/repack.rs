//! A zip package with some parts changed: all others are copied as they are packed.

use std::io::{Cursor, Error, Result, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The package with these parts instead of the old ones, these added, and these left out.
pub(crate) fn repacked(
    bytes: &[u8],
    changed: &[(String, Vec<u8>)],
    added: &[(String, Vec<u8>)],
    left_out: &[String],
) -> Result<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(Error::other)?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for at in 0..archive.len() {
        let entry = archive.by_index_raw(at).map_err(Error::other)?;
        let name = entry.name().map(|name| name.to_string()).unwrap_or_default();
        if left_out.contains(&name) {
            continue;
        }
        match changed.iter().find(|(changed, _)| *changed == name) {
            Some((_, xml)) => {
                zip.start_file(name, options).map_err(Error::other)?;
                zip.write_all(xml)?;
            }
            None => zip.raw_copy_file(entry).map_err(Error::other)?,
        }
    }
    for (name, xml) in added {
        zip.start_file(name.as_str(), options).map_err(Error::other)?;
        zip.write_all(xml)?;
    }
    Ok(zip.finish().map_err(Error::other)?.into_inner())
}
