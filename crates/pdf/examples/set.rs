//! Sets a document of every form, to be looked at: `cargo run -p pdf --example set -- FOLDER`, PDF and docx.

use document::form::{Corner, Family, Form, Imprint, Letter, Minutes, Order, Printed, RedHead, Seal, Urgency};
use document::official::{Block, BlockKind, Official, Run, Table};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name a folder")?;
    let fonts = pdf::Fonts::find(None)?;
    for (name, official) in documents() {
        let start = std::time::Instant::now();
        let bytes = pdf::write_pdf(&official, &fonts)?;
        eprintln!("{name}: {} bytes, {:?}", bytes.len(), start.elapsed());
        std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), bytes)?;
        std::fs::write(Path::new(&folder).join(format!("{name}.docx")), document::write_docx(&official)?)?;
    }
    for replacement in fonts.replaced() {
        eprintln!("{} → {}", replacement.wanted.word(), replacement.used);
    }
    Ok(())
}

const ORGAN: &str = "中共云溪县水务局党组";
const DATE: &str = "2026年6月30日";

fn text(text: &str) -> String {
    text.to_owned()
}

fn imprint() -> Imprint {
    Imprint {
        addressees: None,
        copies: Some(text("县纪委监委，县委组织部，县委巡察工作领导小组办公室，县财政局，县审计局")),
        printed: Some(Printed { by: text("云溪县水务局办公室"), on: text(DATE) }),
    }
}

fn documents() -> Vec<(&'static str, Official)> {
    let corner = Corner { copy: Some(text("000001")), urgency: Some(Urgency::Extra) };
    let red = RedHead {
        organs: vec![text(ORGAN)],
        suffix: text("文件"),
        number: text("云水党发〔2026〕5号"),
        imprint: imprint(),
        ..RedHead::default()
    };
    let upward = RedHead {
        corner: corner.clone(),
        number: text("云水党报〔2026〕15号"),
        signers: vec![text("张某"), text("李某某"), text("王某")],
        ..red.clone()
    };
    let joint =
        RedHead { organs: vec![text(ORGAN), text("云溪县财政局"), text("云溪县审计局")], ..red.clone() };
    let letter = Letter {
        organ: text("云溪县水务局"),
        corner: Corner { copy: None, ..corner },
        number: text("云水函〔2026〕12号"),
        copies: Some(text("县委巡察办")),
    };
    let mut letters = body("关于巡察整改事项的提示函", 1, &[ORGAN]);
    letters.push(Block::PageBreak);
    letters.extend(body("关于巡察整改事项的提示函", 9, &[ORGAN]));
    let mut minutes = body("", 3, &[]);
    minutes.remove(0);
    minutes.extend([
        Block::unbound(BlockKind::Attendance, "出席：张某、李某某、王某，县水务局办公室、财务股、工程股、河湖管理中心、水资源管理中心、机关党支部主要负责同志"),
        Block::unbound(BlockKind::Attendance, "请假：赵某"),
        Block::unbound(BlockKind::Attendance, "列席：孙某、周某"),
    ]);
    let order = vec![
        Block::unbound(
            BlockKind::Body,
            "《云溪县河道管理办法》已经县人民政府常务会议通过，现予公布，自2026年8月1日起施行。",
        ),
        Block::unbound(BlockKind::Signatory, "县长 张某某"),
        Block::unbound(BlockKind::Date, DATE),
    ];
    let of = |form: Form, seal: Seal, blocks: Vec<Block>| Official { form, seal, blocks, ..Official::default() };
    let title = "关于县委第一巡察组巡察反馈意见整改进展情况的报告";
    vec![
        ("plain", of(Form::Plain, Seal::None, body(title, 6, &[ORGAN]))),
        ("plain-b", Official { family: Family::B, ..of(Form::Plain, Seal::None, body(title, 6, &[ORGAN])) }),
        ("red", of(Form::RedHead(red.clone()), Seal::Frame, body(title, 2, &[ORGAN]))),
        ("red-even", of(Form::RedHead(red), Seal::Room, body(title, 6, &[ORGAN]))),
        ("upward", of(Form::RedHead(upward), Seal::Frame, attached(title))),
        ("joint", of(Form::RedHead(joint), Seal::Frame, body(title, 2, &[ORGAN, "云溪县财政局", "云溪县审计局"]))),
        ("letter", of(Form::Letter(letter), Seal::Frame, letters)),
        (
            "minutes",
            of(
                Form::Minutes(Minutes {
                    mark: text("云溪县水务局党组会议纪要"),
                    number: text("〔2026〕5号"),
                    imprint: imprint(),
                }),
                Seal::None,
                minutes,
            ),
        ),
        (
            "order",
            of(
                Form::Order(Order {
                    mark: text("云溪县人民政府令"), number: text("第5号"), imprint: imprint()
                }),
                Seal::None,
                order,
            ),
        ),
    ]
}

fn body(title: &str, times: usize, organs: &[&str]) -> Vec<Block> {
    let words = "本轮巡察共反馈问题21个，已完成整改19个，基本完成2个，整改完成率90.5%。“引号”——破折号……省略号，《中国共产党章程》。";
    let mut blocks = vec![
        Block::unbound(BlockKind::Title, title),
        Block::unbound(BlockKind::Addressee, "县委巡察工作领导小组办公室："),
        Block::unbound(BlockKind::Heading(1), "一、总体情况"),
        Block::unbound(BlockKind::Body, words.repeat(times)),
        Block::unbound(BlockKind::Heading(2), "（一）学习贯彻方面"),
        Block::unbound(BlockKind::Heading(3), "1.学习不深入。一是制定计划。"),
    ];
    blocks.extend(organs.iter().map(|organ| Block::unbound(BlockKind::Signature, *organ)));
    if !organs.is_empty() {
        blocks.push(Block::unbound(BlockKind::Date, DATE));
    }
    blocks
}

fn attached(title: &str) -> Vec<Block> {
    let mut blocks = body(title, 2, &[]);
    let cell = |text: &str| vec![Run { text: text.to_owned(), binding: None }];
    let mut rows = vec![vec![cell("序号"), cell("反馈问题"), cell("整改措施"), cell("时限")]];
    for n in 1..=24 {
        rows.push(vec![
            cell(&n.to_string()),
            cell("理论学习联系实际不够"),
            cell("1.制定年度学习计划\n2.开展集中研讨4次"),
            cell(DATE),
        ]);
    }
    blocks.extend([
        Block::unbound(BlockKind::AttachmentNote, "附件：1.整改责任清单及县委第一巡察组巡察反馈意见整改落实措施"),
        Block::unbound(BlockKind::AttachmentNote, "2.情况说明"),
        Block::unbound(BlockKind::Signature, ORGAN),
        Block::unbound(BlockKind::Date, DATE),
        Block::unbound(BlockKind::Note, "（联系人：张某）"),
        Block::unbound(BlockKind::PageMark, "附件1"),
        Block::unbound(BlockKind::Title, "整改责任清单"),
        Block::Table(Table { widths: vec![1, 5, 6, 3], rows, landscape: true }),
        Block::unbound(BlockKind::PageMark, "附件2"),
        Block::unbound(BlockKind::Title, "情况说明"),
        Block::unbound(BlockKind::Body, "说明如下。"),
    ]);
    blocks
}
