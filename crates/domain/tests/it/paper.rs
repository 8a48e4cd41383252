//! Warnings of paper rectification.

use crate::paper_texts::{GOOD, HOLLOW};
use domain::paper::{
    Material, OtherText, PaperCode, PaperPart, has_number, is_hollow, is_nearly, prints, unnumbered_rule, warnings,
};
use domain::{Completion, Evidence, EvidenceDoubt, EvidenceId, EvidenceKind, FindingId, Measure, MeasureId, PersonId};
use std::collections::{BTreeSet, HashMap};

fn measure(text: &str, note: Option<&str>, completion: Completion) -> Measure {
    Measure {
        id: MeasureId("m".to_owned()),
        finding: FindingId("f".to_owned()),
        key: "XC-2026-01-001-01".to_owned(),
        serial: 1,
        text: text.to_owned(),
        target: None,
        deliverable: None,
        co_units: Vec::new(),
        co_leaders: Vec::new(),
        co_owners: Vec::new(),
        leader: None,
        lead_unit: None,
        owner: None,
        due: None,
        completion,
        progress_note: note.map(str::to_owned),
        stated: None,
        version: 1,
    }
}

fn file(name: &str, note: Option<&str>) -> Evidence {
    Evidence {
        id: EvidenceId("e".to_owned()),
        finding: FindingId("f".to_owned()),
        measure: Some(MeasureId("m".to_owned())),
        key: "XC-2026-01-001-E01".to_owned(),
        name: name.to_owned(),
        digest: String::new(),
        sm3: String::new(),
        kind: EvidenceKind::Document,
        bytes: 1,
        fact_date: None,
        note: note.map(str::to_owned),
        uploaded_at: 0,
        uploader: PersonId("p".to_owned()),
        replaces: None,
        withdrawn: false,
    }
}

fn found(measures: &[Measure], files: &[(Evidence, Vec<EvidenceDoubt>)]) -> Vec<(PaperCode, PaperPart)> {
    let material = Material { measures, evidence: files, others: &[] };
    warnings(&material).into_iter().map(|w| (w.code, w.part)).collect()
}

#[test]
fn promises_are_hollow_and_deeds_are_not() {
    let missed: Vec<&str> = HOLLOW.into_iter().filter(|text| !is_hollow(text)).collect();
    assert_eq!(missed, [""; 0], "hollow but not found");
    let wronged: Vec<&str> = GOOD.into_iter().filter(|text| is_hollow(text)).collect();
    assert_eq!(wronged, [""; 0], "good but called hollow");
    assert!(!is_hollow(""));
}

#[test]
fn a_deliverable_makes_a_promise_checkable() {
    let promise = measure(HOLLOW[0], None, Completion::NotStarted);
    assert_eq!(found(std::slice::from_ref(&promise), &[]), [(PaperCode::HollowMeasure, PaperPart::Measure)]);
    let kept = Measure { deliverable: Some("学习记录".to_owned()), ..promise };
    assert_eq!(found(&[kept], &[]), []);
}

#[test]
fn numbers_of_documents_are_recognised() {
    for text in ["云水发〔2026〕15号", "云水发[2026] 15 号", "云水发（2026）１５号", "见第12号文件"]
    {
        assert!(has_number(text), "{text}");
    }
    for text in ["", "号", "1号", "3号楼", "12月5号", "发〔26〕5号", "第号"] {
        assert!(!has_number(text), "{text}");
    }
}

#[test]
fn a_rule_that_was_made_needs_its_number() {
    for (text, rule) in [
        ("已修订《差旅费管理办法》。", Some("《差旅费管理办法》")),
        ("《公务接待规定（试行）》已印发执行。", Some("《公务接待规定（试行）》")),
        ("制定值班制度，明确责任。", Some("制定值班制度")),
        ("按照《预算法》要求，修订《财务管理制度》。", Some("《财务管理制度》")),
        ("已修订《差旅费管理办法》，云水发〔2026〕15号。", None),
        ("按照《公务用车管理办法》规范用车。", None),
        ("学习《中国共产党纪律处分条例》两次。", None),
        ("制定学习计划。", None),
        ("完善制度，堵塞漏洞。", None),
        ("加强制度建设。", None),
        ("《整改方案》已印发。", None),
        ("", None),
        ("《未完", None),
    ] {
        assert_eq!(unnumbered_rule(text), rule, "{text}");
    }
}

#[test]
fn a_plan_is_no_claim_and_a_number_anywhere_about_the_measure_will_do() {
    let plan = "制定《差旅费管理办法》";
    let warned = [(PaperCode::RuleWithoutNumber, PaperPart::Measure)];
    assert_eq!(found(&[measure(plan, None, Completion::InProgress)], &[]), []);
    assert_eq!(found(&[measure(plan, None, Completion::Done)], &[]), warned);
    assert_eq!(found(&[measure(plan, Some("云水发〔2026〕15号"), Completion::Done)], &[]), []);
    let numbered = (file("差旅费管理办法.docx", Some("云水发〔2026〕15号")), Vec::new());
    assert_eq!(found(&[measure(plan, None, Completion::Done)], &[numbered]), []);
    let note = measure("清理差旅费12笔", Some("已出台《差旅费管理办法》"), Completion::InProgress);
    assert_eq!(found(&[note], &[]), [(PaperCode::RuleWithoutNumber, PaperPart::Progress)]);
}

#[test]
fn a_file_that_is_a_rule_needs_its_number() {
    let warned = [(PaperCode::RuleWithoutNumber, PaperPart::Evidence)];
    for (name, expected) in [
        ("差旅费管理办法.docx", &warned[..]),
        ("《差旅费管理办法》扫描件.pdf", &warned),
        ("差旅费管理办法学习照片.jpg", &[]),
        ("云水发〔2026〕15号 差旅费管理办法.docx", &[]),
        ("银行回单.pdf", &[]),
    ] {
        assert_eq!(found(&[], &[(file(name, None), Vec::new())]), expected, "{name}");
    }
    let withdrawn = Evidence { withdrawn: true, ..file("差旅费管理办法.docx", None) };
    assert_eq!(found(&[], &[(withdrawn, Vec::new())]), []);
}

#[test]
fn doubts_about_files_are_warnings() {
    let doubts = vec![EvidenceDoubt::BeforeFeedback, EvidenceDoubt::Reused(vec!["XC-2026-01-002".to_owned()])];
    let both = found(&[], &[(file("银行回单.pdf", None), doubts)]);
    let part = PaperPart::Evidence;
    assert_eq!(both, [(PaperCode::EvidenceBeforeFeedback, part), (PaperCode::EvidenceReused, part)]);
}

const PASTED: &str =
    "召开班子会议专题研究，逐项明确责任人和完成时限，由办公室跟踪督办，目前已按要求整改到位，并完善了有关台账";

#[test]
fn pasted_text_is_found_though_numbers_punctuation_and_a_few_words_differ() {
    let changed = PASTED.replace('，', "、").replace("目前已按", "现已按") + "12份。";
    assert!(is_nearly(PASTED, &changed));
    assert!(prints(PASTED).iter().any(|print| prints(&changed).contains(print)));
    let other = "向用水户退还多收的水费，逐户登记签字，退款凭证由财务科统一归档备查，未联系上的用户另行公告";
    assert!(!is_nearly(PASTED, other));
    assert_eq!(prints("已整改到位。"), []);
    assert!(!is_nearly("已整改到位", "已整改到位"));
    let others = [OtherText { finding: "XC-2026-01-009".to_owned(), text: changed }];
    let own = [measure("退还水费12笔", Some(PASTED), Completion::Done)];
    let all = warnings(&Material { measures: &own, evidence: &[], others: &others });
    assert_eq!((all[0].code, all[0].part), (PaperCode::PastedText, PaperPart::Progress));
    assert_eq!(all[0].others, ["XC-2026-01-009"]);
}

/// Unlike texts of one length; a generator of its own, so that they are the same on every run.
fn text(n: u64) -> String {
    let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d;
    let mut character = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from_u32(0x4e00 + (state >> 33) as u32 % 20_000).unwrap_or('水')
    };
    (0..40).map(|_| character()).collect()
}

#[test]
fn of_twenty_thousand_texts_the_pasted_ones_meet_and_hardly_any_other() {
    let mut meeting: HashMap<i64, Vec<u64>> = HashMap::new();
    let pasted = |n: u64| n % 1000 == 7;
    for n in 0..20_000 {
        let text = if pasted(n) { format!("{PASTED}{n}") } else { text(n) };
        for print in prints(&text) {
            meeting.entry(print).or_default().push(n);
        }
    }
    let met: BTreeSet<u64> = meeting.values().filter(|all| all.len() > 1).flatten().copied().collect();
    let wanted: BTreeSet<u64> = (0..20_000).filter(|n| pasted(*n)).collect();
    assert_eq!(met, wanted);
}
