//! Builders, TestApp, fixed clock. Dev-dependency only.
