//! Amounts of money as exact decimals in text.

/// Digits before and behind the point that an amount may have.
const DIGITS_MAX: usize = 18;
const DECIMALS: usize = 18;

/// The exact sum without zeros at the end; `None` where one of them is no decimal, or there is none.
pub fn decimal_sum(amounts: &[&str]) -> Option<String> {
    if amounts.is_empty() {
        return None;
    }
    let mut sum = 0i128;
    for amount in amounts {
        sum = sum.checked_add(scaled(amount.trim())?)?;
    }
    let unit = 10i128.pow(DECIMALS as u32);
    let decimals = format!("{:0>DECIMALS$}", sum % unit);
    let decimals = decimals.trim_end_matches('0');
    let whole = sum / unit;
    Some(if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") })
}

fn scaled(text: &str) -> Option<i128> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.len() <= DIGITS_MAX && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<DECIMALS$}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact() {
        assert_eq!(decimal_sum(&["0.1", "0.2"]).as_deref(), Some("0.3"));
        assert_eq!(decimal_sum(&["71320.50", "0.50"]).as_deref(), Some("71321"));
        assert_eq!(decimal_sum(&["0"]).as_deref(), Some("0"));
        for wrong in ["", "-1", "1,000", "1.", ".5", "一万"] {
            assert_eq!(decimal_sum(&["1", wrong]), None, "{wrong}");
        }
    }
}
