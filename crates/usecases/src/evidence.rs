//! Evidence: upload, withdraw, fetch.

use crate::access::{self, may_report};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::workflow::open_to_work;
use domain::{
    EventKind, Evidence, EvidenceDoubt, EvidenceId, EvidenceKind, Finding, Inspection, Measure, Replacement, doubts,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// Largest file of evidence in bytes.
const BYTES_MAX: usize = 64 * 1024 * 1024;

/// A file to be added.
#[derive(Debug, Clone, Default)]
pub struct NewEvidence {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Key of the measure it proves; none means the finding as a whole.
    pub measure: Option<String>,
    pub fact_date: Option<Date>,
    pub note: Option<String>,
    /// The version that it stands for.
    pub replaces: Option<Replacement>,
}

/// Evidence with what makes it doubtful.
pub struct EvidenceView {
    pub evidence: Evidence,
    pub measure: Option<String>,
    pub doubts: Vec<EvidenceDoubt>,
    /// Key of the newer version.
    pub replaced_by: Option<String>,
}

/// Adds evidence to a finding and returns its key.
pub async fn add_evidence(app: &App, actor: &Actor, key: &str, new: NewEvidence) -> Result<String, Error> {
    let (mut finding, actor) = access::finding_to_work_on(app, actor, key).await?;
    open_to_work(&finding)?;
    if new.fact_date.is_some_and(|date| date > app.clock.today()) {
        return Err(Error::invalid("fact_date", "事实发生日期不能晚于今天"));
    }
    let measure = match &new.measure {
        Some(measure) => Some(measure_of(app, &finding, measure).await?),
        None => None,
    };
    may_report(&actor, &finding, measure.as_ref())?;
    let earlier = match &new.replaces {
        Some(replacement) => Some(earlier_version(app, &actor, &finding, replacement).await?),
        None => None,
    };
    let kind = acceptable(app, &actor, key, &new).await?;
    finding.last_evidence += 1;
    finding.version += 1;
    let bytes = new.bytes.len() as i64;
    let sm3 = sm3_of(&new.bytes);
    let evidence = Evidence {
        id: EvidenceId(new_id()),
        finding: finding.id.clone(),
        measure: measure.map(|m| m.id),
        key: format!("{key}-E{:02}", finding.last_evidence),
        name: new.name.trim().to_owned(),
        digest: app.files.put(new.bytes).await?,
        sm3,
        kind,
        bytes,
        fact_date: new.fact_date,
        note: new.note.filter(|note| !note.trim().is_empty()),
        uploaded_at: app.clock.now(),
        uploader: actor.person.id.clone(),
        replaces: new.replaces,
        withdrawn: false,
    };
    let event = app.event(Some(&actor), key, EventKind::EvidenceAdded, summary_of(&evidence));
    app.store.add_evidence(&evidence, earlier.as_ref(), &finding, event).await?;
    Ok(evidence.key)
}

fn summary_of(evidence: &Evidence) -> String {
    let Evidence { key, name, sm3, digest, .. } = evidence;
    let what = match &evidence.replaces {
        Some(Replacement { key: earlier, reason }) => format!("以佐证 {key} 替换 {earlier}（{reason}）"),
        None => format!("上传佐证 {key}"),
    };
    format!("{what}：{name}（sm3:{sm3}，sha256:{digest}）")
}

/// The evidence that a newer version stands for; whoever brought it may replace it, as may who reports.
async fn earlier_version(
    app: &App,
    actor: &Actor,
    finding: &Finding,
    replacement: &Replacement,
) -> Result<Evidence, Error> {
    let found = app.store.evidence(&replacement.key).await?.filter(|e| e.finding == finding.id);
    let evidence = found.ok_or_else(|| Error::invalid("replaces", "要替换的佐证不属于这一事项"))?;
    if evidence.withdrawn {
        return Err(Error::Done("要替换的佐证已撤回或已被替换，请刷新后重试。".to_owned()));
    }
    if evidence.uploader != actor.person.id {
        may_report(actor, finding, None)?;
    }
    if replacement.reason.trim().is_empty() {
        return Err(Error::invalid("reason", "请说明替换理由"));
    }
    Ok(evidence)
}

fn sm3_of(bytes: &[u8]) -> String {
    use sm3::{Digest, Sm3};
    Sm3::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn measure_of(app: &App, finding: &Finding, key: &str) -> Result<Measure, Error> {
    let measure = app.store.measure(key).await?.filter(|m| m.finding == finding.id);
    measure.ok_or_else(|| Error::invalid("measure", "所选措施不属于这一事项"))
}

/// What the file is; empty, huge, secret, encrypted, executable and macro files are refused.
async fn acceptable(app: &App, actor: &Actor, key: &str, new: &NewEvidence) -> Result<EvidenceKind, Error> {
    if new.name.trim().is_empty() || new.bytes.is_empty() {
        return Err(Error::invalid("file", "文件为空，请选择有内容的文件"));
    }
    if new.bytes.len() > BYTES_MAX {
        return Err(Error::invalid("file", "单个佐证文件不超过 64 MB，请压缩图片或拆分后上传"));
    }
    if is_executable(&new.bytes, &new.name) {
        return Err(Error::invalid("file", "可执行文件不能作为佐证材料"));
    }
    let kind = kind_of(&new.bytes, &new.name);
    if matches!(kind, EvidenceKind::Document | EvidenceKind::Sheet | EvidenceKind::Pdf | EvidenceKind::Text)
        && let Err(Error::Refused(refusal)) = app.parse_upload(Some(actor), key, new.bytes.clone(), &new.name).await
        && matches!(refusal.code(), "refused_secret" | "refused_macro" | "refused_bomb")
    {
        return Err(Error::Refused(refusal));
    }
    Ok(kind)
}

fn is_executable(bytes: &[u8], name: &str) -> bool {
    const ENDINGS: [&str; 14] =
        [".exe", ".dll", ".bat", ".cmd", ".com", ".msi", ".ps1", ".vbs", ".js", ".jar", ".sh", ".scr", ".html", ".htm"];
    let lower = name.to_lowercase();
    let binary = bytes.starts_with(b"MZ") || bytes.starts_with(b"\x7fELF") || bytes.starts_with(b"#!");
    binary || ENDINGS.iter().any(|end| lower.ends_with(end))
}

/// By content; the name only tells office files of one container apart.
fn kind_of(bytes: &[u8], name: &str) -> EvidenceKind {
    const IMAGES: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0"];
    let lower = name.to_lowercase();
    let office = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
    let webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    if bytes.starts_with(b"%PDF") {
        EvidenceKind::Pdf
    } else if webp || IMAGES.iter().any(|magic| bytes.starts_with(magic)) {
        EvidenceKind::Image
    } else if office && [".xlsx", ".xls", ".et"].iter().any(|end| lower.ends_with(end)) {
        EvidenceKind::Sheet
    } else if office && [".docx", ".doc", ".wps", ".pptx", ".ppt"].iter().any(|end| lower.ends_with(end)) {
        EvidenceKind::Document
    } else if [".txt", ".md", ".csv"].iter().any(|end| lower.ends_with(end)) && !bytes.contains(&0) {
        EvidenceKind::Text
    } else {
        EvidenceKind::Other
    }
}

/// Withdraws evidence; the file and its key stay in the record.
pub async fn withdraw_evidence(app: &App, actor: &Actor, key: &str, reason: &str) -> Result<String, Error> {
    let (evidence, mut stored, actor) = of_evidence(app, actor, key).await?;
    if evidence.withdrawn {
        return Err(Error::Done("该佐证材料已撤回。".to_owned()));
    }
    let finding = stored.key.clone();
    access::finding_to_work_on(app, &actor, &finding).await?;
    open_to_work(&stored)?;
    // Who brought it may take it back.
    if evidence.uploader != actor.person.id {
        may_report(&actor, &stored, None)?;
    }
    if reason.trim().is_empty() {
        return Err(Error::invalid("reason", "请说明撤回理由"));
    }
    let summary = format!("撤回佐证 {key}：{}", reason.trim());
    let event = app.event(Some(&actor), &finding, EventKind::EvidenceWithdrawn, summary);
    // The finding counts its evidence: of a withdrawal and a submission at once one is too late.
    stored.version += 1;
    app.store.withdraw_evidence(&evidence, &stored, event).await?;
    Ok(finding)
}

/// Evidence of a finding within reach.
async fn of_evidence(app: &App, actor: &Actor, key: &str) -> Result<(Evidence, Finding, Actor), Error> {
    let missing = Error::NotFound("佐证材料");
    let Some(evidence) = app.store.evidence(key).await? else { return Err(missing) };
    let finding = key.rsplit_once('-').map_or(key, |(head, _)| head);
    match access::finding(app, actor, finding).await {
        Ok((finding, actor)) => Ok((evidence, finding, actor)),
        Err(Error::NotFound(_)) => Err(missing),
        Err(other) => Err(other),
    }
}

/// The file of evidence, to be taken away.
pub async fn evidence_file(app: &App, actor: &Actor, key: &str) -> Result<(Evidence, Vec<u8>), Error> {
    read_file(app, actor, key, EventKind::Downloaded).await
}

/// The file of evidence; the log is told why. The entry is about the file, so that it is not in the finding's process.
pub(crate) async fn read_file(
    app: &App,
    actor: &Actor,
    key: &str,
    kind: EventKind,
) -> Result<(Evidence, Vec<u8>), Error> {
    let (evidence, ..) = of_evidence(app, actor, key).await?;
    let bytes = app.files.get(&evidence.digest).await?.ok_or(Error::NotFound("佐证文件"))?;
    let summary = format!("{}佐证 {}（sha256:{}）", kind.word(), evidence.key, evidence.digest);
    app.store.record(app.event(Some(actor), &evidence.key, kind, summary)).await?;
    Ok((evidence, bytes))
}

/// Evidence of a finding with its doubts.
pub(crate) async fn views(
    app: &App,
    actor: &Actor,
    finding: &Finding,
    inspection: &Inspection,
    measures: &[Measure],
) -> Result<Vec<EvidenceView>, Error> {
    let all = app.store.evidence_of(&finding.id).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let mut others: HashMap<String, Vec<String>> = HashMap::new();
    for (digest, key) in app.store.reused_evidence(&actor.reach, &finding.id).await? {
        others.entry(digest).or_default().push(key);
    }
    let newer: HashMap<String, String> =
        all.iter().filter_map(|e| Some((e.replaces.as_ref()?.key.clone(), e.key.clone()))).collect();
    let view = |evidence: Evidence| EvidenceView {
        measure: evidence.measure.as_ref().and_then(|id| measures.iter().find(|m| m.id == *id)).map(|m| m.key.clone()),
        doubts: doubts(
            &evidence,
            inspection.feedback_date,
            others.get(&evidence.digest).map(Vec::as_slice).unwrap_or_default(),
        ),
        replaced_by: newer.get(&evidence.key).cloned(),
        evidence,
    };
    Ok(all.into_iter().map(view).collect())
}
