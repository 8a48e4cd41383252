//! What a place of a report refers to: an entry, one of its fields, and how that is written.

use super::format::{Format, FormatError};
use std::fmt::{self, Display, Formatter};

/// A reference such as `问题[XC-2026-01-003].时限|日期`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Query {
    pub entry: String,
    pub field: String,
    pub formats: Vec<Format>,
}

/// Why a text is no query.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    #[error("“{0}”不是“对象.字段”的形式")]
    Form(String),
    #[error(transparent)]
    Format(#[from] FormatError),
}

impl Query {
    /// Reads what [`Display`] writes.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let wrong = || QueryError::Form(text.to_owned());
        // The key in brackets may hold dots; formats come behind the field.
        let from = text.find(']').unwrap_or(0);
        let dot = text[from..].find('.').map(|at| from + at).ok_or_else(wrong)?;
        let (entry, rest) = (&text[..dot], &text[dot + 1..]);
        let (field, formats) = match rest.split_once('|') {
            Some((field, formats)) => (field, Format::parse_all(formats)?),
            None => (rest, Vec::new()),
        };
        if entry.is_empty() || field.is_empty() {
            return Err(wrong());
        }
        Ok(Self { entry: entry.to_owned(), field: field.to_owned(), formats })
    }
}

impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.entry, self.field)?;
        self.formats.iter().try_for_each(|format| write!(f, "|{format}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_as_it_is_written() {
        for text in
            ["统计.问题数", "问题[XC-2026-01-003].时限|日期", "方面[1.学习].名称|句", "问题[a].责任人|缺省(待明确)|句"]
        {
            assert_eq!(Query::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_query_is_refused() {
        assert!(Query::parse("统计").is_err());
        assert!(Query::parse(".问题数").is_err());
        assert!(Query::parse("统计.").is_err());
        assert!(Query::parse("统计.问题数|大写字母").is_err());
    }
}
