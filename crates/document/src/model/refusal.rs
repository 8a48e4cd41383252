//! Files that are not opened at all, each with what to do instead.

/// Why a file was refused. The message says what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("文件带有密级标志“{mark}”，涉密文件不得导入。请立即从本机删除该副本，并按保密规定处理；系统未保存其内容。")]
    Secret { mark: String },
    #[error("文件已加密，无法读取。请在 Word/WPS/Excel 中取消打开密码后另存一份再导入。")]
    Encrypted,
    #[error("文件含有宏，已拒绝。请另存为不含宏的 .docx 或 .xlsx 后再导入。")]
    Macro,
    #[error("文件里嵌有程序“{name}”，已拒绝。请在 Word、WPS 或 Excel 中删去嵌入的文件，另存后重试。")]
    Program { name: String },
    #[error("文件展开后异常庞大（疑似压缩炸弹），已拒绝：{detail}。请核对文件来源。")]
    Bomb { detail: String },
    #[error("文件过大：{bytes} 字节，上限 {limit} 字节。请拆分后分别导入。")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("文件无法读取：{detail}。请用 Word 或 WPS 打开并另存为 .docx 后重试。")]
    Unreadable { detail: String },
    #[error("不支持的文件类型：{found}。可导入 docx、doc、xlsx、xls、pdf、txt、md。")]
    Unsupported { found: String },
    #[error("PDF 中没有文字（共 {pages} 页，应为扫描件）。请先用文字识别软件转换，或改用“粘贴文本”。")]
    Scanned { pages: u32 },
}

impl Refusal {
    /// The name used on the wire.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Secret { .. } => "refused_secret",
            Self::Encrypted => "refused_encrypted",
            Self::Macro => "refused_macro",
            Self::Program { .. } => "refused_program",
            Self::Bomb { .. } => "refused_bomb",
            Self::TooLarge { .. } => "refused_too_large",
            Self::Unreadable { .. } => "refused_unreadable",
            Self::Unsupported { .. } => "refused_unsupported",
            Self::Scanned { .. } => "scanned_pdf",
        }
    }
}
