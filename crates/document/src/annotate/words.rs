//! How elements are called in this document: its prefix, its namespace.

use super::AnnotateError;
use quick_xml::Reader;
use quick_xml::events::Event;

/// The names that the main part uses.
pub(super) struct Words {
    /// `w:`
    pub(super) prefix: String,
    /// Declares the prefix where the document has none of its own.
    pub(super) declared: String,
    pub(super) namespace: String,
}

impl Words {
    pub(super) fn of(xml: &[u8], part: &str) -> Result<Self, AnnotateError> {
        let malformed = |detail| AnnotateError::Malformed { part: part.to_owned(), detail };
        let mut reader = Reader::from_reader(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(e)) => {
                    let prefix = e.name().prefix().map(|prefix| AsRef::<str>::as_ref(&prefix).to_owned());
                    let key = prefix.as_ref().map_or("xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
                    let namespace = e
                        .attributes()
                        .with_checks(false)
                        .flatten()
                        .find(|a| AsRef::<str>::as_ref(&a.key) == key)
                        .map(|a| a.value.to_string())
                        .ok_or_else(|| malformed("根元素没有命名空间"))?;
                    return Ok(Self::new(prefix, namespace));
                }
                Ok(Event::Eof) | Err(_) => return Err(malformed("没有根元素")),
                Ok(_) => {}
            }
        }
    }

    fn new(prefix: Option<String>, namespace: String) -> Self {
        match prefix {
            Some(prefix) => Self { prefix: format!("{prefix}:"), declared: String::new(), namespace },
            None => Self { prefix: "w:".to_owned(), declared: format!(r#" xmlns:w="{namespace}""#), namespace },
        }
    }

    /// Strict documents name relationships differently.
    pub(super) fn relation(&self) -> &'static str {
        if self.namespace.contains("purl.oclc.org") {
            "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        }
    }
}
