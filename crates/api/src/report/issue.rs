//! How a document is issued.

use document::form::{Family, Seal, Urgency};
use report::{FormName, Issue};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Words of the wire for an enum of the core.
macro_rules! mirrored {
    ($(#[$note:meta])* $name:ident of $core:ident { $($(#[$word:meta])* $here:ident = $there:ident),* $(,)? }) => {
        $(#[$note])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$word])* $here),* }

        impl From<$name> for $core {
            fn from(one: $name) -> Self {
                match one { $($name::$here => Self::$there),* }
            }
        }

        impl From<$core> for $name {
            fn from(one: $core) -> Self {
                match one { $($core::$there => Self::$here),* }
            }
        }
    };
}

mirrored!(
    /// The form of an official document.
    ReportForm of FormName {
        /// 普通: nothing above the title.
        Plain = Plain,
        /// 红头
        RedHead = RedHead,
        /// 信函
        Letter = Letter,
        /// 纪要
        Minutes = Minutes,
        /// 命令（令）
        Order = Order,
    }
);

mirrored!(
    /// Family of margins and lines.
    ReportLayout of Family {
        /// Margins 37/35/28/26 mm.
        A = A,
        /// GB/T 33476.2-2016.
        B = B,
    }
);

mirrored!(
    /// Whether room is kept for a seal.
    ReportSeal of Seal {
        None = None,
        /// Room, printed with nothing.
        Room = Room,
        /// Room in a faint frame.
        Frame = Frame,
    }
);

mirrored!(
    /// 紧急程度
    ReportUrgency of Urgency {
        /// 特急
        Extra = Extra,
        /// 加急
        Quick = Quick,
    }
);

/// How a report is issued; what is left out stays as it is.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueBody {
    #[serde(default)]
    pub form: Option<ReportForm>,
    #[serde(default)]
    pub layout: Option<ReportLayout>,
    #[serde(default)]
    pub seal: Option<ReportSeal>,
    /// 发文字号; empty takes it away.
    #[serde(default)]
    pub number: Option<String>,
    /// 签发人 of an upward document.
    #[serde(default)]
    pub signers: Option<Vec<String>>,
    /// 抄送
    #[serde(default)]
    pub copies: Option<String>,
    /// `extra`, `quick`, or empty for none.
    #[serde(default)]
    pub urgency: Option<String>,
    /// Bodies that issue it together with the own one.
    #[serde(default)]
    pub joint: Option<Vec<String>>,
}

impl From<IssueBody> for Issue {
    fn from(body: IssueBody) -> Self {
        let urgency = body.urgency.map(|word| match word.as_str() {
            "extra" => Some(Urgency::Extra),
            "quick" => Some(Urgency::Quick),
            _ => None,
        });
        Self {
            form: body.form.map(Into::into),
            layout: body.layout.map(Into::into),
            seal: body.seal.map(Into::into),
            number: body.number,
            signers: body.signers,
            copies: body.copies,
            urgency,
            joint: body.joint,
        }
    }
}

/// How a report is issued.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportIssue {
    pub form: ReportForm,
    pub layout: ReportLayout,
    pub seal: ReportSeal,
    pub number: String,
    pub signers: Vec<String>,
    pub copies: String,
    pub urgency: Option<ReportUrgency>,
    pub joint: Vec<String>,
    /// What stands above the title, a line each.
    pub head: Vec<String>,
    /// What stands at the foot of the last page, a line each.
    pub foot: Vec<String>,
}

impl From<&document::Official> for ReportIssue {
    fn from(official: &document::Official) -> Self {
        let terms = report::terms_of(official);
        let parts = official.parts();
        let first = parts.first();
        Self {
            form: FormName::of(&official.form).into(),
            layout: official.family.into(),
            seal: official.seal.into(),
            number: terms.number.unwrap_or_default(),
            signers: terms.signers.unwrap_or_default(),
            copies: terms.copies.unwrap_or_default(),
            urgency: terms.urgency.flatten().map(Into::into),
            joint: terms.joint.unwrap_or_default(),
            head: first.map(|part| part.head_texts()).unwrap_or_default(),
            foot: first.map(|part| part.foot_texts()).unwrap_or_default(),
        }
    }
}

/// Names with commas between them.
pub(super) fn names(text: &str) -> Vec<String> {
    text.split([',', '，', '、']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
