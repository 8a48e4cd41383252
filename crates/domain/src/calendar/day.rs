//! What a day is: working day, weekend, public holiday, make-up day, local leave.

/// The kind of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayKind {
    Working,
    Weekend,
    /// Off by the national notice; the holiday's name.
    Holiday(String),
    /// A day of the weekend that is worked in exchange; the holiday it makes up for.
    MakeUp(String),
    /// Off by a local or own rule, as 民族节日; its name.
    LocalLeave(String),
}

impl DayKind {
    pub fn is_working(&self) -> bool {
        matches!(self, Self::Working | Self::MakeUp(_))
    }

    /// The kind in words: `国庆节放假`, `春节调休上班`.
    pub fn words(&self) -> String {
        match self {
            Self::Working => "工作日".to_owned(),
            Self::Weekend => "周末".to_owned(),
            Self::Holiday(name) | Self::LocalLeave(name) => format!("{name}放假"),
            Self::MakeUp(name) => format!("{name}调休上班"),
        }
    }
}
