//! Starts the server and stops it gracefully.

use crate::routes::router;
use crate::state::AppState;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use storage::{Database, FolderFiles};
use usecases::{App, StoreError, SystemClock};

/// Where the data live: a folder, and perhaps a database server. Files and the key of the log are in the folder.
#[derive(Debug, Clone)]
pub struct Location {
    pub folder: PathBuf,
    pub database_url: Option<String>,
}

impl Location {
    /// Opens the database, making it if it is not there.
    pub async fn database(&self) -> Result<Database, StoreError> {
        match &self.database_url {
            Some(url) => Database::connect(url, &self.folder).await,
            None => Database::open(&self.folder).await,
        }
    }

    /// The database of an installation that must be there.
    pub async fn existing(&self) -> Result<Database, StoreError> {
        let file = self.folder.join("rectify.sqlite");
        if self.database_url.is_none() && !file.exists() {
            return Err(StoreError::Database(format!("{} 不存在，请用 --data 指定数据目录", file.display())));
        }
        self.database().await
    }
}

/// Where data live and where to listen.
#[derive(Debug, Clone)]
pub struct ServeConfig {
    pub location: Location,
    pub listen: SocketAddr,
    pub demo: bool,
}

/// Why the server did not start or stopped.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("无法打开数据库：{0}")]
    Store(#[from] StoreError),
    #[error("无法监听 {address}：{cause}。请换一个端口（--listen），或先停止占用它的程序。")]
    Listen { address: SocketAddr, cause: std::io::Error },
    #[error("服务中断：{0}")]
    Serve(std::io::Error),
}

impl ServeConfig {
    /// Opens the application on the data folder.
    pub async fn open(&self) -> Result<App, ServeError> {
        let database = self.location.database().await?;
        let files = FolderFiles::new(&self.location.folder.join("files"));
        Ok(App::new(Arc::new(database), Arc::new(files), Arc::new(SystemClock)))
    }
}

/// Serves until the process is asked to stop; says `listening http://ADDRESS` on stderr when ready.
pub async fn serve(config: ServeConfig, app: App) -> Result<(), ServeError> {
    let listener = tokio::net::TcpListener::bind(config.listen)
        .await
        .map_err(|cause| ServeError::Listen { address: config.listen, cause })?;
    let address = listener.local_addr().map_err(ServeError::Serve)?;
    let router = router(AppState { app, demo: config.demo });
    // A closed stderr must not keep the server from running.
    let _ = writeln!(std::io::stderr(), "listening http://{address}");
    axum::serve(listener, router).with_graceful_shutdown(stopped()).await.map_err(ServeError::Serve)
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
