//! How a document is issued, on the command line.

use crate::args::OPTIONS;
use clap::ValueEnum;
use document::form::{Family, Seal, Urgency};

/// How a document is issued.
#[derive(Debug, clap::Args)]
pub(crate) struct IssueOptions {
    /// 公文格式；省略时按模板：函件为信函，其余为普通 / form of the document
    #[arg(long, value_enum, value_name = "红头|信函|普通", hide_possible_values = true, help_heading = OPTIONS)]
    form: Option<FormChoice>,
    /// 发文字号，多份函件依次加一 / number of the document
    #[arg(long, value_name = "云水发〔2026〕5号", help_heading = OPTIONS)]
    doc_number: Option<String>,
    /// 签发人，上行文用，可多个 / who signs, upward documents
    #[arg(long, value_name = "姓名,…", value_delimiter = ',', help_heading = OPTIONS)]
    signer: Vec<String>,
    /// 抄送机关 / copies to
    #[arg(long, value_name = "机关", help_heading = OPTIONS)]
    copies: Option<String>,
    /// 联合发文的其他机关，可多个 / bodies that issue it together
    #[arg(long, value_name = "机关,…", value_delimiter = ',', help_heading = OPTIONS)]
    joint: Vec<String>,
    /// 紧急程度 / urgency
    #[arg(long, value_enum, value_name = "特急|加急", hide_possible_values = true, help_heading = OPTIONS)]
    urgency: Option<UrgencyChoice>,
    /// 印章位置：留空白，或画出淡框 / room for the seal
    #[arg(long, value_enum, value_name = "不用印|留位|画框", hide_possible_values = true, help_heading = OPTIONS)]
    seal: Option<SealChoice>,
    /// 版式：A 按 GB/T 9704 直接取页边距，B 按 GB/T 33476.2 / family of margins
    #[arg(long, value_enum, value_name = "A|B", hide_possible_values = true, help_heading = OPTIONS)]
    layout: Option<LayoutChoice>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormChoice {
    #[value(name = "普通", alias = "plain")]
    Plain,
    #[value(name = "红头", alias = "red-head")]
    RedHead,
    #[value(name = "信函", alias = "letter")]
    Letter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum UrgencyChoice {
    #[value(name = "特急", alias = "extra")]
    Extra,
    #[value(name = "加急", alias = "quick")]
    Quick,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum SealChoice {
    #[value(name = "不用印", alias = "none")]
    None,
    #[value(name = "留位", alias = "room")]
    Room,
    #[value(name = "画框", alias = "frame")]
    Frame,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LayoutChoice {
    #[value(name = "A", alias = "a")]
    A,
    #[value(name = "B", alias = "b")]
    B,
}

impl IssueOptions {
    /// The first of them that was given.
    pub(crate) fn first(&self) -> Option<&'static str> {
        let given = [
            ("--form", self.form.is_some()),
            ("--doc-number", self.doc_number.is_some()),
            ("--signer", !self.signer.is_empty()),
            ("--copies", self.copies.is_some()),
            ("--joint", !self.joint.is_empty()),
            ("--urgency", self.urgency.is_some()),
            ("--seal", self.seal.is_some()),
            ("--layout", self.layout.is_some()),
        ];
        given.into_iter().find(|(_, given)| *given).map(|(name, _)| name)
    }
}

impl From<IssueOptions> for report::Issue {
    fn from(options: IssueOptions) -> Self {
        let filled = |names: Vec<String>| Some(names).filter(|names| !names.is_empty());
        Self {
            form: options.form.map(|form| match form {
                FormChoice::Plain => report::FormName::Plain,
                FormChoice::RedHead => report::FormName::RedHead,
                FormChoice::Letter => report::FormName::Letter,
            }),
            layout: options.layout.map(|layout| match layout {
                LayoutChoice::A => Family::A,
                LayoutChoice::B => Family::B,
            }),
            seal: options.seal.map(|seal| match seal {
                SealChoice::None => Seal::None,
                SealChoice::Room => Seal::Room,
                SealChoice::Frame => Seal::Frame,
            }),
            number: options.doc_number,
            signers: filled(options.signer),
            copies: options.copies,
            urgency: options.urgency.map(|urgency| match urgency {
                UrgencyChoice::Extra => Some(Urgency::Extra),
                UrgencyChoice::Quick => Some(Urgency::Quick),
            }),
            joint: filled(options.joint),
        }
    }
}
