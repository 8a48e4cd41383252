//! Documents.

use super::super::{FillError, OpenError, UserTemplate};
use super::make::{docx, docx_with, paragraph, part, story, table};
use super::{faults, filled, opened, snapshot, texts};
use crate::kind_tests::Round;

const NAME: &str = "模板.docx";

#[test]
fn a_placeholder_cut_into_runs_is_one_and_its_runs_keep_their_looks() {
    let body = paragraph(&["共{{ 统", "计.问", "题数 }}个<&", "完"]);
    let done = filled(&docx(&body), NAME);
    assert_eq!(texts(&done.bytes, NAME), ["共3个<&完"]);
    let xml = part(&done.bytes, "word/document.xml");
    assert_eq!(xml.matches("<w:rPr><w:b/></w:rPr>").count(), 4);
    let found = &done.found[0];
    assert_eq!((found.place.as_str(), found.value.as_deref(), found.times), ("第1段", Some("3"), 1));
}

#[test]
fn paragraphs_rows_and_lines_repeat() {
    let body = [
        paragraph(&["{% for 问题 in 未完成 %}"]),
        paragraph(&["{{ loop.index }}.{{ 问题.名称 }}", "：{% for 措施 in 问题.措施 %}{{ 措施.内容 }}；{% endfor %}"]),
        paragraph(&["{% endfor %}"]),
        table(&[
            &["序号", "问题", "措施"],
            &["{% for 问题 in 全部 %}{{ 问题.序号 }}", "{{ 问题.名称 }}", ""],
            &["{% for 措施 in 问题.措施 %}", "{{ 措施.序号 }}", "{{ 措施.内容 }}{% endfor %}{% endfor %}"],
            &["合计", "", "{{ 统计.措施数 }}"],
        ]),
    ];
    let done = filled(&docx(&body.concat()), NAME);
    let wanted = "1.调研成果转化不够：形成转化清单，明确12条举措；\n2.财务审批不规范：\n序号\n问题\n措施\n1\n学习计划不落实\n1\n制定年度学习计划\n2\n开展集中研讨4次\n2\n调研成果转化不够\n1\n形成转化清单，明确12条举措\n3\n财务审批不规范\n4\n加强干部队伍建设\n1\n选派2名干部到基层锻炼\n合计\n4";
    assert_eq!(texts(&done.bytes, NAME).join("\n"), wanted);
}

#[test]
fn marks_in_rows_of_their_own_leave_no_rows() {
    let rows: [&[&str]; 4] = [
        &["问题", "状态"],
        &["{%tr for 问题 in 全部 %}", ""],
        &["{{ 问题.名称 }}", "{% if 问题.状态 == “已完成” %}是{% else %}否{% endif %}"],
        &["{% endfor %}", ""],
    ];
    let done = filled(&docx(&table(&rows)), NAME);
    assert_eq!(part(&done.bytes, "word/document.xml").matches("<w:tr>").count(), 5);
    assert_eq!(texts(&done.bytes, NAME)[2..6], ["学习计划不落实", "是", "调研成果转化不够", "否"]);
}

#[test]
fn what_a_loop_over_nothing_leaves_is_still_a_document() {
    let cell = format!(
        "<w:tc>{}{}{}</w:tc>",
        paragraph(&["{% for 问题 in 有长效机制 %}"]),
        paragraph(&["{{ 问题.名称 }}"]),
        paragraph(&["{% endfor %}"])
    );
    let body = format!(
        "<w:tbl><w:tr>{cell}</w:tr></w:tbl>{}",
        table(&[&["{% for 问题 in 有长效机制 %}", "{{ 问题.名称 }}{% endfor %}"]])
    );
    let done = filled(&docx(&body), NAME);
    let xml = part(&done.bytes, "word/document.xml");
    assert!(xml.contains("<w:tc><w:p/></w:tc>") && xml.matches("<w:tbl>").count() == 1, "{xml}");
}

#[test]
fn headers_and_footers_are_filled_and_other_parts_keep_every_byte() {
    let styles = format!("{}  ", story("styles", "<w:style/>"));
    let more = [
        ("word/header1.xml", story("hdr", &paragraph(&["{{ 单位.名称 }}"]))),
        ("word/footer1.xml", story("ftr", &paragraph(&["第1页"]))),
        ("word/styles.xml", styles.clone()),
        ("word/media/image1.png", "not a picture".to_owned()),
    ];
    let bytes = docx_with(&paragraph(&["正文"]), &more);
    let done = filled(&bytes, NAME);
    assert!(part(&done.bytes, "word/header1.xml").contains("县水务局党组"));
    for name in ["word/document.xml", "word/footer1.xml", "word/styles.xml", "word/media/image1.png"] {
        assert_eq!(part(&done.bytes, name), part(&bytes, name), "{name}");
    }
    assert_eq!(done.found[0].place, "页眉第1段");
    // In a part with a placeholder all other bytes stay too.
    let body = format!("{}<w:p  w:rsidR='1'><w:r><w:t>甲</w:t></w:r></w:p>", paragraph(&["{{ 单位.名称 }}"]));
    let xml = part(&filled(&docx(&body), NAME).bytes, "word/document.xml");
    assert!(xml.contains("<w:p  w:rsidR='1'><w:r><w:t>甲</w:t></w:r></w:p>"), "{xml}");
}

#[test]
fn text_of_the_ledger_is_no_markup_and_no_template() {
    let mut round = Round::full();
    round.findings[0].title = "甲</w:t><w:x/>&amp;{{ 统计.问题数 }}\u{1}\n乙".to_owned();
    let bytes = docx(&paragraph(&["{% for 问题 in 问题 %}{{ 问题.名称 }}|{% endfor %}"]));
    let done = opened(&bytes, NAME).fill(&snapshot(&round)).unwrap();
    let xml = part(&done.bytes, "word/document.xml");
    assert!(xml.contains("甲&lt;/w:t&gt;&lt;w:x/&gt;&amp;amp;{{ 统计.问题数 }}") && xml.contains("<w:br/>"), "{xml}");
    assert!(!xml.contains('\u{1}'));
}

#[test]
fn every_fault_is_named_with_its_place_and_a_way_out() {
    let body = [
        paragraph(&["共{{ 统计.问题总数 }}个，{{ 统计.问题数|大写 }}，{{ 单位 }}"]),
        paragraph(&["{{ 问题.名称 }}"]),
        table(&[&["甲", "{{ 报告.截止 }}"]]),
        paragraph(&["{% if 统计.问题数 > %}有{% endif %}"]),
        paragraph(&["{% for 问题 in 未完工 %}{{ 问题.责任部门 }}{% endfor %}"]),
        paragraph(&["{{ 统计.问题数 "]),
        paragraph(&["{% for 甲 in range(9) %}{% endfor %}"]),
    ];
    let told = faults(&docx(&body.concat()), NAME);
    for (place, what) in [
        ("第1段 {{ 统计.问题总数 }}", "是否想写“统计.问题数”"),
        ("第1段 {{ 统计.问题数|大写 }}", "可用：日期、年月"),
        ("第1段 {{ 单位 }}", "单位.名称"),
        ("第2段 {{ 问题.名称 }}", "须放在循环里"),
        ("表1第1行第2列 {{ 报告.截止 }}", "是否想写“报告.截至”"),
        ("第3段 {% if 统计.问题数 > %}", "写法有误"),
        ("第4段 {% for 问题 in 未完工 %}", "是否想写“未完成”"),
        ("第4段 {{ 问题.责任部门 }}", "是否想写“问题.牵头部门”"),
        ("第5段 {{ 统计.问题数", "没有对应"),
        ("第6段 {% for 甲 in range(9) %}", "不是清单"),
    ] {
        assert!(told.iter().any(|fault| fault.starts_with(place) && fault.contains(what)), "{place} {what}: {told:#?}");
    }
    assert_eq!(told.len(), 10, "{told:#?}");
    let refused = opened(&docx(&body.concat()), NAME).fill(&snapshot(&Round::full())).unwrap_err();
    assert!(matches!(refused, FillError::Faults(_)) && refused.to_string().contains("10 处"), "{refused}");
}

#[test]
fn loops_that_cross_are_refused() {
    let rows: [&[&str]; 2] = [&["{% for 问题 in 全部 %}", "{{ 问题.名称 }}{% endfor %}"], &["a", "b"]];
    assert_eq!(faults(&docx(&table(&rows)), NAME), [""; 0]);
    for body in [
        paragraph(&["{% for 问题 in 全部 %}{% if 意见 %}{% endfor %}{% endif %}"]),
        table(&[&["{% if 意见 %}a", "{% else %}", "{% endif %}"]]),
        table(&[
            &["{% for 问题 in 全部 %}a", "b"],
            &["{% endfor %}c", "{% for 问题 in 全部 %}"],
            &["d", "{% endfor %}"],
        ]),
    ] {
        assert_ne!(faults(&docx(&body), NAME), [""; 0], "{body}");
    }
}

#[test]
fn a_template_comes_to_its_end() {
    let many = "{% for a in 全部 %}".repeat(14) + "x" + &"{% endfor %}".repeat(14);
    let template = opened(&docx(&paragraph(&[&many])), NAME);
    assert_eq!(template.fill(&snapshot(&Round::full())).unwrap_err(), FillError::TooLong);
}

#[test]
fn hostile_files_are_refused_in_words() {
    let relations = |kind: &str, target: &str| {
        format!(
            r#"<Relationships><Relationship Id="r1" Type="http://x/{kind}" Target="{target}" TargetMode="External"/></Relationships>"#
        )
    };
    let body = paragraph(&["{{ 单位.名称 }}"]);
    let field = |text: &str| format!("<w:p><w:r><w:instrText>{text}</w:instrText></w:r></w:p>");
    for (more, what) in [
        (("word/vbaProject.bin", "x".to_owned()), "宏"),
        (("word/activeX/activeX1.xml", "<x/>".to_owned()), "ActiveX"),
        (("word/embeddings/oleObject1.bin", "x".to_owned()), "嵌入"),
        (("word/_rels/settings.xml.rels", relations("attachedTemplate", "https://example.com/a.dotm")), "之外"),
        (("word/_rels/document.xml.rels", relations("image", "http://example.com/a.png")), "之外"),
        (("word/_rels/document.xml.rels", relations("hyperlink", "file:///c:/a.exe")), "之外"),
        (("word/styles.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:styles/>".to_owned()), "实体"),
        (("word/header1.xml", story("hdr", &field("DDEAUTO c:\\\\cmd"))), "DDE"),
    ] {
        let bytes = docx_with(&body, std::slice::from_ref(&more));
        let refused = UserTemplate::open(&bytes, NAME, None).unwrap_err();
        assert!(matches!(refused, OpenError::Refused(_)) && refused.to_string().contains(what), "{what}: {refused}");
    }
    let link = ("word/_rels/document.xml.rels", relations("hyperlink", "https://www.gov.cn/"));
    assert!(UserTemplate::open(&docx_with(&body, &[link]), NAME, None).is_ok());
    let text = UserTemplate::open("{{ 单位.名称 }}".as_bytes(), "模板.txt", None).unwrap_err().to_string();
    assert!(text.contains("docx 或 xlsx"), "{text}");
}
