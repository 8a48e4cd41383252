//! Colons, full or half width: what stands before them is a label more often than not.

use memchr::memmem::Finder;
use std::sync::LazyLock;

static FULL_WIDTH: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("："));

/// For each colon from byte `from` on: where it stands, and where what follows begins.
pub(crate) fn colons(text: &str, from: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(at..)?;
        let half = memchr::memchr(b':', rest);
        // Only what stands before the half-width one can come first.
        let full = FULL_WIDTH.find(&rest[..half.unwrap_or(rest.len())]);
        let found = at + full.or(half)?;
        at = found + if full.is_some() { "：".len() } else { 1 };
        Some((found, at))
    })
}

/// For each colon that one of the labels stands right before: where what follows begins.
pub(crate) fn values<'a>(text: &'a str, labels: &'a [&str]) -> impl Iterator<Item = usize> + 'a {
    let labelled = |colon: usize| labels.iter().any(|label| text[..colon].ends_with(label));
    colons(text, 0).filter(move |(colon, _)| labelled(*colon)).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_widths_are_found_in_order() {
        let text = "时限:三月：责任人：甲";
        let found: Vec<&str> = colons(text, 0).map(|(colon, _)| &text[..colon]).collect();
        assert_eq!(found, ["时限", "时限:三月", "时限:三月：责任人"]);
        assert_eq!(
            values(text, &["责任人", "时限"]).map(|at| &text[at..]).collect::<Vec<_>>(),
            ["三月：责任人：甲", "甲"]
        );
        assert_eq!(colons("无", 0).next(), None);
    }
}
