//! Numbers and what their format makes of them: a date or a number.

use super::records::word;
use super::strings::long_text;
use crate::read::sheet::{date_text, plain_number};
use calamine::{ExcelDateTime, ExcelDateTimeType};
use std::collections::HashSet;

/// Formats of cells.
#[derive(Debug, Default)]
pub(super) struct Formats {
    /// For each cell format whether it shows dates.
    dates: Vec<bool>,
    /// Numbers of the workbook's own formats that show dates.
    own: HashSet<u16>,
    /// Numbers of the workbook's own formats that do not.
    plain: HashSet<u16>,
    pub(super) from_1904: bool,
}

impl Formats {
    pub(super) fn add_format(&mut self, data: &[u8]) {
        let Some(number) = word(data, 0) else { return };
        let text = long_text(data, 2, data.len());
        if shows_dates(&text) {
            self.own.insert(number)
        } else {
            self.plain.insert(number)
        };
    }

    pub(super) fn add_cell_format(&mut self, data: &[u8]) {
        let number = word(data, 2).unwrap_or(0);
        let built_in = matches!(number, 14..=22 | 27..=36 | 45..=47 | 50..=58) && !self.plain.contains(&number);
        self.dates.push(built_in || self.own.contains(&number));
    }

    /// A number as its cell shows it.
    pub(super) fn text(&self, value: f64, format: u16) -> String {
        if self.dates.get(usize::from(format)) == Some(&true) {
            date_text(&ExcelDateTime::new(value, ExcelDateTimeType::DateTime, self.from_1904))
        } else {
            plain_number(value)
        }
    }
}

/// Letters of dates outside quotes, escapes and brackets.
fn shows_dates(format: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    format.chars().any(|c| {
        if std::mem::take(&mut escaped) {
            return false;
        }
        match c {
            '\\' | '_' | '*' => escaped = true,
            '"' => quoted = !quoted,
            '[' => bracketed = true,
            ']' => bracketed = false,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' => return !quoted && !bracketed,
            _ => {}
        }
        false
    })
}

/// A number in 30 bits: an integer or the upper half of a double, perhaps in hundredths.
pub(super) fn of_rk(value: u32) -> f64 {
    let number = if value & 2 != 0 {
        f64::from(value.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(value & 0xFFFF_FFFC) << 32)
    };
    if value & 1 != 0 { number / 100.0 } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_told_from_others() {
        for format in ["yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"", "[$-804]yyyy/m/d", "h:mm"] {
            assert!(shows_dates(format), "{format}");
        }
        for format in ["0.00", "#,##0\"元\"", "[Red]0", "\"d\"0", "General", "\\d0"] {
            assert!(!shows_dates(format), "{format}");
        }
    }

    #[test]
    fn short_numbers_are_integers_doubles_or_hundredths() {
        assert_eq!(of_rk((12 << 2) | 2), 12.0);
        assert_eq!(of_rk((1250 << 2) | 3), 12.5);
        assert_eq!(of_rk((1.5f64.to_bits() >> 32) as u32), 1.5);
        assert_eq!(of_rk(((-3i32 << 2) | 2).cast_unsigned()), -3.0);
    }
}
