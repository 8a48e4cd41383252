//! Work on the data of an installation, without its service.

use super::maintenance::outcome;
use crate::failure::Failure;
use server::Location;
use usecases::{App, Error, Reach, StoreError};

/// All inspections.
pub(crate) async fn all(app: &App) -> Result<Vec<domain::Inspection>, Failure> {
    app.store.inspections(&Reach::Everything).await.map_err(|cause| Failure::Environment(cause.to_string()))
}

/// The key of the only inspection.
pub(crate) async fn only_inspection(app: &App) -> Result<String, Failure> {
    match all(app).await?.as_slice() {
        [only] => Ok(only.key.clone()),
        [] => Err(Failure::Usage("还没有检查轮次".to_owned())),
        many => {
            let keys: Vec<&str> = many.iter().map(|inspection| inspection.key.as_str()).collect();
            Err(Failure::Usage(format!("有多个检查轮次，请用 --inspection 指定：{}", keys.join("、"))))
        }
    }
}

/// What a use case says, as an exit code has it.
pub(crate) fn refused(cause: Error) -> Failure {
    match cause {
        Error::Store(cause) => Failure::Environment(cause.to_string()),
        cause @ Error::Typeset(_) => Failure::Environment(cause.to_string()),
        cause => Failure::Usage(cause.to_string()),
    }
}

/// Runs on the installation, which must be there.
pub(crate) fn opened<T>(location: &Location, work: impl AsyncFnOnce(App) -> Result<T, Failure>) -> Result<T, Failure> {
    let done: Result<Result<T, Failure>, StoreError> = outcome(async {
        let (app, database) = location.app().await?;
        let done = work(app).await;
        database.close().await?;
        Ok(done)
    })?;
    done.map_err(|cause| Failure::Environment(cause.to_string()))?
}
