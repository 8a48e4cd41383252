//! Set-up and sessions.

use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, COOKIE, InPerson, SignedIn};
use api::account::{PasswordBody, Session, Setup, SetupBody, SignInBody};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use domain::Person;
use usecases::SignIn;

/// Whether the installation still needs its administrator
#[utoipa::path(get, path = "/setup", tag = "session", responses((status = 200, body = Setup)))]
pub(super) async fn set_up_needed(State(state): State<AppState>) -> Result<Json<Setup>, Problem> {
    Ok(Json(Setup { needed: usecases::set_up_needed(&state.app).await?, demo: state.demo }))
}

/// Create the first unit and administrator, and sign in
#[utoipa::path(post, path = "/setup", tag = "session", request_body = SetupBody, responses((status = 201, body = Session)))]
pub(super) async fn set_up(
    State(state): State<AppState>,
    jar: CookieJar,
    Body(body): Body<SetupBody>,
) -> Result<(StatusCode, CookieJar, Json<Session>), Problem> {
    let signed_in = usecases::set_up(&state.app, body.into()).await?;
    opened(&state, jar, signed_in).await
}

/// Sign in
#[utoipa::path(post, path = "/session", tag = "session", request_body = SignInBody, responses((status = 201, body = Session)))]
pub(super) async fn sign_in(
    State(state): State<AppState>,
    jar: CookieJar,
    Body(body): Body<SignInBody>,
) -> Result<(StatusCode, CookieJar, Json<Session>), Problem> {
    let signed_in = usecases::sign_in(&state.app, &body.username, body.password).await?;
    opened(&state, jar, signed_in).await
}

async fn opened(
    state: &AppState,
    jar: CookieJar,
    signed_in: SignIn,
) -> Result<(StatusCode, CookieJar, Json<Session>), Problem> {
    let cookie = Cookie::build((COOKIE, signed_in.token)).path("/").http_only(true).same_site(SameSite::Strict).build();
    let session = session(state, &signed_in.person).await?;
    Ok((StatusCode::CREATED, jar.add(cookie), Json(session)))
}

async fn session(state: &AppState, person: &Person) -> Result<Session, Problem> {
    let unit = usecases::own_unit_name(&state.app, person).await?;
    let reads_log = usecases::may_read_log(&state.app, person).await?;
    Ok(Session::new(person, unit, state.app.clock.today().to_string(), reads_log))
}

/// Who is signed in
#[utoipa::path(get, path = "/session", tag = "session", responses((status = 200, body = Session)))]
pub(super) async fn current(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<Session>, Problem> {
    Ok(Json(session(&state, &actor.person).await?))
}

/// Sign out
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204)))]
pub(super) async fn sign_out(
    State(state): State<AppState>,
    jar: CookieJar,
) -> Result<(StatusCode, CookieJar), Problem> {
    if let Some(cookie) = jar.get(COOKIE) {
        usecases::sign_out(&state.app, cookie.value()).await?;
    }
    Ok((StatusCode::NO_CONTENT, jar.remove(Cookie::build(COOKIE).path("/").build())))
}

/// Change the own password
#[utoipa::path(post, path = "/session/password", tag = "session", request_body = PasswordBody, responses((status = 204)))]
pub(super) async fn change_password(
    State(state): State<AppState>,
    InPerson(actor): InPerson,
    Body(body): Body<PasswordBody>,
) -> Result<StatusCode, Problem> {
    usecases::change_password(&state.app, &actor, body.old, body.new).await?;
    Ok(StatusCode::NO_CONTENT)
}
