//! axum: thin handlers, sessions, the embedded web UI.

mod assets;
mod conditional;
mod error;
mod extract;
mod guard;
mod idempotency;
mod location;
mod openapi;
mod post;
mod press;
mod routes;
mod serve;
mod state;
mod template_upload;
mod upload;

pub use location::{Location, RemoteFiles, Secret};
pub use post::{MailSettings, MailTls, SmtpPost};
pub use press::Press;
pub use routes::{openapi_json, router};
pub use serve::{ServeConfig, ServeError, serve};
pub use state::AppState;
