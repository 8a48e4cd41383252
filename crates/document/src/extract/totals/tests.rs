//! Sentences and the totals they state.

use super::*;
use crate::extract::scan;

fn check(text: &str, expected: &[&str]) {
    let (mut hits, mut out) = (Vec::new(), Vec::new());
    scan(text, &mut hits);
    totals(0, text, &hits, &mut out);
    let shown: Vec<String> = out
        .iter()
        .map(|(t, weight)| {
            let parts: Vec<_> = t.parts.iter().map(|p| p.count.clone()).collect();
            let mark = match t.consistent {
                Some(true) => " ok",
                Some(false) => " bad",
                None => "",
            };
            let weak = if *weight == Weight::Weak { "?" } else { "" };
            format!("{}{}{}={}{mark}{weak}", t.subject, t.total, t.unit, parts.join("+"))
        })
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn partitions_add_up() {
    check(
        "本轮巡察共指出具体问题21个，目前已完成整改 19个，基本完成2个；提出整改意见3条，已落实3条。",
        &["问题21个=19+2 ok", "意见3条=3 ok"],
    );
    check("反馈25个问题，已完成整改19个、正在整改6个，整改完成率76%。", &["问题25个=19+6+76% ok"]);
    check("有序推进22项整改任务落实，其中20项已完成整改，其余2项正在推进。", &["任务22项=20+2 ok"]);
    check("共反馈问题30个。其中，已完成28个，未完成2个。", &["问题30个=28+2 ok"]);
    check("反馈的16项具体问题已整改完成13项，其余3项正在整改。", &["问题16项=13+3 ok"]);
    check("13个问题已完成整改8个、基本完成3个、正在推进1个、需长期坚持1个。", &["问题13个=8+3+1+1 ok"]);
    check("发现问题28个，立行立改24个，其余4个限期整改到位。", &["问题28个=24+4 ok"]);
    check("反馈的6个问题中，已完成整改3个，2个基本完成，1个需长期坚持。", &["问题6个=3+2+1 ok"]);
}

#[test]
fn wrong_sums_and_rates_are_found() {
    check("反馈问题21个，已完成整改18个，基本完成2个。", &["问题21个=18+2 bad"]);
    check("反馈问题21个，已完成整改19个，正在整改2个，完成率95%。", &["问题21个=19+2+95% bad"]);
    check("共建立完善制度28项，其中新建11项、修订18项。", &["制度28项=11+18 bad"]);
}

#[test]
fn one_part_of_a_whole_proves_nothing() {
    check("反馈问题21个，其中立行立改5个。", &["问题21个=5"]);
    check("反馈问题21个，已完成整改23个。", &["问题21个=23 bad"]);
}

#[test]
fn a_subset_does_not_disturb_the_division() {
    check("共发现问题26个，其中立行立改类11个。截至11月20日，完成整改22个，其余4项正有序推进。", &["问题26个=22+4 ok"]);
}

#[test]
fn lists_after_among_them_belong_to_the_whole() {
    check("共制定修订制度23项，其中新建制度9项、修订制度14项。", &["制度23项=9+14 ok"]);
    check(
        "共处理责任人员12人，其中诫勉2人、批评教育7人、责令检查3人；追缴资金18.65万元。",
        &["人员12人=2+7+3 ok", "资金18.65万元=?"],
    );
    check(
        "追缴退赔资金共计43.26万元，其中退缴违规补贴9.06万元、追回多付工程款34.2万元。",
        &["资金43.26万元=9.06+34.2 ok"],
    );
}

#[test]
fn a_sum_may_come_last() {
    check("新建制度14项、修订制度8项，共22项。", &["制度22项=14+8 ok"]);
}

#[test]
fn parts_may_have_parts() {
    check(
        "审计查出的六类66个问题中，要求立行立改的41个，已完成整改41个；要求分阶段整改的18个，已完成整改14个、正在推进4个；要求持续整改的7个。",
        &["类6类=", "问题66个=41+18+7 ok", "问题41个=41 ok", "问题18个=14+4 ok"],
    );
}

#[test]
fn nested_units_are_totals_of_their_own() {
    check("反馈4大类16个方面22个问题。", &["类4类=", "方面16个=", "问题22个="]);
    check("涉及3个方面、5个单位共计14项具体问题。", &["方面3个=", "单位5个=", "问题14项="]);
    check("对反馈的5大方面14个问题逐项整改。", &["方面5个=", "问题14个="]);
    check("梳理为4个方面11大项问题27子项问题58项任务。", &["方面4个=", "问题11大项=", "问题27子项=", "任务58项="]);
}

#[test]
fn other_things_have_their_own_total() {
    check(
        "61项任务办结54项，其余7件继续推进。另有4条意见建议，接受3条、不接受1条。",
        &["任务61项=54+7 ok", "意见建议4条=3+1 ok"],
    );
}

#[test]
fn counts_of_ordinary_work_are_no_totals() {
    check("举办读书班1次，开展了5个专题的研讨交流，新建4个“暖心之家”项目点，落实“六项重点任务”。", &[]);
    check("累计服务企业183家次，保留的45个基地重新签约，2025年召开的26次会议中9次未记录。", &[]);
    check("提出修改意见120余处，发现墙体开裂等质量问题9户。", &[]);
}

#[test]
fn the_other_counts_of_a_report() {
    check("共制定或完善各种制度办法17项。", &["制度办法17项="]);
    check("先后6次召开机关党支部会议，研究方案。", &["会议6次="]);
    check("整改期间对各项目点进行63次督导。", &["督导63次="]);
    check("召开党组会议9次、领导小组会议14次研究推进。", &["会议9次=?", "会议14次=?"]);
    check("制定整改措施17条。", &["措施17条=?"]);
}
