//! People 人员 and their roles. Kept to duty and deed: no field for anything private.

use crate::words::words;
use crate::{PersonId, UnitId};

words!(
    /// What a person may do.
    Role {
        Administrator => "administrator" "系统管理员",
        SecurityOfficer => "security_officer" "安全管理员",
        Auditor => "auditor" "审计管理员",
        Liaison => "liaison" "联络员",
        Owner => "owner" "责任人",
        Head => "head" "部门负责人",
        Leader => "leader" "分管领导",
        Secretary => "secretary" "主要负责人",
        Overseer => "overseer" "监督机构",
    }
);

impl Role {
    /// True for roles that work on the record itself; the others keep accounts, rights and the log (三员).
    pub fn is_business(self) -> bool {
        !matches!(self, Self::Administrator | Self::SecurityOfficer | Self::Auditor)
    }
}

/// What is wrong with the roles of one person, in words. 三员 check each other, so they are three people
/// (GB/T 22239-2019, 8.1.5); the two who watch over the others do no other work in the system.
pub fn roles_offence(roles: &[Role]) -> Option<&'static str> {
    let keepers = [Role::Administrator, Role::SecurityOfficer, Role::Auditor];
    let kept = keepers.iter().filter(|role| roles.contains(role)).count();
    let watches = roles.contains(&Role::SecurityOfficer) || roles.contains(&Role::Auditor);
    if kept > 1 {
        return Some("系统管理员、安全管理员、审计管理员须由不同的人担任，请只保留其中一个角色");
    }
    (watches && roles.iter().any(|role| role.is_business()))
        .then_some("安全管理员、审计管理员不接触业务内容，不能兼任联络员等业务角色，请去掉业务角色或另设一人")
}

/// A person; an account only if there is a user name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub username: Option<String>,
    pub unit: Option<UnitId>,
    pub duty: Option<String>,
    pub roles: Vec<Role>,
    pub active: bool,
    pub version: i64,
}

impl Person {
    /// True when the person holds the role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// Fewest characters of a password.
const PASSWORD_CHARACTERS_MIN: usize = 10;
/// Kinds of character a password must mix, of four.
const PASSWORD_KINDS_MIN: usize = 3;

/// What a password lacks, in words (GB/T 22239-2019, 8.1.4.1 asks for complexity; the figures are practice).
pub fn password_offence(password: &str, username: &str) -> Option<&'static str> {
    if password.chars().count() < PASSWORD_CHARACTERS_MIN {
        return Some("口令至少 10 个字符");
    }
    let kinds = [
        password.chars().any(|c| c.is_ascii_lowercase()),
        password.chars().any(|c| c.is_ascii_uppercase()),
        password.chars().any(|c| c.is_ascii_digit()),
        password.chars().any(|c| !c.is_ascii_alphanumeric()),
    ];
    if kinds.into_iter().filter(|present| *present).count() < PASSWORD_KINDS_MIN {
        return Some("口令须含大写字母、小写字母、数字、符号中的三类");
    }
    let name = username.to_lowercase();
    (name.len() >= 3 && password.to_lowercase().contains(&name)).then_some("口令不得包含用户名")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_keepers_are_three_people() {
        for sound in [
            &[][..],
            &[Role::Auditor],
            &[Role::SecurityOfficer],
            &[Role::Administrator, Role::Liaison],
            &[Role::Owner, Role::Head],
        ] {
            assert_eq!(roles_offence(sound), None, "{sound:?}");
        }
        for wrong in [
            &[Role::Auditor, Role::Administrator][..],
            &[Role::Auditor, Role::SecurityOfficer],
            &[Role::SecurityOfficer, Role::Administrator],
            &[Role::Auditor, Role::Liaison],
            &[Role::Overseer, Role::SecurityOfficer],
        ] {
            assert!(roles_offence(wrong).is_some(), "{wrong:?}");
        }
    }

    #[test]
    fn passwords_need_length_and_three_kinds() {
        assert_eq!(password_offence("Abcdef1234", "admin"), None);
        assert_eq!(password_offence("整改Abc12345", "admin"), None);
        for weak in ["Abc123!", "abcdefghijkl", "abcdefgh1234", "Admin12345!"] {
            assert!(password_offence(weak, "admin").is_some(), "{weak}");
        }
    }
}
