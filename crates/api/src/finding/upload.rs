//! Files of evidence in parts, and stored material.

use super::evidence::evidence_named;
use crate::account::Named;
use crate::patch::blank;
use crate::time::{Day, instant};
use crate::words::EvidenceKind;
use domain::Replacement;
use serde::{Deserialize, Serialize};
use usecases::{MaterialQuery, NewUpload, Proof, Reuse, UPLOAD_KEPT_MS};
use utoipa::{IntoParams, ToSchema};

/// A file to be sent in parts.
#[derive(Debug, Deserialize, ToSchema)]
pub struct UploadBody {
    pub name: String,
    pub bytes: i64,
    /// SHA-256 of the whole file: the upload can be found again by it, and damage on the way is noticed.
    #[serde(default)]
    pub sha256: Option<String>,
    /// Key of the measure it proves.
    #[serde(default)]
    pub measure: Option<String>,
    #[serde(default)]
    pub fact_date: Option<Day>,
    #[serde(default)]
    pub note: Option<String>,
    /// Key of the earlier version that it stands for; `reason` says why.
    #[serde(default)]
    pub replaces: Option<String>,
    #[serde(default)]
    pub reason: Option<String>,
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl From<UploadBody> for NewUpload {
    fn from(b: UploadBody) -> Self {
        let reason = b.reason.unwrap_or_default().trim().to_owned();
        Self {
            name: b.name,
            bytes: b.bytes,
            digest: filled(b.sha256),
            proof: Proof {
                measure: filled(b.measure),
                fact_date: b.fact_date.map(|d| d.0),
                note: filled(b.note),
                replaces: filled(b.replaces).map(|key| Replacement { key, reason }),
            },
        }
    }
}

/// An upload under way.
#[derive(Debug, Serialize, ToSchema)]
pub struct Upload {
    pub id: String,
    pub finding_key: String,
    pub measure_key: Option<String>,
    pub name: String,
    pub bytes: i64,
    pub sha256: Option<String>,
    /// Where to go on; as much as `bytes` when nothing is left to be sent.
    pub received: u64,
    /// UTC; later when another part comes.
    pub expires_at: String,
}

impl From<usecases::Upload> for Upload {
    fn from(upload: usecases::Upload) -> Self {
        let u = upload.record;
        Self {
            id: u.id,
            finding_key: u.finding,
            measure_key: u.proof.measure,
            name: u.name,
            bytes: u.bytes,
            sha256: u.digest,
            received: upload.received,
            expires_at: instant(u.touched_at + UPLOAD_KEPT_MS),
        }
    }
}

/// Where a part begins.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OffsetQuery {
    pub offset: u64,
}

/// Stored material that proves something else too.
#[derive(Debug, Deserialize, ToSchema)]
pub struct ReuseBody {
    /// Key of the evidence whose file it is.
    pub source: String,
    #[serde(default)]
    pub measure: Option<String>,
    /// When that happened which it proves here.
    #[serde(default)]
    pub fact_date: Option<Day>,
    #[serde(default)]
    pub note: Option<String>,
}

impl From<ReuseBody> for Reuse {
    fn from(b: ReuseBody) -> Self {
        let fact_date = b.fact_date.map(|d| d.0);
        let proof = Proof { measure: filled(b.measure), fact_date, note: filled(b.note), replaces: None };
        Self { source: b.source, proof }
    }
}

/// What is looked for among stored material.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MaterialParams {
    /// Words of the file's name or note, of the finding's title, or of a key.
    #[serde(default, deserialize_with = "blank")]
    pub q: Option<String>,
    #[serde(default, deserialize_with = "blank")]
    pub kind: Option<EvidenceKind>,
    /// Fact date, or the day of the upload where none is known.
    #[serde(default, deserialize_with = "blank")]
    pub from: Option<Day>,
    #[serde(default, deserialize_with = "blank")]
    pub to: Option<Day>,
    /// `next` of the page before.
    #[serde(default, deserialize_with = "blank")]
    pub after: Option<String>,
    /// Rows of the page, at most 100.
    #[serde(default)]
    pub limit: Option<u64>,
}

/// Rows of a page unless the query says otherwise.
const LIMIT: u64 = 30;

impl From<MaterialParams> for MaterialQuery {
    fn from(p: MaterialParams) -> Self {
        Self {
            text: p.q,
            kind: p.kind.map(|kind| kind.0),
            from: p.from.map(|d| d.0),
            to: p.to.map(|d| d.0),
            after: p.after,
            limit: p.limit.unwrap_or(LIMIT),
        }
    }
}

/// Stored material.
#[derive(Debug, Serialize, ToSchema)]
pub struct Material {
    /// Key of the evidence.
    pub key: String,
    pub finding_key: String,
    pub finding_title: String,
    pub name: String,
    pub kind: EvidenceKind,
    pub bytes: i64,
    pub digest: String,
    pub fact_date: Option<Day>,
    pub note: Option<String>,
    /// UTC.
    pub uploaded_at: String,
    pub uploader: Named,
}

/// A page of stored material, newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct MaterialPage {
    pub items: Vec<Material>,
    /// `after` of the next page.
    pub next: Option<String>,
}

impl From<usecases::MaterialPage> for MaterialPage {
    fn from(page: usecases::MaterialPage) -> Self {
        let row = |row: usecases::MaterialRow| {
            let e = row.evidence;
            Material {
                uploader: evidence_named(&e, &page.people),
                key: e.key,
                finding_key: row.finding,
                finding_title: row.title,
                name: e.name,
                kind: EvidenceKind(e.kind),
                bytes: e.bytes,
                digest: e.digest,
                fact_date: e.fact_date.map(Day),
                note: e.note,
                uploaded_at: instant(e.uploaded_at),
            }
        };
        Self { items: page.rows.into_iter().map(row).collect(), next: page.next }
    }
}
