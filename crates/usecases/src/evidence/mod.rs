//! Evidence: add, withdraw, fetch. Uploads in parts are in `uploads`.

pub(crate) mod admit;
mod reuse;

pub use reuse::{MaterialPage, MaterialQuery, MaterialRow, Reuse, material, reuse_evidence};

use crate::access::{self, reporting};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::workflow::open_to_work;
use domain::{
    EventKind, Evidence, EvidenceDoubt, EvidenceId, EvidenceKind, Finding, Inspection, Measure, Replacement, doubts,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// What is said of a file that is to prove something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// Key of the measure it proves; none means the finding as a whole.
    pub measure: Option<String>,
    pub fact_date: Option<Date>,
    pub note: Option<String>,
    /// The version that it stands for.
    pub replaces: Option<Replacement>,
}

/// A file to be added.
#[derive(Debug, Clone, Default)]
pub struct NewEvidence {
    pub name: String,
    pub bytes: Vec<u8>,
    pub proof: Proof,
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
    let place = place(app, actor, key, &new.proof).await?;
    let kind = admit::acceptable(app, &place.actor, key, &new.name, &new.bytes).await?;
    let (bytes, sm3) = (new.bytes.len() as i64, sm3_of(&new.bytes));
    let content = Content { digest: app.files.put(new.bytes).await?, sm3, kind, bytes };
    let found = Found { name: &new.name, proof: &new.proof, content: &content, from: From::Sent(None) };
    enter(app, place, found).await
}

/// Where evidence goes, looked at before anything of it is stored.
pub(crate) struct Target {
    finding: Finding,
    pub(crate) actor: Actor,
    measure: Option<Measure>,
    earlier: Option<Evidence>,
}

/// The finding and measure that a file is to prove, if the person may bring it there.
pub(crate) async fn place(app: &App, actor: &Actor, key: &str, proof: &Proof) -> Result<Target, Error> {
    let (finding, actor) = access::finding_to_work_on(app, actor, key).await?;
    open_to_work(&finding)?;
    let measure = match &proof.measure {
        Some(measure) => Some(measure_of(app, &finding, measure).await?),
        None => None,
    };
    let actor = reporting(&actor, &finding, measure.as_ref())?;
    if proof.fact_date.is_some_and(|date| date > app.clock.today()) {
        return Err(Error::invalid("fact_date", "事实发生日期不能晚于今天"));
    }
    let earlier = match &proof.replaces {
        Some(replacement) => Some(earlier_version(app, &actor, &finding, replacement).await?),
        None => None,
    };
    Ok(Target { finding, actor, measure, earlier })
}

/// A file that is in the store.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    pub(crate) digest: String,
    pub(crate) sm3: String,
    pub(crate) kind: EvidenceKind,
    pub(crate) bytes: i64,
}

/// How the file came here.
#[derive(Debug, Clone, Copy)]
pub(crate) enum From<'a> {
    /// It was sent; by an upload in parts, which ends with it.
    Sent(Option<&'a str>),
    /// It is this evidence too.
    Reused(&'a str),
}

/// A file with what is said of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found<'a> {
    pub(crate) name: &'a str,
    pub(crate) proof: &'a Proof,
    pub(crate) content: &'a Content,
    pub(crate) from: From<'a>,
}

/// Enters a stored file as evidence and returns its key.
pub(crate) async fn enter(app: &App, target: Target, found: Found<'_>) -> Result<String, Error> {
    let Target { mut finding, actor, measure, earlier } = target;
    finding.last_evidence += 1;
    finding.version += 1;
    let (content, proof) = (found.content.clone(), found.proof.clone());
    let evidence = Evidence {
        id: EvidenceId(new_id()),
        finding: finding.id.clone(),
        measure: measure.map(|m| m.id),
        key: format!("{}-E{:02}", finding.key, finding.last_evidence),
        name: found.name.trim().to_owned(),
        digest: content.digest,
        sm3: content.sm3,
        kind: content.kind,
        bytes: content.bytes,
        fact_date: proof.fact_date,
        note: proof.note.filter(|note| !note.trim().is_empty()),
        uploaded_at: app.clock.now(),
        uploader: actor.person.id.clone(),
        replaces: proof.replaces,
        withdrawn: false,
    };
    let summary = summary_of(&evidence, found.from);
    let event = app.event(Some(&actor), &finding.key, EventKind::EvidenceAdded, summary);
    let upload = match found.from {
        From::Sent(upload) => upload,
        From::Reused(_) => None,
    };
    app.store.add_evidence(&evidence, earlier.as_ref(), &finding, upload, event).await?;
    Ok(evidence.key)
}

fn summary_of(evidence: &Evidence, from: From) -> String {
    let Evidence { key, name, sm3, digest, .. } = evidence;
    let what = match (&evidence.replaces, from) {
        (Some(Replacement { key: earlier, reason }), _) => format!("以佐证 {key} 替换 {earlier}（{reason}）"),
        (None, From::Reused(source)) => format!("引用 {source} 的材料作为佐证 {key}"),
        (None, From::Sent(_)) => format!("上传佐证 {key}"),
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
        reporting(actor, finding, None)?;
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
    let own = evidence.uploader == actor.person.id;
    let actor = if own { actor } else { reporting(&actor, &stored, None)? };
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
pub(crate) async fn of_evidence(app: &App, actor: &Actor, key: &str) -> Result<(Evidence, Finding, Actor), Error> {
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
