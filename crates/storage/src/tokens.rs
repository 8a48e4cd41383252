//! API tokens, and the keys that make a repeated request harmless.

use crate::connection::{Database, Write, get};
use crate::posts::{self, BESIDE};
use crate::rows::{named, person};
use domain::{Event, PersonId, TokenScope};
use jiff::civil::Date;
use sea_orm::QueryResult;
use usecases::{Reservation, Session, StoreError, Token};

type Result<T> = std::result::Result<T, StoreError>;

fn token(row: &QueryResult) -> Result<Token> {
    let expires: String = get(row, "expires")?;
    Ok(Token {
        id: get(row, "token_id")?,
        person: PersonId(get(row, "person_id")?),
        name: get(row, "token_name")?,
        scope: named(row, "scope", TokenScope::from_name)?,
        created_at: get(row, "token_created_at")?,
        expires: expires.parse().map_err(|_| StoreError::Corrupt(format!("expires: {expires}")))?,
        used_at: get(row, "used_at")?,
        withdrawn: get::<i64>(row, "withdrawn")? != 0,
    })
}

const COLUMNS: &str = "t.id AS token_id, t.person_id, t.name AS token_name, t.scope, t.created_at AS token_created_at, t.expires, t.used_at, t.withdrawn";

pub(crate) async fn of_person(db: &Database, id: &PersonId) -> Result<Vec<Token>> {
    let sql = format!("SELECT {COLUMNS} FROM tokens t WHERE t.person_id = $1 ORDER BY t.id DESC");
    db.all(&sql, vec![id.as_str().into()]).await?.iter().map(token).collect()
}

pub(crate) async fn holder(db: &Database, hash: &str, today: Date) -> Result<Option<(Token, Session)>> {
    let sql =
        format!("SELECT p.*, {COLUMNS}, {BESIDE} FROM tokens t JOIN people p ON p.id = t.person_id WHERE t.hash = $1");
    let Some(row) = db.one(&sql, vec![hash.into()]).await? else { return Ok(None) };
    let token = token(&row)?;
    let person = person(&row)?;
    let session = Session {
        posts: posts::of(db, &row, &person, today).await?,
        person,
        rules: get(&row, "rules")?,
        created_at: token.created_at,
        seen_at: token.created_at,
    };
    Ok(Some((token, session)))
}

pub(crate) async fn insert(db: &Database, t: &Token, hash: &str, event: Event) -> Result<()> {
    let sql = "INSERT INTO tokens (id, person_id, name, scope, hash, created_at, expires, withdrawn) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)";
    let values = vec![
        t.id.clone().into(),
        t.person.as_str().into(),
        t.name.clone().into(),
        t.scope.name().into(),
        hash.into(),
        t.created_at.into(),
        t.expires.to_string().into(),
    ];
    db.write(vec![Write::new(sql, values), Write::event(event)]).await
}

pub(crate) async fn withdraw(db: &Database, id: &str, event: Event) -> Result<()> {
    let sql = "UPDATE tokens SET withdrawn = 1 WHERE id = $1 AND withdrawn = 0";
    db.write(vec![Write::guarded(sql, vec![id.into()]), Write::event(event)]).await
}

pub(crate) async fn touch(db: &Database, id: &str, now: i64) -> Result<()> {
    db.write(vec![Write::new("UPDATE tokens SET used_at = $1 WHERE id = $2", vec![now.into(), id.into()])]).await
}

/// Takes the key unless somebody has it; old keys go.
pub(crate) async fn reserve_key(
    db: &Database,
    person: &PersonId,
    key: &str,
    request: &str,
    now: i64,
    oldest: i64,
) -> Result<Reservation> {
    let insert =
        "INSERT INTO idempotency_keys (person_id, idempotency_key, request, created_at) VALUES ($1, $2, $3, $4)";
    let taken = db
        .write(vec![
            Write::new("DELETE FROM idempotency_keys WHERE created_at < $1", vec![oldest.into()]),
            Write::new(insert, vec![person.as_str().into(), key.into(), request.into(), now.into()]),
        ])
        .await;
    match taken {
        Ok(()) => return Ok(Reservation::New),
        Err(StoreError::Conflict) => {}
        Err(other) => return Err(other),
    }
    let sql = "SELECT request, status, body FROM idempotency_keys WHERE person_id = $1 AND idempotency_key = $2";
    let Some(row) = db.one(sql, vec![person.as_str().into(), key.into()]).await? else {
        return Ok(Reservation::UnderWay);
    };
    if get::<String>(&row, "request")? != request {
        return Ok(Reservation::OtherRequest);
    }
    Ok(match get::<Option<i64>>(&row, "status")? {
        Some(status) => Reservation::Answered {
            status: u16::try_from(status).map_err(|_| StoreError::Corrupt(format!("status: {status}")))?,
            body: get::<Option<Vec<u8>>>(&row, "body")?.unwrap_or_default(),
        },
        None => Reservation::UnderWay,
    })
}

pub(crate) async fn settle_key(
    db: &Database,
    person: &PersonId,
    key: &str,
    answer: Option<(u16, &[u8])>,
) -> Result<()> {
    let write = match answer {
        Some((status, body)) => Write::new(
            "UPDATE idempotency_keys SET status = $1, body = $2 WHERE person_id = $3 AND idempotency_key = $4",
            vec![i64::from(status).into(), body.to_vec().into(), person.as_str().into(), key.into()],
        ),
        None => Write::new(
            "DELETE FROM idempotency_keys WHERE person_id = $1 AND idempotency_key = $2",
            vec![person.as_str().into(), key.into()],
        ),
    };
    db.write(vec![write]).await
}
