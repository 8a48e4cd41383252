//! Letters by SMTP, to the address and through the server that an administrator named.

use crate::location::Secret;
use async_trait::async_trait;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;
use usecases::Mailer;

/// A server that does not answer is given up after this.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How the line to the server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailTls {
    /// From the first byte (often port 465).
    Tls,
    /// From STARTTLS on, and never without (often port 587).
    StartTls,
    /// Not at all: within one machine or a closed network.
    Plain,
}

/// Where letters go, and how.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// `smtp.example.cn:587`
    pub server: String,
    pub tls: MailTls,
    pub from: String,
    pub to: String,
    pub user: Option<String>,
    pub password: Option<Secret>,
}

/// Sends letters.
pub struct SmtpPost {
    from: Mailbox,
    to: Mailbox,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl SmtpPost {
    /// Nothing is sent yet.
    pub fn new(settings: &MailSettings) -> Result<Self, String> {
        let (host, port) = settings.server.rsplit_once(':').ok_or("邮件服务器应写成 smtp.example.cn:587")?;
        let port: u16 = port.parse().map_err(|_| format!("邮件服务器的端口“{port}”不是数字"))?;
        let mailbox = |text: &str| text.parse::<Mailbox>().map_err(|_| format!("“{text}”不是邮件地址"));
        let parameters = || TlsParameters::builder(host.to_owned()).build_rustls().map_err(|cause| cause.to_string());
        let tls = match settings.tls {
            MailTls::Tls => Tls::Wrapper(parameters()?),
            MailTls::StartTls => Tls::Required(parameters()?),
            MailTls::Plain => Tls::None,
        };
        let mut transport =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host).port(port).tls(tls).timeout(Some(TIMEOUT));
        if let Some(user) = &settings.user {
            let password = settings.password.as_ref().ok_or("给出了邮件用户名，没有给出口令")?.read()?;
            transport = transport.credentials(Credentials::new(user.clone(), password));
        }
        Ok(Self { from: mailbox(&settings.from)?, to: mailbox(&settings.to)?, transport: transport.build() })
    }
}

#[async_trait]
impl Mailer for SmtpPost {
    fn to(&self) -> String {
        self.to.email.to_string()
    }

    async fn send(&self, subject: &str, body: &str) -> Result<(), String> {
        let letter = Message::builder()
            .from(self.from.clone())
            .to(self.to.clone())
            .subject(subject)
            .header(ContentType::TEXT_PLAIN)
            .body(body.to_owned())
            .map_err(|cause| cause.to_string())?;
        self.transport.send(letter).await.map(drop).map_err(|cause| cause.to_string())
    }
}
