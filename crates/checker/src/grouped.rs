//! Long numbers as they are written: in one piece, in groups with a space or a hyphen between, in full-width digits.

/// A number of which it is asked what it is; digits as ASCII, the check digit `X` as a capital.
pub(crate) struct Number {
    /// Bytes of the text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) digits: String,
}

/// Numbers that are such: as a whole with all of its groups, or else group by group.
pub(crate) fn numbers(text: &str, such: impl Fn(&str) -> bool) -> Vec<Number> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        if digit(characters[at].1).is_none() {
            at += 1;
            continue;
        }
        let groups = groups(&characters, at);
        let end = groups.last().map_or(at + 1, |(_, end)| *end);
        let whole = number(text, &characters, (at, end));
        match such(&whole.digits) {
            true => found.push(whole),
            false if groups.len() > 1 => {
                let each = groups.iter().map(|group| number(text, &characters, *group));
                found.extend(each.filter(|one| such(&one.digits)));
            }
            false => {}
        }
        at = end;
    }
    found
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

fn is_check(c: char) -> bool {
    matches!(c, 'X' | 'x' | 'Ｘ')
}

/// The groups that follow each other from a digit on, in characters; a check digit ends the last one.
fn groups(text: &[(usize, char)], from: usize) -> Vec<(usize, usize)> {
    let mut groups = Vec::new();
    let mut start = from;
    loop {
        let length = text[start..].iter().take_while(|(_, c)| digit(*c).is_some()).count();
        let end = start + length;
        if text.get(end).is_some_and(|(_, c)| is_check(*c)) {
            groups.push((start, end + 1));
            return groups;
        }
        groups.push((start, end));
        let parted = text.get(end).is_some_and(|(_, c)| matches!(c, ' ' | '-' | '－'));
        if !(parted && text.get(end + 1).is_some_and(|(_, c)| digit(*c).is_some())) {
            return groups;
        }
        start = end + 1;
    }
}

fn number(text: &str, characters: &[(usize, char)], (from, to): (usize, usize)) -> Number {
    let byte = |at: usize| characters.get(at).map_or(text.len(), |(byte, _)| *byte);
    let digits = characters[from..to].iter().filter_map(|(_, c)| digit(*c).or(is_check(*c).then_some('X')));
    Number { start: byte(from), end: byte(to), digits: digits.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, length: usize) -> Vec<(String, String)> {
        let numbers = numbers(text, |digits| digits.len() == length);
        numbers.into_iter().map(|one| (text[one.start..one.end].to_owned(), one.digits)).collect()
    }

    #[test]
    fn a_number_is_one_however_it_is_grouped() {
        let pair = |shown: &str, digits: &str| (shown.to_owned(), digits.to_owned());
        assert_eq!(found("电话159 8765 4321。", 11), [pair("159 8765 4321", "15987654321")]);
        assert_eq!(
            found("电话159-8765-4321、１３８００００１１１１", 11),
            [pair("159-8765-4321", "15987654321"), pair("１３８００００１１１１", "13800001111")]
        );
        assert_eq!(found("11010519491231 002X", 18), [pair("11010519491231 002X", "11010519491231002X")]);
        assert_eq!(found("2026-06-30 13812345678", 11), [pair("13812345678", "13812345678")]);
        assert_eq!(found("", 11), []);
    }
}
