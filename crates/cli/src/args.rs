//! The command line (design.md §6). Help is in Chinese with an English line beside it.

use crate::args_outside::{FileOptions, MailOptions};
use crate::issue_options::IssueOptions;
use audit::Algorithm;
use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use server::Location;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Headings of the help text.
const TEMPLATE: &str = "{about}\n\n用法 / Usage: {usage}\n\n{all-args}{after-help}";
const COMMANDS: &str = "命令 / Commands";
const ARGUMENTS: &str = "参数 / Arguments";
pub(crate) const OPTIONS: &str = "选项 / Options";
const EXIT_CODES: &str = "\n退出码 / Exit codes: 0 完成 done · 1 文件或记录有错 the document has errors · 2 用法有误 wrong use · 3 文件被拒绝 input refused · 4 环境问题 environment";

/// 整改：从反馈文件到台账，从台账到报告。Rectify: from feedback document to ledger to report.
#[derive(Debug, Parser)]
#[command(
    name = "rectify",
    version,
    arg_required_else_help = true,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    help_template = TEMPLATE,
    subcommand_help_heading = COMMANDS,
    after_help = EXIT_CODES
)]
pub(crate) struct Args {
    /// 不显示进度和提示 / no progress, no hints
    #[arg(long, short, global = true, help_heading = OPTIONS)]
    pub(crate) quiet: bool,
    /// 显示帮助 / print help
    #[arg(long, short, global = true, help_heading = OPTIONS, action = ArgAction::HelpLong)]
    help: Option<bool>,
    /// 显示版本 / print version
    #[arg(long, short = 'V', help_heading = OPTIONS, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to write, from where.
#[derive(Debug, clap::Args)]
pub(crate) struct ReportOptions {
    /// 文件种类，例如 progress，或保存的模板的名称、编号；不写时与 --list 一起列出检查轮次 / what to write, or a template
    #[arg(value_name = "KIND|模板", help_heading = ARGUMENTS, long_help = kinds_help())]
    pub(crate) kind: Option<String>,
    /// 用这个文件作模板，不保存：docx 或 xlsx / a file as a template, not kept
    #[arg(long, value_name = "模板.docx|模板.xlsx", help_heading = OPTIONS, conflicts_with = "kind")]
    pub(crate) template: Option<PathBuf>,
    /// 列出检查轮次，每行一个，编号在前 / list the inspections
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) list: bool,
    /// 检查轮次的编号；只有一个时可省略 / key of the inspection
    #[arg(long, value_name = "XC-2026-01", help_heading = OPTIONS)]
    pub(crate) inspection: Option<String>,
    /// 只写这些事项，可多个，用逗号分开 / only these findings
    #[arg(long, value_name = "编号,…", value_delimiter = ',', help_heading = OPTIONS)]
    pub(crate) findings: Vec<String>,
    #[command(flatten)]
    pub(crate) issue: IssueOptions,
    /// 要写的文件：docx；清单和台账也可以是 xlsx / the file to write
    #[arg(short, long, value_name = "FILE.docx|FILE.xlsx", help_heading = OPTIONS)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) place: Place,
}

fn kinds_help() -> String {
    format!("文件种类 / what to write:\n{}", crate::commands::kind_lines().join("\n"))
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 分析一份文件的结构，不保存 / structure of a document, nothing stored
    #[command(help_template = TEMPLATE)]
    Parse {
        /// 文件：docx、doc、xlsx、xls、pdf、txt、md / the file
        #[arg(help_heading = ARGUMENTS)]
        file: PathBuf,
        /// 输出格式 / output format
        #[arg(long, value_enum, default_value_t = ParseFormat::Tree, help_heading = OPTIONS)]
        format: ParseFormat,
    },
    /// 把文件转成整改台账，不需要服务器；或导入检查包 / documents to a ledger workbook, no server; or an inspection
    #[command(help_template = TEMPLATE)]
    Import {
        /// 把文件作为草稿放进这个检查轮次，随后在网页上核对确认 / into an inspection, as drafts to be confirmed
        #[arg(long, value_name = "XC-2026-01", help_heading = OPTIONS, conflicts_with = "output")]
        into: Option<String>,
        /// 反馈意见、方案、报告或台账，可多份；或一个检查包（.rectify） / feedback, plan, report or ledger, one or more; or one package
        #[arg(required = true, help_heading = ARGUMENTS)]
        files: Vec<PathBuf>,
        /// 台账文件，导入检查包时不用 / the workbook to write, not with a package
        #[arg(short, long, value_name = "台账.xlsx", help_heading = OPTIONS)]
        output: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
    },
    /// 导出一个检查轮次的全部内容，可导入另一套系统 / one whole inspection to a file, for another installation
    #[command(help_template = TEMPLATE)]
    Export {
        /// 检查轮次的编号 / key of the inspection
        #[arg(value_name = "XC-2026-01", help_heading = ARGUMENTS)]
        inspection: String,
        /// 检查包 / the package to write
        #[arg(value_name = "检查.rectify", help_heading = ARGUMENTS)]
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// 从台账生成方案、清单、报告、单据和函件 / plan, lists, reports, sheets and letters out of the ledger
    #[command(help_template = TEMPLATE)]
    Report(ReportOptions),
    /// 核稿：检查公文和整改报告 / check official documents, like a linter
    #[command(help_template = TEMPLATE)]
    Check(CheckOptions),
    /// 比对两份文件：前一份的每个问题，后一份是否都回应了一次 / is every problem of the first answered once in the second
    #[command(help_template = TEMPLATE)]
    Compare {
        /// 反馈意见、方案或台账 / feedback, plan or ledger
        #[arg(value_name = "反馈意见", help_heading = ARGUMENTS)]
        first: PathBuf,
        /// 方案或报告 / plan or report
        #[arg(value_name = "报告", help_heading = ARGUMENTS)]
        second: PathBuf,
        /// 输出格式 / output format
        #[arg(long, value_enum, default_value_t = CompareFormat::Text, help_heading = OPTIONS)]
        format: CompareFormat,
    },
    /// 说明一条核稿规则；不写代码时列出全部 / what a rule means; without a code, all of them
    #[command(help_template = TEMPLATE)]
    Explain {
        /// 规则代码，如 N-SUM / code of a rule
        #[arg(value_name = "N-SUM", help_heading = ARGUMENTS)]
        code: Option<String>,
    },
    /// 启动网页服务 / start the web service
    #[command(help_template = TEMPLATE)]
    Serve {
        #[command(flatten)]
        place: Place,
        /// 监听地址 / address to listen on
        #[arg(long, help_heading = OPTIONS, default_value = "127.0.0.1:8420", env = "RECTIFY_LISTEN")]
        listen: SocketAddr,
        #[command(flatten)]
        log: LogOptions,
        #[command(flatten)]
        mail: MailOptions,
        /// 用自带示例填充 / fill with the built-in example
        #[arg(long, help_heading = OPTIONS)]
        demo: bool,
    },
    /// 校验审计日志和台账是否被改动 / check that log and record were not tampered with
    #[command(help_template = TEMPLATE)]
    Verify {
        /// 导出的审计日志，或锁定的报告 docx；省略时校验数据目录或数据库 / an exported log, checked with a checkpoint, or a locked report, checked by itself
        #[arg(value_name = "审计日志.jsonl|报告.docx", help_heading = ARGUMENTS)]
        file: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
        /// 此前留存的校验点，可多个；校验导出文件时必需 / checkpoints kept elsewhere, one or more
        #[arg(long, value_name = "rectify-checkpoint …", help_heading = OPTIONS)]
        checkpoint: Vec<String>,
    },
    /// 管理账号：新增、重设口令、停用、启用 / accounts: add, new password, shut, open
    #[command(help_template = TEMPLATE, subcommand_help_heading = COMMANDS, disable_help_subcommand = true, arg_required_else_help = true)]
    User {
        #[command(subcommand)]
        act: UserAct,
    },
    /// 把数据库结构升级到本程序的版本 / bring the schema up to date
    #[command(help_template = TEMPLATE)]
    Migrate {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        log: LogOptions,
    },
    /// 检查记录是否前后一致 / check that the record agrees with itself
    #[command(help_template = TEMPLATE)]
    Doctor {
        #[command(flatten)]
        place: Place,
    },
    /// 备份全部数据，服务可以在运行 / back everything up, also while the service runs
    #[command(help_template = TEMPLATE)]
    Backup {
        /// 备份文件 / the file to write
        #[arg(value_name = "备份.zip", help_heading = ARGUMENTS)]
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// 从备份恢复到空目录或空数据库 / restore a backup into an empty place
    #[command(help_template = TEMPLATE)]
    Restore {
        /// 备份文件 / the file to read
        #[arg(value_name = "备份.zip", help_heading = ARGUMENTS)]
        file: PathBuf,
        #[command(flatten)]
        place: Place,
    },
}

/// What becomes of an account.
#[derive(Debug, Subcommand)]
pub(crate) enum UserAct {
    /// 新增账号，口令随机生成并显示一次 / a new account; its random password is shown once
    #[command(help_template = TEMPLATE)]
    Add {
        /// 用户名 / name to sign in with
        #[arg(help_heading = ARGUMENTS)]
        username: String,
        /// 姓名 / name of the person
        #[arg(long, help_heading = OPTIONS)]
        name: String,
        /// 单位名称；只有一个单位时可省略 / name of the unit
        #[arg(long, help_heading = OPTIONS)]
        unit: Option<String>,
        /// 角色，可多个，用逗号分开，如 联络员,责任人 / roles, e.g. liaison,owner
        #[arg(long, value_name = "角色,…", value_delimiter = ',', help_heading = OPTIONS)]
        roles: Vec<String>,
        #[command(flatten)]
        place: Place,
    },
    /// 重设口令，新口令显示一次，已登录的退出 / a new random password, shown once
    #[command(help_template = TEMPLATE)]
    Reset {
        /// 用户名 / name to sign in with
        #[arg(help_heading = ARGUMENTS)]
        username: String,
        #[command(flatten)]
        place: Place,
    },
    /// 停用账号，已登录的退出，记录保留 / shut an account, its record stays
    #[command(help_template = TEMPLATE)]
    Disable {
        /// 用户名 / name to sign in with
        #[arg(help_heading = ARGUMENTS)]
        username: String,
        #[command(flatten)]
        place: Place,
    },
    /// 重新启用账号 / open an account again
    #[command(help_template = TEMPLATE)]
    Enable {
        /// 用户名 / name to sign in with
        #[arg(help_heading = ARGUMENTS)]
        username: String,
        #[command(flatten)]
        place: Place,
    },
}

/// What is checked, with which rules, and what becomes of it.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckOptions {
    /// 文件：docx、doc、pdf、txt、md，可多份 / one or more files
    #[arg(required = true, help_heading = ARGUMENTS)]
    pub(crate) files: Vec<PathBuf>,
    /// 输出格式 / output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Text, help_heading = OPTIONS)]
    pub(crate) format: CheckFormat,
    /// 文稿用途；公开稿、网页另查隐私 / what the text is for; public texts are checked for privacy too
    #[arg(long, value_enum, default_value_t = ProfileName::Report, help_heading = OPTIONS)]
    pub(crate) profile: ProfileName,
    /// 只用这些规则或规则组 / only these rules or groups, e.g. N,P-HALF
    #[arg(long, value_name = "N,P-HALF", value_delimiter = ',', help_heading = OPTIONS)]
    pub(crate) select: Vec<String>,
    /// 不用这些规则或规则组 / not these rules or groups
    #[arg(long, value_name = "S-TRUNC,T", value_delimiter = ',', help_heading = OPTIONS)]
    pub(crate) ignore: Vec<String>,
    /// 与台账（或反馈意见）核对总数、进展、时限、责任 / compare with a ledger
    #[arg(long, value_name = "台账.xlsx", help_heading = OPTIONS, conflicts_with = "inspection")]
    pub(crate) facts: Option<PathBuf>,
    /// 与系统中这个检查轮次的台账核对 / compare with the ledger of an inspection
    #[arg(long, value_name = "XC-2026-01", help_heading = OPTIONS)]
    pub(crate) inspection: Option<String>,
    #[command(flatten)]
    pub(crate) place: Place,
    /// 本单位、本人的词表目录，可多个，后面的盖过前面的 / folders of own word lists, later ones on top
    #[arg(long, value_name = "词表目录", help_heading = OPTIONS, env = "RECTIFY_LEXICON", value_delimiter = ':')]
    pub(crate) lexicon: Vec<PathBuf>,
    /// 自动修改机械性错误（txt、md），修改前后记入“文件名.修改记录.json” / make mechanical changes, with a record
    #[arg(long, help_heading = OPTIONS)]
    pub(crate) fix: bool,
    /// 把结果作为批注写入 docx 副本；加 --fix 时机械性错误写成修订 / findings as comments in a copy
    #[arg(long, value_name = "副本.docx", help_heading = OPTIONS, conflicts_with = "write_baseline")]
    pub(crate) annotate: Option<PathBuf>,
    /// 已认可的结果，不再提示 / findings that were accepted before
    #[arg(long, value_name = "基线.tsv", help_heading = OPTIONS)]
    pub(crate) baseline: Option<PathBuf>,
    /// 把本次结果写成基线 / write the findings as a baseline
    #[arg(long, value_name = "基线.tsv", help_heading = OPTIONS, conflicts_with = "fix")]
    pub(crate) write_baseline: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// 人读 / for people
    Text,
    /// 机器读 / for programs
    Json,
    /// 供编辑器和流水线使用 / SARIF 2.1.0
    Sarif,
    /// 网页，可打印 / a page to print
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// 人读 / for people
    Text,
    /// 机器读 / for programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProfileName {
    /// 公文
    #[value(name = "公文", alias = "official")]
    Official,
    /// 整改报告
    #[value(name = "整改报告", alias = "report")]
    Report,
    /// 公开稿
    #[value(name = "公开稿", alias = "public")]
    Public,
    /// 网页
    #[value(name = "网页", alias = "web")]
    Web,
}

/// Where the data live.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Place {
    /// 数据目录 / data directory
    #[arg(long, help_heading = OPTIONS, default_value = "rectify-data", env = "RECTIFY_DATA")]
    data: PathBuf,
    /// PostgreSQL 数据库地址，省略时用数据目录中的文件 / a PostgreSQL database instead of the file in the data directory
    #[arg(long, value_name = "postgres://…", help_heading = OPTIONS, env = "RECTIFY_DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// 校验点文件，最好放在另一台机器的共享目录；省略时在数据目录 / file of checkpoints, best on another machine
    #[arg(long, value_name = "校验点.txt", help_heading = OPTIONS, env = "RECTIFY_CHECKPOINTS")]
    checkpoints: Option<PathBuf>,
    #[command(flatten)]
    files: FileOptions,
}

impl From<Place> for Location {
    fn from(place: Place) -> Self {
        let Place { data, database_url, checkpoints, files } = place;
        Self { folder: data, database_url, checkpoints, algorithm: None, files: files.into() }
    }
}

/// What is said once, when an installation is made.
#[derive(Debug, clap::Args)]
pub(crate) struct LogOptions {
    /// 审计日志的杂凑算法，只在建立系统时选定，以后不能更改；省略时为 sm3 / hash of the audit log, chosen once at creation
    #[arg(long, value_enum, value_name = "sm3|sha256", hide_possible_values = true, help_heading = OPTIONS, env = "RECTIFY_AUDIT_ALGORITHM")]
    audit_algorithm: Option<HashName>,
}

impl LogOptions {
    /// The place, with what its log is to be hashed with.
    pub(crate) fn at(self, place: Place) -> Location {
        let algorithm = self.audit_algorithm.map(|name| match name {
            HashName::Sm3 => Algorithm::Sm3,
            HashName::Sha256 => Algorithm::Sha256,
        });
        Location { algorithm, ..place.into() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HashName {
    Sm3,
    Sha256,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ParseFormat {
    /// 机器读 / for programs
    Json,
    /// 人读 / for people
    Tree,
}
