//! Where the parts of every form stand, measured in the PDF (GB/T 9704-2012, 7.2, 7.3 and chapter 10).

use crate::Role;
use crate::measure::{Bar, Glyph, MM, Positions, ink, lines, measured, near, text_of};
use document::form::{Corner, Form, Imprint, Letter, Minutes, Order, RedHead, Seal, Urgency};
use document::official::{Block, BlockKind, Official};

const ADVANCE: f64 = 156.0 / 28.0;
const PITCH: f64 = 225.0 / 22.0;
const TWO_LINES: f64 = 20.78;
const ORGAN: &str = "云溪县水务局";
const DATE: &str = "2026年6月30日";

fn block(kind: BlockKind, text: &str) -> Block {
    Block::unbound(kind, text)
}

fn report(form: Form, seal: Seal) -> Official {
    let blocks = vec![
        block(BlockKind::Title, "关于巡察整改情况的报告"),
        block(BlockKind::Addressee, "县委巡察办："),
        block(BlockKind::Body, "现将整改情况报告如下。"),
        block(BlockKind::Signature, "中共云溪县水务局党组"),
        block(BlockKind::Date, DATE),
    ];
    Official { form, seal, blocks, ..Official::default() }
}

fn red() -> RedHead {
    RedHead {
        organs: vec![ORGAN.to_owned()],
        suffix: "文件".to_owned(),
        number: "云水发〔2026〕5号".to_owned(),
        ..RedHead::default()
    }
}

/// The first line of a page that holds words.
#[track_caller]
fn line(found: &Positions, page: u32, words: &str) -> Vec<Glyph> {
    let all = lines(&found.glyphs, page);
    let line = all.iter().find(|(_, line)| text_of(line).contains(words));
    line.unwrap_or_else(|| panic!("{words}: {:?}", all.iter().map(|(_, l)| text_of(l)).collect::<Vec<_>>())).1.clone()
}

/// Upper and lower edge of characters of running text.
fn edges(line: &[Glyph]) -> (f64, f64) {
    (line[0].y - 0.88 * line[0].size / MM, line[0].y + 0.12 * line[0].size / MM)
}

/// Upper and lower edge of what is printed of a mark.
fn mark_edges(line: &[Glyph]) -> (f64, f64) {
    let (above, below) = ink(Role::XiaoBiaoSong, &text_of(line), line[0].size);
    (line[0].y - above, line[0].y + below)
}

fn right_edge(line: &[Glyph]) -> f64 {
    line[line.len() - 1].x + line[0].size / MM
}

fn middle(line: &[Glyph]) -> f64 {
    (line[0].x + line[line.len() - 1].x + line[line.len() - 1].advance) / 2.0
}

fn red_bars(found: &Positions, page: u32) -> Vec<Bar> {
    let red = |bar: &&Bar| bar.page == page && bar.color.first() == Some(&1.0) && bar.color.get(1) == Some(&0.0);
    found.bars.iter().filter(red).cloned().collect()
}

#[test]
fn a_red_head_stands_where_the_standard_says() {
    let found = measured(&report(Form::RedHead(red()), Seal::None));
    let mark = line(&found, 1, "云溪县水务局文件");
    near(mark_edges(&mark).0, 72.0);
    near(middle(&mark), 28.0 + 78.0);
    let number = line(&found, 1, "5号");
    near(edges(&number).0, mark_edges(&mark).1 + TWO_LINES);
    near(middle(&number), 28.0 + 78.0);
    let bars = red_bars(&found, 1);
    assert_eq!(bars.len(), 1, "{bars:?}");
    near(bars[0].x, 28.0);
    near(bars[0].width, 156.0);
    near(bars[0].y, edges(&number).1 + 4.0);
    assert!((0.35..=0.75).contains(&bars[0].height), "{:?}", bars[0]);
    let title = line(&found, 1, "关于巡察整改");
    near(edges(&title).0, bars[0].y + bars[0].height + TWO_LINES);
    let addressee = line(&found, 1, "县委巡察办");
    near(edges(&addressee).0, edges(&title).1 + 2.0 * PITCH - 16.0 / MM);
    near(addressee[0].x, 28.0);
}

#[test]
fn copy_number_and_urgency_stand_in_the_corner_one_below_the_other() {
    let corner = Corner { copy: Some("000001".to_owned()), urgency: Some(Urgency::Extra) };
    let found = measured(&report(Form::RedHead(RedHead { corner, ..red() }), Seal::None));
    for (row, words) in ["000001", "特急"].into_iter().enumerate() {
        let line = line(&found, 1, words);
        near(line[0].x, 28.0);
        near(edges(&line).0, 37.0 + row as f64 * PITCH);
    }
    near(mark_edges(&line(&found, 1, "云溪县水务局文件")).0, 72.0);
}

#[test]
fn an_upward_document_names_who_signs_beside_its_number() {
    let signers = ["张某", "李某某", "王某"].map(str::to_owned).to_vec();
    let found = measured(&report(Form::RedHead(RedHead { signers, ..red() }), Seal::None));
    let mark = line(&found, 1, "云溪县水务局文件");
    let (first, last) = (line(&found, 1, "签发人"), line(&found, 1, "王某"));
    near(edges(&first).0, mark_edges(&mark).1 + TWO_LINES);
    assert!(text_of(&last).starts_with("云水发"), "the number stands beside the last who signs: {}", text_of(&last));
    near(last[0].x, 28.0 + ADVANCE);
    near(right_edge(&first), 184.0 - ADVANCE);
    let at = |line: &[Glyph], c: &str| line.iter().find(|glyph| glyph.text == c).unwrap().x;
    near(at(&last, "王"), at(&first, "张"));
    near(edges(&last).0, edges(&first).0 + PITCH);
    near(red_bars(&found, 1)[0].y, edges(&last).1 + 4.0);
}

#[test]
fn bodies_that_issue_together_stand_below_each_other_with_the_word_beside_them() {
    let organs = ["中共云溪县水务局党组", "云溪县财政局"].map(str::to_owned).to_vec();
    let found = measured(&report(Form::RedHead(RedHead { organs, ..red() }), Seal::None));
    let (host, other, word) = (line(&found, 1, "党组"), line(&found, 1, "财政局"), line(&found, 1, "文件"));
    near(mark_edges(&host[..10]).0, 72.0);
    near(host[0].x, other[0].x);
    let end = |line: &[Glyph], count: usize| line[count - 1].x + line[0].size / MM;
    near(end(&host, 10), end(&other, 6));
    let centre = (mark_edges(&host[..10]).0 + mark_edges(&other[..6]).1) / 2.0;
    let word: Vec<Glyph> = word.into_iter().filter(|glyph| "文件".contains(&glyph.text)).collect();
    let (above, below) = mark_edges(&word);
    near((above + below) / 2.0, centre);
    assert!(word[0].x > end(&host, 10));
}

#[test]
fn a_sealed_date_stands_four_characters_from_the_right_and_the_body_over_its_middle() {
    let found = measured(&report(Form::RedHead(red()), Seal::Frame));
    let (organ, date) = (line(&found, 1, "中共云溪县"), line(&found, 1, "2026年6月"));
    near(right_edge(&date), 184.0 - 4.0 * ADVANCE);
    near(middle(&organ), middle(&date));
    near(edges(&date).0, edges(&organ).0 + PITCH);
    let text = line(&found, 1, "现将整改");
    let top = edges(&organ).0 - f64::from(document::setting::SEAL_ABOVE);
    let distance = top - edges(&text).1;
    assert!((0.0..=10.39).contains(&distance), "the seal begins {distance:.1} mm below the text");
    let bottom = top + f64::from(document::setting::SEAL);
    assert!(edges(&date).1 < bottom && edges(&organ).0 > top, "the seal presses both");
}

#[test]
fn a_letter_has_red_double_rules_and_no_number_on_its_first_page() {
    let corner = Corner { copy: None, urgency: Some(Urgency::Quick) };
    let letter = Letter {
        organ: ORGAN.to_owned(),
        corner,
        number: "云水函〔2026〕12号".to_owned(),
        copies: Some("县委".to_owned()),
    };
    let mut official = report(Form::Letter(letter), Seal::None);
    official.blocks.insert(2, block(BlockKind::Body, &"整改落实到位".repeat(120)));
    let again = official.blocks.clone();
    official.blocks.push(Block::PageBreak);
    official.blocks.extend(again);
    let found = measured(&official);
    let mark = line(&found, 1, ORGAN);
    near(mark_edges(&mark).0, 30.0);
    let bars = red_bars(&found, 1);
    assert_eq!(bars.len(), 4, "{bars:?}");
    for bar in &bars {
        near(bar.x, 20.0);
        near(bar.width, 170.0);
    }
    near(bars[0].y, mark_edges(&mark).1 + 4.0);
    assert!(bars[0].height > bars[1].height && bars[3].height > bars[2].height, "thick over thin, thin over thick");
    near(bars[3].y + bars[3].height, 277.0);
    let number = line(&found, 1, "12号");
    near(edges(&number).0, bars[1].y + bars[1].height + 4.84);
    near(right_edge(&number), 184.0);
    near(line(&found, 1, "加急")[0].x, 28.0);
    near(edges(&line(&found, 1, "加急")).0, edges(&number).0);
    near(edges(&line(&found, 1, "关于巡察")).0, edges(&number).1 + TWO_LINES);
    let text_ends = lines(&found.glyphs, 1).last().map(|(_, line)| edges(line).1).unwrap();
    assert!(text_ends <= bars[2].y - 4.84, "{text_ends}");
    let pages = found.glyphs.iter().map(|glyph| glyph.page).max().unwrap();
    assert_eq!(pages, 4, "two letters of two pages");
    let numbered: Vec<u32> = found.glyphs.iter().filter(|g| g.text == "—").map(|g| g.page).collect();
    assert_eq!(numbered, [2, 2, 4, 4]);
    assert!(text_of(&line(&found, 4, "—")).contains('2'), "each letter counts its own pages");
    line(&found, 3, "13号");
    assert!(red_bars(&found, 2).is_empty() && red_bars(&found, 3).len() == 4);
}

#[test]
fn minutes_name_those_present_with_lines_aligned_behind_the_colon() {
    let minutes = Minutes {
        mark: "云溪县水务局党组会议纪要".to_owned(),
        number: "〔2026〕5号".to_owned(),
        imprint: Imprint::default(),
    };
    let names = "张某、".repeat(15) + "李某";
    let blocks = vec![
        block(BlockKind::Body, "会议听取了整改情况汇报。"),
        block(BlockKind::Attendance, &format!("出席：{names}")),
        block(BlockKind::Attendance, "列席：王某"),
    ];
    let found = measured(&Official { form: Form::Minutes(minutes), blocks, ..Official::default() });
    near(mark_edges(&line(&found, 1, "会议纪要")).0, 72.0);
    let (body, present) = (line(&found, 1, "会议听取"), line(&found, 1, "出席"));
    near(edges(&present).0, edges(&body).0 + 2.0 * PITCH);
    near(present[0].x, 28.0 + 2.0 * ADVANCE);
    let all = lines(&found.glyphs, 1);
    let at = all.iter().position(|(_, line)| text_of(line).starts_with("出席")).unwrap();
    near(all[at + 1].1[0].x, 28.0 + 5.0 * ADVANCE);
    near(edges(&line(&found, 1, "列席")).0, edges(&present).0 + 2.0 * PITCH);
}

#[test]
fn an_order_has_its_mark_20_mm_below_the_top_of_the_type_area_and_room_for_a_stamp() {
    let order = Order {
        mark: "云溪县人民政府令".to_owned(), number: "第5号".to_owned(), imprint: Imprint::default()
    };
    let blocks = vec![
        block(BlockKind::Body, "现予公布，自2026年8月1日起施行。"),
        block(BlockKind::Signatory, "县长 张某某"),
        block(BlockKind::Date, DATE),
    ];
    let found = measured(&Official { form: Form::Order(order), blocks, ..Official::default() });
    let (mark, number, body) = (line(&found, 1, "人民政府令"), line(&found, 1, "第5号"), line(&found, 1, "现予公布"));
    near(mark_edges(&mark).0, 57.0);
    near(edges(&number).0, mark_edges(&mark).1 + TWO_LINES);
    near(middle(&number), 106.0);
    near(edges(&body).0, edges(&number).1 + TWO_LINES);
    let (signer, date) = (line(&found, 1, "县长"), line(&found, 1, "2026年6月"));
    near(right_edge(&signer), 184.0 - 4.0 * ADVANCE);
    near(signer[2].x - signer[1].x, 3.0 * ADVANCE);
    near(edges(&signer).0, edges(&body).0 + 3.0 * PITCH);
    near(right_edge(&date), 184.0 - 4.0 * ADVANCE);
    near(edges(&date).0, edges(&signer).0 + 2.0 * PITCH);
}

#[test]
fn attachments_are_listed_below_the_text_and_begin_on_pages_of_their_own() {
    let name = "整改责任清单及县委第一巡察组巡察反馈意见整改落实措施";
    let blocks = vec![
        block(BlockKind::Body, "现将整改情况报告如下。"),
        block(BlockKind::AttachmentNote, &format!("附件：1.{name}")),
        block(BlockKind::AttachmentNote, "2.情况说明"),
        block(BlockKind::PageMark, "附件1"),
        block(BlockKind::Title, "整改责任清单"),
        block(BlockKind::Body, "内容如下。"),
    ];
    let found = measured(&Official { blocks, ..Official::default() });
    let all = lines(&found.glyphs, 1);
    near(edges(&all[1].1).0, edges(&all[0].1).0 + 2.0 * PITCH);
    near(all[1].1[0].x, 28.0 + 2.0 * ADVANCE);
    near(all[2].1[0].x, 28.0 + 6.0 * ADVANCE);
    near(all[3].1[0].x, 28.0 + 5.0 * ADVANCE);
    assert_eq!(text_of(&all[3].1), "2.情况说明");
    let (mark, title) = (line(&found, 2, "附件1"), line(&found, 2, "整改责任清单"));
    near(edges(&mark).0, 37.0);
    near(mark[0].x, 28.0);
    near(edges(&title).0, 37.0 + 2.0 * PITCH);
    near(middle(&title), 106.0);
}
