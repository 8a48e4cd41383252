//! Accounts: added, given a new password, shut and opened again.

use super::WHERE;
use crate::access::Reach;
use crate::account::hash_password;
use crate::context::{App, changed, new_id};
use crate::directory::check_person;
use crate::directory_changes::{self, Password};
use crate::error::Error;
use domain::{EventKind, Person, PersonId, Role, Unit};

/// An account to be added.
#[derive(Debug, Clone)]
pub struct OperatorAccount {
    pub username: String,
    pub name: String,
    /// Name of the unit; may be left out where there is only one.
    pub unit: Option<String>,
    pub roles: Vec<Role>,
}

/// Whether an account can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountState {
    Enabled,
    Disabled,
}

/// Adds a person with an account; the answer is the password, which is kept nowhere.
pub async fn add_account(app: &App, new: OperatorAccount) -> Result<String, Error> {
    let unit = unit_of(app, new.unit.as_deref()).await?;
    let username = new.username.trim().to_owned();
    if username.is_empty() {
        return Err(Error::invalid("username", "请填写用户名"));
    }
    let person = Person {
        id: PersonId(new_id()),
        name: new.name.trim().to_owned(),
        username: Some(username),
        unit: Some(unit.id.clone()),
        duty: None,
        roles: new.roles,
        active: true,
        version: 1,
    };
    let password = random_password()?;
    let hash = check_person(app, &person, Some(password.clone()), None).await?;
    let mut event = app.event(None, person.id.as_str(), EventKind::Created, format!("新增人员 {}{WHERE}", person.name));
    let units = [(unit.id.0, unit.name)].into();
    event.changes = directory_changes::of_person(None, &person, Password::Kept, &units);
    app.store.insert_person(&person, hash.as_deref(), event).await?;
    Ok(password)
}

/// Gives an account a new password, which is the answer; whoever is signed in with it is signed out.
pub async fn reset_account(app: &App, username: &str) -> Result<String, Error> {
    let person = person_of(app, username).await?;
    let password = random_password()?;
    let hash = hash_password(password.clone()).await?;
    let summary = format!("重新设置口令{WHERE}");
    let event = app.event(None, person.id.as_str(), EventKind::PasswordChanged, summary);
    app.store.set_password(&person.id, &hash.0, event).await?;
    Ok(password)
}

/// Shuts an account or opens it again.
pub async fn set_account_state(app: &App, username: &str, state: AccountState) -> Result<Person, Error> {
    let mut person = person_of(app, username).await?;
    let words = |active: bool| Some(if active { "在用" } else { "停用" }.to_owned());
    let before = words(person.active);
    person.active = state == AccountState::Enabled;
    let Some(change) = changed("active", before, words(person.active)) else { return Ok(person) };
    person.version += 1;
    let mut event = app.event(None, person.id.as_str(), EventKind::Changed, format!("修改人员 {}{WHERE}", person.name));
    event.changes = vec![change];
    app.store.update_person(&person, None, None, event).await?;
    Ok(person)
}

async fn person_of(app: &App, username: &str) -> Result<Person, Error> {
    Ok(app.store.account(username.trim()).await?.ok_or(Error::NotFound("该用户名的账号"))?.person)
}

async fn unit_of(app: &App, name: Option<&str>) -> Result<Unit, Error> {
    let units = app.store.units(&Reach::Everything).await?;
    let wanted: Vec<&Unit> = match name {
        Some(name) => units.iter().filter(|unit| unit.name == name.trim()).collect(),
        None => units.iter().collect(),
    };
    match wanted.as_slice() {
        [one] => Ok((*one).clone()),
        [] if units.is_empty() => {
            Err(Error::Done("系统还没有完成初始设置：请先启动服务，在网页上建立单位和系统管理员。".to_owned()))
        }
        [] => Err(Error::invalid("unit", format!("没有名为“{}”的单位", name.unwrap_or_default().trim()))),
        many => {
            let names: Vec<&str> = many.iter().map(|unit| unit.name.as_str()).take(10).collect();
            Err(Error::invalid("unit", format!("请用 --unit 指定单位，例如：{}", names.join("、"))))
        }
    }
}

/// Characters that are not taken for each other when they are copied by hand, one kind a row.
const ALPHABET: [&[u8]; 4] = [b"abcdefghijkmnpqrstuvwxyz", b"ABCDEFGHJKLMNPQRSTUVWXYZ", b"23456789", b"-+=%@#"];
const PASSWORD_CHARACTERS: usize = 16;

/// Sixteen random characters of all kinds, more than 70 bits.
fn random_password() -> Result<String, Error> {
    let mut bytes = [0u8; PASSWORD_CHARACTERS * 2];
    getrandom::fill(&mut bytes).map_err(|cause| Error::Internal(cause.to_string()))?;
    let pairs = bytes.chunks_exact(2).map(|pair| usize::from(pair[0]) << 8 | usize::from(pair[1]));
    Ok(pairs
        .enumerate()
        .map(|(at, value)| {
            let kind = ALPHABET[at % ALPHABET.len()];
            char::from(kind[value % kind.len()])
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::random_password;
    use domain::password_offence;

    #[test]
    fn random_passwords_are_good_ones_and_never_the_same() {
        let some: Vec<String> = (0..50).map(|_| random_password().unwrap()).collect();
        assert!(some.iter().all(|one| password_offence(one, "zhangsan").is_none()), "{some:?}");
        let different: std::collections::HashSet<&String> = some.iter().collect();
        assert_eq!(different.len(), some.len());
    }
}
