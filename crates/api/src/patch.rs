//! Absent, null and blank are three things in a request.

use serde::de::IntoDeserializer;
use serde::{Deserialize, Deserializer};

/// For `#[serde(default, deserialize_with = "present")]`: absent → `None`, null → `Some(None)`.
pub(crate) fn present<'de, T, D>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

/// For queries: `?q=` is no filter.
pub(crate) fn blank<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    let text = Option::<String>::deserialize(deserializer)?;
    let Some(text) = text.filter(|t| !t.trim().is_empty()) else { return Ok(None) };
    T::deserialize(IntoDeserializer::<D::Error>::into_deserializer(text)).map(Some)
}
