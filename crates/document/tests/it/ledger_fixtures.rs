//! Our own ledgers as workbooks, against what a careful reader takes from them (fixtures/documents/README.md, 台账).

use super::fixtures::{attribute_lines, difference, expected, finding_line, folder};
use document::ledger::{Mapping, recognise_all};
use document::{Document, parse, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The workbook of a TSV; `=== name` starts a sheet.
fn workbook(tsv: &str, merges: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let mut sheets: Vec<(Option<&str>, Vec<&str>)> = vec![(None, Vec::new())];
    for line in tsv.lines() {
        match line.strip_prefix("=== ") {
            Some(name) => sheets.push((Some(name), Vec::new())),
            None => sheets.last_mut().unwrap().1.push(line),
        }
    }
    for (name, lines) in sheets.iter().filter(|(_, lines)| !lines.is_empty()) {
        let sheet = workbook.add_worksheet();
        if let Some(name) = name {
            sheet.set_name(*name).unwrap();
        }
        merge(sheet, merges);
        for (row, line) in lines.iter().enumerate() {
            for (column, text) in line.split('\t').enumerate().filter(|(_, text)| !text.is_empty()) {
                sheet.write(row as u32, column as u16, text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// `A1:J1`, one a line; a writer in constant memory wants them from top to bottom, before the rows.
fn merge(sheet: &mut Worksheet, merges: &str) {
    for line in merges.lines().filter(|line| !line.is_empty()) {
        let (from, to) = line.split_once(':').unwrap();
        let ((top, left), (bottom, right)) = (place(from), place(to));
        sheet.merge_range(top, left, bottom, right, "", &Format::new()).unwrap();
    }
}

fn place(name: &str) -> (u32, u16) {
    let digits = name.find(|c: char| c.is_ascii_digit()).unwrap();
    let column = name[..digits].bytes().fold(0u16, |column, byte| column * 26 + u16::from(byte - b'A') + 1);
    (name[digits..].parse::<u32>().unwrap() - 1, column - 1)
}

/// `map: 序号=serial, …`: the columns that have a field.
fn map_line(document: &Document) -> String {
    let columns = |mapping: &Mapping| -> Vec<String> {
        let known = mapping.columns.iter().filter_map(|c| Some(format!("{}={}", c.header, c.field?.name())));
        known.collect()
    };
    let longest = recognise_all(document).iter().map(columns).max_by_key(Vec::len).unwrap_or_default();
    format!("map: {}", longest.join(", "))
}

/// `owners | 题目 = owner:甲;owner:乙` → `owners | 题目 = owner:甲,乙`
fn one_duty_a_role(line: String) -> String {
    let Some((head, duties)) = line.split_once(" = ").filter(|(head, _)| head.starts_with("owners")) else {
        return line;
    };
    let mut roles: Vec<(&str, Vec<&str>)> = Vec::new();
    for (role, names) in duties.split(';').filter_map(|duty| duty.split_once(':')) {
        match roles.iter_mut().find(|(known, _)| *known == role) {
            Some((_, known)) => known.push(names),
            None => roles.push((role, vec![names])),
        }
    }
    let duties: Vec<String> = roles.iter().map(|(role, names)| format!("{role}:{}", names.join(","))).collect();
    format!("{head} = {}", duties.join(";"))
}

fn found(document: &Document) -> Vec<String> {
    let structure = parse(document);
    // A form of names and values has no columns.
    let is_form = recognise_all(document).iter().all(|mapping| mapping.columns.is_empty());
    let mut lines = if is_form { Vec::new() } else { vec![map_line(document)] };
    for finding in &structure.findings {
        lines.push(finding_line(finding));
        lines.extend(attribute_lines(finding).into_iter().map(one_duty_a_role));
    }
    lines
}

#[test]
fn our_ledgers_are_read_as_a_reader_reads_them() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "tsv"));
    files.sort();
    assert!(files.len() >= 8, "{files:?}");
    let text = |path: &Path, end: &str| std::fs::read_to_string(path.with_extension(end)).unwrap_or_default();
    let mut report = String::new();
    let (mut all, mut wrong) = (0, 0);
    for path in &files {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let wanted = expected(&text(path, "expected"));
        let wanted = [wanted.outline, wanted.findings, wanted.attributes].concat();
        let bytes = workbook(&text(path, "tsv"), &text(path, "merges"));
        let found = found(&read(&bytes, "台账.xlsx").unwrap());
        let mapped = found.iter().any(|line| line.starts_with("map:"));
        let wanted: Vec<String> = wanted.into_iter().filter(|line| mapped || !line.starts_with("map:")).collect();
        let (missing, extra) = difference(&wanted, &found);
        all += wanted.len();
        wrong += missing.len().max(extra.len());
        for (mark, lines) in [('-', missing), ('+', extra)] {
            for line in lines {
                writeln!(report, "{name}: {mark} {line}").unwrap();
            }
        }
    }
    insta::assert_snapshot!("ledger_differences", format!("{report}{wrong} of {all} lines differ"));
}
