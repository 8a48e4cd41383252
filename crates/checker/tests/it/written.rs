//! What is written is set as the standard has it: no rule of layout finds anything.

#[path = "../../../document/tests/it/official_of.rs"]
mod official_of;

use checker::{Profile, Selection, check};
use document::form::{Corner, Family, Form, Imprint, Letter, Minutes, Order, Printed, RedHead, Seal, Urgency};
use document::official::{Block, BlockKind, Official};
use document::{parse, read, write_docx};
use official_of::official_of;
use std::path::Path;

fn layout(official: &Official) -> Vec<String> {
    let document = read(&write_docx(official).unwrap(), "a.docx").unwrap();
    let selection = Selection { profile: Profile::Official, select: vec!["L".to_owned()], ..Selection::default() };
    let found = check(&document, None, &selection).into_iter();
    found.map(|one| format!("{} {}", one.rule, one.message)).collect()
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn imprint() -> Imprint {
    let printed = Printed { by: text("云溪县水务局办公室"), on: text("2026年6月30日") };
    Imprint { addressees: Some(text("县委")), copies: Some(text("县纪委监委")), printed: Some(printed) }
}

fn forms() -> Vec<Form> {
    let organs = |names: &[&str]| names.iter().map(|name| text(name)).collect::<Vec<_>>();
    let corner = Corner { copy: Some(text("000001")), urgency: Some(Urgency::Extra) };
    let red = |names: &[&str], signers: &[&str], corner: Corner| {
        Form::RedHead(RedHead {
            organs: organs(names),
            suffix: text("文件"),
            corner,
            number: text("云水发〔2026〕5号"),
            signers: organs(signers),
            imprint: imprint(),
        })
    };
    vec![
        Form::Plain,
        red(&["云溪县水务局"], &[], Corner::default()),
        // A mark that the title begins with.
        red(&["中共云溪县水务局党组"], &["张某", "李某某", "王某"], corner.clone()),
        red(&["云溪县水务局", "云溪县财政局"], &[], Corner::default()),
        Form::Letter(Letter {
            organ: text("中共云溪县水务局党组"),
            corner,
            number: text("云水函〔2026〕5号"),
            copies: None,
        }),
        Form::Minutes(Minutes { mark: text("党组会议纪要"), number: text("〔2026〕5号"), imprint: imprint() }),
        Form::Order(Order { mark: text("云溪县人民政府令"), number: text("第5号"), imprint: imprint() }),
    ]
}

fn report(organs: &[&str]) -> Vec<Block> {
    let mut blocks = vec![
        Block::unbound(BlockKind::Title, "中共云溪县水务局党组关于巡察整改进展情况的报告"),
        Block::unbound(BlockKind::Addressee, "县委巡察办："),
        Block::unbound(BlockKind::Heading(1), "一、总体情况"),
        Block::unbound(BlockKind::Body, "反馈问题2个，已全部完成整改。"),
        Block::unbound(BlockKind::Heading(2), "（一）学习方面"),
        Block::unbound(BlockKind::Body, "学习制度已经修订并印发执行。"),
        Block::unbound(BlockKind::AttachmentNote, "附件：1.责任清单"),
        Block::unbound(BlockKind::AttachmentNote, "2.情况说明"),
    ];
    blocks.extend(organs.iter().map(|organ| Block::unbound(BlockKind::Signature, *organ)));
    blocks.push(Block::unbound(BlockKind::Date, "2026年6月30日"));
    for (mark, title) in [("附件1", "责任清单"), ("附件2", "情况说明")] {
        blocks.push(Block::unbound(BlockKind::PageMark, mark));
        blocks.push(Block::unbound(BlockKind::Title, title));
        blocks.push(Block::unbound(BlockKind::Body, "内容如下。"));
    }
    blocks
}

#[test]
fn no_form_has_a_finding_of_layout() {
    const LONG: &str = "中共云溪县水务局机关第一党支部委员会";
    for form in forms() {
        for family in Family::ALL {
            for seal in Seal::ALL {
                for organs in [["中共云溪县水务局党组"].as_slice(), &["水务局"], &[LONG], &["水务局", "财政局"], &[]]
                {
                    let official =
                        Official { form: form.clone(), family, seal, blocks: report(organs), ..Official::default() };
                    assert_eq!(layout(&official), [""; 0], "{form:?} {family:?} {seal:?} {organs:?}");
                }
            }
        }
    }
}

#[test]
fn no_document_of_ours_has_a_finding_of_layout_when_it_is_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents");
    let mut seen = 0;
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()) {
        if !path.extension().is_some_and(|end| end == "txt" || end == "md") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = read(&std::fs::read(&path).unwrap(), &name).unwrap();
        let official = official_of(&document, &parse(&document));
        found.extend(layout(&official).into_iter().map(|line| format!("{name}: {line}")));
        seen += 1;
    }
    found.sort();
    assert!(seen > 100, "{seen}");
    assert_eq!(found, [""; 0]);
}
