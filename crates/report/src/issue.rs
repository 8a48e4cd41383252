//! How a document is issued: the form that somebody chose for it, or that its template asks for.

use crate::kinds::{ReportKind, Shape};
use document::Official;
use document::form::{Corner, Family, Form, Imprint, Letter, Minutes, Order, Printed, RedHead, Seal, Urgency};

/// The forms by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormName {
    Plain,
    RedHead,
    Letter,
    Minutes,
    Order,
}

impl FormName {
    pub const ALL: [Self; 5] = [Self::Plain, Self::RedHead, Self::Letter, Self::Minutes, Self::Order];

    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::RedHead => "red_head",
            Self::Letter => "letter",
            Self::Minutes => "minutes",
            Self::Order => "order",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Plain => "普通",
            Self::RedHead => "红头",
            Self::Letter => "信函",
            Self::Minutes => "纪要",
            Self::Order => "命令",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name || one.word() == name)
    }

    pub fn of(form: &Form) -> Self {
        match form {
            Form::Plain => Self::Plain,
            Form::RedHead(_) => Self::RedHead,
            Form::Letter(_) => Self::Letter,
            Form::Minutes(_) => Self::Minutes,
            Form::Order(_) => Self::Order,
        }
    }
}

/// What somebody chose; what is left open stays as the document has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Issue {
    pub form: Option<FormName>,
    pub layout: Option<Family>,
    pub seal: Option<Seal>,
    /// 发文字号; empty takes it away.
    pub number: Option<String>,
    /// 签发人 of an upward document.
    pub signers: Option<Vec<String>>,
    /// 抄送
    pub copies: Option<String>,
    /// `Some(None)` takes it away.
    pub urgency: Option<Option<Urgency>>,
    /// Bodies that issue it together with the own one.
    pub joint: Option<Vec<String>>,
}

/// Who issues it, and when.
#[derive(Debug, Clone, Copy)]
pub struct Issuer<'a> {
    pub organ: &'a str,
    /// `2026年6月30日`
    pub date: &'a str,
}

/// Why a document is not issued so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IssueFault {
    #[error("{0}是表单，不用{1}格式；请选“普通”，或作为附件随文印发")]
    NotForTables(&'static str, &'static str),
    #[error("发文字号“{0}”写法不对：写作“云水发〔2026〕5号”，年份四位，用六角括号，顺序号不编虚位、不加“第”")]
    Number(String),
    #[error("{0}过长：不超过 {1} 字")]
    TooLong(&'static str, usize),
    #[error("签发人不超过 {0} 人")]
    TooMany(usize),
}

impl IssueFault {
    /// The field that is at fault.
    pub fn field(&self) -> &'static str {
        match self {
            Self::NotForTables(..) => "form",
            Self::Number(_) => "number",
            Self::TooLong(..) => "copies",
            Self::TooMany(_) => "signers",
        }
    }
}

const NAME_MAX: usize = 60;
const COPIES_MAX: usize = 500;
const SIGNERS_MAX: usize = 10;

/// Gives a document the form that was chosen.
pub fn issue(official: &mut Official, kind: &ReportKind, terms: &Issue, by: &Issuer<'_>) -> Result<(), IssueFault> {
    let now = terms_of(official);
    let name = terms.form.or(now.form).unwrap_or(FormName::Plain);
    if name != FormName::Plain && matches!(kind.shape, Shape::List | Shape::Sheet) {
        return Err(IssueFault::NotForTables(kind.title, name.word()));
    }
    let terms = checked(terms, name)?;
    official.family = terms.layout.unwrap_or(official.family);
    official.seal = terms.seal.unwrap_or(official.seal);
    let number = terms.number.or(now.number).unwrap_or_default();
    let copies = terms.copies.or(now.copies).filter(|copies| !copies.is_empty());
    let urgency = terms.urgency.or(now.urgency).flatten();
    let mut corner = official.form.corner().cloned().unwrap_or_default();
    corner.urgency = urgency;
    let own = organ_of(&official.form).unwrap_or_else(|| by.organ.to_owned());
    let printed = Printed { by: own.clone(), on: by.date.to_owned() };
    let before = official.form.imprint();
    let imprint = Imprint { copies: copies.clone(), printed: before.printed.or(Some(printed)), ..before };
    official.form = match name {
        FormName::Plain => Form::Plain,
        FormName::RedHead => {
            let organs = std::iter::once(own).chain(terms.joint.or(now.joint).unwrap_or_default()).collect();
            let signers = terms.signers.or(now.signers).unwrap_or_default();
            Form::RedHead(RedHead { organs, suffix: "文件".to_owned(), corner, number, signers, imprint })
        }
        FormName::Letter => Form::Letter(Letter { organ: own, corner, number, copies }),
        FormName::Minutes => {
            Form::Minutes(Minutes { mark: marked(&official.form, &own, "会议纪要"), number, imprint })
        }
        FormName::Order => Form::Order(Order { mark: marked(&official.form, &own, "令"), number, imprint }),
    };
    Ok(())
}

/// What a document is issued as.
pub fn terms_of(official: &Official) -> Issue {
    let form = &official.form;
    let (signers, joint) = match form {
        Form::RedHead(head) => (head.signers.clone(), head.organs.iter().skip(1).cloned().collect()),
        _ => (Vec::new(), Vec::new()),
    };
    Issue {
        form: Some(FormName::of(form)),
        layout: Some(official.family),
        seal: Some(official.seal),
        number: Some(form.number().to_owned()),
        signers: Some(signers),
        copies: Some(form.imprint().copies.unwrap_or_default()),
        urgency: Some(form.corner().and_then(|corner: &Corner| corner.urgency)),
        joint: Some(joint),
    }
}

/// The body that a template names.
fn organ_of(form: &Form) -> Option<String> {
    match form {
        Form::RedHead(head) => head.organs.first().cloned(),
        Form::Letter(letter) => Some(letter.organ.clone()),
        _ => None,
    }
    .filter(|organ| !organ.trim().is_empty())
}

fn marked(form: &Form, organ: &str, ending: &str) -> String {
    match form {
        Form::Minutes(Minutes { mark, .. }) | Form::Order(Order { mark, .. }) => mark.clone(),
        _ => format!("{organ}{ending}"),
    }
}

fn checked(terms: &Issue, name: FormName) -> Result<Issue, IssueFault> {
    let mut terms = terms.clone();
    if let Some(number) = &mut terms.number {
        let text = one_line(number);
        *number = match name {
            _ if text.is_empty() => text,
            FormName::Minutes | FormName::Order => limited(text, "发文字号", NAME_MAX)?,
            _ => document_number(&text).ok_or(IssueFault::Number(text))?,
        };
    }
    if let Some(copies) = &mut terms.copies {
        *copies = limited(one_line(copies), "抄送", COPIES_MAX)?;
    }
    for (names, what) in [(&mut terms.signers, "签发人姓名"), (&mut terms.joint, "联合发文机关名称")] {
        let Some(names) = names else { continue };
        let clean: Vec<String> = names.iter().map(|name| one_line(name)).filter(|name| !name.is_empty()).collect();
        if clean.len() > SIGNERS_MAX {
            return Err(IssueFault::TooMany(SIGNERS_MAX));
        }
        *names = clean.into_iter().map(|name| limited(name, what, NAME_MAX)).collect::<Result<_, _>>()?;
    }
    Ok(terms)
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

fn limited(text: String, what: &'static str, most: usize) -> Result<String, IssueFault> {
    if text.chars().count() > most { Err(IssueFault::TooLong(what, most)) } else { Ok(text) }
}

/// 代字 + 〔year〕 + serial + 号 (GB/T 9704-2012, 7.2.5); other brackets become hexagonal ones.
pub fn document_number(text: &str) -> Option<String> {
    const OPEN: [char; 6] = ['〔', '[', '［', '【', '(', '（'];
    const CLOSE: [char; 6] = ['〕', ']', '］', '】', ')', '）'];
    if text.chars().count() > NAME_MAX {
        return None;
    }
    let (word, rest) = text.split_once(OPEN)?;
    let (year, rest) = rest.split_once(CLOSE)?;
    let serial = rest.trim().strip_suffix('号')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (word, year) = (word.trim(), year.trim());
    let fits = digits(year) && year.len() == 4 && digits(serial) && !serial.starts_with('0');
    let named = word.chars().all(|c| c.is_alphabetic());
    (fits && named).then(|| format!("{word}〔{year}〕{serial}号"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY: Issuer<'static> = Issuer { organ: "云溪县水务局", date: "2026年6月30日" };

    fn kind(name: &str) -> &'static ReportKind {
        ReportKind::from_name(name).unwrap()
    }

    fn red() -> Issue {
        Issue {
            form: Some(FormName::RedHead),
            layout: Some(Family::B),
            seal: Some(Seal::Room),
            number: Some("云水发[2026]5号".to_owned()),
            signers: Some(vec!["张某".to_owned(), " ".to_owned()]),
            copies: Some("县纪委监委".to_owned()),
            urgency: Some(Some(Urgency::Extra)),
            joint: None,
        }
    }

    #[test]
    fn a_report_gets_the_head_that_was_chosen_and_keeps_it() {
        let mut official = Official::default();
        issue(&mut official, kind("progress"), &red(), &BY).unwrap();
        let Form::RedHead(head) = &official.form else { panic!("{official:?}") };
        assert_eq!(
            (head.organs.as_slice(), head.number.as_str()),
            (["云溪县水务局".to_owned()].as_slice(), "云水发〔2026〕5号")
        );
        assert_eq!(head.signers, ["张某"]);
        assert_eq!(head.imprint.printed.as_ref().unwrap().on, "2026年6月30日");
        assert_eq!((official.family, official.seal), (Family::B, Seal::Room));
        let terms = terms_of(&official);
        let mut again = Official::default();
        issue(&mut again, kind("progress"), &terms, &BY).unwrap();
        assert_eq!(again, official, "the terms say all of it");
        let kept = Issue { number: Some(String::new()), ..Issue::default() };
        issue(&mut official, kind("progress"), &kept, &BY).unwrap();
        assert_eq!((official.form.number(), FormName::of(&official.form)), ("", FormName::RedHead));
        let plain = Issue { form: Some(FormName::Plain), ..Issue::default() };
        issue(&mut official, kind("progress"), &plain, &BY).unwrap();
        assert_eq!(official.form, Form::Plain);
    }

    #[test]
    fn numbers_are_put_right_or_refused() {
        assert_eq!(document_number("〔2026〕5号").as_deref(), Some("〔2026〕5号"));
        assert_eq!(document_number("云水发（2026）12号").as_deref(), Some("云水发〔2026〕12号"));
        for wrong in
            ["云水发〔2026〕05号", "云水发〔26〕5号", "云水发〔2026〕第5号", "云水发2026-5", "机密★〔2026〕5号", ""]
        {
            assert_eq!(document_number(wrong), None, "{wrong}");
        }
        let wrong = Issue { number: Some("5".to_owned()), ..red() };
        let fault = issue(&mut Official::default(), kind("progress"), &wrong, &BY).unwrap_err();
        assert_eq!((fault.field(), fault), ("number", IssueFault::Number("5".to_owned())));
    }

    #[test]
    fn tables_have_no_head() {
        for name in ["ledger", "closing-sheet"] {
            let fault = issue(&mut Official::default(), kind(name), &red(), &BY).unwrap_err();
            assert!(matches!(fault, IssueFault::NotForTables(..)), "{fault}");
            let plain = Issue { layout: Some(Family::B), ..Issue::default() };
            issue(&mut Official::default(), kind(name), &plain, &BY).unwrap();
        }
    }

    #[test]
    fn huge_and_hostile_words_are_refused_or_made_one_line() {
        let long = Issue { copies: Some("长".repeat(501)), ..red() };
        assert!(matches!(issue(&mut Official::default(), kind("plan"), &long, &BY), Err(IssueFault::TooLong(..))));
        let many = Issue { signers: Some(vec!["张某".to_owned(); 11]), ..red() };
        assert!(matches!(issue(&mut Official::default(), kind("plan"), &many, &BY), Err(IssueFault::TooMany(_))));
        let mut official = Official::default();
        let broken = Issue { copies: Some("甲\n乙\u{0}".to_owned()), ..red() };
        issue(&mut official, kind("plan"), &broken, &BY).unwrap();
        assert_eq!(official.form.imprint().copies.as_deref(), Some("甲 乙"));
    }
}
