//! Options about what lies outside the machine: a store of files, a mail server. Secrets come from the environment or a
//! file, so that no list of processes shows them.

use crate::args::OPTIONS;
use clap::ValueEnum;
use server::{MailSettings, MailTls, RemoteFiles, Secret};
use std::path::PathBuf;

/// Where the files of evidence are.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct FileOptions {
    /// 佐证文件的存储，省略时在数据目录 / store of evidence files instead of the data directory
    #[arg(long = "files", value_name = "s3://存储桶/前缀", help_heading = OPTIONS, env = "RECTIFY_FILES")]
    url: Option<String>,
    /// S3 兼容存储的地址 / endpoint of an S3-compatible store
    #[arg(long, value_name = "https://…", help_heading = OPTIONS, env = "RECTIFY_S3_ENDPOINT")]
    s3_endpoint: Option<String>,
    /// S3 区域 / region
    #[arg(long, value_name = "REGION", help_heading = OPTIONS, env = "RECTIFY_S3_REGION", default_value = "us-east-1")]
    s3_region: String,
    /// S3 密钥编号 / key id
    #[arg(long, value_name = "ID", help_heading = OPTIONS, env = "RECTIFY_S3_KEY_ID", hide_env_values = true)]
    s3_key_id: Option<String>,
    /// 存放 S3 密钥的文件；也可用环境变量 RECTIFY_S3_SECRET / file with the secret key, or RECTIFY_S3_SECRET
    #[arg(long, value_name = "FILE", help_heading = OPTIONS, env = "RECTIFY_S3_SECRET_FILE")]
    s3_secret_file: Option<PathBuf>,
    #[arg(long, hide = true, env = "RECTIFY_S3_SECRET", hide_env_values = true)]
    s3_secret: Option<String>,
}

impl From<FileOptions> for Option<RemoteFiles> {
    fn from(options: FileOptions) -> Self {
        let secret = options.s3_secret_file.map(Secret::File).or(options.s3_secret.map(Secret::Text));
        Some(RemoteFiles {
            url: options.url.filter(|url| !url.is_empty())?,
            endpoint: options.s3_endpoint,
            region: options.s3_region,
            key_id: options.s3_key_id,
            secret,
        })
    }
}

/// Where the ends of the log are mailed to.
#[derive(Debug, clap::Args)]
pub(crate) struct MailOptions {
    /// 每天发送校验点的邮件服务器，省略时不发送 / mail server for daily checkpoints; without it, nothing is sent
    #[arg(long, value_name = "smtp.example.cn:587", help_heading = OPTIONS, env = "RECTIFY_MAIL_SERVER", requires = "mail_from", requires = "mail_to")]
    mail_server: Option<String>,
    /// 邮件连接的加密方式 / protection of the line
    #[arg(long, value_enum, default_value_t = TlsName::Starttls, help_heading = OPTIONS, env = "RECTIFY_MAIL_TLS")]
    mail_tls: TlsName,
    /// 发件地址 / sender
    #[arg(long, value_name = "地址", help_heading = OPTIONS, env = "RECTIFY_MAIL_FROM")]
    mail_from: Option<String>,
    /// 收件地址，最好由本单位之外的人保管 / recipient, best somebody outside
    #[arg(long, value_name = "地址", help_heading = OPTIONS, env = "RECTIFY_MAIL_TO")]
    mail_to: Option<String>,
    /// 邮件账号 / user
    #[arg(long, value_name = "账号", help_heading = OPTIONS, env = "RECTIFY_MAIL_USER")]
    mail_user: Option<String>,
    /// 存放邮件口令的文件；也可用环境变量 RECTIFY_MAIL_PASSWORD / file with the password, or RECTIFY_MAIL_PASSWORD
    #[arg(long, value_name = "FILE", help_heading = OPTIONS, env = "RECTIFY_MAIL_PASSWORD_FILE")]
    mail_password_file: Option<PathBuf>,
    #[arg(long, hide = true, env = "RECTIFY_MAIL_PASSWORD", hide_env_values = true)]
    mail_password: Option<String>,
}

impl From<MailOptions> for Option<MailSettings> {
    fn from(options: MailOptions) -> Self {
        let password = options.mail_password_file.map(Secret::File).or(options.mail_password.map(Secret::Text));
        Some(MailSettings {
            server: options.mail_server.filter(|server| !server.is_empty())?,
            tls: match options.mail_tls {
                TlsName::Tls => MailTls::Tls,
                TlsName::Starttls => MailTls::StartTls,
                TlsName::None => MailTls::Plain,
            },
            from: options.mail_from?,
            to: options.mail_to?,
            user: options.mail_user,
            password,
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TlsName {
    /// 先明文后升级，必须加密 / from STARTTLS on
    Starttls,
    /// 一开始就加密 / from the first byte
    Tls,
    /// 不加密，只用于本机或封闭网络 / not at all
    None,
}
