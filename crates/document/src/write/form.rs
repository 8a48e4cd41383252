//! The forms in which an official document is issued (GB/T 9704-2012, 7.2, 7.4 and chapter 10).

use super::official::Official;

/// Which measures of margins and lines are used; both give 22 lines of 28 characters in the same type area.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Family {
    /// Margins 37/35/28/26 mm, 225 mm for 22 lines.
    #[default]
    A,
    /// GB/T 33476.2-2016: lines of 10.39 mm; half of what lies between them comes above the first.
    B,
}

impl Family {
    pub const ALL: [Self; 2] = [Self::A, Self::B];

    pub fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name().eq_ignore_ascii_case(name))
    }
}

/// Whether room is kept for a seal. No image of a seal is ever written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Seal {
    /// Signature and date of a document without a seal (7.3.5.2).
    #[default]
    None,
    /// Room for it, printed with nothing (7.3.5.1).
    Room,
    /// Room for it in a faint frame.
    Frame,
}

impl Seal {
    pub const ALL: [Self; 3] = [Self::None, Self::Room, Self::Frame];

    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Room => "room",
            Self::Frame => "frame",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::None => "不用印",
            Self::Room => "留印章位置",
            Self::Frame => "标出印章位置",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name || one.word() == name)
    }
}

/// 紧急程度
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    Extra,
    Quick,
}

impl Urgency {
    pub const ALL: [Self; 2] = [Self::Extra, Self::Quick];

    pub fn word(self) -> &'static str {
        match self {
            Self::Extra => "特急",
            Self::Quick => "加急",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What stands in the upper left corner, one below the other (7.2.1, 7.2.3). Marks of secrecy are not written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Corner {
    /// 份号
    pub copy: Option<String>,
    pub urgency: Option<Urgency>,
}

impl Corner {
    /// The lines from above.
    pub fn lines(&self) -> Vec<CornerLine<'_>> {
        let copy = self.copy.as_deref().map(CornerLine::Copy);
        copy.into_iter().chain(self.urgency.map(CornerLine::Urgency)).collect()
    }
}

/// A line of the corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CornerLine<'a> {
    Copy(&'a str),
    Urgency(Urgency),
}

impl<'a> CornerLine<'a> {
    pub fn text(self) -> &'a str {
        match self {
            Self::Copy(text) => text,
            Self::Urgency(urgency) => urgency.word(),
        }
    }
}

/// 版记: what stands at the foot of the last page (7.4).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imprint {
    /// 主送, where it would push the text off the first page.
    pub addressees: Option<String>,
    /// 抄送
    pub copies: Option<String>,
    pub printed: Option<Printed>,
}

/// 印发机关 and 印发日期.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub by: String,
    /// `2026年6月30日`
    pub on: String,
}

impl Imprint {
    pub fn is_empty(&self) -> bool {
        self.addressees.is_none() && self.copies.is_none() && self.printed.is_none()
    }
}

/// 红头: the mark of the issuing bodies in red over a red rule (7.2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RedHead {
    /// The host first.
    pub organs: Vec<String>,
    /// 文件, or nothing.
    pub suffix: String,
    pub corner: Corner,
    /// 发文字号; empty until it is given.
    pub number: String,
    /// 签发人 of an upward document; none for others.
    pub signers: Vec<String>,
    pub imprint: Imprint,
}

/// 信函 (10.1).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    pub organ: String,
    pub corner: Corner,
    pub number: String,
    /// 抄送; a letter has no other imprint.
    pub copies: Option<String>,
}

/// 纪要 (10.3).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Minutes {
    /// `…纪要`
    pub mark: String,
    pub number: String,
    pub imprint: Imprint,
}

/// 命令（令） (10.2).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// `…命令` or `…令`
    pub mark: String,
    pub number: String,
    pub imprint: Imprint,
}

/// How a document is issued.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Form {
    /// Nothing above the title, nothing at the foot.
    #[default]
    Plain,
    RedHead(RedHead),
    Letter(Letter),
    Minutes(Minutes),
    Order(Order),
}

impl Form {
    /// The mark in red, one body a line.
    pub fn marks(&self) -> Vec<&str> {
        match self {
            Self::Plain => Vec::new(),
            Self::RedHead(head) => head.organs.iter().map(String::as_str).collect(),
            Self::Letter(letter) => vec![&letter.organ],
            Self::Minutes(minutes) => vec![&minutes.mark],
            Self::Order(order) => vec![&order.mark],
        }
    }

    pub fn number(&self) -> &str {
        match self {
            Self::Plain => "",
            Self::RedHead(head) => &head.number,
            Self::Letter(letter) => &letter.number,
            Self::Minutes(minutes) => &minutes.number,
            Self::Order(order) => &order.number,
        }
    }

    pub fn corner(&self) -> Option<&Corner> {
        match self {
            Self::RedHead(head) => Some(&head.corner),
            Self::Letter(letter) => Some(&letter.corner),
            _ => None,
        }
    }

    pub fn imprint(&self) -> Imprint {
        match self {
            Self::Plain => Imprint::default(),
            Self::RedHead(RedHead { imprint, .. })
            | Self::Minutes(Minutes { imprint, .. })
            | Self::Order(Order { imprint, .. }) => imprint.clone(),
            Self::Letter(letter) => Imprint { copies: letter.copies.clone(), ..Imprint::default() },
        }
    }

    /// The same form with the number of the n-th document of a file, counted from 0: each letter has its own.
    pub fn numbered(&self, n: usize) -> Self {
        let mut form = self.clone();
        let number = match &mut form {
            Self::Plain => return form,
            Self::RedHead(head) => &mut head.number,
            Self::Letter(letter) => &mut letter.number,
            Self::Minutes(minutes) => &mut minutes.number,
            Self::Order(order) => &mut order.number,
        };
        *number = following(number, n);
        form
    }
}

/// `云水函〔2026〕5号` and two more: `云水函〔2026〕7号`.
fn following(number: &str, n: usize) -> String {
    let Some(head) = number.strip_suffix('号') else { return number.to_owned() };
    let digits = head.chars().rev().take_while(char::is_ascii_digit).count();
    let (head, serial) = head.split_at(head.len() - digits);
    match serial.parse::<u64>().ok().and_then(|serial| serial.checked_add(n as u64)) {
        Some(serial) if n > 0 => format!("{head}{serial}号"),
        _ => number.to_owned(),
    }
}

/// 抄送 ends with a full stop.
pub fn copies_line(copies: &str) -> String {
    format!("抄送：{}。", copies.trim().trim_end_matches(['。', '，', '；', '.']))
}

/// Size of a mark in points: 小初, or as large as the longest line lets it be.
pub fn mark_size(official: &Official) -> f32 {
    const LARGEST: f32 = 36.0;
    /// A name of more than forty characters still stays between the margins.
    const SMALLEST: f32 = 9.0;
    /// Points between the margins.
    const WIDTH: f32 = 442.0;
    let (marks, beside) = match &official.form {
        Form::RedHead(head) => (official.form.marks(), head.suffix.chars().count()),
        form => (form.marks(), 0),
    };
    let longest = marks.iter().map(|mark| mark.chars().count()).max().unwrap_or(1);
    // The word beside several bodies stands one character off.
    let gap = usize::from(beside > 0 && marks.len() > 1);
    (WIDTH / (longest + beside + gap).max(1) as f32).clamp(SMALLEST, LARGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_document_of_a_file_has_its_own_number() {
        let letter = Form::Letter(Letter { number: "云水函〔2026〕5号".to_owned(), ..Letter::default() });
        assert_eq!(letter.numbered(0).number(), "云水函〔2026〕5号");
        assert_eq!(letter.numbered(2).number(), "云水函〔2026〕7号");
        let odd = Form::Letter(Letter { number: "第三号令".to_owned(), ..Letter::default() });
        assert_eq!(odd.numbered(2).number(), "第三号令");
        assert_eq!(Form::Plain.numbered(3), Form::Plain);
    }

    #[test]
    fn a_long_mark_is_set_smaller() {
        let size = |organs: &[&str]| {
            let organs = organs.iter().map(|organ| (*organ).to_owned()).collect();
            let form = Form::RedHead(RedHead { organs, suffix: "文件".to_owned(), ..RedHead::default() });
            mark_size(&Official { form, ..Official::default() })
        };
        assert_eq!(size(&["云溪县水务局"]), 36.0);
        assert!((size(&["中共云溪县水务局机关党支部委员会"]) - 442.0 / 18.0).abs() < 0.01);
        assert!(size(&["中共云溪县水务局委员会", "云溪县财政局"]) < 442.0 / 13.0);
    }

    #[test]
    fn copies_end_with_one_stop() {
        assert_eq!(copies_line("县纪委监委，县委组织部"), "抄送：县纪委监委，县委组织部。");
        assert_eq!(copies_line("县纪委监委。 "), "抄送：县纪委监委。");
    }
}
