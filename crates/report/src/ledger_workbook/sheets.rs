//! The three sheets of the workbook.

use super::{CoverageRow, LedgerMeta, LedgerRow};
use crate::numbering::numbered_lines;
use document::ledger::Field;
use rust_xlsxwriter::{Color, DataValidation, ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Rows of the header, counted from the top: title, subtitle, column names.
const HEADER_ROW: u32 = 2;
/// Validation lists reach this many rows below the table, for rows that people add.
const SPARE_ROWS: u32 = 500;
/// Excel's limit of characters in a cell.
const CELL_CHARACTERS_MAX: usize = 32_767;

const LINE_POINTS: f64 = 13.5;
/// Excel's limit of a row's height.
const ROW_POINTS_MAX: f64 = 409.0;

const STATUS_CHOICES: [&str; 5] = ["未启动", "整改中", "基本完成", "已完成", "长期坚持"];
const FIX_TYPE_CHOICES: [&str; 3] = ["立行立改", "限期整改", "长期坚持"];

/// Columns that are always shown; the others are folded away while they are empty, so that the sheet prints legibly.
const CORE: [Field; 11] = [
    Field::Serial,
    Field::Finding,
    Field::Measures,
    Field::Leader,
    Field::LeadUnit,
    Field::Owner,
    Field::FixType,
    Field::Due,
    Field::Progress,
    Field::Status,
    Field::Notes,
];

/// How much wider the columns of running text are made, until every row fits Excel's limit of height.
const STRETCHES: [f64; 4] = [1.0, 1.5, 2.25, 3.5];

/// The least stretch with which no row is cut in print.
fn stretch(rows: &[LedgerRow]) -> f64 {
    let fits = |stretch: &&f64| rows.iter().all(|row| lines(row, **stretch) as f64 * LINE_POINTS < ROW_POINTS_MAX);
    STRETCHES.iter().find(fits).copied().unwrap_or(STRETCHES[STRETCHES.len() - 1])
}

/// Width in characters of the standard font.
fn width(field: Field, stretch: f64) -> f64 {
    match field {
        Field::Finding | Field::Manifestation | Field::Measures | Field::Progress | Field::Notes => {
            plain_width(field) * stretch
        }
        _ => plain_width(field),
    }
}

fn plain_width(field: Field) -> f64 {
    match field {
        Field::Serial => 5.0,
        Field::Finding | Field::Manifestation => 28.0,
        Field::Measures => 38.0,
        Field::Progress => 18.0,
        Field::Source
        | Field::Category
        | Field::Cause
        | Field::Target
        | Field::Effect
        | Field::Policy
        | Field::Evidence
        | Field::Key => 16.0,
        Field::LeadUnit | Field::CoUnits => 12.0,
        Field::Due | Field::ClosedOn => 11.0,
        _ => 9.5,
    }
}

/// What a column says of a row.
pub fn cell(row: &LedgerRow, field: Field) -> String {
    match field {
        Field::Serial => row.serial.clone(),
        Field::Key => row.key.clone(),
        Field::Source => row.source.clone(),
        Field::Category => row.category.clone(),
        Field::Finding => row.finding.clone(),
        Field::Manifestation => row.manifestation.clone(),
        Field::Cause => row.cause.clone(),
        Field::Target => row.target.clone(),
        Field::Measures => numbered_lines(&row.measures.iter().map(String::as_str).collect::<Vec<_>>()),
        Field::Leader => row.leader.clone(),
        Field::LeadUnit => row.lead_unit.clone(),
        Field::CoUnits => row.co_units.clone(),
        Field::Owner => row.owner.clone(),
        Field::FixType => row.fix_type.clone(),
        Field::Due => row.due.clone().unwrap_or_default(),
        Field::Progress => row.progress.clone(),
        Field::Effect => row.effect.clone(),
        Field::Policy => row.policy.clone(),
        Field::Evidence => row.evidence.clone(),
        Field::Accountability => row.accountability.clone(),
        Field::Amount => row.amount.clone(),
        Field::Status => row.status.clone(),
        Field::ClosedOn => row.closed_on.clone(),
        Field::Reviewer => row.reviewer.clone(),
        Field::Notes => row.notes.clone(),
    }
}

/// The ledger itself: A4 landscape, head frozen and repeated, as wide as a page.
pub(super) fn ledger(sheet: &mut Worksheet, rows: &[LedgerRow], meta: &LedgerMeta) -> Result<(), XlsxError> {
    let last_column = Field::ALL.len() as u16 - 1;
    let last_row = HEADER_ROW + rows.len() as u32;
    let stretch = stretch(rows);
    page(sheet, "整改台账", last_row)?;
    let mut folded = Vec::new();
    for (at, field) in Field::ALL.into_iter().enumerate() {
        sheet.set_column_width(at as u16, width(field, stretch))?;
        if !CORE.contains(&field) && rows.iter().all(|row| cell(row, field).is_empty()) {
            sheet.group_columns_collapsed(at as u16, at as u16)?;
            folded.push(field);
        }
    }
    validation(sheet, Field::Status, &STATUS_CHOICES, last_row)?;
    validation(sheet, Field::FixType, &FIX_TYPE_CHOICES, last_row)?;
    sheet.autofilter(HEADER_ROW, 0, last_row.max(HEADER_ROW + 1), last_column)?;
    let title =
        Format::new().set_bold().set_font_size(18).set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter);
    sheet.set_row_height(0, 30)?;
    sheet.write_string_with_format(0, 0, if meta.title.is_empty() { "整改台账" } else { &meta.title }, &title)?;
    sheet.write_string(1, 0, &meta.subtitle)?;
    let head = bordered().set_bold().set_background_color(Color::RGB(0x00E8_EEF7)).set_align(FormatAlign::Center);
    for (at, field) in Field::ALL.into_iter().enumerate() {
        sheet.write_string_with_format(HEADER_ROW, at as u16, field.heading(), &head)?;
    }
    let body = bordered();
    let date = bordered().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center);
    for (at, row) in rows.iter().enumerate() {
        sheet.set_row_height(HEADER_ROW + 1 + at as u32, height(row, stretch))?;
        // Cells of a folded column are all empty: nobody sees their borders.
        for (column, field) in Field::ALL.into_iter().enumerate().filter(|(_, field)| !folded.contains(field)) {
            let place = (HEADER_ROW + 1 + at as u32, column as u16);
            write(sheet, place, field, &cell(row, field), &body, &date)?;
        }
    }
    Ok(())
}

/// Height of a row in points.
fn height(row: &LedgerRow, stretch: f64) -> f64 {
    (lines(row, stretch) as f64 * LINE_POINTS + 4.0).min(ROW_POINTS_MAX)
}

/// Lines of a row: the column that needs the most decides. A Chinese character is two wide.
fn lines(row: &LedgerRow, stretch: f64) -> usize {
    let of_field = |field: Field| -> usize {
        let per_line = (width(field, stretch) / 2.0).floor().max(1.0) as usize;
        cell(row, field).lines().map(|line| line.chars().count().div_ceil(per_line).max(1)).sum()
    };
    Field::ALL.into_iter().map(of_field).max().unwrap_or(1).max(1)
}

/// Dates and serial numbers as what they are; everything else as text, so that no cell becomes a formula.
fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    field: Field,
    text: &str,
    body: &Format,
    date: &Format,
) -> Result<(), XlsxError> {
    if matches!(field, Field::Due | Field::ClosedOn)
        && let Some(value) = excel_date(text)
    {
        sheet.write_datetime_with_format(row, column, value, date)?;
        return Ok(());
    }
    if field == Field::Serial
        && let Ok(number) = text.parse::<u32>()
    {
        sheet.write_number_with_format(row, column, number, body)?;
        return Ok(());
    }
    let cut: String = text.chars().take(CELL_CHARACTERS_MAX).collect();
    sheet.write_string_with_format(row, column, &cut, body)?;
    Ok(())
}

fn excel_date(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn bordered() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_font_size(10)
}

fn page(sheet: &mut Worksheet, name: &str, last_row: u32) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3);
    sheet.set_footer("&C第 &P 页，共 &N 页");
    sheet.set_repeat_rows(0, HEADER_ROW)?;
    sheet.set_freeze_panes(HEADER_ROW + 1, 0)?;
    sheet.set_print_area(0, 0, last_row, Field::ALL.len() as u16 - 1)?;
    Ok(())
}

fn validation(sheet: &mut Worksheet, field: Field, choices: &[&str], last_row: u32) -> Result<(), XlsxError> {
    let Some(column) = Field::ALL.iter().position(|f| *f == field) else { return Ok(()) };
    let rule = DataValidation::new()
        .allow_list_strings(choices)?
        .set_error_title("不在选项中")?
        .set_error_message(format!("请从下拉列表中选择：{}", choices.join("、")))?;
    sheet.add_data_validation(HEADER_ROW + 1, column as u16, last_row + SPARE_ROWS, column as u16, &rule)?;
    Ok(())
}

/// What each column means and how the workbook comes back.
pub(super) fn notes(sheet: &mut Worksheet, count: usize, meta: &LedgerMeta) -> Result<(), XlsxError> {
    sheet.set_name("说明")?;
    sheet.set_column_width(0, 18)?.set_column_width(1, 80)?;
    let bold = Format::new().set_bold();
    let wrap = Format::new().set_text_wrap();
    let mut lines: Vec<(String, String)> = vec![
        ("数据日期".to_owned(), meta.as_of.clone()),
        ("事项数".to_owned(), count.to_string()),
        (
            "带回系统".to_owned(),
            "在“整改台账”页“导回 Excel”上传本文件：系统按“编号”逐行比对，先列出差异，确认后才保存。请勿修改“编号”列。"
                .to_owned(),
        ),
        ("新增行".to_owned(), "“编号”留空即为新增事项，“反馈问题”必填。".to_owned()),
    ];
    lines.extend(Field::ALL.into_iter().map(|field| (field.heading().to_owned(), meaning(field).to_owned())));
    for (at, (name, text)) in lines.iter().enumerate() {
        sheet.write_string_with_format(at as u32, 0, name, &bold)?;
        sheet.write_string_with_format(at as u32, 1, text, &wrap)?;
    }
    Ok(())
}

fn meaning(field: Field) -> &'static str {
    match field {
        Field::Serial => "与反馈文件一致的顺序号",
        Field::Key => "系统中的永久编号，拆分、合并后不变",
        Field::Source => "问题来自哪一份文件、哪一轮检查",
        Field::Category => "反馈文件中的方面或类别",
        Field::Finding => "反馈原文",
        Field::Manifestation => "反馈文件列举的具体表现",
        Field::Measures => "一行一条，带顺序号",
        Field::Due => "日期；长期坚持的事项留空",
        Field::FixType => "立行立改、限期整改、长期坚持，从下拉列表选择",
        Field::Status => "未启动、整改中、基本完成、已完成、长期坚持，从下拉列表选择",
        Field::Amount => "单位：元",
        Field::Evidence => "佐证材料编号清单",
        Field::Policy => "制度名称、文号",
        _ => "",
    }
}

/// Every sentence of the sources.
pub(super) fn coverage(sheet: &mut Worksheet, rows: &[CoverageRow]) -> Result<(), XlsxError> {
    sheet.set_name("覆盖")?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    // Formats of columns cost nothing a cell: there may be hundreds of thousands.
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_size(10);
    for (column, width) in [26.0, 14.0, 90.0, 10.0, 8.0].into_iter().enumerate() {
        sheet.set_column_width(column as u16, width)?;
        sheet.set_column_format(column as u16, &wrapped)?;
    }
    sheet.autofilter(0, 0, rows.len() as u32, 4)?;
    let head = bordered().set_bold();
    for (column, name) in ["原文件", "位置", "原句", "去向", "台账序号"].into_iter().enumerate() {
        sheet.write_string_with_format(0, column as u16, name, &head)?;
    }
    for (at, row) in rows.iter().enumerate() {
        let texts = [&row.document, &row.place, &row.sentence, &row.state, &row.serial];
        for (column, text) in texts.into_iter().enumerate() {
            let place = (at as u32 + 1, column as u16);
            match text.char_indices().nth(CELL_CHARACTERS_MAX) {
                Some((cut, _)) => sheet.write_string(place.0, place.1, &text[..cut])?,
                None => sheet.write_string(place.0, place.1, text)?,
            };
        }
    }
    Ok(())
}
