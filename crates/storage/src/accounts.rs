//! Accounts and sessions.

use crate::connection::{Database, Write, get};
use crate::rows::person;
use domain::{Event, PersonId};
use usecases::{Account, Session, StoreError};

type Result<T> = std::result::Result<T, StoreError>;

pub(crate) async fn any(db: &Database) -> Result<bool> {
    Ok(db.one("SELECT 1 AS present FROM people WHERE username IS NOT NULL LIMIT 1", vec![]).await?.is_some())
}

pub(crate) async fn by_username(db: &Database, username: &str) -> Result<Option<Account>> {
    let Some(row) = db.one("SELECT * FROM people WHERE username = $1", vec![username.into()]).await? else {
        return Ok(None);
    };
    Ok(Some(Account {
        person: person(&row)?,
        password_hash: get(&row, "password_hash")?,
        failures: get(&row, "failures")?,
        locked_until: get(&row, "locked_until")?,
    }))
}

pub(crate) async fn set_failures(
    db: &Database,
    id: &PersonId,
    failures: i64,
    locked_until: i64,
    event: Event,
) -> Result<()> {
    let sql = "UPDATE people SET failures = $1, locked_until = $2 WHERE id = $3";
    db.write(vec![Write::new(sql, vec![failures.into(), locked_until.into(), id.as_str().into()]), Write::event(event)])
        .await
}

/// A new password ends all sessions of the person.
pub(crate) async fn set_password(db: &Database, id: &PersonId, hash: &str, event: Event) -> Result<()> {
    db.write(vec![
        Write::guarded(
            "UPDATE people SET password_hash = $1, failures = 0, locked_until = 0 WHERE id = $2",
            vec![hash.into(), id.as_str().into()],
        ),
        Write::new("DELETE FROM sessions WHERE person_id = $1", vec![id.as_str().into()]),
        Write::event(event),
    ])
    .await
}

pub(crate) async fn add_session(db: &Database, token_hash: &str, id: &PersonId, now: i64, event: Event) -> Result<()> {
    db.write(vec![
        Write::new(
            "INSERT INTO sessions (token_hash, person_id, created_at, seen_at) VALUES ($1, $2, $3, $3)",
            vec![token_hash.into(), id.as_str().into(), now.into()],
        ),
        Write::new("UPDATE people SET failures = 0, locked_until = 0 WHERE id = $1", vec![id.as_str().into()]),
        Write::event(event),
    ])
    .await
}

pub(crate) async fn session(db: &Database, token_hash: &str) -> Result<Option<Session>> {
    let sql = "SELECT p.*, s.created_at, s.seen_at FROM sessions s JOIN people p ON p.id = s.person_id WHERE s.token_hash = $1";
    let Some(row) = db.one(sql, vec![token_hash.into()]).await? else { return Ok(None) };
    Ok(Some(Session { person: person(&row)?, created_at: get(&row, "created_at")?, seen_at: get(&row, "seen_at")? }))
}

pub(crate) async fn touch(db: &Database, token_hash: &str, now: i64) -> Result<()> {
    db.write(vec![Write::new(
        "UPDATE sessions SET seen_at = $1 WHERE token_hash = $2",
        vec![now.into(), token_hash.into()],
    )])
    .await
}

pub(crate) async fn remove(db: &Database, token_hash: &str) -> Result<()> {
    db.write(vec![Write::new("DELETE FROM sessions WHERE token_hash = $1", vec![token_hash.into()])]).await
}
