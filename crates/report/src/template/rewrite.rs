//! Placeholders of the form `{{ 对象.字段|写法 }}` become calls that keep what they refer to.

use super::TemplateError;
use crate::snapshot::Format;

/// The function that writes a field with its binding; no template names it.
pub(crate) const BOUND: &str = "__bound";

/// Rewrites every placeholder that names a field; others (`{{ 1 + 1 }}`) stay as they are.
pub(crate) fn bound_placeholders(template: &str) -> Result<String, TemplateError> {
    let mut out = String::with_capacity(template.len() + template.len() / 4);
    let mut rest = template;
    let mut line = 1;
    while let Some(start) = rest.find("{{") {
        let (before, behind) = rest.split_at(start);
        out.push_str(before);
        line += before.matches('\n').count();
        let Some(end) = behind.find("}}") else {
            return Err(TemplateError::Line { line, what: "占位符“{{”没有对应的“}}”".to_owned() });
        };
        let inner = &behind[2..end];
        match field_of(inner).map_err(|what| TemplateError::Line { line, what })? {
            Some((object, field, formats)) => {
                out.push_str(&format!("{{{{ {BOUND}({object}, \"{field}\", '{formats}') }}}}"));
            }
            None => out.push_str(&behind[..end + 2]),
        }
        line += inner.matches('\n').count();
        rest = &behind[end + 2..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Object, field and formats of a placeholder; `None` for any other expression.
pub(crate) fn field_of(inner: &str) -> Result<Option<(String, String, String)>, String> {
    let (path, formats) = match inner.split_once('|') {
        Some((path, formats)) => (path.trim(), formats.trim()),
        None => (inner.trim(), ""),
    };
    let Some((object, field)) = path.rsplit_once('.') else { return Ok(None) };
    let words = |text: &str| text.split('.').all(is_word);
    if !words(object) || !is_word(field) {
        return Ok(None);
    }
    if formats.is_empty() {
        return Ok(Some((object.to_owned(), field.to_owned(), String::new())));
    }
    let formats = Format::parse_all(formats).map_err(|cause| cause.to_string())?;
    let written: Vec<String> = formats.iter().map(|format| format.to_string().replace(['\'', '\\'], "")).collect();
    Ok(Some((object.to_owned(), field.to_owned(), written.join("|"))))
}

pub(crate) fn is_word(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_rewritten_and_other_expressions_are_not() {
        let text =
            bound_placeholders("共{{ 统计.问题数 }}个，{{ 1 + 1 }}，{{ 问题.时限 | 缺省(\"待定\") | 句 }}").unwrap();
        assert_eq!(
            text,
            "共{{ __bound(统计, \"问题数\", '') }}个，{{ 1 + 1 }}，{{ __bound(问题, \"时限\", '缺省(待定)|句') }}"
        );
    }

    #[test]
    fn an_open_placeholder_is_an_error_of_its_line() {
        let error = bound_placeholders("甲\n乙{{ 统计.问题数").unwrap_err().to_string();
        assert!(error.contains("第2行"), "{error}");
    }
}
