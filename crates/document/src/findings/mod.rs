//! Findings and their measures: which headings are problems, and what answers them.

mod attributes;
mod measures;
mod section;
mod select;
mod year;

use crate::extract::Extracted;
use crate::grammar::Form;
use crate::model::series_between;
use crate::outline::Heading;
use crate::{Document, DocumentKind, Finding, FindingKind, Series, Span};
use std::collections::HashMap;

/// The headings with their nesting, and the series of the document.
pub(crate) struct Tree<'a> {
    pub(crate) document: &'a Document,
    pub(crate) kind: DocumentKind,
    pub(crate) headings: &'a [Heading],
    pub(crate) series: &'a [Series],
    /// Index of the parent heading.
    pub(crate) parent: Vec<Option<usize>>,
    /// Index after the last heading below.
    pub(crate) end: Vec<usize>,
    /// Headings of a form below a parent: how many have text but none below, and how many have headings below.
    pub(crate) neighbours: HashMap<(usize, Form), (usize, usize)>,
}

/// Findings in document order.
pub(crate) fn findings(
    document: &Document,
    kind: DocumentKind,
    headings: &[Heading],
    found: &Extracted,
) -> Vec<Finding> {
    if matches!(kind, DocumentKind::Other | DocumentKind::Ledger) {
        return Vec::new();
    }
    let tree = Tree::new(document, kind, headings, &found.series);
    let mut out = Vec::new();
    for chosen in select::select(&tree) {
        match chosen {
            select::Chosen::Heading(at, finding_kind) => out.push(of_heading(&tree, at, finding_kind)),
            select::Chosen::Items(at, finding_kind) => of_items(&tree, at, finding_kind, &mut out),
        }
    }
    if let Some(written) = year::written_on(document, &found.dates) {
        out.iter_mut().for_each(|finding| year::complete(finding, written));
    }
    out
}

/// A full stop after a title is no text.
const LINE_END_BYTES: u32 = 3;

impl<'a> Tree<'a> {
    fn new(document: &'a Document, kind: DocumentKind, headings: &'a [Heading], series: &'a [Series]) -> Self {
        let mut parent = vec![None; headings.len()];
        let mut end = vec![headings.len(); headings.len()];
        let mut open: Vec<usize> = Vec::new();
        for (at, heading) in headings.iter().enumerate() {
            while let Some(&top) = open.last() {
                if headings[top].level < heading.level {
                    break;
                }
                end[top] = at;
                open.pop();
            }
            parent[at] = open.last().copied();
            open.push(at);
        }
        let mut neighbours: HashMap<(usize, Form), (usize, usize)> = HashMap::new();
        for (at, heading) in headings.iter().enumerate() {
            let Some(parent) = parent[at] else { continue };
            let counts = neighbours.entry((parent, heading.form)).or_default();
            let text: u32 = heading.body.iter().map(|span| span.end - span.start).sum();
            if end[at] > at + 1 {
                counts.1 += 1;
            } else if text > heading.title.end - heading.start + LINE_END_BYTES {
                counts.0 += 1;
            }
        }
        Self { document, kind, headings, series, parent, end, neighbours }
    }

    pub(crate) fn title(&self, at: usize) -> &'a str {
        self.headings[at].title_text(self.document)
    }

    pub(crate) fn text(&self, span: Span) -> &'a str {
        &self.document.paragraphs[span.paragraph as usize].text[span.start as usize..span.end as usize]
    }

    pub(crate) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        (at + 1..self.end[at]).filter(move |child| self.parent[*child] == Some(at))
    }

    /// Text after the title, up to the next heading.
    pub(crate) fn after_title(&self, at: usize) -> Vec<Span> {
        let heading = &self.headings[at];
        heading
            .body
            .iter()
            .filter_map(|span| {
                let start =
                    if span.paragraph == heading.paragraph { heading.title.end.max(span.start) } else { span.start };
                let text = &self.document.paragraphs[span.paragraph as usize].text[start as usize..span.end as usize];
                let skipped = text.len()
                    - text.trim_start_matches(|c: char| "。：；，:;,.".contains(c) || c.is_whitespace()).len();
                let start = start + skipped as u32;
                (start < span.end).then_some(Span { start, ..*span })
            })
            .collect()
    }

    /// Series whose items all stand in this heading's own text.
    pub(crate) fn series_in(&self, at: usize) -> impl Iterator<Item = &'a Series> + '_ {
        let body = &self.headings[at].body;
        let from = body.first().map_or((0, 0), |b| (b.paragraph, b.start));
        let to = body.last().map_or((0, 0), |b| (b.paragraph, b.end));
        series_between(self.series, from, to).iter()
    }

    fn path(&self, at: usize) -> Vec<String> {
        let mut path = Vec::new();
        let mut next = self.parent[at];
        while let Some(up) = next {
            path.push(format!("{}{}", self.headings[up].label, self.title(up)));
            next = self.parent[up];
        }
        path.reverse();
        path
    }
}

fn of_heading(tree: &Tree, at: usize, kind: FindingKind) -> Finding {
    let heading = &tree.headings[at];
    let parts = measures::parts(tree, at);
    let mut sources = vec![Span { paragraph: heading.paragraph, start: heading.start, end: heading.title.end }];
    sources.extend(parts.own_text.iter().copied());
    let text = join(tree, &sources, heading);
    let numbered = !select::deficit(tree.title(at)) && !select::named_problem(tree.title(at));
    let title = match select::labelled_problem(tree, at).filter(|_| numbered) {
        Some(span) => first_sentence(tree.text(span)),
        None => bare_title(tree.title(at)),
    };
    let mut finding = Finding {
        kind,
        label: heading.label.clone(),
        title: title.to_owned(),
        text,
        path: tree.path(at),
        measures: Vec::new(),
        status: None,
        deadlines: Vec::new(),
        owners: Vec::new(),
        sources,
        cells: Vec::new(),
    };
    attributes::add(tree, at, &parts, &mut finding);
    finding.measures = parts.measures;
    finding
}

fn first_sentence(text: &str) -> &str {
    let end = text.find('。').unwrap_or(text.len());
    text[..end].trim()
}

/// `问题：账目不清` is 账目不清.
fn bare_title(title: &str) -> &str {
    ["反馈问题", "具体问题", "存在问题", "问题描述", "问题"]
        .iter()
        .find_map(|word| title.strip_prefix(word)?.strip_prefix(['：', ':']))
        .map_or(title, str::trim)
}

/// The finding's own wording without its label, paragraphs joined by line breaks.
fn join(tree: &Tree, sources: &[Span], heading: &Heading) -> String {
    let mut text = String::new();
    for (at, span) in sources.iter().enumerate() {
        let span = if at == 0 { heading.title } else { *span };
        if at > 0 {
            let same = sources[at - 1].paragraph == span.paragraph;
            text.push_str(if same { "。" } else { "\n" });
        }
        text.push_str(tree.text(span).trim());
    }
    text
}

/// Each item of the series below an area is a finding of its own.
fn of_items(tree: &Tree, at: usize, kind: FindingKind, out: &mut Vec<Finding>) {
    let mut path = tree.path(at);
    path.push(format!("{}{}", tree.headings[at].label, tree.title(at)));
    for item in tree.series_in(at).flat_map(|series| &series.items) {
        let own = tree.text(item.span)[item.label.len()..].trim_start_matches(['，', '：', ',', '、']).trim();
        let first = own.find('。').map_or(own, |end| &own[..end]);
        let mut deadlines = Vec::new();
        attributes::deadlines_of(tree, item.span, &mut deadlines);
        out.push(Finding {
            kind,
            label: item.label.clone(),
            title: first.trim_end_matches(['；', '。', ';']).to_owned(),
            text: own.trim_end_matches(['；', ';']).to_owned(),
            path: path.clone(),
            measures: Vec::new(),
            status: None,
            deadlines,
            owners: Vec::new(),
            sources: vec![item.span],
            cells: Vec::new(),
        });
    }
}
