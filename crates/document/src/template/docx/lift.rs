//! Where a loop begins and ends in the file: within a paragraph, around paragraphs, around rows of a table.

use super::super::tags::Group;
use super::super::xml::Tree;
use super::paragraphs::Paragraph;

/// A tag of the part: its paragraph, and its number and its text there.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub(super) paragraph: usize,
    pub(super) tag: usize,
    pub(super) text: usize,
    /// Its place among all tags of the part.
    pub(super) number: usize,
}

/// Where a mark is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Where it stands, between two runs.
    Here,
    Before(usize),
    Behind(usize),
    /// In place of an element that holds nothing else.
    Instead(usize),
}

/// What is wrong with a group, and with which of its marks.
pub(super) type Misplaced = (usize, &'static str);

/// The spot of each mark of a group.
pub(super) fn spots(tree: &Tree, paragraphs: &[Paragraph], tags: &[At], group: &Group) -> Result<Vec<Spot>, Misplaced> {
    let text = |mark: usize| paragraphs[tags[mark].paragraph].texts[tags[mark].text].element;
    let (Some(&first), Some(&last)) = (group.first(), group.last()) else { return Ok(Vec::new()) };
    let same_paragraph = group.iter().all(|mark| tags[*mark].paragraph == tags[first].paragraph);
    if same_paragraph {
        let home = |mark: usize| tree.nearest(text(mark), "r").and_then(|run| tree.elements[run].parent);
        if group.iter().all(|mark| home(*mark).is_some() && home(*mark) == home(first)) {
            return Ok(vec![Spot::Here; group.len()]);
        }
        return Err((last, "与开始标记不在同一处（一个在超链接、域或修订内），请删除后重新输入"));
    }
    let common = tree
        .around(text(first))
        .find(|outer| group.iter().all(|mark| tree.around(text(*mark)).any(|around| around == *outer)));
    let common = common.unwrap_or_default();
    if tree.is(common, "tr") {
        if group.len() > 2 {
            return Err((group[1], "同一行的不同单元格之间不能用 else，请放在单独一行"));
        }
        return Ok(vec![Spot::Before(common), Spot::Behind(common)]);
    }
    let child = |mark: usize| tree.around(text(mark)).find(|at| tree.elements[*at].parent == Some(common));
    group
        .iter()
        .map(|mark| {
            let Some(own) = child(*mark) else { return Err((*mark, "所在位置不能放循环或条件标记")) };
            if vanishes(tree, paragraphs, tags, own, common) {
                Ok(Spot::Instead(own))
            } else if *mark == first {
                Ok(Spot::Before(own))
            } else if *mark == last {
                Ok(Spot::Behind(own))
            } else if child(first) == Some(own) || child(last) == Some(own) {
                Err((*mark, "须单独成段，在表格中须单独成行"))
            } else {
                Ok(Spot::Before(own))
            }
        })
        .collect()
}

/// Whether a paragraph or row holds nothing but marks, so that it is not part of the text.
fn vanishes(tree: &Tree, paragraphs: &[Paragraph], tags: &[At], element: usize, common: usize) -> bool {
    const KEPT: [&str; 6] = ["drawing", "pict", "object", "sectPr", "footnoteReference", "fldChar"];
    let is_row = tree.is(element, "tr") && tree.is(common, "tbl");
    if !is_row && !tree.is(element, "p") {
        return false;
    }
    let inside = |at: usize| tree.around(at).any(|outer| outer == element);
    let end = tree.elements[element].end;
    let own = |p: &&Paragraph| inside(p.element);
    let start = paragraphs.partition_point(|p| p.element < element);
    let own_paragraphs = || paragraphs[start..].iter().take_while(|p| tree.elements[p.element].start < end).filter(own);
    if !own_paragraphs().all(|p| p.is_bare() && p.tags.iter().all(|tag| tag.statement.is_block())) {
        return false;
    }
    // A pair that works within the row keeps the row: it is what the pair repeats.
    if is_row
        && own_paragraphs().count() > 1
        && tags.iter().filter(|at| inside(paragraphs[at.paragraph].element)).count() > 1
    {
        let opens = own_paragraphs().any(|p| p.tags.iter().any(|tag| tag.statement.opens()));
        let closes = own_paragraphs().any(|p| p.tags.iter().any(|tag| !tag.statement.opens()));
        if opens && closes {
            return false;
        }
    }
    !tree.within(element).any(|at| KEPT.iter().any(|kept| tree.is(at, kept)))
}
