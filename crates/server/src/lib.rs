//! axum: thin handlers, sessions, the embedded web UI.

mod assets;
mod error;
mod guard;
mod routes;
mod serve;
mod state;

pub use routes::router;
pub use serve::{ServeConfig, ServeError, serve};
pub use state::AppState;
