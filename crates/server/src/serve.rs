//! Starts the server and stops it gracefully.

use crate::location::Location;
use crate::post::{MailSettings, SmtpPost};
use crate::routes::router;
use crate::state::AppState;
use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use storage::{Checkpoints, Database};
use usecases::{App, StoreError};

/// Where data live and where to listen.
#[derive(Debug, Clone)]
pub struct ServeConfig {
    pub location: Location,
    pub listen: SocketAddr,
    pub demo: bool,
    /// Where the ends of the log are mailed to; nowhere unless an administrator said so.
    pub mail: Option<MailSettings>,
}

/// Why the server did not start or stopped.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("无法打开数据库：{0}")]
    Store(#[from] StoreError),
    #[error("无法监听 {address}：{cause}。请换一个端口（--listen），或先停止占用它的程序。")]
    Listen { address: SocketAddr, cause: std::io::Error },
    #[error("邮件设置不可用：{0}")]
    Mail(String),
    #[error("服务中断：{0}")]
    Serve(std::io::Error),
}

impl ServeConfig {
    /// Opens the application on the data folder.
    pub async fn open(&self) -> Result<(App, Database), ServeError> {
        let database = self.location.database().await?;
        let app = self.location.app_on(&database)?;
        let app = match &self.mail {
            Some(settings) => app.with_mailer(Arc::new(SmtpPost::new(settings).map_err(ServeError::Mail)?)),
            None => app,
        };
        Ok((app, database))
    }
}

/// Serves until the process is asked to stop; says `listening http://ADDRESS` on stderr when ready.
pub async fn serve(config: ServeConfig, app: App, database: Database) -> Result<(), ServeError> {
    let listener = tokio::net::TcpListener::bind(config.listen)
        .await
        .map_err(|cause| ServeError::Listen { address: config.listen, cause })?;
    let address = listener.local_addr().map_err(ServeError::Serve)?;
    let kept = tokio::spawn(keep_house(app.clone()));
    let router = router(AppState { app, demo: config.demo, checkpoints: config.location.checkpoints() });
    note_end(&config.location.checkpoints(), &database).await;
    let noted = tokio::spawn(note_ends(config.location.checkpoints(), database.clone()));
    // A closed stderr must not keep the server from running.
    let _ = writeln!(std::io::stderr(), "listening http://{address}");
    axum::serve(listener, router).with_graceful_shutdown(stopped()).await.map_err(ServeError::Serve)?;
    noted.abort();
    kept.abort();
    note_end(&config.location.checkpoints(), &database).await;
    Ok(database.close().await?)
}

/// The end of the log is noted at the start and this often.
const NOTE_EVERY: Duration = Duration::from_secs(600);

async fn note_ends(checkpoints: Checkpoints, database: Database) {
    loop {
        tokio::time::sleep(NOTE_EVERY).await;
        note_end(&checkpoints, &database).await;
    }
}

/// A file that cannot be written, perhaps on a share that is away, does not stop the service.
async fn note_end(checkpoints: &Checkpoints, database: &Database) {
    let noted = match database.checkpoint().await {
        Ok(end) => checkpoints.add(&end),
        Err(cause) => Err(cause),
    };
    if let Err(cause) = noted {
        tracing::error!(%cause, "the end of the log was not noted");
    }
}

/// What nobody goes on with is removed, and what is due is mailed.
async fn keep_house(app: App) {
    loop {
        if let Err(cause) = usecases::clean_uploads(&app).await {
            tracing::error!(%cause, "uploads were not cleaned");
        }
        if let Err(cause) = usecases::mail_checkpoint_if_due(&app).await {
            tracing::error!(%cause, "the checkpoint was not mailed");
        }
        tokio::time::sleep(NOTE_EVERY).await;
    }
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            let _ = interrupt.await;
            return;
        };
        tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}
