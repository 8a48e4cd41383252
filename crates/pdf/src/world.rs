//! All that Typst may see: the template, the data of one document, the fonts. No file, no network, no clock.

use crate::fonts::Fonts;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

const TEMPLATE: &str = include_str!("template.typ");
/// What the template imports.
const IMPORTED: [(&str, &str); 3] = [
    ("/base.typ", include_str!("base.typ")),
    ("/head.typ", include_str!("head.typ")),
    ("/foot.typ", include_str!("foot.typ")),
];

/// One document on its way to paper.
pub(crate) struct Desk<'a> {
    fonts: &'a Fonts,
    library: LazyHash<Library>,
    main: Source,
    imported: Vec<Source>,
    data: FileId,
    bytes: Bytes,
}

/// A file of the project that exists only here; `None` for a name that is no path.
fn file(name: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?)))
}

impl<'a> Desk<'a> {
    pub(crate) fn new(fonts: &'a Fonts, data: String) -> Option<Self> {
        Some(Self {
            fonts,
            library: LazyHash::new(Library::default()),
            imported: IMPORTED
                .iter()
                .map(|(name, text)| Some(Source::new(file(name)?, (*text).to_owned())))
                .collect::<Option<_>>()?,
            main: Source::new(file("/main.typ")?, TEMPLATE.to_owned()),
            data: file("/data.json")?,
            bytes: Bytes::from_string(data),
        })
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.store.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = std::iter::once(&self.main).chain(&self.imported).find(|source| source.id() == id);
        known.cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.data { Ok(self.bytes.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.store.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
