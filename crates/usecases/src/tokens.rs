//! API tokens: given out once, shown never again, withdrawn at any time.

use crate::account::{digest, random_hex};
use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::records::Token;
use domain::{EventKind, PersonId, TokenScope, token_expiry_offence};
use jiff::civil::Date;

/// How a token begins: people and scanners of leaked secrets know it by this.
const PREFIX: &str = "rectify_";
/// Tokens of one person that are in force.
const TOKENS_MAX: usize = 20;
/// The time of the last use is written at most this often.
const TOUCH_MS: i64 = 60_000;

/// A token to be given out.
#[derive(Debug, Clone)]
pub struct NewToken {
    pub name: String,
    pub scope: TokenScope,
    /// The last day.
    pub expires: Date,
}

/// A new token with its secret, which only its holder keeps.
#[derive(Debug, Clone)]
pub struct GivenToken {
    pub token: Token,
    pub secret: String,
}

/// The tokens of the person, newest first.
pub async fn tokens(app: &App, actor: &Actor) -> Result<Vec<Token>, Error> {
    Ok(app.store.tokens(&actor.person.id).await?)
}

/// Gives out a token; only its hash is kept.
pub async fn add_token(app: &App, actor: &Actor, new: NewToken) -> Result<GivenToken, Error> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 60 {
        return Err(Error::invalid("name", "请填写令牌用途，不超过 60 个字，例如“每周取数脚本”"));
    }
    if let Some(why) = token_expiry_offence(new.expires, app.clock.today()) {
        return Err(Error::invalid("expires", why));
    }
    let live = app.store.tokens(&actor.person.id).await?.into_iter().filter(|t| !t.withdrawn);
    if live.filter(|t| t.expires >= app.clock.today()).count() >= TOKENS_MAX {
        return Err(Error::Done(format!("有效的接口令牌已有 {TOKENS_MAX} 个，请先停用不再使用的。")));
    }
    let token = Token {
        id: new_id(),
        person: actor.person.id.clone(),
        name: name.to_owned(),
        scope: new.scope,
        created_at: app.clock.now(),
        expires: new.expires,
        used_at: None,
        withdrawn: false,
    };
    let secret = format!("{PREFIX}{}", random_hex()?);
    let summary = format!("新增接口令牌“{}”（{}，至 {}）", token.name, token.scope.word(), token.expires);
    let event = app.event(Some(actor), actor.person.id.as_str(), EventKind::Created, summary);
    app.store.insert_token(&token, &digest(&secret), event).await?;
    Ok(GivenToken { token, secret })
}

/// Ends a token of the person at once.
pub async fn withdraw_token(app: &App, actor: &Actor, id: &str) -> Result<(), Error> {
    let own = app.store.tokens(&actor.person.id).await?;
    let token = own.into_iter().find(|t| t.id == id).ok_or(Error::NotFound("接口令牌"))?;
    if token.withdrawn {
        return Err(Error::Done("该接口令牌已停用。".to_owned()));
    }
    let summary = format!("停用接口令牌“{}”", token.name);
    let event = app.event(Some(actor), actor.person.id.as_str(), EventKind::Changed, summary);
    Ok(app.store.withdraw_token(id, event).await?)
}

/// The person behind a token in force, and what it may do.
pub async fn holder(app: &App, secret: &str) -> Result<(Actor, TokenScope), Error> {
    let hash = digest(secret);
    let found = if secret.starts_with(PREFIX) { app.store.token_holder(&hash, app.clock.today()).await? } else { None };
    let is_live = |t: &Token| !t.withdrawn && t.expires >= app.clock.today();
    let Some((token, session)) = found.filter(|(t, s)| is_live(t) && s.person.active) else {
        return Err(Error::TokenRefused);
    };
    let now = app.clock.now();
    if token.used_at.is_none_or(|used| now - used > TOUCH_MS) {
        app.store.touch_token(&token.id, now).await?;
    }
    Ok((Actor::of(session), token.scope))
}

/// What a request with an idempotency key meets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reservation {
    /// It is the first: it may go on.
    New,
    /// The same request was answered: this is the answer.
    Answered { status: u16, body: Vec<u8> },
    /// The same request is under way, or its answer was lost.
    UnderWay,
    /// The key belongs to another request.
    OtherRequest,
}

/// Keys are kept this long.
const KEY_MS: i64 = 24 * 60 * 60 * 1000;

/// Takes a key for a request, named by its digest.
pub async fn reserve_key(app: &App, person: &PersonId, key: &str, request: &str) -> Result<Reservation, Error> {
    let now = app.clock.now();
    Ok(app.store.reserve_key(person, key, request, now, now - KEY_MS).await?)
}

/// Keeps the answer of the request that holds the key, or gives the key back when it came to nothing.
pub async fn settle_key(app: &App, person: &PersonId, key: &str, answer: Option<(u16, &[u8])>) -> Result<(), Error> {
    Ok(app.store.settle_key(person, key, answer).await?)
}
