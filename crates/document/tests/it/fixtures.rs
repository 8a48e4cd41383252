//! Our own documents against the trees that a careful reader gives them (fixtures/documents/README.md).

use document::{DeadlineKind, Finding, Node, Structure, parse, read};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Lines of the expected form that a structure gives.
pub(crate) struct Lines {
    pub(crate) outline: Vec<String>,
    pub(crate) findings: Vec<String>,
    pub(crate) totals: Vec<String>,
    /// Status, deadlines and owners of findings.
    pub(crate) attributes: Vec<String>,
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents")
}

/// Full-width brackets, ASCII digits and dots, no blanks; titles without final marks.
fn normal(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
            '．' => '.',
            ':' => '：',
            ',' => '，',
            ';' => '；',
            c => c,
        })
        .collect::<String>()
        .trim_end_matches(['。', '：', '；', '.'])
        .to_owned()
}

fn normal_label(label: &str) -> String {
    let label: String = normal(label)
        .chars()
        .map(|c| match c as u32 {
            0x3220..=0x3229 => {
                format!("（{}）", "一二三四五六七八九十".chars().nth((c as u32 - 0x3220) as usize).unwrap_or(c))
            }
            _ => c.to_string(),
        })
        .collect();

    label.trim_end_matches(['、', '.', '，', '：']).to_owned()
}

fn write_node(node: &Node, structure: &Structure, out: &mut Vec<String>) {
    out.push(format!("H{} {} {}", node.level, normal_label(&node.label), normal(&node.title)));
    for series in &structure.series {
        let first = series.items[0].span;
        if node.body.iter().any(|b| b.paragraph == first.paragraph && b.start <= first.start && first.start < b.end) {
            out.push(format!("S {} {}", series.style.name(), series.items.len()));
        }
    }
    for child in &node.children {
        write_node(child, structure, out);
    }
}

pub(crate) fn finding_line(finding: &Finding) -> String {
    format!("F {} {} | {}", finding.kind.name(), finding.measures.len(), normal(&finding.title))
}

/// `status | 题目 = done`, `due | 题目 = 2026-06-30;standing`, `owners | 题目 = leader:张某`
pub(crate) fn attribute_lines(finding: &Finding) -> Vec<String> {
    let title = normal(&finding.title);
    let mut out = Vec::new();
    if let Some(status) = finding.status {
        out.push(format!("status | {title} = {}", status.name()));
    }
    let all = finding.deadlines.iter().chain(finding.measures.iter().flat_map(|m| &m.deadlines));
    let mut dates: Vec<String> = Vec::new();
    for deadline in all {
        let text = match deadline.kind {
            DeadlineKind::Absolute => deadline.date.clone().unwrap_or_default(),
            DeadlineKind::Relative => format!("relative:{}", normal(&deadline.text)),
            DeadlineKind::Immediate | DeadlineKind::Standing => deadline.kind.name().to_owned(),
        };
        if !dates.contains(&text) {
            dates.push(text);
        }
    }
    if !dates.is_empty() {
        out.push(format!("due | {title} = {}", dates.join(";")));
    }
    let mut owners: Vec<String> = Vec::new();
    for duty in finding.owners.iter().chain(finding.measures.iter().flat_map(|m| &m.owners)) {
        let text = format!("{}:{}", duty.role.name(), duty.names.join(","));
        if !owners.contains(&text) {
            owners.push(text);
        }
    }
    owners.sort();
    if !owners.is_empty() {
        out.push(format!("owners | {title} = {}", owners.join(";")));
    }
    out
}

fn expected_attributes(title: &str, parts: &[&str], out: &mut Vec<String>) {
    for part in parts {
        let Some((name, value)) = part.split_once('=') else { continue };
        let value = match name {
            "owners" => {
                let mut owners: Vec<&str> = value.split(';').collect();
                owners.sort_unstable();
                owners.join(";")
            }
            _ => normal(value).replace('；', ";").replace('：', ":"),
        };
        out.push(format!("{name} | {title} = {value}"));
    }
}

pub(crate) fn found(structure: &Structure) -> Lines {
    let mut outline = vec![
        format!("kind: {}", structure.kind.name()),
        format!("title: {}", normal(structure.title.as_deref().unwrap_or("-"))),
    ];
    let before = outline.len();
    for node in &structure.outline {
        write_node(node, structure, &mut outline);
    }
    // Series that stand below no heading.
    if outline.len() == before {
        outline.extend(structure.series.iter().map(|s| format!("S {} {}", s.style.name(), s.items.len())));
    }
    let totals = structure
        .totals
        .iter()
        .map(|t| {
            let parts: Vec<_> = t.parts.iter().filter(|p| !p.count.ends_with('%')).map(|p| p.count.clone()).collect();
            let mark = match t.consistent {
                Some(true) => "ok",
                Some(false) => "bad",
                None => "-",
            };
            let parts = if parts.is_empty() { String::new() } else { format!(" = {}", parts.join(" + ")) };
            format!("T {} {} {}{parts} {mark}", t.subject, t.unit, t.total)
        })
        .collect();
    let attributes = structure.findings.iter().flat_map(attribute_lines).collect();
    Lines { outline, findings: structure.findings.iter().map(finding_line).collect(), totals, attributes }
}

pub(crate) fn expected(text: &str) -> Lines {
    let mut lines = Lines { outline: Vec::new(), findings: Vec::new(), totals: Vec::new(), attributes: Vec::new() };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let line = line.split("   #").next().unwrap_or(line).trim();
        if let Some(rest) = line.strip_prefix("F ") {
            let mut parts = rest.split('|').map(str::trim);
            let head = parts.next().unwrap_or_default();
            let title = normal(parts.next().unwrap_or_default());
            lines.findings.push(format!("F {head} | {title}"));
            expected_attributes(&title, &parts.collect::<Vec<_>>(), &mut lines.attributes);
        } else if line.starts_with("T ") {
            lines.totals.push(total_line(line));
        } else if let Some(rest) = line.strip_prefix("title:") {
            lines.outline.push(format!("title: {}", normal(rest)));
        } else if line.starts_with('H') {
            let mut parts = line.splitn(3, ' ');
            let (level, label, title) =
                (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let label = if label == "-" { String::new() } else { normal_label(label) };
            lines.outline.push(format!("{level} {label} {}", normal(title)));
        } else if !line.starts_with("titles:") && !line.starts_with("B ") {
            lines.outline.push(line.to_owned());
        }
    }
    lines
}

/// A total without the labels of its parts: `T 问题 个 21 = 已完成 19 + 基本完成 2 ok` → `… = 19 + 2 ok`.
fn total_line(line: &str) -> String {
    let Some((head, tail)) = line.split_once('=') else { return line.to_owned() };
    let (parts, mark) = tail.trim().rsplit_once(' ').unwrap_or((tail, ""));
    let numbers: Vec<&str> =
        parts.split('+').filter_map(|part| part.split_whitespace().last()).filter(|n| !n.ends_with('%')).collect();
    format!("{} = {} {mark}", head.trim(), numbers.join(" + "))
}

/// What the second set (51–84, README-51-84.md) leaves out of its totals: groupings, meetings, people, money, a
/// single part of a whole.
fn second_set(totals: &[String]) -> Vec<String> {
    const LEFT_OUT: [&str; 9] = ["方面", "类", "会议", "人员", "资金", "金额", "单位", "企业", "督导"];
    let kept = totals.iter().filter(|line| !LEFT_OUT.contains(&line.split(' ').nth(1).unwrap_or_default()));
    kept.map(|line| line.replace("意见建议", "意见"))
        .map(|line| match line.split_once(" = ") {
            Some((head, tail)) if tail.ends_with(" -") && !tail.contains('+') => format!("{head} -"),
            _ => line,
        })
        .collect()
}

/// Lines of `expected` that are missing, and lines of `found` that are too many.
pub(crate) fn difference(expected: &[String], found: &[String]) -> (Vec<String>, Vec<String>) {
    let mut extra = found.to_vec();
    let mut missing = Vec::new();
    for line in expected {
        match extra.iter().position(|other| other == line) {
            Some(at) => {
                extra.remove(at);
            }
            None => missing.push(line.clone()),
        }
    }
    (missing, extra)
}

#[test]
fn our_documents_have_the_trees_a_reader_gives_them() {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder()).map(|dir| dir.flatten().map(|e| e.path()).collect()).unwrap_or_default();
    files.retain(|path| {
        path.extension().is_some_and(|e| e == "txt" || e == "md") && path.with_extension("expected").exists()
    });
    files.sort();
    let mut report = String::new();
    let (mut all, mut wrong) = (0, 0);
    for path in &files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let want = expected(&std::fs::read_to_string(path.with_extension("expected")).unwrap());
        let mut got = found(&parse(&read(&std::fs::read(path).unwrap(), &name).unwrap()));
        if ("51".."85").contains(&&name[..2]) {
            got.totals = second_set(&got.totals);
        }
        for (want, got) in [
            (&want.outline, &got.outline),
            (&want.findings, &got.findings),
            (&want.totals, &got.totals),
            (&want.attributes, &got.attributes),
        ] {
            all += want.len();
            let (missing, extra) = difference(want, got);
            wrong += missing.len().max(extra.len());
            for line in &missing {
                writeln!(report, "{name}: - {line}").unwrap();
            }
            for line in &extra {
                writeln!(report, "{name}: + {line}").unwrap();
            }
        }
    }

    assert!(wrong * 100 <= all * 2, "{wrong} of {all} lines differ");
    eprintln!("{} documents, {all} lines, {wrong} wrong", files.len());
    insta::assert_snapshot!("fixture_differences", format!("{report}{} of {all} lines differ", wrong));
}
