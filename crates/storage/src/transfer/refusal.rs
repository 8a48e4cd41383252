//! Why an inspection was not exported or not imported: what, where, and what to do.

use std::path::PathBuf;
use usecases::StoreError;

/// A refusal; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    #[error("没有编号为 {0} 的检查轮次。请核对编号，例如 XC-2026-01。")]
    NoInspection(String),
    #[error("无法读写 {path}：{cause}。请检查路径、权限和磁盘空间。", path = path.display())]
    File { path: PathBuf, cause: std::io::Error },
    #[error("佐证文件 {0} 不在存储中或内容被改动。请先运行 rectify doctor，找回文件后再导出。")]
    Damaged(String),
    #[error("不是检查包：{0}。请使用 rectify export 生成的 .rectify 文件，或请对方重新发送。")]
    NotPackage(String),
    #[error("检查包的格式为“{0}”，本程序不认识。请先升级程序，或请对方用相同版本重新导出。")]
    Version(String),
    #[error("检查包里有不应出现的部分“{0}”，已拒绝导入。请核实来源，并请对方重新导出。")]
    Stray(String),
    #[error("检查包缺少“{0}”，文件不完整。请对方重新导出。")]
    Missing(String),
    #[error("检查包的“{0}”与清单中的摘要不符，内容损坏或被改动。请重新传输，或请对方重新导出。")]
    Digest(String),
    #[error("检查包的“{part}”过大或压缩率异常（上限 {limit} 字节），已拒绝导入。请核实来源。")]
    TooLarge { part: String, limit: u64 },
    #[error("检查包的“{part}”第 {line} 行：{why}。请核实来源，并请对方重新导出。")]
    Row { part: String, line: usize, why: String },
    #[error("不能确定{what}“{name}”对应本系统中的哪一个。请先在“单位与人员”中改成不重复的名称，再导入。")]
    Ambiguous { what: &'static str, name: String },
    #[error("检查轮次 {key} 已存在，且内容不同（{part}），没有导入任何内容。请核对两边的记录；包不会覆盖已有记录。")]
    Exists { key: String, part: &'static str },
    #[error("检查包的记录前后不一致：{0}。请对方运行 rectify doctor 检查后重新导出。")]
    Inconsistent(String),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TransferError {
    /// Whether the file is to blame, and not the place.
    pub fn is_refusal(&self) -> bool {
        !matches!(self, Self::NoInspection(_) | Self::File { .. } | Self::Damaged(_) | Self::Store(_))
    }
}

pub(super) type Result<T> = std::result::Result<T, TransferError>;
