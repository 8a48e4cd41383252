//! Composes ledgers and reports from domain data.
