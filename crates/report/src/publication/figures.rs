//! What must agree between both versions, and what must not come through.

use super::compose::PublicText;
use document::Official;
use document::official::{Block, plain};

/// Bindings of sums: they say the same in both versions.
fn is_figure(binding: &str) -> bool {
    let field = binding.split('|').next().unwrap_or_default();
    field.starts_with("统计.") || (field.starts_with("方面[") && field.ends_with('数'))
}

fn figures(official: &Official) -> Vec<(&str, &str)> {
    let bound = official.runs().filter_map(|run| Some((run.binding.as_deref()?, run.text.as_str())));
    bound.filter(|(binding, _)| is_figure(binding)).collect()
}

/// The first figure that the public version says otherwise or not at all; none where both agree.
pub fn figure_difference(internal: &Official, public: &Official) -> Option<String> {
    let (ours, theirs) = (figures(internal), figures(public));
    let differs = ours.iter().zip(&theirs).find(|(a, b)| a != b).map(|(a, _)| a);
    let missing = || ours.get(theirs.len());
    differs.or_else(missing).map(|(binding, text)| format!("内部稿“{binding}”为{text}，公开稿中不同或缺少"))
}

/// Words of the public version that were left out or redacted elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leak {
    pub block: usize,
    pub cell: Option<(usize, usize)>,
    /// Characters.
    pub start: usize,
    pub end: usize,
    pub text: String,
}

/// Fewest characters of words that tell something.
const TELLING: usize = 2;

/// Where words stand open that must not: titles of what is withheld, and what is redacted somewhere.
pub fn leaks(public: &PublicText, secrets: &[String]) -> Vec<Leak> {
    let mut out = Vec::new();
    for (block, content) in public.official.blocks.iter().enumerate() {
        let mut look = |cell: Option<(usize, usize)>, text: String| {
            for secret in secrets.iter().filter(|secret| secret.chars().count() >= TELLING) {
                for (byte, found) in text.match_indices(secret.as_str()) {
                    let start = text[..byte].chars().count();
                    let end = start + secret.chars().count();
                    out.push(Leak { block, cell, start, end, text: found.to_owned() });
                }
            }
        };
        match content {
            Block::Paragraph { text, .. } => look(None, plain(text)),
            Block::Table(table) => {
                for (row, cells) in table.rows.iter().enumerate() {
                    for (column, text) in cells.iter().enumerate() {
                        look(Some((row, column)), plain(text));
                    }
                }
            }
            Block::PageBreak => {}
        }
    }
    out
}
