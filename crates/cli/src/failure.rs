//! Exit codes and what is said with them (docs/manual/cli.md).

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Exit code: the document or record has errors.
pub(crate) const HAS_ERRORS: u8 = 1;
const USAGE: u8 = 2;
const REFUSED: u8 = 3;
const ENVIRONMENT: u8 = 4;

/// Why a command did not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{path}：{refusal}", path = path.display())]
    Refused { path: PathBuf, refusal: document::Refusal },
    #[error("{path}：{cause}", path = path.display())]
    Package { path: PathBuf, cause: storage::TransferError },
    #[error("无法读取 {path}：{cause}。请检查路径和权限。", path = path.display())]
    Read { path: PathBuf, cause: std::io::Error },
    #[error("无法写入 {path}：{cause}。请检查目录是否存在、磁盘空间和权限。", path = path.display())]
    Write { path: PathBuf, cause: std::io::Error },
    #[error("输出中断：{0}")]
    Output(#[from] std::io::Error),
    #[error("{0}")]
    Usage(String),
    #[error("{0}")]
    Environment(String),
}

impl Failure {
    /// Says what happened on stderr and gives the exit code.
    pub(crate) fn report(&self) -> ExitCode {
        if matches!(self, Self::Output(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe) {
            return ExitCode::SUCCESS;
        }
        let _ = writeln!(std::io::stderr(), "rectify: {self}");
        ExitCode::from(match self {
            Self::Refused { .. } => REFUSED,
            Self::Package { cause, .. } if cause.is_refusal() => REFUSED,
            Self::Usage(_) => USAGE,
            Self::Package { .. } | Self::Read { .. } | Self::Write { .. } | Self::Output(_) | Self::Environment(_) => {
                ENVIRONMENT
            }
        })
    }
}
