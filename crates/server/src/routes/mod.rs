//! The table of contents of the product: every route, one list.

mod audit_log;
mod chronicle;
mod directory;
mod drafts;
mod evidence;
mod findings;
mod inspections;
mod jobs;
mod posts;
mod publications;
mod reports;
mod rules;
mod session;
mod standing;
mod templates;
mod tokens;
mod uploads;
mod work;
mod workbook;

use crate::assets;
use crate::conditional;
use crate::error::{no_such_method, no_such_path};
use crate::guard;
use crate::idempotency;
use crate::openapi;
use crate::state::AppState;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Largest body of an upload and of any other request.
const UPLOAD_BYTES_MAX: usize = 256 * 1024 * 1024;
const BODY_BYTES_MAX: usize = 1024 * 1024;

/// Where the API lives.
const API: &str = "/api/v1";

fn api() -> OpenApiRouter<AppState> {
    let uploads = OpenApiRouter::new()
        .routes(routes!(drafts::list, drafts::upload))
        .routes(routes!(workbook::compare))
        .routes(routes!(evidence::add))
        .routes(routes!(templates::list, templates::add))
        .routes(routes!(templates::try_file))
        .routes(routes!(templates::trial_file))
        .routes(routes!(templates::add_version))
        .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX));
    OpenApiRouter::new()
        .routes(routes!(session::set_up_needed, session::set_up))
        .routes(routes!(session::current, session::sign_in, session::sign_out))
        .routes(routes!(session::change_password))
        .routes(routes!(rules::all))
        .routes(routes!(rules::change_profile))
        .routes(routes!(rules::preview))
        .routes(routes!(rules::put_year, rules::remove_year))
        .routes(routes!(rules::set_own_days))
        .routes(routes!(tokens::list, tokens::add))
        .routes(routes!(tokens::withdraw))
        .routes(routes!(directory::units, directory::add_unit))
        .routes(routes!(directory::change_unit, directory::delete_unit))
        .routes(routes!(directory::people, directory::add_person))
        .routes(routes!(directory::change_person))
        .routes(routes!(posts::positions, posts::add_position))
        .routes(routes!(posts::change_position))
        .routes(routes!(posts::delegations, posts::add_delegation))
        .routes(routes!(posts::end_delegation))
        .routes(routes!(inspections::list, inspections::add))
        .routes(routes!(inspections::one, inspections::change))
        .routes(routes!(drafts::one, drafts::discard))
        .routes(routes!(drafts::edit))
        .routes(routes!(drafts::undo))
        .routes(routes!(drafts::redo))
        .routes(routes!(drafts::correct_mapping))
        .routes(routes!(drafts::missing_owners))
        .routes(routes!(drafts::confirm))
        .routes(routes!(findings::list))
        .routes(routes!(findings::statistics))
        .routes(routes!(standing::gaps))
        .routes(routes!(workbook::ledger))
        .routes(routes!(chronicle::list, chronicle::add))
        .routes(routes!(chronicle::change))
        .routes(routes!(reports::stored::list, reports::stored::make))
        .routes(routes!(reports::stored::one, reports::stored::edit))
        .routes(routes!(reports::stored::refresh))
        .routes(routes!(reports::stored::lock))
        .routes(routes!(reports::stored::discard))
        .routes(routes!(reports::stored::download))
        .routes(routes!(reports::stored::compare))
        .routes(routes!(reports::stored::checks))
        .routes(routes!(reports::stored::remark))
        .routes(routes!(reports::stored::withdraw_remark))
        .routes(routes!(publications::publishing, publications::change_publishing))
        .routes(routes!(publications::publishing_of_finding))
        .routes(routes!(publications::list))
        .routes(routes!(publications::make))
        .routes(routes!(publications::one))
        .routes(routes!(publications::notice))
        .routes(routes!(publications::redact))
        .routes(routes!(publications::unredact))
        .routes(routes!(publications::checks))
        .routes(routes!(publications::remark))
        .routes(routes!(publications::withdraw_remark))
        .routes(routes!(publications::confirm))
        .routes(routes!(publications::discard))
        .routes(routes!(publications::download))
        .routes(routes!(jobs::start))
        .routes(routes!(jobs::list))
        .routes(routes!(jobs::download))
        .routes(routes!(jobs::dismiss))
        .routes(routes!(reports::report))
        .routes(routes!(reports::kinds))
        .routes(routes!(reports::fonts))
        .routes(routes!(templates::one))
        .routes(routes!(templates::withdraw))
        .routes(routes!(templates::version_file))
        .routes(routes!(templates::try_stored))
        .routes(routes!(templates::fill))
        .routes(routes!(templates::built_in))
        .routes(routes!(findings::one, findings::change))
        .routes(routes!(findings::batch))
        .routes(routes!(findings::act))
        .routes(routes!(standing::add))
        .routes(routes!(standing::change))
        .routes(routes!(standing::confirm))
        .routes(routes!(findings::split))
        .routes(routes!(findings::merge))
        .routes(routes!(findings::undo_family))
        .routes(routes!(findings::add_note))
        .routes(routes!(findings::add_measure))
        .routes(routes!(findings::change_measure, findings::remove_measure))
        .routes(routes!(workbook::apply))
        .routes(routes!(work::mine))
        .routes(routes!(work::reviews))
        .routes(routes!(findings::restrict, findings::lift_restriction))
        .routes(routes!(uploads::begin))
        .routes(routes!(uploads::list))
        .routes(routes!(uploads::one, uploads::append, uploads::discard))
        .routes(routes!(uploads::complete))
        .routes(routes!(uploads::material))
        .routes(routes!(uploads::reuse))
        .routes(routes!(evidence::withdraw))
        .routes(routes!(evidence::file))
        .routes(routes!(audit_log::list))
        .routes(routes!(audit_log::checkpoint))
        .routes(routes!(audit_log::mail, audit_log::send_mail))
        .routes(routes!(audit_log::verify))
        .routes(routes!(audit_log::export))
        .routes(routes!(audit_log::printed))
        .routes(routes!(evidence::preview))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .merge(uploads)
}

fn parts() -> (Router<AppState>, OpenApi) {
    let (router, api) = OpenApiRouter::with_openapi(openapi::frame()).nest(API, api()).split_for_parts();
    (router, openapi::completed(api))
}

/// The description of the API as pretty JSON.
pub fn openapi_json() -> Result<String, serde_json::Error> {
    parts().1.to_pretty_json()
}

/// The whole server.
pub fn router(state: AppState) -> Router {
    let (api, description) = parts();
    let description: Arc<str> = description.to_json().unwrap_or_default().into();
    let described = move || async move { ([(header::CONTENT_TYPE, "application/json")], description.to_string()) };
    let api = api
        .route(&format!("{API}/openapi.json"), get(described))
        .route(&format!("{API}/{{*path}}"), axum::routing::any(no_such_path))
        .method_not_allowed_fallback(no_such_method)
        .layer(from_fn(guard::one_envelope))
        .layer(from_fn(conditional::requests))
        .layer(from_fn_with_state(state.clone(), idempotency::once))
        .layer(from_fn(guard::same_site))
        .with_state(state);
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        .merge(api)
        .fallback(assets::serve)
        .layer(CompressionLayer::new())
        .layer(from_fn(guard::headers))
        .layer(CatchPanicLayer::new())
}
