//! The day from which periods count. Places differ: the meeting, the document, the delivery of the audit report.

use crate::Inspection;
use crate::words::words;
use jiff::civil::Date;

words!(
    /// The day from which a profile counts.
    StartDay {
        Feedback => "feedback" "反馈会议日期",
        Receipt => "receipt" "收文日期",
        Delivery => "delivery" "审计报告送达日期",
    }
);

/// The dates of an inspection that periods count from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KeyDates {
    pub feedback: Option<Date>,
    pub receipt: Option<Date>,
    pub delivery: Option<Date>,
    /// When the finding was filed with the overseer 报备.
    pub filing: Option<Date>,
}

impl KeyDates {
    /// The dates of an inspection. An audit report is delivered when the unit receives it, so one date serves both.
    pub fn of(inspection: &Inspection) -> Self {
        Self {
            feedback: inspection.feedback_date,
            receipt: inspection.receipt_date,
            delivery: inspection.receipt_date,
            filing: None,
        }
    }

    /// The date of a start day, if it is known.
    pub fn of_day(&self, day: StartDay) -> Option<Date> {
        match day {
            StartDay::Feedback => self.feedback,
            StartDay::Receipt => self.receipt,
            StartDay::Delivery => self.delivery,
        }
    }
}
