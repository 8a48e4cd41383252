//! What a file carries beside its text.

/// What is stored in a file beside its text and goes out with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    pub properties: Vec<Property>,
    /// Tracked changes that are neither accepted nor rejected.
    pub tracked: u32,
    pub comments: u32,
    /// Hidden characters of the text.
    pub hidden: u32,
}

/// A property of the file that names a person, a body or a computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    pub kind: PropertyKind,
    pub value: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PropertyKind {
    Author,
    LastModifiedBy,
    Company,
    Manager,
    /// A path of the writer's computer.
    Path,
}

impl PropertyKind {
    pub fn word(self) -> &'static str {
        match self {
            Self::Author => "作者",
            Self::LastModifiedBy => "上次修改者",
            Self::Company => "单位",
            Self::Manager => "经理",
            Self::Path => "文件路径",
        }
    }
}

impl Meta {
    /// Notes a property with a value; a path is one whatever the property is called.
    pub(crate) fn note(&mut self, kind: Option<PropertyKind>, value: &str) {
        let value = value.trim();
        let kind = if is_path(value) { Some(PropertyKind::Path) } else { kind };
        let Some(kind) = kind.filter(|_| !value.is_empty()) else { return };
        let property = Property { kind, value: value.chars().take(VALUE_CHARACTERS_MAX).collect() };
        if !self.properties.contains(&property) && self.properties.len() < PROPERTIES_MAX {
            self.properties.push(property);
        }
    }
}

/// Values are shown to people; a hostile file must not fill the memory with them.
const VALUE_CHARACTERS_MAX: usize = 200;
const PROPERTIES_MAX: usize = 100;

/// `C:\…`, `\\server\…`, `file:///…`, `/Users/…`.
fn is_path(value: &str) -> bool {
    let mut head = value.chars();
    let drive = head.next().is_some_and(|c| c.is_ascii_alphabetic())
        && head.next() == Some(':')
        && matches!(head.next(), Some('\\' | '/'));
    drive || ["\\\\", "file:", "/Users/", "/home/"].iter().any(|start| value.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_names() {
        let paths = ["C:\\文稿\\a.docx", "\\\\nas\\a", "file:///D:/a.dotx", "/home/a/b"];
        assert!(paths.iter().all(|path| is_path(path)));
        assert!(!["Normal.dotm", "甲：乙", "https://example.com", ""].iter().any(|name| is_path(name)));
    }
}
