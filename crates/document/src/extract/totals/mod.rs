//! Counted statements: 21个问题，完成19个，基本完成2个; whether the parts add up.

mod counts;
mod sums;

use super::{Hit, span};
use crate::{Part, Total};
use counts::{Count, Role, counts};

/// Collects totals; a total waits for its parts until the next sentence ends.
#[derive(Debug, Default)]
pub(crate) struct Totals;

impl Totals {
    pub(crate) fn paragraph(&mut self, index: u32, text: &str, hits: &[Hit], out: &mut Vec<Total>) {
        let counts = counts(text, hits);
        let mut open: Option<Open> = None;
        for count in &counts {
            if let Some(current) = &mut open
                && current.takes(count)
            {
                current.add(count);
                continue;
            }
            if count.role == Role::Total {
                finish(&mut open, index, out);
                open = Some(Open::new(count));
            }
        }
        finish(&mut open, index, out);
    }
}

struct Open {
    subject: String,
    unit: String,
    total: String,
    approximate: bool,
    sentence: usize,
    start: usize,
    end: usize,
    parts: Vec<sums::Summand>,
}

impl Open {
    fn new(count: &Count) -> Self {
        Self {
            subject: count.subject.clone().unwrap_or_default(),
            unit: count.unit.to_owned(),
            total: count.value.clone(),
            approximate: count.approximate,
            sentence: count.sentence,
            start: count.start,
            end: count.end,
            parts: Vec::new(),
        }
    }

    /// A part follows in the same or the next sentence, in a unit that fits, about the same things.
    fn takes(&self, count: &Count) -> bool {
        let near = count.sentence == self.sentence || count.sentence == self.sentence + 1 && count.leads_on;
        let same_things =
            count.subject.as_ref().is_none_or(|subject| *subject == self.subject) || count.role == Role::Part;
        let unit_fits = count.unit == self.unit || count.unit == "%" || counts::interchangeable(count.unit, &self.unit);
        let other_subject = count.subject.as_ref().is_some_and(|subject| *subject != self.subject);
        near && count.role == Role::Part
            && same_things
            && unit_fits
            && !(other_subject && count.unit != self.unit)
            && !(other_subject && !self.parts.is_empty() && !count.leads_on && count.named_things)
    }

    fn add(&mut self, count: &Count) {
        self.end = count.end;
        self.sentence = self.sentence.max(count.sentence);
        let nested = count.within && !self.parts.is_empty();
        self.parts.push(sums::Summand {
            label: count.label.clone(),
            value: count.value.clone(),
            rate: count.unit == "%",
            nested,
            approximate: count.approximate,
            status: count.status,
            remainder: count.remainder,
        });
    }
}

fn finish(open: &mut Option<Open>, index: u32, out: &mut Vec<Total>) {
    let Some(done) = open.take() else { return };
    let consistent = if done.approximate { None } else { sums::consistent(&done.total, &done.parts) };
    out.push(Total {
        subject: done.subject,
        unit: done.unit,
        total: done.total,
        parts: done
            .parts
            .into_iter()
            .map(|p| Part { label: p.label, count: if p.rate { format!("{}%", p.value) } else { p.value } })
            .collect(),
        consistent,
        span: span(index, done.start, done.end),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::scan;

    fn check(text: &str, expected: &[&str]) {
        let (mut hits, mut out) = (Vec::new(), Vec::new());
        scan(text, &mut hits);
        Totals.paragraph(0, text, &hits, &mut out);
        let shown: Vec<String> = out
            .iter()
            .map(|t| {
                let parts: Vec<_> = t.parts.iter().map(|p| p.count.clone()).collect();
                let mark = match t.consistent {
                    Some(true) => " ok",
                    Some(false) => " bad",
                    None => "",
                };
                format!("{}{}{}={}{mark}", t.subject, t.total, t.unit, parts.join("+"))
            })
            .collect();
        assert_eq!(shown, expected, "{text}");
    }

    #[test]
    fn partitions_add_up() {
        check(
            "本轮巡察共指出具体问题21个，目前已完成整改 19个，基本完成2个；提出整改意见3条，已落实3条。",
            &["问题21个=19+2 ok", "意见3条=3 ok"],
        );
        check("反馈25个问题，已完成整改19个、正在整改6个，整改完成率76%。", &["问题25个=19+6+76% ok"]);
        check("有序推进22项整改任务落实，其中20项已完成整改，其余2项正在推进。", &["任务22项=20+2 ok"]);
        check("共反馈问题30个。其中，已完成28个，未完成2个。", &["问题30个=28+2 ok"]);
    }

    #[test]
    fn wrong_sums_and_rates_are_found() {
        check("反馈问题21个，已完成整改18个，基本完成2个。", &["问题21个=18+2 bad"]);
        check("反馈问题21个，已完成整改19个，正在整改2个，完成率95%。", &["问题21个=19+2+95% bad"]);
    }

    #[test]
    fn one_part_of_a_whole_proves_nothing() {
        check("反馈问题21个，其中立行立改5个。", &["问题21个=5"]);
        check("反馈问题21个，已完成整改23个。", &["问题21个=23 bad"]);
    }

    #[test]
    fn nested_units_are_totals_of_their_own() {
        check("反馈4大类16个方面22个问题。", &["类4类=", "方面16个=", "问题22个="]);
        check("涉及3个方面、5个单位共计14项具体问题。", &["方面3个=", "单位5个=", "问题14项="]);
    }

    #[test]
    fn counts_of_ordinary_work_are_no_totals() {
        check("举办读书班1次，开展了5个专题的研讨交流，新建4个“暖心之家”项目点，落实“六项重点任务”。", &[]);
    }

    #[test]
    fn the_other_counts_of_a_report() {
        check("共制定或完善各种制度办法17项。", &["制度办法17项="]);
        check("先后6次召开机关党支部会议，研究方案。", &["会议6次="]);
        check("整改期间对各项目点进行63次督导。", &["督导63次="]);
    }
}
