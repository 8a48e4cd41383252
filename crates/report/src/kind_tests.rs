//! The built-in documents over a round of inspection: figures, reading back, checking.

use crate::{Choice, KINDS, Material, Query, ReportKind, Shape, fill, list_workbook, snapshot_of};
use checker::{Profile, Selection, check};
use document::official::{Block, BlockKind, Official, plain};
use document::{Status, parse, read, write_docx};
use domain::workflow::{Action, Stage, Step};
use domain::*;
use jiff::civil::{Date, date};
use std::collections::HashMap;
use std::sync::Arc;

/// A round with two areas, three problems and a recommendation.
pub(crate) struct Round {
    inspection: Inspection,
    pub(crate) findings: Vec<Finding>,
    measures: Vec<Measure>,
    steps: HashMap<String, Vec<Step>>,
    units: HashMap<String, String>,
    ordinals: HashMap<String, String>,
    people: HashMap<String, String>,
    chronicle: Vec<ChronicleEntry>,
}

const AS_OF: Date = date(2026, 6, 30);

impl Round {
    pub(crate) fn empty() -> Self {
        let inspection = Inspection {
            id: InspectionId("i".to_owned()),
            key: "XC-2026-01".to_owned(),
            source: SourceKind::Patrol,
            title: "第二轮巡察".to_owned(),
            issuing_body: "县委第一巡察组".to_owned(),
            document_number: None,
            unit: UnitId("u".to_owned()),
            feedback_date: Some(date(2026, 3, 2)),
            receipt_date: None,
            profile: "patrol_county".to_owned(),
            version: 1,
        };
        let named = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        Self {
            inspection,
            findings: Vec::new(),
            measures: Vec::new(),
            steps: HashMap::new(),
            ordinals: HashMap::new(),
            units: named(&[("u1", "办公室"), ("u2", "财务科")]),
            people: named(&[("p1", "林知远"), ("p2", "周明")]),
            chronicle: Vec::new(),
        }
    }

    pub(crate) fn full() -> Self {
        let mut round = Self::empty();
        round.finding(
            "学习贯彻上级部署方面",
            "学习计划不落实",
            Completion::Done,
            &["制定年度学习计划", "开展集中研讨4次"],
        );
        round.finding(
            "学习贯彻上级部署方面",
            "调研成果转化不够",
            Completion::InProgress,
            &["形成转化清单，明确12条举措"],
        );
        round.finding("落实管理制度方面", "财务审批不规范", Completion::NotStarted, &[]);
        round.finding("", "加强干部队伍建设", Completion::Done, &["选派2名干部到基层锻炼"]);
        round.findings[3].kind = FindingKind::Recommendation;
        round.findings[0].closure = Closure::Closed;
        round.findings[0].stage = Stage::Closed;
        round.findings[1].due = Some(date(2026, 6, 1));
        round.findings[2].due = Some(date(2026, 7, 10));
        round.findings[2].amount = Some("71320".to_owned());
        round.measures[0].progress_note = Some("计划已于3月印发；\n学习12次".to_owned());
        round.steps.insert("f3".to_owned(), vec![asked()]);
        round.note(ChroniclePart::Organised, "压实整改责任", "先后6次召开会议研究整改工作");
        round.note(ChroniclePart::Organised, "压实整改责任", "制定完善制度17项");
        round.note(ChroniclePart::Next, "下一步工作打算", "持续巩固整改成果，每季度开展1次检查。");
        round.note(ChroniclePart::Next, "下一步工作打算", "完善内部控制制度");
        round.note(ChroniclePart::Organised, "压实整改责任", "误记的一条99次");
        round.chronicle[4].removed = true;
        round
    }

    fn note(&mut self, part: ChroniclePart, category: &str, text: &str) {
        let serial = self.chronicle.len() as i64 + 1;
        self.chronicle.push(ChronicleEntry {
            id: ChronicleEntryId(format!("j{serial}")),
            inspection: self.inspection.id.clone(),
            key: self.inspection.chronicle_key(serial),
            serial,
            part,
            category: category.to_owned(),
            date: None,
            text: text.to_owned(),
            removed: false,
            version: 1,
        });
    }

    pub(crate) fn finding(&mut self, area: &str, title: &str, completion: Completion, measures: &[&str]) {
        let serial = self.findings.len() as i64 + 1;
        let mut finding = Finding::blank(&self.inspection, FindingId(format!("f{serial}")), serial, title);
        finding.area = (!area.is_empty()).then(|| area.to_owned());
        finding.completion = completion;
        finding.unit = Some(UnitId(if serial % 2 == 1 { "u1" } else { "u2" }.to_owned()));
        finding.leader = Some(PersonId("p1".to_owned()));
        finding.owner = Some(PersonId("p2".to_owned()));
        for (at, text) in measures.iter().enumerate() {
            self.measures.push(Measure {
                id: MeasureId(format!("m{serial}-{at}")),
                finding: finding.id.clone(),
                key: format!("{}-{:02}", finding.key, at + 1),
                serial: at as i64 + 1,
                text: (*text).to_owned(),
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
                progress_note: None,
                stated: None,
                version: 1,
            });
        }
        self.findings.push(finding);
    }

    pub(crate) fn write(&self, kind: &ReportKind, chosen: Option<&[String]>) -> Official {
        let snapshot = Arc::new(snapshot_of(&self.material(chosen), kind.choice));
        let official = fill(kind.template, &snapshot).unwrap_or_else(|cause| panic!("{}: {cause}", kind.name));
        for run in official.runs() {
            let Some(binding) = &run.binding else { continue };
            let query = Query::parse(binding).unwrap();
            assert_eq!(snapshot.value(&query).as_ref(), Some(&run.text), "{binding}");
        }
        official
    }

    pub(crate) fn material<'a>(&'a self, chosen: Option<&'a [String]>) -> Material<'a> {
        Material {
            inspection: &self.inspection,
            unit: "县水务局党组",
            findings: &self.findings,
            measures: &self.measures,
            evidence: &[],
            steps: &self.steps,
            ordinals: &self.ordinals,
            unit_names: &self.units,
            person_names: &self.people,
            as_of: AS_OF,
            chronicle: &self.chronicle,
            chosen,
        }
    }
}

fn asked() -> Step {
    Step {
        action: Action::AskExtension,
        actor: PersonId("p2".to_owned()),
        acting_for: None,
        date: date(2026, 6, 20),
        reason: Some("系统改造尚未验收".to_owned()),
        until: Some(date(2026, 9, 30)),
        reviewer: None,
        answers: None,
        stage: Stage::Rectifying,
    }
}

fn kind(name: &str) -> &'static ReportKind {
    ReportKind::from_name(name).unwrap()
}

fn lines(official: &Official) -> Vec<String> {
    official
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Paragraph { text, .. } => vec![plain(text)],
            Block::Table(table) => {
                table.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join("|")).collect()
            }
            Block::PageBreak => vec!["---".to_owned()],
        })
        .collect()
}

fn serious(official: &Official) -> Vec<String> {
    let document = read(&write_docx(official).unwrap(), "稿.docx").unwrap();
    let selection = Selection { profile: Profile::Report, ..Selection::default() };
    check(&document, None, &selection)
        .into_iter()
        .filter(|d| checker::by_code(d.rule).unwrap().level != checker::Level::Advice)
        .map(|d| format!("{} {}", d.rule, d.message))
        .collect()
}

#[test]
fn the_progress_report_reads_back_as_the_ledger() {
    let round = Round::full();
    let found = parse(&read(&write_docx(&round.write(kind("progress"), None)).unwrap(), "a.docx").unwrap());
    let read: Vec<(&str, Option<Status>, Vec<&str>)> = found
        .findings
        .iter()
        .map(|f| (f.title.as_str(), f.status, f.measures.iter().map(|m| m.text.trim_end_matches('。')).collect()))
        .collect();
    assert_eq!(
        read,
        [
            ("学习计划不落实", Some(Status::Done), vec!["制定年度学习计划", "开展集中研讨4次"]),
            ("调研成果转化不够", Some(Status::InProgress), vec!["形成转化清单，明确12条举措"]),
            ("财务审批不规范", Some(Status::NotStarted), vec![]),
            ("加强干部队伍建设", Some(Status::Done), vec!["选派2名干部到基层锻炼"]),
        ]
    );
    assert_eq!(found.findings[3].kind, document::FindingKind::Recommendation);
    let total = found.totals.iter().find(|t| t.subject == "问题").unwrap();
    assert_eq!((total.total.as_str(), total.consistent), ("3", Some(true)));
}

#[test]
fn running_documents_have_nothing_wrong_or_doubtful() {
    for round in [Round::full(), Round::empty()] {
        for kind in KINDS.iter().filter(|kind| kind.shape == Shape::Text) {
            assert_eq!(serious(&round.write(kind, None)), [""; 0], "{}", kind.name);
        }
    }
}

#[test]
fn every_figure_of_the_records_is_bound() {
    let official = Round::full().write(kind("progress"), None);
    let bound: String = official.runs().filter(|run| run.binding.is_some()).map(|run| run.text.as_str()).collect();
    for figure in ["6次", "17项", "12条", "4次", "2名"] {
        assert!(bound.contains(figure), "{figure}");
    }
    let loose: Vec<&str> = official
        .runs()
        .filter(|run| run.binding.is_none() && run.text.contains(|c: char| c.is_ascii_digit()))
        .map(|run| run.text.trim_end_matches('.'))
        .filter(|text| text.parse::<u8>().is_err())
        .collect();
    assert_eq!(loose, [""; 0], "digits outside bindings are labels only");
}

#[test]
fn a_document_names_what_is_open_with_reason_owner_and_date() {
    let lines = lines(&Round::full().write(kind("progress"), None));
    let open: Vec<&String> = lines.iter().skip_while(|line| !line.starts_with("截至目前")).take(3).collect();
    assert_eq!(open[0], "截至目前尚有2项未完成，逐项列明如下，将按责任和时限继续推进。");
    // Nobody asked for more time: that it is overdue is all that the record says.
    assert_eq!(open[1], "1.调研成果转化不够，已超过完成时限，牵头部门财务科，责任人周明，完成时限2026年6月1日。");
    assert_eq!(
        open[2],
        "2.财务审批不规范，未完成原因：系统改造尚未验收，牵头部门办公室，责任人周明，完成时限2026年7月10日。"
    );
    assert!(lines.contains(&"进展情况：计划已于3月印发；学习12次。该项已完成整改。".to_owned()), "{lines:#?}");
}

#[test]
fn a_round_without_findings_is_not_said_to_be_done() {
    for name in ["progress", "leader"] {
        let lines = lines(&Round::empty().write(kind(name), None));
        assert!(lines.iter().any(|line| line == "没有反馈问题和意见建议。"), "{name}: {lines:#?}");
        assert!(!lines.iter().any(|line| line.contains("均已完成")), "{name}: {lines:#?}");
    }
}

#[test]
fn letters_go_to_each_department_once() {
    let official = Round::full().write(kind("letter"), None);
    let addressees: Vec<String> = official
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Paragraph { kind: BlockKind::Addressee, text } => Some(plain(text)),
            _ => None,
        })
        .collect();
    assert_eq!(addressees, ["财务科：", "办公室："]);
    let lines = lines(&official);
    assert!(lines.contains(&"XC-2026-01-003|财务审批不规范|周明|2026-07-10|未启动|10".to_owned()), "{lines:#?}");
    let chasing = self::lines(&Round::full().write(kind("chasing"), None));
    assert!(chasing.contains(&"XC-2026-01-002|调研成果转化不够|周明|2026-06-01|整改中|29".to_owned()), "{chasing:#?}");
}

#[test]
fn sheets_are_for_what_was_chosen_or_what_they_are_meant_for() {
    let round = Round::full();
    let titles = |name: &str, chosen: Option<&[String]>| {
        let lines = lines(&round.write(kind(name), chosen));
        lines.iter().filter_map(|line| line.strip_prefix("事项编号|").map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(titles("closing-sheet", None), ["XC-2026-01-001"]);
    assert_eq!(titles("extension", None), ["XC-2026-01-003"]);
    assert_eq!(titles("closing-request", Some(&["XC-2026-01-002".to_owned()])), ["XC-2026-01-002"]);
    assert_eq!(Choice::ExtensionAsked.none(), "没有申请延期的整改事项");
}

#[test]
fn lists_are_sheets_of_a_workbook() {
    let round = Round::full();
    for kind in KINDS.iter().filter(|kind| kind.shape == Shape::List) {
        let official = round.write(kind, None);
        let bytes = list_workbook(&official).unwrap();
        let document = read(&bytes, "清单.xlsx").unwrap();
        for cell in official
            .blocks
            .iter()
            .filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None })
            .flat_map(|table| table.rows.iter().flatten().map(|cell| plain(cell)).filter(|text| !text.is_empty()))
        {
            assert!(document.paragraphs.iter().any(|p| p.text == cell), "{}: {cell}", kind.name);
        }
    }
}

#[test]
fn the_manual_names_every_word_of_the_templates() {
    const MANUAL: &str = include_str!("../../../docs/manual/reports.md");
    let round = Round::full();
    let snapshot = snapshot_of(&round.material(None), Choice::All);
    for (name, entry) in snapshot.entries() {
        let object = name.split('[').next().unwrap_or_default();
        let line = MANUAL.lines().find(|line| {
            let objects = line.strip_prefix("| ").and_then(|rest| rest.split(" |").next()).unwrap_or_default();
            objects.split('、').any(|one| one == object)
        });
        let words: Vec<&str> = line.unwrap_or_else(|| panic!("{object}")).split([' ', '|']).collect();
        for field in entry.fields.keys().chain(entry.lists.keys()) {
            assert!(words.contains(field), "{object}.{field}");
        }
    }
    let lists = MANUAL.lines().last().unwrap_or_default();
    for (list, _) in snapshot.lists() {
        assert!(lists.contains(list), "{list}");
    }
}

#[test]
fn amounts_are_summed_exactly() {
    let mut round = Round::full();
    round.findings[0].amount = Some("0.10".to_owned());
    round.findings[1].amount = Some("0.20".to_owned());
    let lines = lines(&round.write(kind("audit-result"), None));
    assert!(lines.iter().any(|l| l.contains("涉及金额7.13203万元，其中已完成整改的问题涉及0.00001万元")), "{lines:#?}");
}
