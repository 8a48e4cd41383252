//! The first tree of a draft, from what the parser found.

use crate::context::Parsed;
use document::ledger::{self, Field, Mapping};
use document::{
    Document, Finding, FindingKind, Format, Node as Heading, Paragraph, Place, Region, Span, trailing_status,
};
use domain::draft::{DraftState, Node, NodeDeadline, NodeField, NodeKind, NodeOwner, Stretch};
use std::collections::HashMap;

/// Every sentence of the source.
pub(super) fn sentences(document: &Document) -> Vec<Stretch> {
    let mut out = Vec::new();
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        for (start, end) in document::sentences(&paragraph.text) {
            out.push(Stretch { paragraph: at as u32, start: start as u32, end: end as u32 });
        }
    }
    out
}

/// Areas from the headings above findings, findings, their measures; other headings as context.
pub(super) fn state(parsed: &Parsed, mapping: Option<&Mapping>) -> DraftState {
    let sheet = matches!(parsed.document.format, Format::Xlsx | Format::Xls);
    let own;
    let findings: &[Finding] = match mapping {
        Some(mapping) if sheet || parsed.structure.findings.is_empty() => {
            own = ledger::findings(&parsed.document, mapping);
            &own
        }
        _ => &parsed.structure.findings,
    };
    let mut builder = Builder { state: DraftState::default(), areas: Vec::new() };
    for finding in findings {
        builder.finding(finding, &parsed.structure.outline);
    }
    if let Some(mapping) = mapping.filter(|_| sheet && !findings.is_empty()) {
        builder.state.skipped = frame(&parsed.document, mapping);
    }
    if !sheet {
        builder.context(&parsed.structure.outline);
        builder.title(parsed);
    }
    builder.state
}

/// Columns that number and sort the entries, or were read into their state; none of them is a sentence of its own.
const FRAME: [Field; 5] = [Field::Serial, Field::Key, Field::Source, Field::Category, Field::Status];

/// What only frames the entries of a sheet: titles, the header and `FRAME`. Nobody has to put these aside.
fn frame(document: &Document, mapping: &Mapping) -> Vec<Stretch> {
    let framing = |column: u32| {
        mapping.columns.iter().any(|c| c.index == column && c.field.is_some_and(|field| FRAME.contains(&field)))
    };
    let of_frame = |paragraph: &Paragraph| {
        let Region::Table { row, column, .. } = paragraph.region else { return false };
        let here = matches!(&paragraph.place, Place::Cell { sheet, .. } if **sheet == *mapping.sheet);
        here && (row < mapping.header_rows || framing(column))
    };
    let paragraphs = document.paragraphs.iter().enumerate().filter(|(_, paragraph)| of_frame(paragraph));
    let whole = |(at, paragraph): (usize, &Paragraph)| Stretch {
        paragraph: at as u32,
        start: 0,
        end: paragraph.text.len() as u32,
    };
    paragraphs.map(whole).collect()
}

struct Builder {
    state: DraftState,
    /// Path of an area and its node.
    areas: Vec<(Vec<String>, String)>,
}

impl Builder {
    fn add(&mut self, node: Node) -> String {
        self.state.next += 1;
        let id = format!("n{}", self.state.next);
        self.state.nodes.push(Node { id: id.clone(), ..node });
        id
    }

    fn finding(&mut self, finding: &Finding, outline: &[Heading]) {
        let parent = self.area(&finding.path, outline);
        let kind = match finding.kind {
            FindingKind::Problem => NodeKind::Finding,
            FindingKind::Recommendation => NodeKind::Recommendation,
        };
        let mut node = blank(kind, parent, &finding.title, &finding.text);
        node.label = finding.label.clone();
        node.sources = stretches(&finding.sources);
        node.status = finding.status.map(|s| s.name().to_owned());
        node.deadlines = finding.deadlines.iter().map(deadline).collect();
        node.owners = finding.owners.iter().flat_map(owners).collect();
        // Lines that only name people and dates belong to their finding too.
        node.sources.extend(stretches(
            &finding.owners.iter().map(|o| o.span).chain(finding.deadlines.iter().map(|d| d.span)).collect::<Vec<_>>(),
        ));
        node.sources.extend(stretches(&finding.cells.iter().map(|c| c.span).collect::<Vec<_>>()));
        node.fields =
            finding.cells.iter().map(|c| NodeField { name: c.field.name().to_owned(), text: c.text.clone() }).collect();
        let id = self.add(node);
        for measure in &finding.measures {
            let stated = trailing_status(&measure.text);
            let text = stated.map_or(measure.text.as_str(), |(text, _)| text);
            let mut node = blank(NodeKind::Measure, Some(id.clone()), "", text);
            node.status = stated.map(|(_, status)| status.name().to_owned());
            node.sources = stretches(&measure.sources);
            node.deadlines = measure.deadlines.iter().map(deadline).collect();
            node.owners = measure.owners.iter().flat_map(owners).collect();
            self.add(node);
        }
    }

    /// The area node of a path, made on first use.
    fn area(&mut self, path: &[String], outline: &[Heading]) -> Option<String> {
        if path.is_empty() {
            return None;
        }
        if let Some((_, id)) = self.areas.iter().find(|(known, _)| known == path) {
            return Some(id.clone());
        }
        let parent = self.area(&path[..path.len() - 1], outline);
        let title = path.last().cloned().unwrap_or_default();
        let heading = find(outline, path);
        let mut node = blank(NodeKind::Area, parent, &title, &title);
        if let Some(heading) = heading {
            node.label = heading.label.clone();
            node.title = heading.title.clone();
            node.text = heading.title.clone();
            node.sources = heading_stretch(heading).into_iter().collect();
        }
        let id = self.add(node);
        self.areas.push((path.to_vec(), id.clone()));
        Some(id)
    }

    /// Headings that no node covers stand as context, so that their sentence is accounted for.
    fn context(&mut self, outline: &[Heading]) {
        let mut covered: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
        for source in self.state.nodes.iter().flat_map(|n| &n.sources) {
            covered.entry(source.paragraph).or_default().push((source.start, source.end));
        }
        self.context_below(outline, &covered);
    }

    fn context_below(&mut self, outline: &[Heading], covered: &HashMap<u32, Vec<(u32, u32)>>) {
        for heading in outline {
            let open = heading_stretch(heading).filter(|stretch| {
                let here = covered.get(&stretch.paragraph).map(Vec::as_slice).unwrap_or_default();
                !here.iter().any(|(start, end)| *start < stretch.end && stretch.start < *end)
            });
            if let Some(stretch) = open {
                let mut node = blank(NodeKind::Context, None, &heading.title, &heading.title);
                node.label = heading.label.clone();
                node.sources = vec![stretch];
                self.add(node);
            }
            self.context_below(&heading.children, covered);
        }
    }

    /// The document's title is context too.
    fn title(&mut self, parsed: &Parsed) {
        let Some(title) = &parsed.structure.title else { return };
        let at = parsed.document.paragraphs.iter().position(|p| p.text.trim() == title.trim());
        if let Some(at) = at {
            let mut node = blank(NodeKind::Context, None, title, title);
            node.sources =
                vec![Stretch { paragraph: at as u32, start: 0, end: parsed.document.paragraphs[at].text.len() as u32 }];
            self.add(node);
        }
    }
}

fn blank(kind: NodeKind, parent: Option<String>, title: &str, text: &str) -> Node {
    Node {
        id: String::new(),
        parent,
        kind,
        label: String::new(),
        title: title.to_owned(),
        text: text.to_owned(),
        sources: Vec::new(),
        status: None,
        deadlines: Vec::new(),
        owners: Vec::new(),
        fields: Vec::new(),
        checked: false,
        skipped: false,
    }
}

/// The heading at the end of a path of `label + title`.
fn find<'a>(outline: &'a [Heading], path: &[String]) -> Option<&'a Heading> {
    let (first, rest) = path.split_first()?;
    let here = outline.iter().find(|h| format!("{}{}", h.label, h.title) == *first)?;
    if rest.is_empty() { Some(here) } else { find(&here.children, rest) }
}

fn heading_stretch(heading: &Heading) -> Option<Stretch> {
    let first = heading.body.first()?;
    let end = heading.span.map_or_else(|| (first.start + heading.title.len() as u32).min(first.end), |span| span.end);
    (first.start < end).then_some(Stretch { paragraph: heading.paragraph, start: first.start, end })
}

fn stretches(spans: &[Span]) -> Vec<Stretch> {
    spans.iter().map(|s| Stretch { paragraph: s.paragraph, start: s.start, end: s.end }).collect()
}

fn deadline(deadline: &document::Deadline) -> NodeDeadline {
    NodeDeadline { text: deadline.text.clone(), date: deadline.date.clone(), kind: deadline.kind.name().to_owned() }
}

fn owners(duty: &document::Duty) -> impl Iterator<Item = NodeOwner> + '_ {
    duty.names.iter().map(|name| NodeOwner {
        role: duty.role.name().to_owned(),
        text: name.clone(),
        unit: None,
        person: None,
    })
}
