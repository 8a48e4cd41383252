//! The table of contents of the product: every route, one list.

mod directory;
mod drafts;
mod findings;
mod inspections;
mod session;
mod workbook;

use crate::assets;
use crate::guard;
use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, patch, post, put};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// Largest body of an upload and of any other request.
const UPLOAD_BYTES_MAX: usize = 256 * 1024 * 1024;
const BODY_BYTES_MAX: usize = 1024 * 1024;

/// The whole server.
pub fn router(state: AppState) -> Router {
    let uploads = Router::new()
        .route("/inspections/{key}/drafts", get(drafts::list).post(drafts::upload))
        .route("/inspections/{key}/ledger-changes", post(workbook::compare))
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX));
    let api = Router::new()
        .route("/setup", get(session::set_up_needed).post(session::set_up))
        .route("/session", get(session::current).post(session::sign_in).delete(session::sign_out))
        .route("/session/password", post(session::change_password))
        .route("/units", get(directory::units).post(directory::add_unit))
        .route("/units/{id}", patch(directory::change_unit).delete(directory::delete_unit))
        .route("/people", get(directory::people).post(directory::add_person))
        .route("/people/{id}", patch(directory::change_person))
        .route("/inspections", get(inspections::list).post(inspections::add))
        .route("/inspections/{key}", get(inspections::one).patch(inspections::change))
        .route("/drafts/{id}", get(drafts::one).delete(drafts::discard))
        .route("/drafts/{id}/edits", post(drafts::edit))
        .route("/drafts/{id}/undo", post(drafts::undo))
        .route("/drafts/{id}/redo", post(drafts::redo))
        .route("/drafts/{id}/mapping", put(drafts::correct_mapping))
        .route("/drafts/{id}/confirmation", post(drafts::confirm))
        .route("/inspections/{key}/findings", get(findings::list))
        .route("/inspections/{key}/statistics", get(findings::statistics))
        .route("/inspections/{key}/ledger.xlsx", get(workbook::ledger))
        .route("/inspections/{key}/report.docx", get(workbook::report))
        .route("/findings/{key}", get(findings::one).patch(findings::change))
        .route("/findings/{key}/measures", post(findings::add_measure))
        .route("/measures/{key}", patch(findings::change_measure).delete(findings::remove_measure))
        .route("/ledger-changes/{id}/confirmation", post(workbook::apply))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .merge(uploads)
        .layer(from_fn(guard::same_site))
        .with_state(state);
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .nest("/api/v1", api)
        .fallback(assets::serve)
        .layer(CompressionLayer::new())
        .layer(from_fn(guard::headers))
        .layer(CatchPanicLayer::new())
}
