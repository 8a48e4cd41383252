//! Starts the server and stops it gracefully.

use crate::press::Press;
use crate::routes::router;
use crate::state::AppState;
use audit::Algorithm;
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use storage::{Checkpoints, Database, FolderFiles};
use usecases::{App, StoreError, SystemClock};

/// Where the data live: a folder, and perhaps a database server. Files and the key of the log are in the folder.
#[derive(Debug, Clone)]
pub struct Location {
    pub folder: PathBuf,
    pub database_url: Option<String>,
    /// Where the ends of the log are noted; in the folder unless said otherwise.
    pub checkpoints: Option<PathBuf>,
    /// What the log of a new installation is hashed with; SM3 unless said otherwise.
    pub algorithm: Option<Algorithm>,
}

impl Location {
    /// Opens the database, making it if it is not there.
    pub async fn database(&self) -> Result<Database, StoreError> {
        match &self.database_url {
            Some(url) => Database::connect_with(url, &self.folder, self.algorithm).await,
            None => Database::open_with(&self.folder, self.algorithm).await,
        }
    }

    /// The file that the ends of the log are noted in.
    pub fn checkpoints(&self) -> Checkpoints {
        self.checkpoints.clone().map_or_else(|| Checkpoints::of_folder(&self.folder), Checkpoints::new)
    }

    /// The application of an installation that must be there, and its database.
    pub async fn app(&self) -> Result<(App, Database), StoreError> {
        let database = self.existing().await?;
        Ok((self.app_on(&database), database))
    }

    fn app_on(&self, database: &Database) -> App {
        let files = FolderFiles::of_folder(&self.folder);
        App::new(
            Arc::new(database.clone()),
            Arc::new(files),
            Arc::new(SystemClock),
            Arc::new(Press::of_folder(&self.folder)),
        )
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
    pub async fn open(&self) -> Result<(App, Database), ServeError> {
        let database = self.location.database().await?;
        Ok((self.location.app_on(&database), database))
    }
}

/// Serves until the process is asked to stop; says `listening http://ADDRESS` on stderr when ready.
pub async fn serve(config: ServeConfig, app: App, database: Database) -> Result<(), ServeError> {
    let listener = tokio::net::TcpListener::bind(config.listen)
        .await
        .map_err(|cause| ServeError::Listen { address: config.listen, cause })?;
    let address = listener.local_addr().map_err(ServeError::Serve)?;
    let router = router(AppState { app, demo: config.demo, checkpoints: config.location.checkpoints() });
    note_end(&config.location.checkpoints(), &database).await;
    let noted = tokio::spawn(note_ends(config.location.checkpoints(), database.clone()));
    // A closed stderr must not keep the server from running.
    let _ = writeln!(std::io::stderr(), "listening http://{address}");
    axum::serve(listener, router).with_graceful_shutdown(stopped()).await.map_err(ServeError::Serve)?;
    noted.abort();
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
