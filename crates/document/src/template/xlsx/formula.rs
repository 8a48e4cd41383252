//! References in formulas: B5, $B$5, A1:C9, 5:9, '表 一'!B5.

/// A reference to a row of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// A cell by itself.
    Single,
    First,
    Last,
}

/// The formula with the rows of its references as `row` says: sheet (`None` is its own), row, which end of a range.
/// Texts, names and functions stay as they are.
pub(super) fn with_rows(formula: &str, row: &mut dyn FnMut(Option<&str>, u32, End) -> u32) -> String {
    let tokens = tokens(formula);
    let mut out = String::with_capacity(formula.len());
    let mut sheet: Option<String> = None;
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        if tokens.get(at + 1) == Some(&"!") {
            sheet = Some(token.trim_matches('\'').replace("''", "'"));
            out.push_str(token);
            out.push('!');
            at += 2;
            continue;
        }
        let range = tokens.get(at + 1) == Some(&":");
        let pair = tokens.get(at + 2).filter(|_| range);
        let called = tokens.get(at + 1) == Some(&"(");
        match (parts(token, pair.is_some()), pair.and_then(|end| parts(end, true))) {
            (Some(first), Some(last)) => {
                let (a, b) = (row(sheet.as_deref(), first.row, End::First), row(sheet.as_deref(), last.row, End::Last));
                out.push_str(&format!("{}{}:{}{}", first.head, a, last.head, b.max(a)));
                at += 3;
            }
            (Some(only), None) if !called && !only.head.trim_matches('$').is_empty() => {
                out.push_str(&format!("{}{}", only.head, row(sheet.as_deref(), only.row, End::Single)));
                at += 1;
            }
            _ => {
                out.push_str(token);
                at += 1;
            }
        }
        sheet = None;
    }
    out
}

/// A formula shared with a cell elsewhere: what is not held by a $ moves along.
pub(super) fn carried(formula: &str, rows: i64, columns: i64) -> String {
    let tokens = tokens(formula);
    let moved = tokens.iter().enumerate().map(|(at, token)| {
        let beside = |sign: &str| tokens.get(at + 1) == Some(&sign);
        let in_range = beside(":") || at > 0 && tokens[at - 1] == ":";
        let free = !beside("(") && !beside("!");
        let found = parts(token, in_range).filter(|parts| free && !parts.head.trim_matches('$').is_empty());
        found.map_or_else(|| (*token).to_owned(), |parts| parts.carried(rows, columns))
    });
    moved.collect()
}

impl Parts<'_> {
    fn carried(&self, rows: i64, columns: i64) -> String {
        let fixed_row = self.head.len() > 1 && self.head.ends_with('$');
        let row = if fixed_row { i64::from(self.row) } else { (i64::from(self.row) + rows).max(1) };
        let letters = self.head.trim_matches('$');
        let old = super::sheet::column_of(letters).unwrap_or(1);
        let fixed_column = self.head.starts_with('$');
        let column = if fixed_column { i64::from(old) } else { (i64::from(old) + columns).max(1) };
        let name = super::sheet::letters(u32::try_from(column).unwrap_or(1));
        let sign = |fixed: bool| if fixed { "$" } else { "" };
        format!("{}{name}{}{row}", sign(fixed_column), sign(fixed_row))
    }
}

/// Column letters with their signs, and the row.
struct Parts<'a> {
    head: &'a str,
    row: u32,
}

/// A cell; in a range a row alone too.
fn parts(token: &str, in_range: bool) -> Option<Parts<'_>> {
    let split = token.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
    let (head, digits) = token.split_at_checked(split)?;
    let row: u32 = digits.parse().ok().filter(|row| *row > 0)?;
    let letters = head.strip_prefix('$').unwrap_or(head);
    let letters = letters.strip_suffix('$').unwrap_or(letters);
    let is_cell = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_alphabetic());
    (is_cell || in_range && letters.is_empty()).then_some(Parts { head, row })
}

/// Words, single signs, and quoted texts as a whole.
fn tokens(formula: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = formula;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' | '\'' => quoted(rest, c),
            '[' => rest.find(']').map_or(rest.len(), |at| at + 1),
            c if is_word(c) => rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, left) = rest.split_at(length);
        tokens.push(token);
        rest = left;
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '\\')
}

/// Bytes up to the closing quote; a doubled one is a character.
fn quoted(text: &str, quote: char) -> usize {
    let mut from = 1;
    while let Some(at) = text[from..].find(quote) {
        let end = from + at + 1;
        if !text[end..].starts_with(quote) {
            return end;
        }
        from = end + 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_references_move_and_nothing_else_does() {
        let down = |formula: &str| {
            with_rows(formula, &mut |sheet, row, _| if sheet.is_none_or(|s| s == "台账") { row + 10 } else { row })
        };
        for (before, after) in [
            ("SUM(C5:C9)+B$4", "SUM(C15:C19)+B$14"),
            ("台账!$A$5&\"B5\"&'台账'!B6", "台账!$A$15&\"B5\"&'台账'!B16"),
            ("LOG10(B2)+ROUND(A1,2)", "LOG10(B12)+ROUND(A11,2)"),
            ("SUM($5:$9)+别处!B5+Q1收入", "SUM($15:$19)+别处!B5+Q1收入"),
            ("1.5E5+[1]表!A1+TRUE", "1.5E5+[1]表!A1+TRUE"),
            ("IF(A1=\"说\"\"B5\"\"\",A:A,3:3)", "IF(A11=\"说\"\"B5\"\"\",A:A,13:13)"),
        ] {
            assert_eq!(down(before), after);
        }
    }

    #[test]
    fn a_shared_formula_moves_what_no_sign_holds() {
        assert_eq!(carried("SUM($A2:B$3)*C2+ROUND(D1,0)", 2, 1), "SUM($A4:C$3)*D4+ROUND(E3,0)");
    }
}
