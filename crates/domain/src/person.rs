//! People 人员 and their roles. Kept to duty and deed: no field for anything private.

use crate::words::words;
use crate::{PersonId, UnitId};

words!(
    /// What a person may do.
    Role {
        Administrator => "administrator" "系统管理员",
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
        !matches!(self, Self::Administrator)
    }
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
    fn passwords_need_length_and_three_kinds() {
        assert_eq!(password_offence("Abcdef1234", "admin"), None);
        assert_eq!(password_offence("整改Abc12345", "admin"), None);
        for weak in ["Abc123!", "abcdefghijkl", "abcdefgh1234", "Admin12345!"] {
            assert!(password_offence(weak, "admin").is_some(), "{weak}");
        }
    }
}
