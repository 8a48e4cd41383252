//! API tokens of the signed-in person.

use crate::error::Problem;
use crate::extract::Body;
use crate::state::{AppState, InPerson};
use api::envelope::List;
use api::token::{Token, TokenBody, TokenGiven};
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;

/// The own tokens, newest first
#[utoipa::path(get, path = "/tokens", tag = "session", responses((status = 200, body = List<Token>)))]
pub(super) async fn list(
    State(state): State<AppState>,
    InPerson(actor): InPerson,
) -> Result<Json<List<Token>>, Problem> {
    let tokens = usecases::tokens(&state.app, &actor).await?;
    Ok(Json(List::new(tokens.into_iter().map(Token::from).collect())))
}

/// Give out a token; its secret is in this answer only
#[utoipa::path(post, path = "/tokens", tag = "session", request_body = TokenBody, responses((status = 201, body = TokenGiven)))]
pub(super) async fn add(
    State(state): State<AppState>,
    InPerson(actor): InPerson,
    Body(body): Body<TokenBody>,
) -> Result<(StatusCode, Json<TokenGiven>), Problem> {
    let given = usecases::add_token(&state.app, &actor, body.into()).await?;
    Ok((StatusCode::CREATED, Json(given.into())))
}

/// Withdraw a token
#[utoipa::path(delete, path = "/tokens/{id}", tag = "session", params(("id" = String, Path)), responses((status = 204)))]
pub(super) async fn withdraw(
    State(state): State<AppState>,
    InPerson(actor): InPerson,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    usecases::withdraw_token(&state.app, &actor, &id).await?;
    Ok(StatusCode::NO_CONTENT)
}
