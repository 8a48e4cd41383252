//! `rectify serve`: the web service.

use super::demo;
use crate::failure::Failure;
use server::{Location, MailSettings, ServeConfig, serve};
use std::net::SocketAddr;
use std::process::ExitCode;

/// Threads of the service: a small machine is enough.
const WORKERS: usize = 2;

/// Whether the example is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Filling {
    Empty,
    Example,
}

pub(crate) fn run(
    location: Location,
    listen: SocketAddr,
    mail: Option<MailSettings>,
    filling: Filling,
) -> Result<ExitCode, Failure> {
    let environment = |cause: server::ServeError| Failure::Environment(cause.to_string());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(WORKERS)
        .enable_all()
        .build()
        .map_err(|cause| Failure::Environment(format!("无法启动：{cause}")))?;
    runtime.block_on(async {
        let config = ServeConfig { location, listen, demo: filling == Filling::Example, mail };
        let (app, database) = config.open().await.map_err(environment)?;
        if filling == Filling::Example {
            demo::fill(&app).await?;
        }
        serve(config, app, database).await.map_err(environment)?;
        Ok(ExitCode::SUCCESS)
    })
}
