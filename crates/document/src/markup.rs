//! Text inside XML and HTML.

/// Text of an element. Characters that XML 1.0 (§2.2) cannot hold are left out.
pub(crate) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if (c as u32) < 0x20 && !matches!(c, '\t' | '\n') || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// Text of an element or of a quoted attribute, in XML and in HTML.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(text, &mut out);
    if out.contains(['"', '\'']) { out.replace('"', "&quot;").replace('\'', "&#39;") } else { out }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("a<b>\"'&\u{0}\u{b}\n"), "a&lt;b&gt;&quot;&#39;&amp;\n");
    }
}
