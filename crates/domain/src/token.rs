//! API tokens 接口令牌: a script acts for a person, with less than he may do himself and until a date.

use crate::words::words;
use jiff::civil::Date;

words!(
    /// What a token may do.
    TokenScope {
        Read => "read" "只读",
        Write => "write" "读写",
    }
);

/// Longest life of a token, in days (practice: a year, as for certificates).
pub const TOKEN_DAYS_MAX: i64 = 366;

/// What is wrong with the last day of a token, in words.
pub fn token_expiry_offence(expires: Date, today: Date) -> Option<String> {
    let days = (expires - today).get_days();
    if days < 0 {
        return Some("到期日不能早于今天".to_owned());
    }
    (i64::from(days) > TOKEN_DAYS_MAX).then(|| format!("令牌有效期最长 {TOKEN_DAYS_MAX} 天，请选择更早的到期日"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_token_lives_a_year_at_most() {
        let today = date(2026, 11, 23);
        assert_eq!(token_expiry_offence(today, today), None);
        assert_eq!(token_expiry_offence(date(2027, 11, 24), today), None);
        assert!(token_expiry_offence(date(2027, 11, 25), today).is_some());
        assert!(token_expiry_offence(date(2026, 11, 22), today).is_some());
    }
}
