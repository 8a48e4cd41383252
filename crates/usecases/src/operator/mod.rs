//! What somebody does who runs the program on the data itself; the log names no person, but says where it was done.

mod accounts;
mod facts;

pub use accounts::{AccountState, OperatorAccount, add_account, reset_account, set_account_state};
pub use facts::facts_for_operator;

use crate::access::Reach;
use crate::context::App;
use crate::error::Error;
use domain::Inspection;

/// Stands in the log where no account acted.
const WHERE: &str = "（在服务器上用命令行操作）";

/// An inspection by its key, whoever answers for it.
pub(crate) async fn inspection(app: &App, key: &str) -> Result<Inspection, Error> {
    let found = app.store.inspection(&Reach::Everything, key).await?;
    Ok(found.ok_or(Error::NotFound("检查轮次"))?.0)
}
