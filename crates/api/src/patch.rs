//! Absent and null are two things in a PATCH.

use serde::{Deserialize, Deserializer};

/// For `#[serde(default, deserialize_with = "present")]`: absent → `None`, null → `Some(None)`.
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
