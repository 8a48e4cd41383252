//! A table of days as people write and paste it: one day a line, `2027-01-01 放假 元旦`.

use super::{DayEntry, EntryKind};

/// A line that is no day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("第 {line} 行“{text}”不能识别，请写成“2027-01-01 放假 元旦”，类别为“放假”或“上班”。")]
pub struct LineRefusal {
    pub line: usize,
    pub text: String,
}

/// The days of a pasted table. Blank lines are passed over; between the parts stand spaces, tabs or commas.
pub fn days_of_text(text: &str) -> Result<Vec<DayEntry>, Vec<LineRefusal>> {
    let (mut days, mut refused) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match day_of_line(line) {
            Some(day) => days.push(day),
            None => refused.push(LineRefusal { line: at + 1, text: line.trim().chars().take(40).collect() }),
        }
    }
    if refused.is_empty() { Ok(days) } else { Err(refused) }
}

fn day_of_line(line: &str) -> Option<DayEntry> {
    let mut parts = line.split([' ', '\t', '\u{3000}', ',', '，']).filter(|part| !part.is_empty());
    let date = parts.next()?.replace(['/', '.'], "-").parse().ok()?;
    let kind = match parts.next()? {
        "放假" | "休" | "休假" => EntryKind::Off,
        "上班" | "班" | "调休" | "补班" => EntryKind::Worked,
        _ => return None,
    };
    let name: Vec<&str> = parts.collect();
    (!name.is_empty()).then(|| DayEntry { name: name.join(" "), date, kind })
}

/// The table in the form that [`days_of_text`] reads.
pub fn text_of_days(days: &[DayEntry]) -> String {
    days.iter().map(|day| format!("{} {} {}\n", day.date, day.kind.word(), day.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_table_is_read_and_written_alike() {
        let text = "2027-01-01 放假 元旦\n\n2027/2/20\t班\t春节\n2027-10-01，放假，国庆节\n";
        let days = days_of_text(&text.replace("2027/2/20", "2027/02/20")).unwrap_or_else(|r| panic!("{r:?}"));
        assert_eq!(text_of_days(&days), "2027-01-01 放假 元旦\n2027-02-20 上班 春节\n2027-10-01 放假 国庆节\n");
        assert_eq!(days_of_text(&text_of_days(&days)), Ok(days));
    }

    #[test]
    fn lines_that_are_no_day_are_named() {
        let refused =
            days_of_text("2027-01-01 放假 元旦\n2027-13-01 放假 元旦\n2027-01-02 也许 元旦\n2027-01-03 放假\n");
        let lines: Vec<usize> = refused.err().unwrap_or_default().iter().map(|r| r.line).collect();
        assert_eq!(lines, [2, 3, 4]);
    }
}
