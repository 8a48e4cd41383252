//! The work of the person who is signed in.

use crate::error::Problem;
use crate::extract::Params;
use crate::state::{AppState, SignedIn};
use api::work::{MineQuery, MyWork, ReviewPage, ReviewQuery};
use axum::Json;
use axum::extract::State;
use usecases::ReviewFilter;

/// What the person has to do
#[utoipa::path(get, path = "/work/mine", tag = "work", params(MineQuery), responses((status = 200, body = MyWork)))]
pub(super) async fn mine(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Params(query): Params<MineQuery>,
) -> Result<Json<MyWork>, Problem> {
    Ok(Json((&usecases::mine(&state.app, &actor, query.limit()).await?).into()))
}

/// What waits for the person's decision, first what is due first
#[utoipa::path(get, path = "/work/reviews", tag = "work", params(ReviewQuery), responses((status = 200, body = ReviewPage)))]
pub(super) async fn reviews(
    State(state): State<AppState>,
    SignedIn(actor): SignedIn,
    Params(query): Params<ReviewQuery>,
) -> Result<Json<ReviewPage>, Problem> {
    let filter = ReviewFilter::from(query);
    let page = usecases::reviews(&state.app, &actor, &filter).await?;
    Ok(Json(ReviewPage::new(&page, filter.stage)))
}
