//! The rule profile that an inspection follows.

use crate::error::Error;
use domain::profile::RuleProfile;
use domain::{Inspection, LampRule};
use std::sync::LazyLock;

static PROFILES: LazyLock<Vec<RuleProfile>> = LazyLock::new(RuleProfile::built_in);

/// The first profile that names the inspection's source.
pub(crate) fn profile(inspection: &Inspection) -> Result<&'static RuleProfile, Error> {
    let found = PROFILES.iter().find(|profile| profile.sources.contains(&inspection.source));
    found.ok_or_else(|| Error::Internal(format!("no rule profile for {}", inspection.source.name())))
}

/// When the lamps of an inspection change.
pub(crate) fn lamp_rule(inspection: &Inspection) -> Result<LampRule, Error> {
    Ok(LampRule::of(profile(inspection)?))
}
