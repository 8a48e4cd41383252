//! Several texts in one cell.

/// Each on a line, 1. … 2. …, one alone without a number; in brackets where a text begins with a digit: 3.11月 would be read as one number.
pub(crate) fn numbered_lines(texts: &[&str]) -> String {
    if let [only] = texts {
        return (*only).to_owned();
    }
    let bracketed = texts.iter().any(|text| text.starts_with(|c: char| c.is_ascii_digit()));
    let label = |number: usize| if bracketed { format!("（{number}）") } else { format!("{number}.") };
    let numbered = texts.iter().enumerate().map(|(at, text)| format!("{}{text}", label(at + 1)));
    numbered.collect::<Vec<_>>().join("\n")
}
