//! The fixed masking of personal data (process-rules §5.5): always the same, and every place is reported.

use checker::named_persons;

/// What is masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MaskKind {
    Name,
    Phone,
    Identity,
    BankCard,
    Address,
}

impl MaskKind {
    /// Why a place was masked.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Name => "非领导人员姓名，只留姓氏",
            Self::Phone => "手机号码，留前三位和后四位",
            Self::Identity => "身份证号码，留前六位和后四位",
            Self::BankCard => "银行卡号，只留后四位",
            Self::Address => "住址，只写到县（市、区）",
        }
    }
}

/// A masked stretch in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    pub start: usize,
    pub end: usize,
    pub after: String,
    pub kind: MaskKind,
}

/// Whose names are masked, and whose are left: a leader's name that holds another name stays whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MaskNames {
    pub masked: Vec<String>,
    pub kept: Vec<String>,
}

/// Shortest and longest name that is looked for.
const NAME_MIN: usize = 2;

const COMPOUND: [&str; 12] =
    ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "司徒"];

/// 张某, 欧阳某
pub(super) fn masked_name(name: &str) -> String {
    let compound = COMPOUND.iter().find(|surname| name.starts_with(**surname) && name.chars().count() > 2);
    let surname: String = compound.map_or_else(|| name.chars().take(1).collect(), |surname| (*surname).to_owned());
    format!("{surname}某")
}

/// Every place that is masked, in order, none over another.
pub fn masks(text: &str, names: &MaskNames) -> Vec<Mask> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = addresses(&characters);
    found.extend(numbers(&characters));
    found.extend(people(&characters, names));
    found.extend(with_deeds(text));
    let mut out: Vec<Mask> = Vec::new();
    for mask in found {
        if out.iter().all(|one| mask.end <= one.start || one.end <= mask.start) {
            out.push(mask);
        }
    }
    out.sort_by_key(|mask| mask.start);
    out
}

/// Names of the directory; the longest at each place.
fn people(text: &[char], names: &MaskNames) -> Vec<Mask> {
    let all = names.masked.iter().map(|name| (name, true)).chain(names.kept.iter().map(|name| (name, false)));
    let mut all: Vec<(Vec<char>, bool)> = all
        .map(|(name, masked)| (name.chars().collect::<Vec<char>>(), masked))
        .filter(|(name, _)| name.len() >= NAME_MIN)
        .collect();
    // A leader of the same name as somebody else is left: the text does not say which of them it is.
    all.sort_by_key(|(name, masked)| (std::cmp::Reverse(name.len()), *masked));
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some((name, masked)) = all.iter().find(|(name, _)| text[at..].starts_with(name)) else {
            at += 1;
            continue;
        };
        let end = at + name.len();
        if *masked {
            let after = masked_name(&name.iter().collect::<String>());
            out.push(Mask { start: at, end, after, kind: MaskKind::Name });
        }
        at = end;
    }
    out
}

/// Names that the checker knows by what is said of them (R-NAME).
fn with_deeds(text: &str) -> Vec<Mask> {
    let characters = |bytes: usize| text.get(..bytes).map_or(0, |head| head.chars().count());
    let place = |(start, end): (usize, usize)| {
        let name = text.get(start..end)?;
        Some(Mask { start: characters(start), end: characters(end), after: masked_name(name), kind: MaskKind::Name })
    };
    named_persons(text).into_iter().filter_map(place).collect()
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')),
        _ => None,
    }
}

/// Long numbers: first as they are grouped by spaces and hyphens, then group by group.
fn numbers(text: &[char]) -> Vec<Mask> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if digit(text[at]).is_none() {
            at += 1;
            continue;
        }
        let end = grouped_end(text, at);
        match number(text, at, end) {
            Some(mask) => out.push(mask),
            None => out.extend(groups(text, at, end).into_iter().filter_map(|(from, to)| number(text, from, to))),
        }
        at = end;
    }
    out
}

/// Where a number ends whose groups one space or hyphen parts.
fn grouped_end(text: &[char], from: usize) -> usize {
    let mut end = from;
    loop {
        while text.get(end).is_some_and(|c| digit(*c).is_some()) {
            end += 1;
        }
        let check = text.get(end).is_some_and(|c| matches!(c, 'X' | 'x' | 'Ｘ'));
        if check && text[from..end].iter().filter(|c| digit(**c).is_some()).count() == 17 {
            return end + 1;
        }
        let parted = text.get(end).is_some_and(|c| matches!(c, ' ' | '-' | '－'));
        if !(parted && text.get(end + 1).is_some_and(|c| digit(*c).is_some())) {
            return end;
        }
        end += 1;
    }
}

fn groups(text: &[char], from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = from;
    for part in text[from..to].split(|c| matches!(c, ' ' | '-' | '－')) {
        out.push((start, start + part.len()));
        start += part.len() + 1;
    }
    out
}

fn number(text: &[char], start: usize, end: usize) -> Option<Mask> {
    let plain: String = text[start..end]
        .iter()
        .filter_map(|c| digit(*c).or_else(|| matches!(c, 'X' | 'x' | 'Ｘ').then_some('X')))
        .collect();
    // The code of the country before a mobile number stays.
    let skip = usize::from(plain.len() == 13 && plain.starts_with("86") && is_mobile(&plain[2..])) * 2;
    let own = &plain[skip..];
    let tail = || own.get(own.len().saturating_sub(4)..).unwrap_or_default();
    let (after, kind) = if is_identity(own) || (is_identity_like(own) && is_labelled(&text[..start])) {
        (format!("{}{}{}", &own[..6], "*".repeat(own.len() - 10), tail()), MaskKind::Identity)
    } else if is_mobile(own) {
        (format!("{}****{}", &own[..3], tail()), MaskKind::Phone)
    } else if (16..=19).contains(&own.len()) && luhn(own) {
        (format!("（尾号{}）", tail()), MaskKind::BankCard)
    } else {
        return None;
    };
    let digits = (start..end).filter(|at| digit(text[*at]).is_some());
    let start = digits.skip(skip).min().unwrap_or(start);
    Some(Mask { start, end, after, kind })
}

fn is_mobile(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])
}

/// 18 characters with their check digit (GB 11643-1999), or 15 digits with a date and a province.
fn is_identity(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = text.as_bytes();
    let two = |at: usize| text.get(at..at + 2).and_then(|part| part.parse::<u32>().ok()).unwrap_or_default();
    match bytes.len() {
        18 if bytes[..17].iter().all(u8::is_ascii_digit) => {
            let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
            CHECKS.get((sum % 11) as usize) == Some(&bytes[17])
        }
        15 if bytes.iter().all(u8::is_ascii_digit) => {
            (11..=65).contains(&two(0)) && (1..=12).contains(&two(8)) && (1..=31).contains(&two(10))
        }
        _ => false,
    }
}

/// As long as one; a slip of the pen makes it no less somebody's.
fn is_identity_like(text: &str) -> bool {
    matches!(text.len(), 15 | 18) && text.bytes().take(text.len() - 1).all(|byte| byte.is_ascii_digit())
}

/// What stands just before says that it is one.
fn is_labelled(before: &[char]) -> bool {
    let near: String = before[before.len().saturating_sub(LABEL_MAX)..].iter().collect();
    near.contains("身份证") || near.contains("公民身份号码")
}

/// Characters before a number in which its label is looked for.
const LABEL_MAX: usize = 8;

/// The check digit of card numbers (ISO/IEC 7812-1).
fn luhn(digits: &str) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let digits: Option<Vec<u32>> = digits.chars().rev().map(|c| c.to_digit(10)).collect();
    digits.is_some_and(|digits| {
        let sum: u32 = digits.iter().enumerate().map(|(at, d)| if at % 2 == 1 { doubled(*d) } else { *d }).sum();
        sum > 0 && sum.is_multiple_of(10)
    })
}

const HOMES: [&str; 10] =
    ["家庭住址", "户籍地址", "户籍所在地", "家住", "住址", "现住", "居住在", "居住于", "住在", "住"];
/// 住户, 住房 and the like are words of their own.
const NO_HOME: &str = "户房宅建院所校宿";
/// What only the address of a dwelling has.
const DWELLINGS: [&str; 7] = ["号楼", "单元", "室", "栋", "幢", "号院", "组"];
/// Where the public part of an address ends; the smallest that is there counts.
const COUNTIES: [char; 4] = ['县', '区', '旗', '市'];
/// What is smaller than a county.
const BELOW: [char; 6] = ['镇', '乡', '街', '路', '村', '巷'];
/// 区 and 市 that are no counties.
const NO_COUNTY: [&str; 6] = ["小区", "社区", "园区", "新区", "城市", "街区"];

/// Addresses of dwellings after words that announce them.
fn addresses(text: &[char]) -> Vec<Mask> {
    let mut out: Vec<Mask> = Vec::new();
    for lead in HOMES {
        let lead: Vec<char> = lead.chars().collect();
        for at in 0..text.len().saturating_sub(lead.len()) {
            if !text[at..].starts_with(&lead) || text.get(at + lead.len()).is_some_and(|c| NO_HOME.contains(*c)) {
                continue;
            }
            let mut start = at + lead.len();
            while text.get(start).is_some_and(|c| matches!(c, '：' | ':' | '为' | '在' | '于')) {
                start += 1;
            }
            let length = text[start..].iter().take_while(|c| !"，。；、（）,; \n".contains(**c)).count();
            let own: String = text[start..start + length].iter().collect();
            let dwelling = DWELLINGS
                .iter()
                .any(|unit| own.split(unit).next().is_some_and(|head| head.ends_with(is_number) && head != own));
            let street = own.contains(['路', '街', '巷', '村']) && own.contains('号');
            if !(dwelling || street) {
                continue;
            }
            let kept = county_end(&own);
            let (from, after) = if kept == 0 { (start, "（住址略）") } else { (start + kept, "") };
            let clear = out.iter().all(|one| start + length <= one.start || one.end <= from);
            if clear && from < start + length {
                out.push(Mask { start: from, end: start + length, after: after.to_owned(), kind: MaskKind::Address });
            }
        }
    }
    out
}

fn is_number(c: char) -> bool {
    digit(c).is_some() || "一二三四五六七八九十".contains(c)
}

/// Characters up to the name of the county; 0 where there is none.
fn county_end(address: &str) -> usize {
    let characters: Vec<char> = address.chars().collect();
    let is_county = |at: usize| {
        // 红旗村 is a village.
        if characters.get(at + 1).is_some_and(|next| BELOW.contains(next)) {
            return false;
        }
        let pair: String = characters[at.saturating_sub(1)..=at].iter().collect();
        at > 0 && COUNTIES.contains(&characters[at]) && !NO_COUNTY.contains(&pair.as_str())
    };
    let below = characters.iter().position(|c| BELOW.contains(c)).unwrap_or(characters.len());
    (0..below).rev().find(|at| is_county(*at)).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> MaskNames {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        MaskNames { masked: list(&["张三", "欧阳明", "王小"]), kept: list(&["王小平", "赵书记"]) }
    }

    fn masked(text: &str) -> String {
        let mut out: Vec<char> = text.chars().collect();
        for mask in masks(text, &names()).into_iter().rev() {
            out.splice(mask.start..mask.end, mask.after.chars());
        }
        out.into_iter().collect()
    }

    #[test]
    fn each_kind_is_masked_in_its_fixed_way() {
        for (open, closed) in [
            ("由张三负责，张三已整改", "由张某负责，张某已整改"),
            ("欧阳明牵头", "欧阳某牵头"),
            ("对李小明给予党内警告处分", "对李某给予党内警告处分"),
            ("电话13812345678。", "电话138****5678。"),
            ("电话138 1234 5678、139-1234-5678", "电话138****5678、139****5678"),
            ("＋86 13812345678", "＋86 138****5678"),
            ("+8613812345678", "+86138****5678"),
            ("电话１３８１２３４５６７８", "电话138****5678"),
            ("身份证11010519491231002X号", "身份证110105********002X号"),
            ("证号110105491231002", "证号110105*****1002"),
            ("账户6222021234567890128", "账户（尾号0128）"),
            ("账户6222 0212 3456 7890 128", "账户（尾号0128）"),
            ("家住云溪县城关镇人民路12号3单元401室", "家住云溪县"),
            ("住址：某省清河市东山区和平小区5栋二单元", "住址：某省清河市东山区"),
            ("家住和平小区5栋", "家住（住址略）"),
            ("家住红旗村5组18号", "家住（住址略）"),
            ("住云溪县城关镇幸福路12号3栋2单元501室", "住云溪县"),
            ("身份证号110105 19491231 002X。", "身份证号110105********002X。"),
            ("身份证号：110105194912310021", "身份证号：110105********0021"),
        ] {
            assert_eq!(masked(open), closed, "{open}");
        }
    }

    #[test]
    fn what_is_no_personal_data_stays() {
        for text in [
            "王小平同志主持会议，赵书记讲话",
            "2026-06-30前完成，涉及12345678.90元",
            "统一社会信用代码91110105123456789X",
            "流水号110105194912310021",
            "安排住房保障资金，住户第3单元201室以外均已验收",
            "电话0571-87654321，文号〔2026〕12号",
            "编号1234567890123456",
            "住在单位宿舍，家住云溪县",
            "第3组第12号",
            "",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn masked_text_is_masked_no_further() {
        let once = masked("张三，13812345678，11010519491231002X，6222021234567890128，家住云溪县人民路1号2室");
        assert_eq!(masked(&once), once);
    }
}
