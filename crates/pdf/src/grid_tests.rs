//! Where every character stands, measured in the PDF that was written.

use crate::measure::{ASCENT, FONTS, Glyph, MM, lines, measured, near, text_of};
use crate::{Role, write_pdf};
use document::form::Family;
use document::official::{Block, BlockKind, Official, Run, Table};

fn glyphs(official: &Official) -> Vec<Glyph> {
    measured(official).glyphs
}

fn body(text: impl Into<String>) -> Block {
    Block::unbound(BlockKind::Body, text)
}

#[test]
fn a_full_page_has_22_lines_of_28_characters_on_the_grid() {
    for (family, pitch) in [(Family::A, 225.0 / 22.0), (Family::B, 10.39)] {
        full_page(family, pitch);
    }
}

fn full_page(family: Family, pitch: f64) {
    let official = Official { family, blocks: vec![body("整改落实到位".repeat(250))], ..Official::default() };
    let all = glyphs(&official);
    for page in [1, 2] {
        let mut lines = lines(&all, page);
        lines.retain(|(y, _)| *y < 262.0);
        assert_eq!(lines.len(), 22, "page {page}");
        for (row, (y, line)) in lines.iter().enumerate() {
            near(*y, 37.0 + ASCENT + row as f64 * pitch);
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
fn the_lines_of_a_long_title_stand_in_the_middle_one_below_the_other() {
    let title = "中共云溪县水务局党组关于巡察集中整改进展情况的报告";
    let blocks = vec![Block::unbound(BlockKind::Title, title), body("全部完成。")];
    let all = glyphs(&Official { blocks, ..Official::default() });
    let lines = lines(&all, 1);
    let texts: Vec<String> = lines.iter().take(2).map(|(_, line)| text_of(line)).collect();
    assert_eq!(texts, ["中共云溪县水务局党组", "关于巡察集中整改进展情况的报告"]);
    for (_, line) in &lines[..2] {
        near((line[0].x + line[line.len() - 1].x + 22.0 / MM) / 2.0, 28.0 + 156.0 / 2.0);
    }
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

#[test]
fn rare_characters_of_names_are_shown_by_the_last_face() {
    let name = "朱镕基、堃、龘、𠮷〇";
    let kinds = [BlockKind::Title, BlockKind::Heading(1), BlockKind::Heading(2), BlockKind::Body];
    let blocks: Vec<Block> = kinds.iter().map(|kind| Block::unbound(*kind, name)).collect();
    let read =
        document::read(&write_pdf(&Official { blocks, ..Official::default() }, &FONTS).unwrap(), "名.pdf").unwrap();
    let words: String = read.paragraphs.iter().map(|p| p.text.replace(' ', "")).collect();
    // A character without a face is set as a box that reads as nothing.
    assert_eq!(words.matches("朱镕基、堃、龘").count(), kinds.len(), "{words}");
}
