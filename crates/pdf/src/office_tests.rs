//! Our docx as LibreOffice sets it: what the XML means to another program. Slow; left out where it is not installed.

use crate::measure::{Positions, lines, near_by, of_pdf, text_of};
use document::form::{Form, Imprint, Letter, Printed, RedHead};
use document::official::{Block, BlockKind, Official};
use std::path::Path;
use std::process::Command;

/// Positions in a docx that another program sets, with another face.
const TOLERANCE: f64 = 1.5;

/// The documents as LibreOffice makes PDFs of them; none where there is no LibreOffice.
#[allow(clippy::disallowed_methods)]
fn printed(documents: &[(&str, &Official)]) -> Option<Vec<Positions>> {
    if Command::new("soffice").arg("--version").output().is_err() {
        let required = std::env::var("RECTIFY_REQUIRE_OFFICE").is_ok_and(|value| value == "1");
        assert!(!required, "RECTIFY_REQUIRE_OFFICE=1，但没有安装 LibreOffice（soffice）");
        eprintln!("没有安装 LibreOffice（soffice），不检查 docx 的排版效果");
        return None;
    }
    let folder = std::env::temp_dir().join(format!("rectify-office-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let files: Vec<_> = documents.iter().map(|(name, _)| folder.join(format!("{name}.docx"))).collect();
    for (file, (_, official)) in files.iter().zip(documents) {
        std::fs::write(file, document::write_docx(official).unwrap()).unwrap();
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let mut office = Command::new("soffice");
    office.args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"]).arg(&folder).args(&files);
    let done = office.output().unwrap();
    let read = |file: &Path| of_pdf(&std::fs::read(file.with_extension("pdf")).unwrap());
    let found = files.iter().map(|file| read(file)).collect();
    assert!(done.status.success(), "{done:?}");
    std::fs::remove_dir_all(&folder).unwrap();
    Some(found)
}

fn documents() -> [Official; 3] {
    let text = |text: &str| text.to_owned();
    let block = Block::unbound;
    let blocks = vec![
        block(BlockKind::Title, text("关于巡察整改情况的报告")),
        block(BlockKind::Addressee, text("县委巡察办：")),
        block(BlockKind::Body, "整改落实到位".repeat(20)),
        block(BlockKind::Signature, text("云溪县水务局")),
        block(BlockKind::Date, text("2026年6月30日")),
    ];
    let printed = Printed { by: text("云溪县水务局办公室"), on: text("2026年6月30日") };
    let red = Form::RedHead(RedHead {
        organs: vec![text("云溪县水务局")],
        suffix: text("文件"),
        number: text("云水发〔2026〕5号"),
        imprint: Imprint { addressees: None, copies: Some(text("县纪委监委")), printed: Some(printed) },
        ..RedHead::default()
    });
    let letter =
        Form::Letter(Letter {
            organ: text("云溪县水务局"), number: text("云水函〔2026〕5号"), ..Letter::default()
        });
    let grid = vec![block(BlockKind::Body, "整改落实到位".repeat(250))];
    [
        Official { blocks: grid, ..Official::default() },
        Official { form: red, blocks: blocks.clone(), ..Official::default() },
        Official { form: letter, blocks, ..Official::default() },
    ]
}

#[track_caller]
fn top(found: &Positions, page: u32, words: &str) -> f64 {
    let all = lines(&found.glyphs, page);
    let line = all.iter().find(|(_, line)| text_of(line).contains(words));
    line.unwrap_or_else(|| panic!("{words}: {:?}", all.iter().map(|(_, l)| text_of(l)).collect::<Vec<_>>())).0
}

#[test]
fn another_program_sets_our_docx_as_it_is_meant() {
    let [grid, red, letter] = documents();
    let Some(found) = printed(&[("grid", &grid), ("red", &red), ("letter", &letter)]) else { return };
    let mut text = lines(&found[0].glyphs, 1);
    text.retain(|(y, _)| *y < 262.0);
    assert_eq!(text.len(), 22, "lines of a page");
    assert_eq!(text_of(&text[3].1).chars().count(), 28, "characters of a line");
    let baseline = |edge: f64, size: f64| edge + 0.88 * size * 25.4 / 72.0;
    near_by(top(&found[1], 1, "云溪县水务局文件"), baseline(72.0, 36.0), TOLERANCE);
    let number = baseline(72.0 + 12.7 + 20.78, 16.0);
    near_by(top(&found[1], 1, "云水发〔2026〕5号"), number, TOLERANCE);
    near_by(top(&found[1], 1, "关于巡察"), number + 0.68 + 4.5 + 20.78 + baseline(0.0, 22.0), 2.0 * TOLERANCE);
    let foot = top(&found[1], 2, "2026年6月30日印发");
    assert!((255.0..262.0).contains(&foot), "the imprint stands at the foot of the even page: {foot}");
    near_by(top(&found[2], 1, "云溪县水务局"), baseline(30.0, 36.0), TOLERANCE);
    let below = 46.7 + 1.55 + 4.84;
    near_by(top(&found[2], 1, "云水函〔2026〕5号"), baseline(below, 16.0), TOLERANCE);
    assert!(found[2].glyphs.iter().all(|glyph| glyph.text != "—"), "no number on the first page of a letter");
    assert!(found[1].glyphs.iter().any(|glyph| glyph.text == "—"), "others have one");
}
