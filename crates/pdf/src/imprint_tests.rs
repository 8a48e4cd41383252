//! 版记 at the foot of the last even page, measured in the PDF (GB/T 9704-2012, 7.4, 7.5).

use crate::measure::{Bar, MM, Positions, lines, measured, near, text_of};
use document::form::{Form, Imprint, Letter, Printed, RedHead};
use document::official::{Block, BlockKind, Official, Run, Table};

fn imprint() -> Imprint {
    Imprint {
        addressees: None,
        copies: Some(
            "县纪委监委，县委组织部，县委巡察工作领导小组办公室，县财政局，县审计局，县水利服务中心".to_owned(),
        ),
        printed: Some(Printed { by: "云溪县水务局办公室".to_owned(), on: "2026年6月30日".to_owned() }),
    }
}

fn document(characters: usize) -> Official {
    let head = RedHead {
        organs: vec!["云溪县水务局".to_owned()],
        suffix: "文件".to_owned(),
        imprint: imprint(),
        ..RedHead::default()
    };
    let blocks = vec![Block::unbound(BlockKind::Body, "字".repeat(characters))];
    Official { form: Form::RedHead(head), blocks, ..Official::default() }
}

fn black_bars(found: &Positions) -> Vec<Bar> {
    found.bars.iter().filter(|bar| bar.width > 150.0 && bar.color.iter().all(|part| *part == 0.0)).cloned().collect()
}

/// Pages with a number, and the page of the imprint.
fn pages(found: &Positions) -> (Vec<u32>, u32) {
    let mut numbered: Vec<u32> =
        found.glyphs.iter().filter(|glyph| glyph.text == "—").map(|glyph| glyph.page).collect();
    numbered.dedup();
    (numbered, black_bars(found)[0].page)
}

#[test]
fn three_rules_end_with_the_type_area_of_an_even_page() {
    let found = measured(&document(100));
    let bars = black_bars(&found);
    assert_eq!(bars.iter().map(|bar| bar.page).collect::<Vec<_>>(), [2, 2, 2]);
    for (bar, thickness) in bars.iter().zip([0.35, 0.25, 0.35]) {
        near(bar.x, 28.0);
        near(bar.width, 156.0);
        assert!((bar.height - thickness).abs() < 0.01, "{bar:?}");
    }
    near(bars[2].y + bars[2].height, 262.0);
    let character = 14.0 / MM;
    let all = lines(&found.glyphs, 2);
    let at = all.iter().position(|(_, line)| text_of(line).starts_with("抄送：")).unwrap();
    near(all[at].1[0].x, 28.0 + character);
    near(all[at + 1].1[0].x, 28.0 + 4.0 * character);
    assert!(text_of(&all[at + 1].1).ends_with('。'));
    let printed = &all[at + 2].1;
    assert_eq!(text_of(printed), "云溪县水务局办公室2026年6月30日印发");
    near(printed[0].x, 28.0 + character);
    near(printed[printed.len() - 1].x + character, 184.0 - character);
    assert!(printed.iter().all(|glyph| (glyph.size - 14.0).abs() < 0.1));
}

#[test]
fn it_goes_to_the_page_where_it_belongs() {
    // 22 lines of 28 on a page; the head takes some of the first one.
    let page = |characters: usize| pages(&measured(&document(characters)));
    assert_eq!(page(100), (vec![1, 2], 2), "the text ends on an odd page");
    assert_eq!(page(600), (vec![1, 2], 2), "there is room on the even page");
    let full = (600..1100).step_by(28).map(page).find(|(_, at)| *at == 4);
    assert_eq!(full, Some((vec![1, 2], 4)), "an even page is full: an empty page, and neither has a number");
}

#[test]
fn behind_turned_pages_it_has_an_upright_one() {
    let cell = |text: &str| vec![Run { text: text.to_owned(), binding: None }];
    let table = Table { widths: vec![1], rows: vec![vec![cell("问题")], vec![cell("甲")]], landscape: true };
    for (turned, expected) in [(1, 4), (2, 4)] {
        let mut official = document(10);
        for _ in 0..turned {
            official.blocks.push(Block::unbound(BlockKind::PageMark, "附件"));
            official.blocks.push(Block::Table(table.clone()));
        }
        assert_eq!(pages(&measured(&official)).1, expected, "{turned}");
    }
}

#[test]
fn a_letter_names_copies_without_rules_on_its_last_page() {
    let letter =
        Letter {
            organ: "云溪县水务局".to_owned(), copies: Some("县委巡察办".to_owned()), ..Letter::default()
        };
    let found = measured(&Official { form: Form::Letter(letter), ..document(20) });
    assert!(black_bars(&found).is_empty());
    let (y, _) = lines(&found.glyphs, 1).into_iter().rfind(|(_, line)| text_of(line) == "抄送：县委巡察办。").unwrap();
    assert!((250.0..262.0).contains(&y), "{y}");
}
