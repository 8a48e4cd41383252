//! The public version of a report with one finding of each kind.

use super::*;
use crate::publication::{Decided, figure_difference, leaks, public_from_text, public_to_text};
use document::official::Run;
use domain::publication::{Publish, WithholdReason};

fn run(text: &str) -> Run {
    Run { text: text.to_owned(), binding: None }
}

fn bound(text: &str, to: &str) -> Run {
    Run { text: text.to_owned(), binding: Some(to.to_owned()) }
}

fn paragraph(kind: BlockKind, text: Vec<Run>) -> Block {
    Block::Paragraph { kind, text }
}

fn internal() -> Official {
    use BlockKind::{Body, Heading, Note, Signature, Title};
    let rows = vec![
        vec![vec![run("序号")], vec![run("问题")], vec![run("责任人")]],
        vec![
            vec![bound("1", "问题[X-001].序号")],
            vec![bound("学习不深入", "问题[X-001].名称")],
            vec![bound("张三", "问题[X-001].责任人")],
        ],
        vec![
            vec![bound("2", "问题[X-002].序号")],
            vec![bound("线索甲", "问题[X-002].名称")],
            vec![bound("李四", "问题[X-002].责任人")],
        ],
    ];
    Official {
        blocks: vec![
            paragraph(Title, vec![run("报告")]),
            paragraph(Body, vec![run("共反馈问题"), bound("3", "统计.问题数"), run("个。")]),
            paragraph(Heading(2), vec![run("（一）"), bound("学习方面", "方面[学习].名称")]),
            paragraph(Heading(3), vec![run("1."), bound("学习不深入", "问题[X-001].名称"), run("。由张三负责。")]),
            paragraph(Body, vec![run("进展情况："), bound("张三补学", "措施[X-001-01].进展")]),
            paragraph(Heading(3), vec![run("2."), bound("线索甲", "问题[X-002].名称"), run("。")]),
            paragraph(Body, vec![run("手写的一段，说的是同一件事。")]),
            paragraph(Heading(3), vec![run("3."), bound("向乙公司借款", "问题[X-003].名称")]),
            paragraph(Heading(1), vec![run("二、未完成")]),
            paragraph(Body, vec![run("1."), bound("线索甲", "问题[X-002].名称"), run("，责任人李四。")]),
            paragraph(
                Body,
                vec![
                    run("涉及"),
                    bound("学习不深入", "问题[X-001].名称"),
                    run("、"),
                    bound("线索甲", "问题[X-002].名称"),
                ],
            ),
            Block::Table(Table { widths: vec![1, 3, 2], rows, landscape: false }),
            paragraph(Signature, vec![run("某局")]),
            paragraph(Note, vec![run("（校验码：AAAA）")]),
        ],
        properties: [("校验码".to_owned(), "AAAA".to_owned())].into(),
        ..Official::default()
    }
}

fn decided() -> Decisions {
    let one = |serial, publish, reason, wording: Option<&str>| Decided {
        serial,
        publish,
        reason,
        wording: wording.map(str::to_owned),
    };
    [
        ("X-002".to_owned(), one(2, Publish::Withheld, Some(WithholdReason::OpenCase), None)),
        ("X-003".to_owned(), one(3, Publish::Redacted, None, Some("违规借款"))),
    ]
    .into()
}

fn public(redactions: &[Redaction]) -> PublicText {
    let names = MaskNames { masked: vec!["张三".into(), "李四".into()], kept: vec![] };
    let terms =
        PublicTerms { decided: &decided(), names: &names, redactions, statement: Some("其中1项不予公开。") };
    super::publish(&internal(), &terms)
}

fn texts(public: &PublicText) -> Vec<String> {
    let words = |block: &Block| match block {
        Block::Paragraph { text, .. } => vec![plain(text)],
        Block::Table(table) => {
            table.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join("|")).collect()
        }
        Block::PageBreak => vec![],
    };
    public.official.blocks.iter().flat_map(words).collect()
}

#[test]
fn withheld_goes_and_is_counted_redacted_is_reworded_persons_are_masked() {
    let found = public(&[]);
    assert_eq!(
        texts(&found),
        [
            "报告",
            "共反馈问题3个。",
            "其中1项不予公开。",
            "（一）学习方面",
            "1.学习不深入。由张某负责。",
            "进展情况：张某补学",
            "2.第2项按规定不予公开。",
            "3.违规借款",
            "二、未完成",
            "1.第2项按规定不予公开。",
            "涉及学习不深入、第2项按规定不予公开",
            "序号|问题|责任人",
            "1|学习不深入|张某",
            "2|第2项按规定不予公开|—",
            "某局",
        ]
    );
    assert!(found.official.properties.is_empty(), "the proof of the internal version stays inside");
    let withheld = found.rows.iter().find(|row| row.internal == (5..7)).unwrap();
    assert_eq!(withheld.changes[0].kind, ChangeKind::Withheld);
    assert_eq!(withheld.changes[0].reason, WithholdReason::OpenCase.word());
    let covered: Vec<usize> = found.rows.iter().flat_map(|row| row.internal.clone()).collect();
    assert_eq!(covered, (0..internal().blocks.len()).collect::<Vec<_>>(), "each block stands in one row");
}

#[test]
fn every_difference_is_told() {
    let found = public(&[]);
    for row in &found.rows {
        let Some(Block::Paragraph { text, .. }) = row.public.map(|at| &found.official.blocks[at]) else { continue };
        let Some(Block::Paragraph { text: before, .. }) = internal().blocks.get(row.internal.start).cloned() else {
            continue;
        };
        if row.internal.is_empty() {
            continue;
        }
        let mut rebuilt: Vec<char> = plain(&before).chars().collect();
        for change in row.changes.iter().rev() {
            assert_eq!(rebuilt[change.start..change.end].iter().collect::<String>(), change.before);
            rebuilt.splice(change.start..change.end, change.after.chars());
        }
        assert_eq!(rebuilt.into_iter().collect::<String>(), plain(text));
    }
}

#[test]
fn figures_of_both_versions_agree_until_one_is_redacted() {
    assert_eq!(figure_difference(&internal(), &public(&[]).official), None);
    let place = RedactedPlace { block: 1, cell: None, start: 5 };
    let figure = Redaction { place: Some(place), before: "3".into(), after: "若干".into(), reason: "试".into() };
    let found = public(&[figure]);
    assert_eq!(texts(&found)[1], "共反馈问题若干个。");
    assert!(figure_difference(&internal(), &found.official).unwrap().contains("统计.问题数"));
}

#[test]
fn people_redact_restore_and_are_told_what_they_lost() {
    let redaction = |place, before: &str, after: &str| Redaction {
        place,
        before: before.into(),
        after: after.into(),
        reason: "理由".into(),
    };
    let place = |block, start| Some(RedactedPlace { block, cell: None, start });
    let found = public(&[
        redaction(None, "学习不深入", "××"),
        redaction(place(3, 9), "张三", "张三"),
        redaction(place(3, 1), "没有的字", "××"),
        redaction(None, "线索甲", "××"),
    ]);
    let all = texts(&found);
    assert_eq!((all[4].as_str(), all[12].as_str()), ("1.××。由张三负责。", "1|××|张某"));
    assert_eq!(all[5], "进展情况：张某补学", "left open in one place only");
    assert_eq!(found.lost, [2], "its words are nowhere");
    let kinds: Vec<ChangeKind> = found.rows[4].changes.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [ChangeKind::Manual, ChangeKind::Restored]);
}

#[test]
fn what_is_withheld_but_written_elsewhere_is_found() {
    let found = public(&[]);
    assert_eq!(leaks(&found, &["线索甲".into(), "向乙公司借款".into()]), []);
    let leak = leaks(&found, &["学习不深入".into(), "同".into()]);
    let places: Vec<_> = leak.iter().map(|leak| (leak.block, leak.cell, leak.start, leak.end)).collect();
    assert_eq!(places, [(4, None, 2, 7), (10, None, 2, 7), (11, Some((1, 1)), 0, 5)]);
}

#[test]
fn what_was_confirmed_is_read_as_it_was_written() {
    let mut found = public(&[]);
    found.official.properties.clear();
    assert_eq!(public_from_text(&public_to_text(&found)).unwrap(), found);
    for broken in ["", "{}", r#"{"official":"{}","rows":[]}"#] {
        assert!(public_from_text(broken).is_err(), "{broken}");
    }
}
