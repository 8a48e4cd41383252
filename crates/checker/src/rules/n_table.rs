//! N-TABLE 表格合计不对.

use crate::context::Context;
use crate::counts::{shown, thousandths};
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Region;
use std::collections::{BTreeMap, BTreeSet};

pub(super) static RULE: Rule = Rule {
    code: "N-TABLE",
    name: "表格合计不对",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "表内数字相合（通行要求）" },
    manual: include_str!("n_table.md"),
    words: |_| Vec::new(),
    check: run,
};

const TOTALS: [&str; 5] = ["合计", "总计", "共计", "合 计", "总 计"];
/// Columns that nobody adds up.
const SKIP: [&str; 16] =
    ["序号", "编号", "率", "比", "单价", "均", "年", "日期", "时间", "电话", "占", "%", "号", "名次", "排名", "备注"];

/// A cell: row, column, text, index of its paragraph.
type Cells = BTreeMap<(u32, u32), (String, usize)>;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut tables: BTreeMap<u32, Cells> = BTreeMap::new();
    for (index, paragraph) in context.paragraphs() {
        if let Region::Table { table, row, column, .. } = paragraph.region {
            let cell = tables.entry(table).or_default().entry((row, column)).or_insert_with(|| (String::new(), index));
            cell.0.push_str(paragraph.text.trim());
        }
    }
    for cells in tables.values() {
        columns(context, cells, found);
    }
}

fn columns(context: &Context<'_>, cells: &Cells, found: &mut Vec<Diagnostic>) {
    let is_total =
        |row: u32| cells.range((row, 0)..(row + 1, 0)).take(2).any(|(_, (text, _))| TOTALS.contains(&text.as_str()));
    let is_subtotal =
        |row: u32| cells.range((row, 0)..(row + 1, 0)).take(3).any(|(_, (text, _))| text.ends_with("小计"));
    let rows: BTreeSet<u32> = cells.keys().map(|(row, _)| *row).collect();
    let last_column = cells.keys().map(|(_, column)| *column).max().unwrap_or_default();
    for total_row in rows.iter().copied().filter(|row| is_total(*row)) {
        for column in 1..=last_column {
            let Some((written, index)) = cells.get(&(total_row, column)) else { continue };
            let Some(total) = number(written) else { continue };
            let below_is_body = total_row < 2;
            let body: Vec<u32> = rows
                .iter()
                .copied()
                .filter(|row| if below_is_body { *row > total_row } else { *row < total_row })
                .filter(|row| !is_total(*row))
                .collect();
            let header = body
                .first()
                .and_then(|row| (0..=*row).find_map(|row| cells.get(&(row, column))))
                .map(|(text, _)| text.as_str());
            if header.is_some_and(|header| SKIP.iter().any(|word| header.contains(word))) {
                continue;
            }
            let sum = |subtotals: bool| -> Option<(i64, usize)> {
                let mut parts = (0, 0);
                for row in body.iter().filter(|row| is_subtotal(**row) == subtotals) {
                    match cells.get(&(*row, column)).map(|(text, _)| text.as_str()).unwrap_or_default() {
                        "" | "-" | "—" | "/" | "无" => {}
                        text => match number(text) {
                            Some(value) => parts = (parts.0 + value, parts.1 + 1),
                            // A line of the head is no number; a cell in the middle that is none ends the check.
                            None if parts.1 == 0 => {}
                            None => return None,
                        },
                    }
                }
                Some(parts)
            };
            let (Some((plain, count)), Some((subtotal, subtotals))) = (sum(false), sum(true)) else { continue };
            let wrong = if subtotals > 1 { plain != total && subtotal != total } else { count > 1 && plain != total };
            if wrong {
                let place =
                    context.place(*index, 0, context.document.paragraphs.get(*index).map_or(0, |p| p.text.len()));
                let message = format!("合计为{}，各行相加为{}", shown(total), shown(plain));
                found.push(Diagnostic::at(&RULE, place, message, "核对各行和合计"));
            }
        }
    }
}

/// A cell that is a plain number.
fn number(text: &str) -> Option<i64> {
    let digits = text.trim_end_matches(['个', '项', '件', '元', '人', '次', '条', '万', '家']);
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    plain.then(|| thousandths(digits)).flatten()
}
