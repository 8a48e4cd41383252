//! The example: it goes in through the same use cases as a user's own files.

use crate::failure::Failure;
use domain::{EventKind, Role, SourceKind, UnitId, UnitKind};
use std::io::Write;
use usecases::{
    Actor, App, Error, MissingOwners, NewAdministrator, NewEvidence, NewInspection, NewPerson, NewUnit, OpenSentences,
    Proof,
};

const FEEDBACK: &str = include_str!("../../../../fixtures/demo/feedback.txt");
const PLAN: &str = include_str!("../../../../fixtures/demo/plan.txt");

/// Evidence of the example: serial of the finding, day of the fact, name, text.
const EVIDENCE: [(u32, &str, &str, &str); 3] = [
    (1, "2026-11-05", "专题研讨会议记录.txt", include_str!("../../../../fixtures/demo/evidence/专题研讨会议记录.txt")),
    (
        1,
        "2026-11-02",
        "中心组年度学习计划（修订）.txt",
        include_str!("../../../../fixtures/demo/evidence/中心组年度学习计划（修订）.txt"),
    ),
    (
        3,
        "2026-11-18",
        "河道清理复查照片说明.txt",
        include_str!("../../../../fixtures/demo/evidence/河道清理复查照片说明.txt"),
    ),
];

const UNIT: &str = "云溪县水务局";
const DEPARTMENTS: [&str; 6] = ["办公室", "机关党委", "财务股", "农村供水股", "河湖管理股", "建设管理股"];
const PEOPLE: [(&str, &str, usize, Role); 8] = [
    ("周建宁", "党组书记、局长", 0, Role::Secretary),
    ("林向东", "党组成员、副局长", 0, Role::Leader),
    ("陈思齐", "办公室主任", 0, Role::Head),
    ("赵文静", "机关党委专职副书记", 1, Role::Head),
    ("吴敏", "财务股股长", 2, Role::Owner),
    ("郭晓峰", "农村供水股股长", 3, Role::Owner),
    ("孙悦", "河湖管理股股长", 4, Role::Owner),
    ("何志远", "建设管理股股长", 5, Role::Owner),
];
const USERNAME: &str = "demo";

/// Fills an empty installation and says what was found and how to sign in; leaves a filled one alone.
pub(crate) async fn fill(app: &App) -> Result<(), Failure> {
    let failed = |cause: Error| Failure::Environment(format!("示例没有导入完整：{cause}"));
    if !usecases::set_up_needed(app).await.map_err(failed)? {
        writeln!(std::io::stderr(), "数据目录中已有数据，未重复导入示例。请用原有账号登录。")?;
        return Ok(());
    }
    let password = random_password()?;
    let new = NewAdministrator {
        unit_name: UNIT.to_owned(),
        username: USERNAME.to_owned(),
        name: "示例联络员".to_owned(),
        password: password.clone(),
    };
    let signed_in = usecases::set_up(app, new).await.map_err(failed)?;
    let actor = usecases::current(app, &signed_in.token).await.map_err(failed)?;
    let unit = directory(app, &actor).await.map_err(failed)?;
    let round = NewInspection {
        source: SourceKind::Patrol,
        title: "县委第五轮巡察".to_owned(),
        issuing_body: "县委第三巡察组".to_owned(),
        document_number: Some("云巡三〔2026〕4号".to_owned()),
        unit,
        feedback_date: "2026-10-15".parse().ok(),
        receipt_date: "2026-10-16".parse().ok(),
        profile: Some("patrol_county".to_owned()),
    };
    let inspection = usecases::add_inspection(app, &actor, round).await.map_err(failed)?;
    for (name, text) in [("巡察反馈意见.txt", FEEDBACK), ("整改方案.txt", PLAN)] {
        import(app, &actor, &inspection.key, name, text).await.map_err(failed)?;
    }
    evidence(app, &actor, &inspection.key).await.map_err(failed)?;
    app.store
        .record(app.event(Some(&actor), &inspection.key, EventKind::Imported, "示例数据"))
        .await
        .map_err(|c| failed(c.into()))?;
    writeln!(std::io::stderr(), "登录用户名：{USERNAME}　口令：{password}（仅显示这一次，登录后可修改）")?;
    Ok(())
}

/// Departments and people; the unit that was inspected.
async fn directory(app: &App, actor: &Actor) -> Result<UnitId, Error> {
    let units = usecases::units(app, actor).await?;
    let root = units.first().map(|u| u.id.clone()).ok_or(Error::NotFound("单位"))?;
    let mut departments = Vec::new();
    for name in DEPARTMENTS {
        let new =
            NewUnit { parent: Some(root.clone()), name: name.to_owned(), short_name: None, kind: UnitKind::Department };
        departments.push(usecases::add_unit(app, actor, new).await?.id);
    }
    for (name, duty, at, role) in PEOPLE {
        let new = NewPerson {
            name: name.to_owned(),
            unit: departments.get(at).cloned(),
            duty: Some(duty.to_owned()),
            username: None,
            password: None,
            roles: vec![role],
        };
        usecases::add_person(app, actor, new).await?;
    }
    Ok(root)
}

/// Uploads and confirms a file, and says what the import found.
async fn import(app: &App, actor: &Actor, key: &str, name: &str, text: &str) -> Result<(), Error> {
    let draft = usecases::upload(app, actor, key, name, text.as_bytes().to_vec()).await?;
    let linked = draft.sentences.iter().filter(|(_, s)| matches!(s, domain::draft::SentenceState::Linked(_))).count();
    let done = usecases::confirm_draft(
        app,
        actor,
        draft.record.id.as_str(),
        draft.record.version,
        OpenSentences::Skip,
        MissingOwners::Create,
    )
    .await?;
    let totals: Vec<String> =
        draft.parsed.structure.totals.iter().map(|t| format!("{} {}{}", t.subject, t.total, t.unit)).collect();
    let _ = writeln!(
        std::io::stderr(),
        "{name}：新增事项 {} 项，补充 {} 项，措施 {} 条；文中合计：{}；原文 {} 句，已关联 {linked} 句",
        done.findings_created,
        done.findings_updated,
        done.measures_created,
        if totals.is_empty() { "无".to_owned() } else { totals.join("、") },
        draft.sentences.len(),
    );
    Ok(())
}

/// Uploads the evidence of the example; what is dated after today is left for later.
async fn evidence(app: &App, actor: &Actor, key: &str) -> Result<(), Error> {
    let mut uploaded = 0;
    for (serial, fact_date, name, text) in EVIDENCE {
        let fact_date = fact_date.parse().ok().filter(|date| *date <= app.clock.today());
        let new = NewEvidence {
            name: name.to_owned(),
            bytes: text.as_bytes().to_vec(),
            proof: Proof { fact_date, ..Proof::default() },
        };
        usecases::add_evidence(app, actor, &format!("{key}-{serial:03}"), new).await?;
        uploaded += 1;
    }
    let _ = writeln!(std::io::stderr(), "佐证材料 {uploaded} 份");
    Ok(())
}

/// Sixteen characters of four kinds.
fn random_password() -> Result<String, Failure> {
    const SIGNS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    let mut bytes = [0u8; 12];
    getrandom::fill(&mut bytes).map_err(|cause| Failure::Environment(format!("无法取得随机数：{cause}")))?;
    let body: String = bytes.iter().map(|b| char::from(SIGNS[*b as usize % SIGNS.len()])).collect();
    Ok(format!("{body}-aA7"))
}
