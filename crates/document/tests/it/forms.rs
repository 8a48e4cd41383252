//! The forms of official documents as docx: what the XML says of heads, seals and imprints.

use document::form::{Corner, Family, Form, Imprint, Letter, Minutes, Order, Printed, RedHead, Seal, Urgency};
use document::official::{Block, BlockKind, Official, Run, Table};
use document::{parse, read, write_docx};
use std::io::{Cursor, Read};
use zip::ZipArchive;

const ORGAN: &str = "云溪县水务局";
const DATE: &str = "2026年6月30日";
const TITLE: &str = "关于巡察整改进展情况的报告";

fn text(text: &str) -> String {
    text.to_owned()
}

fn imprint() -> Imprint {
    let printed = Printed { by: text("云溪县水务局办公室"), on: text(DATE) };
    Imprint { addressees: None, copies: Some(text("县纪委监委，县委组织部")), printed: Some(printed) }
}

fn red() -> RedHead {
    RedHead {
        organs: vec![text(ORGAN)],
        suffix: text("文件"),
        number: text("云水发〔2026〕5号"),
        imprint: imprint(),
        ..RedHead::default()
    }
}

fn letter() -> Letter {
    let corner = Corner { copy: None, urgency: Some(Urgency::Extra) };
    Letter { organ: text(ORGAN), corner, number: text("云水函〔2026〕5号"), copies: Some(text("县委")) }
}

fn blocks() -> Vec<Block> {
    let cell = |words: &str| vec![Run { text: text(words), binding: None }];
    let rows = vec![vec![cell("序号"), cell("问题")], vec![cell("1"), cell("学习不深入")]];
    vec![
        Block::unbound(BlockKind::Title, TITLE),
        Block::unbound(BlockKind::Addressee, "县委巡察办："),
        Block::unbound(BlockKind::Heading(1), "一、总体情况"),
        Block::unbound(BlockKind::Body, "反馈“问题”2个——已完成1个，正在整改1个。"),
        Block::unbound(BlockKind::Heading(2), "（一）学习方面"),
        Block::Table(Table { widths: vec![1, 5], rows, landscape: false }),
        Block::unbound(BlockKind::Signature, "中共云溪县水务局党组"),
        Block::unbound(BlockKind::Date, DATE),
    ]
}

fn official(form: Form) -> Official {
    Official { form, blocks: blocks(), ..Official::default() }
}

/// A docx of every form.
pub(crate) fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let minutes = Minutes { mark: text("党组会议纪要"), number: text("〔2026〕5号"), imprint: imprint() };
    let order = Order { mark: text("云溪县人民政府令"), number: text("第5号"), imprint: imprint() };
    let all = [
        ("plain", official(Form::Plain)),
        ("plain-b", Official { family: Family::B, ..official(Form::Plain) }),
        ("red", official(Form::RedHead(red()))),
        ("letter", official(Form::Letter(letter()))),
        ("minutes", official(Form::Minutes(minutes))),
        ("order", official(Form::Order(order))),
    ];
    all.into_iter().map(|(name, official)| (name, write_docx(&official).unwrap())).collect()
}

/// The parts of a package with their texts.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut entry = archive.by_index(at).unwrap();
            let name = entry.name().unwrap().to_string();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            (name, text)
        })
        .collect()
}

pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(part, _)| part == name).unwrap_or_else(|| panic!("{name}")).1
}

fn main_of(official: &Official) -> String {
    part(&write_docx(official).unwrap(), "word/document.xml")
}

fn texts(official: &Official) -> Vec<String> {
    let document = read(&write_docx(official).unwrap(), "a.docx").unwrap();
    document.paragraphs.iter().map(|p| p.text.clone()).collect()
}

/// The paragraph that holds words.
fn paragraph<'a>(xml: &'a str, words: &str) -> &'a str {
    let at = xml.find(words).unwrap_or_else(|| panic!("{words}"));
    &xml[xml[..at].rfind("<w:p>").unwrap()..at + xml[at..].find("</w:p>").unwrap()]
}

#[test]
fn a_red_head_has_its_mark_72_mm_from_the_top_and_a_rule_4_mm_below_the_number() {
    for (family, before) in [(Family::A, 4082 - 2098), (Family::B, 4082 - 1960)] {
        let xml = main_of(&Official { family, ..official(Form::RedHead(red())) });
        let mark = paragraph(&xml, "云溪县水务局文件");
        assert!(
            mark.contains(&format!(r#"<w:spacing w:before="{before}" w:line="720" w:lineRule="exact"/>"#)),
            "{mark}"
        );
        let number = paragraph(&xml, "云水发〔2026〕5号");
        assert!(number.contains(r#"<w:bottom w:val="single" w:sz="12" w:space="11" w:color="FF0000"/>"#), "{number}");
        assert!(number.contains(r#"w:before="1178""#) && number.contains(r#"<w:jc w:val="center"/>"#), "{number}");
        assert!(paragraph(&xml, TITLE).contains(r#"<w:spacing w:before="1068"/>"#));
    }
    let styles = part(&write_docx(&official(Form::RedHead(red()))).unwrap(), "word/styles.xml");
    assert!(styles.contains(r#"<w:color w:val="FF0000"/>"#));
    assert_eq!(texts(&official(Form::RedHead(red())))[..3], ["云溪县水务局文件", "云水发〔2026〕5号", TITLE]);
}

#[test]
fn an_upward_document_has_its_number_beside_the_last_who_signs() {
    let signers = ["张某", "李某某", "王某"].map(text).to_vec();
    let found = texts(&official(Form::RedHead(RedHead { signers, ..red() })));
    assert_eq!(found[1], "签发人：张某　　李某某");
    assert_eq!(found[2].split_whitespace().collect::<Vec<_>>(), ["云水发〔2026〕5号", "王某"]);
}

#[test]
fn structure_and_title_are_found_below_every_head() {
    for (name, bytes) in documents() {
        let structure = parse(&read(&bytes, "a.docx").unwrap());
        assert_eq!(structure.title.as_deref(), Some(TITLE), "{name}");
        assert_eq!(structure.outline[0].title, "总体情况", "{name}");
    }
}

#[test]
fn a_letter_has_two_double_rules_170_mm_wide_at_their_places() {
    let bytes = write_docx(&official(Form::Letter(letter()))).unwrap();
    let header = part(&bytes, "word/header1.xml");
    assert_eq!(header.matches(r#"<wp:extent cx="6120000""#).count(), 4);
    assert_eq!(header.matches(r#"<wp:positionH relativeFrom="page"><wp:posOffset>720000<"#).count(), 4);
    let downs: Vec<f64> = header
        .split(r#"<wp:positionV relativeFrom="page"><wp:posOffset>"#)
        .skip(1)
        .map(|rest| rest[..rest.find('<').unwrap()].parse::<f64>().unwrap() / 36_000.0)
        .collect();
    // 30 mm, the mark of 12.7 mm, 4 mm; the last rule ends 20 mm from the foot of the sheet.
    assert!((downs[0] - 46.7).abs() < 0.01, "{downs:?}");
    assert!((downs[3] + 0.7 - 277.0).abs() < 0.01, "{downs:?}");
    let xml = part(&bytes, "word/document.xml");
    assert!(paragraph(&xml, ORGAN).contains(r#"w:vAnchor="page" w:hAnchor="page" w:x="1134" w:y="1701""#));
    assert!(part(&bytes, "word/footer3.xml").find("PAGE").is_none(), "no number on the first page");
}

#[test]
fn each_letter_of_a_batch_has_its_head_its_number_and_its_own_pages() {
    let mut batch = official(Form::Letter(letter()));
    batch.blocks.push(Block::PageBreak);
    batch.blocks.extend(blocks());
    let xml = main_of(&batch);
    assert_eq!(xml.matches(r#"w:y="1701""#).count(), 2);
    assert_eq!(xml.matches("<w:titlePg/>").count(), 2);
    assert_eq!(xml.matches(r#"<w:pgNumType w:start="1"/>"#).count(), 1);
    assert!(xml.contains("云水函〔2026〕5号") && xml.contains("云水函〔2026〕6号"));
    assert!(!xml.contains("<w:pageBreakBefore/>"), "a section begins the page");
}

#[test]
fn an_imprint_floats_to_the_foot_with_rules_of_two_strengths() {
    let xml = main_of(&official(Form::RedHead(red())));
    let table = &xml[xml.find("<w:tblpPr").unwrap()..];
    assert!(table.contains(r#"w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="1588" w:tblpYSpec="bottom""#));
    for rule in [
        "<w:top w:val=\"single\" w:sz=\"8\"",
        "<w:insideH w:val=\"single\" w:sz=\"6\"",
        "<w:bottom w:val=\"single\" w:sz=\"8\"",
    ] {
        assert!(table.contains(rule), "{rule}");
    }
    // The text ends on the first page: the imprint stands on the second.
    assert_eq!(xml.matches("<w:pageBreakBefore/>").count(), 1);
    let found = texts(&official(Form::RedHead(red())));
    assert_eq!(found[found.len() - 3..], ["抄送：县纪委监委，县委组织部。", "云溪县水务局办公室", "2026年6月30日印发"]);
    let letter = main_of(&official(Form::Letter(letter())));
    assert!(letter.contains("抄送：县委。") && !letter.contains(r#"w:sz="8""#), "no rules, no printing office");
}

#[test]
fn an_imprint_that_does_not_fit_on_an_even_page_has_one_of_its_own_without_number() {
    let mut long = official(Form::RedHead(red()));
    let mut found = None;
    for _ in 0..80 {
        long.blocks.insert(3, Block::unbound(BlockKind::Body, "整改".repeat(14)));
        let xml = main_of(&long);
        if xml.contains(r#"<w:type w:val="evenPage"/>"#) {
            found = Some(xml);
            break;
        }
    }
    let xml = found.unwrap();
    let last = &xml[xml.rfind("<w:sectPr>").unwrap()..];
    assert!(
        last.contains(r#"w:type="default" r:id="rId6""#) && last.contains(r#"w:type="even" r:id="rId6""#),
        "{last}"
    );
}

#[test]
fn a_seal_has_room_and_a_faint_frame_and_never_an_image() {
    let room = main_of(&Official { seal: Seal::Room, ..official(Form::RedHead(red())) });
    assert!(paragraph(&room, DATE).contains(r#"<w:ind w:right="1264"/>"#), "four characters from the right");
    assert!(!room.contains("<w:drawing>"));
    let framed = Official { seal: Seal::Frame, ..official(Form::RedHead(red())) };
    let xml = main_of(&framed);
    assert_eq!(xml.matches(r#"<wp:extent cx="1512000" cy="1512000"/>"#).count(), 1, "42 mm");
    assert!(xml.contains(r#"<a:prstDash val="dash"/>"#) && !xml.contains("<a:solidFill><a:srgbClr val=\"FF0000\""));
    let mut joint = framed;
    joint.blocks.insert(7, Block::unbound(BlockKind::Signature, "云溪县财政局"));
    assert_eq!(main_of(&joint).matches(r#"<wp:extent cx="1512000""#).count(), 2, "one for each body");
    let images = parts(&write_docx(&joint).unwrap()).into_iter().filter(|(name, _)| name.contains("media")).count();
    assert_eq!(images, 0);
}

#[test]
fn families_differ_in_margins_and_lines_only() {
    let xml = main_of(&Official { family: Family::B, ..official(Form::Plain) });
    assert!(xml.contains(r#"w:top="1960" w:right="1474" w:bottom="1847" w:left="1588""#));
    assert!(main_of(&official(Form::Plain)).contains(r#"w:top="2098" w:right="1474" w:bottom="1984" w:left="1588""#));
    assert_eq!(texts(&official(Form::Plain)), texts(&Official { family: Family::B, ..official(Form::Plain) }));
}

#[test]
fn every_form_gives_the_same_bytes_again() {
    assert_eq!(documents(), documents());
}
