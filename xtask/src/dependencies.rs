//! The direction of dependencies between our crates (ARCHITECTURE.md).

use serde_json::Value;
use std::process::Command;

/// Each crate and what it may use of ours.
const ALLOWED: [(&str, &[&str]); 13] = [
    ("checker", &["document"]),
    ("document", &[]),
    ("domain", &[]),
    ("pdf", &["document"]),
    ("audit", &[]),
    ("report", &["checker", "document", "domain"]),
    ("usecases", &["audit", "checker", "document", "domain", "report"]),
    ("storage", &["audit", "domain", "usecases", "document"]),
    ("api", &["audit", "checker", "document", "domain", "report", "usecases"]),
    ("server", &["api", "audit", "document", "domain", "pdf", "report", "storage", "usecases"]),
    ("cli", &["api", "audit", "checker", "document", "domain", "report", "server", "storage", "usecases"]),
    ("test_support", &["api", "audit", "document", "domain", "report", "server", "storage", "usecases"]),
    ("xtask", &[]),
];

/// What the pure crates may not use, even indirectly in their own list.
const IMPURE: [&str; 6] = ["tokio", "axum", "sea-orm", "serde", "serde_json", "async-trait"];

/// Offences against the table.
pub(crate) fn check() -> Vec<String> {
    let Some(metadata) = metadata() else { return vec!["cargo metadata failed".to_owned()] };
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let mut offences = Vec::new();
    for package in &packages {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            offences.push(format!("crate {name} is not in the table of xtask/src/dependencies.rs"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten().filter(|d| d["kind"].is_null()) {
            let used = dependency["name"].as_str().unwrap_or_default();
            let ours = ALLOWED.iter().any(|(known, _)| *known == used);
            if ours && !allowed.contains(&used) {
                offences.push(format!("{name} may not depend on {used}"));
            }
            if matches!(name, "domain" | "document" | "audit") && IMPURE.contains(&used) {
                offences.push(format!("{name} is pure and may not depend on {used}"));
            }
        }
    }
    offences
}

fn metadata() -> Option<Value> {
    let output =
        Command::new("cargo").args(["metadata", "--format-version", "1", "--no-deps", "--offline"]).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}
