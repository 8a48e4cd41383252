//! Exact sums of counts, and whether a rate fits them.

/// A part of a total.
#[derive(Debug, Clone)]
pub(super) struct Summand {
    pub(super) label: String,
    pub(super) value: String,
    pub(super) rate: bool,
    /// A part of a part (其中 after another part).
    pub(super) nested: bool,
    /// Named by 其中 or in the list after it.
    pub(super) within: bool,
    pub(super) approximate: bool,
    /// Names a stage of completion.
    pub(super) status: bool,
    /// 其余, 剩余.
    pub(super) remainder: bool,
}

impl Summand {
    /// A plain number.
    pub(super) fn of(value: &str) -> Self {
        Self {
            label: String::new(),
            value: value.to_owned(),
            rate: false,
            nested: false,
            within: false,
            approximate: false,
            status: false,
            remainder: false,
        }
    }
}

/// Digits kept behind the point while adding.
const SCALE: u32 = 6;

/// Whether the parts add up to the total; `None` when they need not.
pub(super) fn consistent(total: &str, parts: &[Summand]) -> Option<bool> {
    let whole = fixed(total)?;
    if parts.iter().any(|p| p.approximate && !p.rate) {
        return None;
    }
    let counted: Vec<(&Summand, i128)> =
        parts.iter().filter(|p| !p.rate && !p.nested).filter_map(|p| fixed(&p.value).map(|v| (p, v))).collect();
    let sum: i128 = counted.iter().map(|(_, value)| value).sum();
    let verdict = match counted.len() {
        0 => None,
        _ if sum == whole => Some(true),
        _ if sum > whole => Some(false),
        1 => None,
        // Some kinds may be left out of a list; stages of completion and a remainder leave nothing out.
        _ if counted.iter().any(|(p, _)| p.remainder) || counted.iter().all(|(p, _)| p.status) => Some(false),
        _ => None,
    };
    match (verdict, rates_fit(whole, parts, &counted)) {
        (_, Some(false)) => Some(false),
        (verdict, _) => verdict,
    }
}

/// A rate fits if some part (or the first parts together) over the total gives it, rounded or cut.
fn rates_fit(whole: i128, parts: &[Summand], counted: &[(&Summand, i128)]) -> Option<bool> {
    let rate = parts.iter().find(|p| p.rate && !p.approximate)?;
    if whole == 0 || counted.is_empty() {
        return None;
    }
    let stated = fixed(&rate.value)?;
    let decimals = rate.value.split_once('.').map_or(0, |(_, tail)| tail.len() as u32).min(SCALE);
    let step = 10i128.pow(SCALE - decimals);
    let mut running = 0;
    let mut candidates = Vec::new();
    for (_, value) in counted {
        running += value;
        candidates.extend([*value, running]);
    }
    let fits = candidates.iter().any(|part| {
        let exact = part * 100 * 10i128.pow(SCALE) / whole;
        (exact - stated).abs() < step
    });
    Some(fits)
}

/// A decimal number as an integer with six digits behind the point.
fn fixed(number: &str) -> Option<i128> {
    let (whole, tail) = number.split_once('.').unwrap_or((number, ""));
    let tail: String = tail.chars().chain("000000".chars()).take(SCALE as usize).collect();
    let digits = format!("{whole}{tail}");
    (digits.len() <= 30).then(|| digits.parse().ok()).flatten()
}
