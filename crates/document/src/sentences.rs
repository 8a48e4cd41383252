//! Sentences of a paragraph: the unit of the proof that nothing was lost.

/// Byte ranges of the sentences; together they cover the paragraph. A closing quote belongs to its sentence.
pub fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '。' | '！' | '？' | '；') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some((next, closing)) =
            chars.peek().copied().filter(|(_, c)| matches!(c, '”' | '》' | '）' | '。' | '！' | '？'))
        {
            end = next + closing.len_utf8();
            chars.next();
        }
        found.push((start, end));
        start = end;
    }
    if start < text.len() {
        match (text[start..].trim().is_empty(), found.last_mut()) {
            (true, Some(last)) => last.1 = text.len(),
            _ => found.push((start, text.len())),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_cover_the_text_without_overlap() {
        let text = "他说：“要整改。”一是学习；二是落实。 ";
        let found = sentences(text);
        let parts: Vec<_> = found.iter().map(|(s, e)| &text[*s..*e]).collect();
        assert_eq!(parts, ["他说：“要整改。”", "一是学习；", "二是落实。 "]);
        assert!(sentences("").is_empty());
    }
}
