//! axum: thin handlers, sessions, embedded web UI.
