//! Accounts and sessions.

use crate::connection::{Database, Write, get};
use crate::directory;
use crate::posts::{self, BESIDE};
use crate::rows::person;
use crate::sealed::Sealed;
use domain::{Event, Person, PersonId, Unit};
use jiff::civil::Date;
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

/// The first unit and administrator. That nobody else was faster is checked in the same transaction.
pub(crate) async fn set_up(db: &Database, unit: &Unit, person: &Person, hash: &str, events: Vec<Event>) -> Result<()> {
    let first = "UPDATE people SET failures = 0 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM people other WHERE other.username IS NOT NULL AND other.id <> $1)";
    let mut writes = vec![
        directory::insert_unit_write(unit),
        directory::insert_person_write(person, hash),
        Write::guarded(first, vec![person.id.as_str().into()]),
    ];
    writes.extend(events.into_iter().map(Write::event));
    db.write(writes).await
}

/// One statement, so that attempts sent at the same time are all counted.
pub(crate) async fn count_attempt(db: &Database, id: &PersonId, now: i64, max: i64, locked_until: i64) -> Result<()> {
    let sql = "UPDATE people SET locked_until = CASE WHEN failures + 1 >= $3 THEN $4 ELSE locked_until END, failures = CASE WHEN failures + 1 >= $3 THEN 0 ELSE failures + 1 END WHERE id = $1 AND locked_until <= $2";
    db.write(vec![Write::guarded(sql, vec![id.as_str().into(), now.into(), max.into(), locked_until.into()])]).await
}

/// A new password ends all sessions of the person.
pub(crate) async fn set_password(db: &Database, id: &PersonId, hash: &str, event: Event) -> Result<()> {
    db.write(vec![
        Write::guarded(
            "UPDATE people SET password_hash = $1, failures = 0, locked_until = 0 WHERE id = $2",
            vec![hash.into(), id.as_str().into()],
        )
        .on(Sealed::People, id.as_str()),
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

pub(crate) async fn session(db: &Database, token_hash: &str, today: Date) -> Result<Option<Session>> {
    let sql = format!(
        "SELECT p.*, s.created_at, s.seen_at, {BESIDE} FROM sessions s JOIN people p ON p.id = s.person_id WHERE s.token_hash = $1"
    );
    let Some(row) = db.one(&sql, vec![token_hash.into()]).await? else { return Ok(None) };
    let person = person(&row)?;
    Ok(Some(Session {
        posts: posts::of(db, &row, &person, today).await?,
        person,
        rules: get(&row, "rules")?,
        created_at: get(&row, "created_at")?,
        seen_at: get(&row, "seen_at")?,
    }))
}

pub(crate) async fn touch(db: &Database, token_hash: &str, now: i64) -> Result<()> {
    db.write(vec![Write::new(
        "UPDATE sessions SET seen_at = $1 WHERE token_hash = $2",
        vec![now.into(), token_hash.into()],
    )])
    .await
}

pub(crate) async fn remove(db: &Database, token_hash: &str, event: Option<Event>) -> Result<()> {
    let sql = "DELETE FROM sessions WHERE token_hash = $1";
    let values = vec![token_hash.into()];
    match event {
        Some(event) => db.write(vec![Write::guarded(sql, values), Write::event(event)]).await,
        None => db.write(vec![Write::new(sql, values)]).await,
    }
}
