//! Numbers with a classifier, and what stands around them.

use super::words::{Family, Sign, Subject, Word, words};
use crate::extract::{Hit, Mark};
use crate::grammar::number_before;

/// Between the classifier and the counted thing stand at most four characters (22个具体的问题).
const MODIFIER_BYTES_MAX: usize = 12;
/// Between the counted thing and the number stand at most six characters (问题共计22个).
const CONNECTION_CHARACTERS_MAX: usize = 6;

/// What is known from the words around a number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u32);

impl Signs {
    fn bit(sign: Sign) -> u32 {
        match sign {
            Sign::Gathering => 1,
            Sign::Stating => 1 << 1,
            Sign::Finding => 1 << 2,
            Sign::Status => 1 << 3,
            Sign::Done => 1 << 3 | 1 << 4,
            Sign::Remainder => 1 << 5,
            Sign::Within => 1 << 6,
            Sign::Dealing => 1 << 7,
            Sign::Recovering => 1 << 8,
            Sign::Holding => 1 << 9,
            Sign::Visiting => 1 << 10,
            Sign::Sampling => 1 << 11,
            Sign::Subject(_) => 0,
        }
    }

    fn add(&mut self, sign: Sign) {
        self.0 |= Self::bit(sign);
    }

    /// True when all of the sign is there.
    pub(super) fn has(self, sign: Sign) -> bool {
        let bit = Self::bit(sign);
        self.0 & bit == bit
    }
}

/// A number with its classifier and its surroundings.
#[derive(Debug, Clone)]
pub(super) struct Count<'a> {
    pub(super) value: String,
    pub(super) unit: &'a str,
    pub(super) subject: Option<Subject>,
    /// The counted things are named right after the classifier.
    pub(super) named_after: bool,
    /// Signs in the clause before the number.
    pub(super) before: Signs,
    /// Signs between the number and the sentence mark or number before it.
    pub(super) lead: Signs,
    /// Signs in the rest of the clause, unless another number stands in it.
    pub(super) after: Signs,
    /// Signs up to the next number.
    pub(super) next: Signs,
    pub(super) clause_before: &'a str,
    pub(super) clause_after: &'a str,
    /// What stands between this number and the one before it.
    pub(super) gap: &'a str,
    pub(super) approximate: bool,
    pub(super) sentence: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The counts of a paragraph in order.
pub(super) fn counts<'a>(text: &'a str, hits: &[Hit]) -> Vec<Count<'a>> {
    let mut found: Vec<Number> = Vec::new();
    let (mut sentence, mut sentence_start) = (0, 0);
    for hit in hits {
        match hit.mark {
            Mark::Stop => {
                sentence += 1;
                sentence_start = hit.end;
            }
            Mark::Unit | Mark::Percent | Mark::Money(_) => {
                if let Some((start, value)) = number_at(text, hit) {
                    found.push(Number { sentence, sentence_start, start, end: hit.end, value });
                }
            }
            _ => {}
        }
    }
    (0..found.len()).map(|at| count(text, &found, at)).collect()
}

struct Number {
    sentence: usize,
    sentence_start: usize,
    start: usize,
    end: usize,
    value: String,
}

/// The number before a classifier, unless it is part of a name or an idiom.
fn number_at(text: &str, hit: &Hit) -> Option<(usize, String)> {
    let mut head = text[..hit.start].trim_end();
    if !head.chars().next_back().is_some_and(may_end_number) {
        return None;
    }
    let word = &text[hit.start..hit.end];
    // 4大类, 12余项, 5多个
    for infix in ["大", "余", "多", "个"] {
        if let Some(shorter) = head.strip_suffix(infix)
            && (infix != "个" || word.starts_with("节点"))
        {
            head = shorter;
            break;
        }
    }
    let (start, value) = number_before(head, head.len())?;
    let rest = &text[hit.end..];
    // 3个月, 15个工作日, 2项目, 183家次
    if rest.starts_with(['月', '工']) && word.ends_with('个')
        || rest.starts_with('目') && word.ends_with('项')
        || rest.starts_with('次') && word.ends_with(['家', '户'])
    {
        return None;
    }
    let before = text[..start].chars().next_back();
    let ordinal =
        before.is_some_and(|c| matches!(c, '第' | '“' | '《' | '〔' | '.' | '-' | '—') || c.is_ascii_alphanumeric());
    let idiom = value == "1" && !head.ends_with(|c: char| c.is_ascii_digit());
    (!ordinal && !idiom && !quoted(text, start, hit.end)).then_some((start, value))
}

/// A digit, a numeral, or one of the words that may stand between number and classifier.
fn may_end_number(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '大' | '余' | '多' | '个' | '〇' | '零' | '一' | '二' | '两' | '三' | '四' | '五'
        | '六' | '七' | '八' | '九' | '十' | '百' | '千')
}

/// Within a quotation of at most sixty bytes to each side.
fn quoted(text: &str, start: usize, end: usize) -> bool {
    const REACH: usize = 60;
    let low = text.floor_char_boundary(start.saturating_sub(REACH));
    let high = text.floor_char_boundary((end + REACH).min(text.len()));
    let (left, right) = (&text[low..start], &text[end..high]);
    let Some(open) = left.rfind('“') else { return false };
    let opened = !left[open..].contains('”');
    opened && right.find('”').is_some_and(|close| !right[..close].contains('“'))
}

fn count<'a>(text: &'a str, found: &[Number], at: usize) -> Count<'a> {
    let Number { sentence, sentence_start, start, end, value } = &found[at];
    let previous_end = at.checked_sub(1).map_or(0, |p| found[p].end);
    let next_start = found.get(at + 1).map_or(text.len(), |n| n.start);
    let whole = &text[*start..*end];
    let unit = unit_of(whole);
    let gap = &text[previous_end.min(*start)..*start];
    let in_sentence = &text[(*sentence_start).max(previous_end).min(*start)..*start];
    let lead = &in_sentence[cut(in_sentence, &['；', '！', ';'])..];
    let clause_at = cut(lead, &['，', '、', '：', '（', ',', '(']);
    let clause_before = lead[clause_at..].trim();
    let rest = &text[*end..next_start.max(*end)];
    let stop = rest.find(['，', '、', '；', '。', '：', '）', ',', ';', ')', '！', '《']).unwrap_or(rest.len());
    let clause_after = &rest[..stop];
    let continues = stop == rest.len() && next_start < text.len();

    let (mut signs_lead, mut signs_before, mut named_before) = (Signs::default(), Signs::default(), None);
    for word in words(lead) {
        signs_lead.add(word.sign);
        if word.start >= clause_at {
            signs_before.add(word.sign);
            named_before = named(&word).or(named_before);
        }
    }
    let (mut signs_next, mut named_after) = (Signs::default(), None);
    for word in words(clause_after) {
        signs_next.add(word.sign);
        named_after = named_after.or(named(&word).filter(|(_, at, _)| *at <= MODIFIER_BYTES_MAX));
    }
    let near = named_before
        .filter(|(_, _, end)| lead[*end..].trim_end().chars().count() <= CONNECTION_CHARACTERS_MAX)
        .map(|(subject, ..)| subject);
    // 5大方面 names what it counts itself.
    let own = whole.ends_with("方面").then_some(Subject { family: Family::Grouping, name: "方面" });
    let after = named_after.map(|(subject, ..)| subject).filter(|_| own.is_none()).or(own);
    let subject = subject(unit, after, near, clause_before, clause_after, signs_before);
    Count {
        value: value.clone(),
        unit,
        subject,
        named_after: unit == "类" || after.is_some() && subject == after,
        before: signs_before,
        lead: signs_lead,
        after: if continues { Signs::default() } else { signs_next },
        next: signs_next,
        clause_before,
        clause_after,
        gap,
        approximate: ["近", "约", "超过", "逾"].iter().any(|word| clause_before.ends_with(word))
            || whole.contains(['余', '多']),
        sentence: *sentence,
        start: *start,
        end: *end,
    }
}

fn named(word: &Word) -> Option<(Subject, usize, usize)> {
    match word.sign {
        Sign::Subject(subject) => Some((subject, word.start, word.end)),
        _ => None,
    }
}

/// Byte after the last of the marks.
fn cut(text: &str, marks: &[char]) -> usize {
    text.rfind(marks).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))
}

/// The classifier itself.
fn unit_of(whole: &str) -> &str {
    let number = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(c, '.' | ',' | '０'..='９')
            || "〇零一二两三四五六七八九十百余多".contains(c)
    };
    let unit = whole.trim_start_matches(number);
    let unit = if unit == "大项" { unit } else { unit.trim_start_matches('大') };
    match unit {
        "％" => "%",
        "方面" => "个",
        other => other,
    }
}

/// What is counted: the classifier says so, or it is named after or before the number.
fn subject(
    unit: &str,
    after: Option<Subject>,
    before: Option<Subject>,
    clause_before: &str,
    clause_after: &str,
    signs: Signs,
) -> Option<Subject> {
    match unit {
        "类" => return Some(Subject { family: Family::Grouping, name: "类" }),
        "子项" | "大项" => {
            let stated = after.or(before).filter(|s| s.family == Family::Stated);
            return stated.or(Some(Subject { family: Family::Stated, name: "问题" }));
        }
        "元" | "万元" | "亿元" => {
            let name = if clause_before.contains("金额") { "金额" } else { "资金" };
            return Some(Subject { family: Family::Money, name });
        }
        "人" | "人次" | "名" => {
            let dealt = signs.has(Sign::Dealing) || words(clause_after).any(|word| word.sign == Sign::Dealing);
            return dealt.then_some(Subject { family: Family::People, name: "人员" });
        }
        "次" => {
            // 进行63次专项督导: what was held stands at the end of the clause.
            let last = || words(clause_after).filter(|w| w.end == clause_after.len()).find_map(|w| named(&w));
            let held = after.or(before).or_else(|| last().map(|(s, ..)| s));
            let meeting = clause_before.ends_with('会').then_some(Subject { family: Family::Held, name: "会议" });
            return held.filter(|s| s.family == Family::Held).or(meeting);
        }
        _ => {}
    }
    after.or(before).filter(|s| fits(s.family, unit))
}

/// Whether things of a family are counted with this classifier.
fn fits(family: Family, unit: &str) -> bool {
    match family {
        Family::Stated => matches!(unit, "个" | "项" | "条" | "件" | "处" | "宗" | "起" | "份" | "点"),
        Family::Made => matches!(unit, "个" | "项" | "条" | "件" | "份" | "篇" | "部" | "套" | "节点" | "期"),
        Family::Grouping => matches!(unit, "个" | "家"),
        Family::Held | Family::People | Family::Money => false,
    }
}
