//! Where every character stands, measured in the PDF that was written.

use crate::{Fonts, Role, write_pdf};
use document::official::{Block, BlockKind, Official, Run, Table};
use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc};
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::find(None).unwrap());

const MM: f64 = 72.0 / 25.4;
/// Height of a baseline within a line of running text.
const ASCENT: f64 = 0.88 * 16.0 / MM;

/// A character: page from 1, millimetres from the left and the top edge of the sheet as it lies.
#[derive(Debug, Clone, PartialEq)]
struct Glyph {
    page: u32,
    x: f64,
    y: f64,
    text: String,
    size: f64,
    /// Millimetres to the next character.
    advance: f64,
}

#[derive(Default)]
struct Positions {
    glyphs: Vec<Glyph>,
    page: u32,
    height: f64,
}

impl OutputDev for Positions {
    fn begin_page(
        &mut self,
        page: u32,
        media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        (self.page, self.height) = (page, media.ury - media.lly);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _s: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let scale = (at.m11 * at.m11 + at.m12 * at.m12).sqrt();
        let (x, y) = (at.m31 / MM, (self.height - at.m32) / MM);
        self.glyphs.push(Glyph {
            page: self.page,
            x,
            y,
            text: text.to_owned(),
            size: size * scale,
            advance: width * size * scale / MM,
        });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

fn glyphs(official: &Official) -> Vec<Glyph> {
    let bytes = write_pdf(official, &FONTS).unwrap();
    let mut found = Positions::default();
    let mut file = Document::load_mem(&bytes).unwrap();
    document::single_widths(&mut file);
    output_doc(&file, &mut found).unwrap();
    found.glyphs.retain(|glyph| !glyph.text.trim().is_empty());
    found.glyphs
}

fn body(text: impl Into<String>) -> Block {
    Block::unbound(BlockKind::Body, text)
}

/// Lines of a page: their baselines with the characters on them.
fn lines(glyphs: &[Glyph], page: u32) -> Vec<(f64, Vec<Glyph>)> {
    let mut lines: Vec<(f64, Vec<Glyph>)> = Vec::new();
    for glyph in glyphs.iter().filter(|glyph| glyph.page == page) {
        match lines.iter_mut().find(|(y, _)| (*y - glyph.y).abs() < 0.5) {
            Some((_, line)) => line.push(glyph.clone()),
            None => lines.push((glyph.y, vec![glyph.clone()])),
        }
    }
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    lines
}

#[track_caller]
fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 0.5, "{found:.2} mm is not {wanted:.2} mm");
}

fn text_of(line: &[Glyph]) -> String {
    line.iter().map(|glyph| glyph.text.as_str()).collect()
}

#[test]
fn a_full_page_has_22_lines_of_28_characters_on_the_grid() {
    let official = Official { blocks: vec![body("整改落实到位".repeat(250))], ..Official::default() };
    let all = glyphs(&official);
    for page in [1, 2] {
        let mut lines = lines(&all, page);
        lines.retain(|(y, _)| *y < 262.0);
        assert_eq!(lines.len(), 22, "page {page}");
        for (row, (y, line)) in lines.iter().enumerate() {
            near(*y, 37.0 + ASCENT + row as f64 * 225.0 / 22.0);
            let indent = if page == 1 && row == 0 { 2 } else { 0 };
            assert_eq!(line.len(), 28 - indent, "line {row} of page {page}: {}", text_of(line));
            for (column, glyph) in line.iter().enumerate() {
                near(glyph.x, 28.0 + (column + indent) as f64 * 156.0 / 28.0);
                assert!((glyph.size - 16.0).abs() < 0.1, "{}", glyph.size);
            }
        }
    }
}

#[test]
fn page_numbers_stand_outside_and_stay_there_on_a_turned_page() {
    let cell = |text: &str| vec![Run { text: text.to_owned(), binding: None }];
    let rows = vec![vec![cell("序号"), cell("问题")], vec![cell("1"), cell("学习不深入")]];
    let wide = || Block::Table(Table { widths: vec![1, 6], rows: rows.clone(), landscape: true });
    let official = Official {
        blocks: vec![body("甲"), Block::PageBreak, body("乙"), Block::PageBreak, wide(), Block::PageBreak, wide()],
        ..Official::default()
    };
    let all = glyphs(&official);
    let dashes = |page: u32| -> Vec<Glyph> {
        all.iter().filter(|glyph| glyph.page == page && glyph.text == "—").cloned().collect()
    };
    // The middle of the dash is 7 mm below the type area; its baseline lies 0.38 of its size lower.
    let baseline = 269.0 + 0.38 * 14.0 / MM;
    let character = 14.0 / MM;
    let (odd, even) = (dashes(1), dashes(2));
    assert_eq!((odd.len(), even.len()), (2, 2));
    odd.iter().chain(&even).for_each(|dash| near(dash.y, baseline));
    near(odd[1].x + odd[1].advance, 210.0 - 26.0 - character);
    near(even[0].x, 28.0 + character);
    // A turned sheet is read with its top at the left: x from the bottom, y along the width of the upright sheet.
    let (odd, even) = (dashes(3), dashes(4));
    odd.iter().chain(&even).for_each(|dash| near(297.0 - dash.x, baseline));
    near(odd[1].y + odd[1].advance, 210.0 - 26.0 - character);
    near(even[0].y, 28.0 + character);
}

#[test]
fn title_levels_and_ending_stand_where_the_standard_says() {
    let blocks = vec![
        Block::unbound(BlockKind::Title, "关于巡察整改情况的报告"),
        Block::unbound(BlockKind::Addressee, "县委巡察办："),
        Block::unbound(BlockKind::Heading(1), "一、总体情况"),
        body("“引号”和2026年12%"),
        Block::unbound(BlockKind::Signature, "中共云溪县水务局党组"),
        Block::unbound(BlockKind::Date, "二零二六年六月"),
    ];
    let all = glyphs(&Official { blocks, ..Official::default() });
    let lines = lines(&all, 1);
    let line = |words: &str| {
        let found = lines.iter().find(|(_, line)| text_of(line).contains(words));
        found.unwrap_or_else(|| panic!("{words}")).clone()
    };
    let (_, title) = line("关于巡察");
    near((title[0].x + title[title.len() - 1].x + 22.0 / MM) / 2.0, 28.0 + 156.0 / 2.0);
    assert!((title[0].size - 22.0).abs() < 0.1);
    let advance = 156.0 / 28.0;
    near(line("县委巡察办").1[0].x, 28.0);
    near(line("一、总体").1[0].x, 28.0 + 2.0 * advance);
    let (signature, date) = (line("中共云溪").1, line("二零二六").1);
    near(signature[signature.len() - 1].x + advance, 184.0 - 2.0 * advance);
    near(date[0].x - signature[0].x, 2.0 * advance);
    let quoted = line("引号").1;
    near(quoted[1].x - quoted[0].x, advance);
}

#[test]
fn a_wide_table_repeats_its_head_and_hostile_text_is_text() {
    let cell = |text: &str| vec![Run { text: text.to_owned(), binding: None }];
    let mut rows = vec![vec![cell("序号"), cell("反馈问题")]];
    rows.extend((1..=80).map(|n| vec![cell(&n.to_string()), cell("#panic(\"x\")\n*学习*不$深入$ \u{0}\\ @label")]));
    rows.push(vec![cell("短行")]);
    let official = Official {
        blocks: vec![Block::Table(Table { widths: vec![1, 4], rows, landscape: true })],
        ..Official::default()
    };
    let all = glyphs(&official);
    let pages = all.iter().map(|glyph| glyph.page).max().unwrap();
    assert!(pages > 2);
    for page in 1..=pages {
        let words: String = all.iter().filter(|g| g.page == page).map(|g| g.text.as_str()).collect();
        assert!(words.contains("反馈问题") && words.contains("#panic(\"x\")"), "page {page}: {words}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_and_an_empty_one_a_page() {
    let official = Official::unbound("报告", [(BlockKind::Body, "现报告如下。")]);
    assert_eq!(write_pdf(&official, &FONTS), write_pdf(&official, &FONTS));
    assert!(write_pdf(&Official::default(), &FONTS).unwrap().starts_with(b"%PDF"));
    for replacement in FONTS.replaced() {
        assert!(Role::ALL.contains(&replacement.wanted) && !replacement.used.is_empty());
    }
}

#[test]
fn what_is_set_is_read_back() {
    let lines = [
        "一、总体情况",
        "本轮巡察共反馈问题21个，已完成整改19个，整改完成率90.5%。",
        "（校验码：29CA-C865-66BE-F1FA-E26E）",
    ];
    let official = Official::unbound("关于巡察整改情况的报告", lines.map(|line| (BlockKind::Body, line)));
    let read = document::read(&write_pdf(&official, &FONTS).unwrap(), "报告.pdf").unwrap();
    let texts: Vec<String> = read.paragraphs.iter().map(|p| p.text.replace(' ', "")).collect();
    assert_eq!(texts[0], "关于巡察整改情况的报告");
    assert_eq!(texts[1..], lines);
}
