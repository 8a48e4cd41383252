//! Set-up and sessions.

use crate::error::Problem;
use crate::state::{AppState, COOKIE, SignedIn};
use api::directory::{PasswordBody, SessionJson, SetupBody, SetupJson, SignInBody};
use axum::Json;
use axum::extract::State;
use axum::extract::rejection::JsonRejection;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use domain::Person;
use usecases::SignIn;

type Body<T> = Result<Json<T>, JsonRejection>;

pub(super) async fn set_up_needed(State(state): State<AppState>) -> Result<Json<SetupJson>, Problem> {
    Ok(Json(SetupJson { needed: usecases::set_up_needed(&state.app).await?, demo: state.demo }))
}

pub(super) async fn set_up(
    State(state): State<AppState>,
    jar: CookieJar,
    body: Body<SetupBody>,
) -> Result<(StatusCode, CookieJar, Json<SessionJson>), Problem> {
    let signed_in = usecases::set_up(&state.app, body?.0.into()).await?;
    opened(&state, jar, signed_in).await
}

pub(super) async fn sign_in(
    State(state): State<AppState>,
    jar: CookieJar,
    body: Body<SignInBody>,
) -> Result<(StatusCode, CookieJar, Json<SessionJson>), Problem> {
    let body = body?.0;
    let signed_in = usecases::sign_in(&state.app, &body.username, body.password).await?;
    opened(&state, jar, signed_in).await
}

async fn opened(
    state: &AppState,
    jar: CookieJar,
    signed_in: SignIn,
) -> Result<(StatusCode, CookieJar, Json<SessionJson>), Problem> {
    let cookie = Cookie::build((COOKIE, signed_in.token)).path("/").http_only(true).same_site(SameSite::Strict).build();
    let session = session(state, &signed_in.person).await?;
    Ok((StatusCode::CREATED, jar.add(cookie), Json(session)))
}

async fn session(state: &AppState, person: &Person) -> Result<SessionJson, Problem> {
    let units = usecases::units(&state.app).await?;
    Ok(SessionJson::new(person, &units, state.app.clock.today().to_string(), env!("CARGO_PKG_VERSION")))
}

pub(super) async fn current(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
) -> Result<Json<SessionJson>, Problem> {
    Ok(Json(session(&state, &actor.person).await?))
}

pub(super) async fn sign_out(
    State(state): State<AppState>,
    jar: CookieJar,
) -> Result<(StatusCode, CookieJar), Problem> {
    if let Some(cookie) = jar.get(COOKIE) {
        usecases::sign_out(&state.app, cookie.value()).await?;
    }
    Ok((StatusCode::NO_CONTENT, jar.remove(Cookie::build(COOKIE).path("/").build())))
}

pub(super) async fn change_password(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    body: Body<PasswordBody>,
) -> Result<StatusCode, Problem> {
    let body = body?.0;
    usecases::change_password(&state.app, &actor, body.old, body.new).await?;
    Ok(StatusCode::NO_CONTENT)
}
