//! `rectify user add | reset | disable | enable`: accounts, when nobody can sign in to keep them.

use super::installation::{opened, refused};
use crate::args::UserAct;
use crate::failure::Failure;
use domain::Role;
use std::io::Write;
use std::process::ExitCode;
use usecases::{AccountState, App, OperatorAccount, add_account, reset_account, set_account_state};

/// Changes an account; a password goes to standard output, all else to standard error.
pub(crate) fn run(act: UserAct) -> Result<ExitCode, Failure> {
    match act {
        UserAct::Add { username, name, unit, roles, place } => {
            let roles = roles.iter().map(|role| role_of(role)).collect::<Result<Vec<Role>, Failure>>()?;
            let new = OperatorAccount { username: username.clone(), name, unit, roles };
            let password = opened(&place.into(), async |app: App| add_account(&app, new).await.map_err(refused))?;
            given(&format!("已新增账号 {username}"), &password)
        }
        UserAct::Reset { username, place } => {
            let password =
                opened(&place.into(), async |app: App| reset_account(&app, &username).await.map_err(refused))?;
            given(&format!("已重设 {username} 的口令，已登录的会话已退出"), &password)
        }
        UserAct::Disable { username, place } => switched(&username, place.into(), AccountState::Disabled),
        UserAct::Enable { username, place } => switched(&username, place.into(), AccountState::Enabled),
    }
}

fn given(what: &str, password: &str) -> Result<ExitCode, Failure> {
    writeln!(std::io::stderr(), "{what}。口令只显示这一次，请当面交给本人并提醒其登录后修改：")?;
    writeln!(std::io::stdout(), "{password}")?;
    Ok(ExitCode::SUCCESS)
}

fn switched(username: &str, location: server::Location, state: AccountState) -> Result<ExitCode, Failure> {
    let person = opened(&location, async |app: App| set_account_state(&app, username, state).await.map_err(refused))?;
    let word = if person.active { "在用" } else { "停用" };
    writeln!(std::io::stderr(), "账号 {username}（{}）：{word}", person.name)?;
    Ok(ExitCode::SUCCESS)
}

/// `联络员` or `liaison`.
fn role_of(text: &str) -> Result<Role, Failure> {
    let wanted = text.trim();
    Role::from_word(wanted).or_else(|| Role::from_name(wanted)).ok_or_else(|| {
        let all: Vec<String> = Role::ALL.iter().map(|role| format!("{}（{}）", role.word(), role.name())).collect();
        Failure::Usage(format!("没有角色“{wanted}”，可用：{}", all.join("、")))
    })
}
