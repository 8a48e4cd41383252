//! What somebody does who runs the program on the data itself; the log names no person, but says where it was done.

mod accounts;
mod facts;

pub use accounts::{AccountState, OperatorAccount, add_account, reset_account, set_account_state};
pub use facts::facts_for_operator;

/// Stands in the log where no account acted.
const WHERE: &str = "（在服务器上用命令行操作）";
