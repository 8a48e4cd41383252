//! Entities, workflow, calendar, statistics. No IO, async, clock or serde.
