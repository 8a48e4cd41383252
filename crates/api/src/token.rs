//! API tokens.

use crate::time::{Day, instant};
use crate::words::TokenScope;
use serde::{Deserialize, Serialize};
use usecases::{GivenToken, NewToken, Token as Stored};
use utoipa::ToSchema;

/// A token without its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct Token {
    pub id: String,
    /// What it is for.
    pub name: String,
    pub scope: TokenScope,
    pub created_at: String,
    /// The last day.
    pub expires: Day,
    /// To the minute.
    pub used_at: Option<String>,
    pub withdrawn: bool,
}

impl From<Stored> for Token {
    fn from(t: Stored) -> Self {
        Self {
            id: t.id,
            name: t.name,
            scope: t.scope.into(),
            created_at: instant(t.created_at),
            expires: Day(t.expires),
            used_at: t.used_at.map(instant),
            withdrawn: t.withdrawn,
        }
    }
}

/// A new token. The secret is told this once; send it as `Authorization: Bearer …`.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenGiven {
    pub token: Token,
    pub secret: String,
}

impl From<GivenToken> for TokenGiven {
    fn from(given: GivenToken) -> Self {
        Self { token: given.token.into(), secret: given.secret }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
pub struct TokenBody {
    pub name: String,
    pub scope: TokenScope,
    pub expires: Day,
}

impl From<TokenBody> for NewToken {
    fn from(b: TokenBody) -> Self {
        Self { name: b.name, scope: b.scope.into(), expires: b.expires.0 }
    }
}
