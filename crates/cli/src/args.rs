//! The command line (design.md §6). Help is in Chinese with an English line beside it.

use clap::{Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// 整改：从反馈文件到台账，从台账到报告。Rectify: from feedback document to ledger to report.
#[derive(Debug, Parser)]
#[command(name = "rectify", version, arg_required_else_help = true)]
pub(crate) struct Args {
    /// 不显示进度和提示 / no progress, no hints
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 分析一份文件的结构，不保存 / structure of a document, nothing stored
    Parse {
        /// docx、doc、xlsx、xls、pdf、txt、md
        file: PathBuf,
        /// 输出格式 / output format
        #[arg(long, value_enum, default_value_t = ParseFormat::Tree)]
        format: ParseFormat,
    },
    /// 把文件转成整改台账，不需要服务器 / documents to a ledger workbook, no server
    Import {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// 台账文件 / the workbook to write
        #[arg(short, long, value_name = "台账.xlsx")]
        output: PathBuf,
    },
    /// 启动网页服务 / start the web service
    Serve {
        /// 数据目录 / data directory
        #[arg(long, default_value = "rectify-data", env = "RECTIFY_DATA")]
        data: PathBuf,
        /// 监听地址 / address to listen on
        #[arg(long, default_value = "127.0.0.1:8420", env = "RECTIFY_LISTEN")]
        listen: SocketAddr,
        /// 用自带示例填充 / fill with the built-in example
        #[arg(long)]
        demo: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ParseFormat {
    /// 机器读 / for programs
    Json,
    /// 人读 / for people
    Tree,
}
