//! Sets a document of every part, to be looked at: `cargo run -p pdf --example set -- out.pdf`.

use document::official::{Block, BlockKind, Official, Run, Table};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    let fonts = pdf::Fonts::find(None)?;
    let cell = |text: &str| vec![Run { text: text.to_owned(), binding: None }];
    let mut rows = vec![vec![cell("序号"), cell("反馈问题"), cell("整改措施"), cell("时限")]];
    for n in 1..=24 {
        rows.push(vec![
            cell(&n.to_string()),
            cell("理论学习联系实际不够"),
            cell("1.制定年度学习计划\n2.开展集中研讨4次"),
            cell("2026年6月30日"),
        ]);
    }
    let body = "本轮巡察共反馈问题21个，已完成整改19个，基本完成2个，整改完成率90.5%。“引号”——破折号……省略号，《中国共产党章程》。";
    let blocks = vec![
        Block::unbound(BlockKind::Title, "关于县委第一巡察组巡察整改进展情况的报告"),
        Block::unbound(BlockKind::Addressee, "县委巡察办："),
        Block::unbound(BlockKind::Heading(1), "一、总体情况"),
        Block::unbound(BlockKind::Body, body.repeat(6)),
        Block::unbound(BlockKind::Heading(2), "（一）学习贯彻方面"),
        Block::unbound(BlockKind::Heading(3), "1.学习不深入。一是制定计划。"),
        Block::unbound(BlockKind::Signature, "中共云溪县水务局党组"),
        Block::unbound(BlockKind::Date, "2026年6月30日"),
        Block::unbound(BlockKind::Note, "（校验码：29CA-C865-66BE-F1FA-E26E）"),
        Block::unbound(BlockKind::PageMark, "附件1"),
        Block::unbound(BlockKind::Title, "整改责任清单"),
        Block::Table(Table { widths: vec![1, 5, 6, 3], rows, landscape: true }),
    ];
    let start = std::time::Instant::now();
    let bytes = pdf::write_pdf(&Official { blocks, ..Official::default() }, &fonts)?;
    eprintln!("{} bytes, {:?}", bytes.len(), start.elapsed());
    for replacement in fonts.replaced() {
        eprintln!("{} → {}", replacement.wanted.word(), replacement.used);
    }
    std::fs::write(path, bytes)?;
    Ok(())
}
