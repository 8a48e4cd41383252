//! What a paragraph is for, as far as its setting is concerned.

use crate::context::Context;
use document::{Node, Region, Setting};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Title,
    /// 一、
    Heading1,
    /// （一）
    Heading2,
    /// Whole sentences.
    Body,
    /// What the rules of setting say nothing of, or what cannot be told.
    Other,
}

/// A paragraph of the main text that says how it is set.
pub(crate) struct Set<'a> {
    pub(crate) index: usize,
    pub(crate) text: &'a str,
    pub(crate) role: Role,
    pub(crate) setting: &'a Setting,
}

/// The paragraphs of the main text with their roles; none where the format does not say how it is set.
pub(crate) fn paragraphs<'a>(context: &Context<'a>) -> Vec<Set<'a>> {
    if context.document.layout.is_none() {
        return Vec::new();
    }
    let mut headings = vec![None; context.document.paragraphs.len()];
    note(context, &context.structure.outline, &mut headings);
    let head = head_end(context);
    let first = headings.iter().position(Option::is_some).unwrap_or(headings.len());
    // The list of attachments stands behind the text, the imprint behind everything.
    let (mut ended, mut attached) = (false, false);
    // The lines of a title stand together: a signature that repeats its first words is none.
    let mut title = Title::Before;
    let mut found = Vec::new();
    for (index, paragraph) in context.paragraphs() {
        let text = paragraph.text.as_str();
        ended |= ["附件：", "附件:", "抄送"].iter().any(|start| text.starts_with(start));
        attached |= text.starts_with("附件") && text.chars().count() <= ATTACHMENT_LABEL_MAX;
        let (Some(setting), Region::Body, false) = (&paragraph.setting, paragraph.region, attached) else { continue };
        let heading = headings.get(index).copied().flatten();
        let is_whole = context.structure.title.as_deref() == Some(text.trim());
        let role = match heading {
            Some(role) => role,
            None if index < first && title != Title::Past && is_title(context, text) && (index >= head || is_whole) => {
                Role::Title
            }
            None if !ended && text.ends_with(['。', '；', '！', '？']) && paragraph.label.is_none() => Role::Body,
            None => Role::Other,
        };
        title = title.after(role, text);
        found.push(Set { index, text, role, setting });
    }
    found
}

/// How far the title is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    Before,
    Within,
    Past,
}

impl Title {
    fn after(self, role: Role, text: &str) -> Self {
        match self {
            _ if role == Role::Title => Self::Within,
            Self::Within if !text.trim().is_empty() => Self::Past,
            same => same,
        }
    }
}

/// Number of the first paragraph below the 版头: its mark may be the words that the title begins with.
fn head_end(context: &Context<'_>) -> usize {
    const PARAGRAPHS_MAX: usize = 12;
    let numbered = |text: &str| text.split_whitespace().any(|word| word.ends_with('号') && word.contains('〔'));
    let top = context.document.paragraphs.iter().take(PARAGRAPHS_MAX);
    top.map(|paragraph| paragraph.text.as_str()).position(numbered).map_or(0, |at| at + 1)
}

/// 附件, 附件1, 附件12: longer ones list what is attached.
const ATTACHMENT_LABEL_MAX: usize = 5;

fn is_title(context: &Context<'_>, text: &str) -> bool {
    context.structure.title.as_deref().is_some_and(|title| title.contains(text) || text.replace(' ', "") == title)
}

/// Headings by their labels; one that goes on as text is set as text is.
fn note(context: &Context<'_>, nodes: &[Node], headings: &mut [Option<Role>]) {
    for node in nodes {
        let text = context.document.paragraphs.get(node.paragraph as usize).map_or("", |p| p.text.as_str());
        let ends = node.span.is_none_or(|span| text.len() <= span.end as usize + '。'.len_utf8());
        let role = match node.label.as_str() {
            label if ends && label.ends_with('、') => Role::Heading1,
            label if ends && label.starts_with('（') && !label.chars().any(|c| c.is_ascii_digit()) => Role::Heading2,
            _ => Role::Other,
        };
        if let Some(slot) = headings.get_mut(node.paragraph as usize) {
            *slot = Some(role);
        }
        note(context, &node.children, headings);
    }
}
