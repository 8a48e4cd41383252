//! Sentences with figures, right and wrong, in the wordings of plans and reports.

use checker::{Selection, check};
use std::io::Write;

/// Parts of a total in the words that are used for them; `t` is the total, `a`, `b`, `c` the parts.
const SUMS: [&str; 14] = [
    "巡察组共反馈问题t个，已完成整改a个，正在整改b个。",
    "反馈的t个问题中，已整改完成a个，基本完成b个，正在推进c个。",
    "共制定整改措施t条，已完成a条，正在推进b条。",
    "t项整改任务，已完成a项，未完成b项。",
    "涉及资金t万元，已收回a万元，尚未收回b万元。",
    "新建制度a项、修订制度b项，共t项。",
    "审计发现问题t个，其中：立行立改a个，限期整改b个，长期坚持c个。",
    "交办信访件t件，已办结a件，正在办理b件。",
    "巡察反馈问题t个，截至目前，已完成a个，基本完成b个，未完成c个。",
    "共有整改事项t项，其中已完成a项、正在整改b项、长期坚持c项。",
    "审计指出的t个问题，已整改a个，正在整改b个。",
    "问题清单共t项，已销号a项，未销号b项。",
    "移交问题线索t件，已办结a件，正在核查b件。",
    "反馈意见涉及t个问题，目前完成整改a个，其余b个正在推进。",
];

fn found(sentence: &str) -> Vec<&'static str> {
    let text = format!("关于巡察整改进展情况的报告\n{sentence}\n下一步，持续抓好整改。\n");
    let document = document::read(text.as_bytes(), "例.txt").unwrap();
    let selection = Selection { select: vec!["N".to_owned()], ..Selection::default() };
    check(&document, None, &selection).into_iter().map(|one| one.rule).filter(|rule| *rule != "N-TOTALMEAS").collect()
}

/// The sentence with its figures.
fn filled(template: &str, total: u32, parts: [u32; 3]) -> String {
    let mut text = String::new();
    for c in template.chars() {
        match c {
            't' => text.push_str(&total.to_string()),
            'a' | 'b' | 'c' => text.push_str(&parts["abc".find(c).unwrap()].to_string()),
            other => text.push(other),
        }
    }
    text
}

#[test]
fn wrong_sums_are_found_and_right_ones_left_alone() {
    let mut wrong = Vec::new();
    let (mut missed, mut all) = (0, 0);
    for template in SUMS {
        let three = template.contains('c');
        for (a, b, c) in [(18, 2, 1), (9, 4, 3), (30, 11, 5), (7, 6, 2)] {
            let right = a + b + if three { c } else { 0 };
            let sentence = filled(template, right, [a, b, c]);
            let seen = found(&sentence);
            if !seen.is_empty() {
                wrong.push(format!("{sentence}: {seen:?}"));
            }
            for total in [right + 1, right + 4, right - 1] {
                let sentence = filled(template, total, [a, b, c]);
                all += 1;
                if !found(&sentence).iter().any(|rule| ["N-SUM", "N-PART", "N-XREF"].contains(rule)) {
                    missed += 1;
                    wrong.push(format!("misses {sentence}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{missed} of {all} missed\n{}", wrong.join("\n"));
}

#[test]
fn wrong_rates_are_found_and_rounded_ones_left_alone() {
    for (total, done) in [(21, 19), (7, 5), (33, 31), (12, 9), (40, 37)] {
        let rate = f64::from(done) * 100.0 / f64::from(total);
        for shown in [format!("{rate:.1}"), format!("{rate:.2}"), format!("{rate:.0}")] {
            let sentence = format!("反馈问题{total}个，已完成整改{done}个，整改完成率{shown}%。");
            assert_eq!(found(&sentence), Vec::<&str>::new(), "{sentence}");
        }
        let sentence = format!("反馈问题{total}个，已完成整改{done}个，整改完成率达{:.1}%。", rate + 2.3);
        assert_eq!(found(&sentence), ["N-PCT"], "{sentence}");
    }
}

#[test]
fn a_part_larger_than_the_whole_is_found() {
    for sentence in [
        "报送政务信息12篇，采用15篇。",
        "收到信访举报8件，办结9件。",
        "巡察反馈问题21个，已完成整改23个。",
        "应收回资金3.5万元，已收回5.3万元。",
    ] {
        assert!(found(sentence).contains(&"N-PART"), "{sentence}: {:?}", found(sentence));
    }
    for sentence in ["报送政务信息12篇，采用8篇。", "反馈问题21个，完成整改措施48项。", "开展检查3次，发现问题15个。"]
    {
        assert_eq!(found(sentence), Vec::<&str>::new(), "{sentence}");
    }
}

/// A docx with one table.
fn docx(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |text: &&str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    let body: String = rows.iter().map(row).collect();
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"{main}\"><w:body><w:p><w:r><w:t>整改情况统计</w:t></w:r></w:p><w:tbl>{body}</w:tbl></w:body></w:document>"
    );
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let rels = "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in
        [("[Content_Types].xml", types), ("_rels/.rels", rels), ("word/document.xml", document.as_str())]
    {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_wrong_total_of_a_table_is_found() {
    let table = |total: &str| {
        let document = docx(&[
            &["序号", "单位", "问题数", "已完成", "完成率"],
            &["1", "办公室", "5", "4", "80%"],
            &["2", "财务科", "7", "7", "100%"],
            &["3", "工会", "3", "1", "33.3%"],
            &["合计", "", total, "12", "80%"],
        ]);
        let document = document::read(&document, "表.docx").unwrap();
        let selection = Selection { select: vec!["N-TABLE".to_owned()], ..Selection::default() };
        check(&document, None, &selection).into_iter().map(|one| one.message).collect::<Vec<_>>()
    };
    assert_eq!(table("15"), Vec::<String>::new());
    assert_eq!(table("16"), ["合计为16，各行相加为15"]);
}
