//! The first thing read of a package and the last thing written: what is in it, with a digest of each part.

use super::refusal::{Result, TransferError};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

pub(super) const FORMAT: &str = "rectify-inspection/1";
pub(super) const MANIFEST: &str = "manifest.json";

/// A part of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

/// An installation that the inspection was in: where its log ended, and the package that it was taken from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) checkpoint: String,
    pub(super) package: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) inspection: String,
    /// Oldest first; the last one wrote the package.
    pub(super) origins: Vec<Origin>,
    pub(super) parts: BTreeMap<String, Part>,
}

impl Manifest {
    pub(super) fn text(&self) -> String {
        let origins: Vec<Json> =
            self.origins.iter().map(|o| json!({"checkpoint": o.checkpoint, "package": o.package})).collect();
        let parts: BTreeMap<&str, Json> =
            self.parts.iter().map(|(n, p)| (n.as_str(), json!({"bytes": p.bytes, "sha256": p.sha256}))).collect();
        json!({"format": FORMAT, "inspection": self.inspection, "origins": origins, "parts": parts}).to_string()
    }

    pub(super) fn read(text: &[u8]) -> Result<Self> {
        let wrong = |what: &str| TransferError::NotPackage(format!("{MANIFEST} 中的 {what} 无法识别"));
        let json: Json = serde_json::from_slice(text).map_err(|_| wrong("内容"))?;
        let format = json["format"].as_str().ok_or_else(|| wrong("format"))?;
        if format != FORMAT {
            return Err(TransferError::Version(format.chars().take(60).collect()));
        }
        let part = |(name, value): (&String, &Json)| {
            let sha256 = value["sha256"].as_str()?.to_owned();
            Some((name.clone(), Part { bytes: value["bytes"].as_u64()?, sha256 }))
        };
        let origin = |value: &Json| {
            let checkpoint = value["checkpoint"].as_str().filter(|text| text.parse::<audit::Checkpoint>().is_ok())?;
            Some(Origin { checkpoint: checkpoint.to_owned(), package: value["package"].as_str().map(str::to_owned) })
        };
        let origins: Option<Vec<Origin>> = json["origins"]
            .as_array()
            .and_then(|all| all.iter().map(origin).collect())
            .filter(|o: &Vec<_>| !o.is_empty());
        Ok(Self {
            inspection: json["inspection"].as_str().ok_or_else(|| wrong("inspection"))?.to_owned(),
            origins: origins.ok_or_else(|| wrong("origins"))?,
            parts: json["parts"]
                .as_object()
                .and_then(|all| all.iter().map(part).collect())
                .ok_or_else(|| wrong("parts"))?,
        })
    }
}
