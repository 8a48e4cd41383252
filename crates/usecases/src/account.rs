//! Set-up, signing in and out, passwords.

use crate::context::{Actor, App, new_id};
use crate::error::Error;
use crate::ports::StoreError;
use crate::records::Session;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, PasswordHash as Phc};
use domain::{EventKind, Person, PersonId, Role, Unit, UnitId, UnitKind, password_offence};
use sha2::{Digest, Sha256};

/// Wrong passwords in a row before the account is locked, and for how long (process-rules §5.1; practice).
const FAILURES_MAX: i64 = 5;
const LOCK_MINUTES: i64 = 15;
const MINUTE_MS: i64 = 60_000;
/// A session ends after this idle time, and in any case after this age.
const IDLE_MINUTES: i64 = 60;
const AGE_MINUTES: i64 = 12 * 60;
/// The time of the last use is written at most this often.
const TOUCH_MINUTES: i64 = 1;

/// A hash in PHC form.
pub struct PasswordHash(pub String);

/// The first administrator and the own unit.
#[derive(Debug, Clone)]
pub struct NewAdministrator {
    pub unit_name: String,
    pub username: String,
    pub name: String,
    pub password: String,
}

/// A fresh session: the token goes to the browser, only its hash is stored.
#[derive(Debug, Clone)]
pub struct SignIn {
    pub token: String,
    pub person: Person,
}

/// Whether the installation still needs its first administrator.
pub async fn set_up_needed(app: &App) -> Result<bool, Error> {
    Ok(!app.store.has_accounts().await?)
}

/// Creates the first administrator; he is also liaison, so that one person can start alone.
pub async fn set_up(app: &App, new: NewAdministrator) -> Result<SignIn, Error> {
    if !set_up_needed(app).await? {
        return Err(already_set_up());
    }
    let mut wrong = Vec::new();
    for (field, value, what) in
        [("unit_name", &new.unit_name, "单位名称"), ("username", &new.username, "用户名"), ("name", &new.name, "姓名")]
    {
        if value.trim().is_empty() {
            wrong.push((field, format!("请填写{what}")));
        }
    }
    if let Some(why) = password_offence(&new.password, &new.username) {
        wrong.push(("password", why.to_owned()));
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let unit = Unit {
        id: UnitId(new_id()),
        parent: None,
        name: new.unit_name.trim().to_owned(),
        short_name: None,
        kind: UnitKind::PartyBody,
        position: 0,
        version: 1,
    };
    let person = Person {
        id: PersonId(new_id()),
        name: new.name.trim().to_owned(),
        username: Some(new.username.trim().to_owned()),
        unit: Some(unit.id.clone()),
        duty: None,
        roles: vec![Role::Administrator, Role::Liaison],
        active: true,
        version: 1,
    };
    let hash = hash_password(new.password).await?;
    let created = app.event(None, unit.id.as_str(), EventKind::Created, format!("初始设置：单位 {}", unit.name));
    let first = app.event(None, person.id.as_str(), EventKind::Created, format!("初始设置：管理员 {}", person.name));
    match app.store.set_up(&unit, &person, &hash.0, vec![created, first]).await {
        Err(StoreError::Conflict) => return Err(already_set_up()),
        other => other?,
    }
    open_session(app, person).await
}

fn already_set_up() -> Error {
    Error::Done("系统已完成初始设置，请直接登录。".to_owned())
}

/// Signs in; repeated failures lock the account for a while.
pub async fn sign_in(app: &App, username: &str, password: String) -> Result<SignIn, Error> {
    let now = app.clock.now();
    let Some(account) = app.store.account(username.trim()).await?.filter(|a| a.person.active) else {
        // The same work is done as for a known name, so that time does not tell which names exist.
        hash_password(password).await?;
        let failed = app.event(None, "sign-in", EventKind::SignInFailed, "未知用户名");
        app.store.record(failed).await?;
        return Err(Error::WrongPassword);
    };
    if account.locked_until > now {
        let refused = app.event(None, account.person.id.as_str(), EventKind::SignInFailed, "账号锁定期间尝试登录");
        app.store.record(refused).await?;
        return Err(Error::Locked { minutes: minutes_left(account.locked_until, now) });
    }
    // Counted before the password is checked: guesses sent at the same time cannot pass each other.
    let until = now + LOCK_MINUTES * MINUTE_MS;
    match app.store.count_attempt(&account.person.id, now, FAILURES_MAX, until).await {
        Err(StoreError::Conflict) => return Err(Error::Locked { minutes: LOCK_MINUTES }),
        other => other?,
    }
    if verify_password(password, account.password_hash).await? {
        return open_session(app, account.person).await;
    }
    let failed = app.event(None, account.person.id.as_str(), EventKind::SignInFailed, "口令错误");
    app.store.record(failed).await?;
    let locked_until = app.store.account(username.trim()).await?.map_or(0, |a| a.locked_until);
    Err(if locked_until > now {
        Error::Locked { minutes: minutes_left(locked_until, now) }
    } else {
        Error::WrongPassword
    })
}

/// Whole minutes until then, rounded up.
fn minutes_left(until: i64, now: i64) -> i64 {
    (until - now + MINUTE_MS - 1).div_euclid(MINUTE_MS)
}

async fn open_session(app: &App, person: Person) -> Result<SignIn, Error> {
    let token = random_hex()?;
    let mut signed_in = app.event(None, person.id.as_str(), EventKind::SignedIn, "登录");
    signed_in.actor = Some(person.id.clone());
    app.store.add_session(&digest(&token), &person.id, app.clock.now(), signed_in).await?;
    Ok(SignIn { token, person })
}

/// The person behind a token, while the session lives.
pub async fn current(app: &App, token: &str) -> Result<Actor, Error> {
    let hash = digest(token);
    let now = app.clock.now();
    let Some(session) = app.store.session(&hash, app.clock.today()).await?.filter(|s| s.person.active) else {
        return Err(Error::NotSignedIn);
    };
    if is_over(&session, now) {
        app.store.remove_session(&hash, None).await?;
        return Err(Error::NotSignedIn);
    }
    if now - session.seen_at > TOUCH_MINUTES * MINUTE_MS {
        app.store.touch_session(&hash, now).await?;
    }
    Ok(Actor::of(session))
}

fn is_over(session: &Session, now: i64) -> bool {
    now - session.seen_at > IDLE_MINUTES * MINUTE_MS || now - session.created_at > AGE_MINUTES * MINUTE_MS
}

/// Ends a session; one that is over already needs no entry.
pub async fn sign_out(app: &App, token: &str) -> Result<(), Error> {
    let hash = digest(token);
    let Some(session) = app.store.session(&hash, app.clock.today()).await? else { return Ok(()) };
    let mut signed_out = app.event(None, session.person.id.as_str(), EventKind::SignedOut, "退出登录");
    signed_out.actor = Some(session.person.id);
    match app.store.remove_session(&hash, Some(signed_out)).await {
        Err(StoreError::Conflict) => Ok(()),
        other => Ok(other?),
    }
}

/// Changes the own password.
pub async fn change_password(app: &App, actor: &Actor, old: String, new: String) -> Result<(), Error> {
    let username = actor.person.username.clone().unwrap_or_default();
    let account = app.store.account(&username).await?.ok_or(Error::NotFound("账号"))?;
    if !verify_password(old, account.password_hash).await? {
        return Err(Error::invalid("old", "原口令不正确"));
    }
    if let Some(why) = password_offence(&new, &username) {
        return Err(Error::invalid("new", why));
    }
    let hash = hash_password(new).await?;
    let changed = app.event(Some(actor), actor.person.id.as_str(), EventKind::PasswordChanged, "修改口令");
    Ok(app.store.set_password(&actor.person.id, &hash.0, changed).await?)
}

/// Hashes away from the async threads: it is slow on purpose.
pub(crate) async fn hash_password(password: String) -> Result<PasswordHash, Error> {
    let hashed = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string())
    });
    let hashed = hashed.await.map_err(|cause| Error::Internal(cause.to_string()))?;
    hashed.map(PasswordHash).map_err(|cause| Error::Internal(cause.to_string()))
}

async fn verify_password(password: String, hash: String) -> Result<bool, Error> {
    let verified = tokio::task::spawn_blocking(move || {
        Phc::new(&hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
    });
    verified.await.map_err(|cause| Error::Internal(cause.to_string()))
}

/// 256 random bits.
pub(crate) fn random_hex() -> Result<String, Error> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|cause| Error::Internal(cause.to_string()))?;
    Ok(hex(&bytes))
}

pub(crate) fn digest(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
