//! A whole and the parts it is said to fall into: `共发现隐患53处，其中当场整改37处，限期整改16处`.

use crate::counts::{Count, Counted};
use crate::text::is_han;

/// A whole with parts that do not make it.
pub(crate) struct Torn<'a, 'b> {
    pub(crate) whole: &'b Count<'a>,
    pub(crate) parts: Vec<&'b Count<'a>>,
}

/// What is left, or not yet done: with one of these the parts make the whole.
const RESTS: [&str; 18] = [
    "其余",
    "剩余",
    "余下",
    "未",
    "尚未",
    "正在",
    "仍有",
    "还有",
    "尚有",
    "待",
    "在办",
    "长期",
    "基本",
    "暂未",
    "滞后",
    "尚需",
    "不合格",
    "不达标",
];
/// What has become of a part of what was counted.
const FATES: [&str; 26] = [
    "已",
    "完成",
    "整改",
    "办结",
    "采纳",
    "销号",
    "收回",
    "追回",
    "化解",
    "解决",
    "处置",
    "拆除",
    "立行立改",
    "当场",
    "限期",
    "责令",
    "关停",
    "保留",
    "合格",
    "达标",
    "回收",
    "签约",
    "清退",
    "退还",
    "到位",
    "办理",
];
/// Kinds of which each leaves nothing for a third beside the other.
const PAIRS: [(&str, &str); 20] = [
    ("公办", "民办"),
    ("男", "女"),
    ("当场", "限期"),
    ("立行立改", "限期"),
    ("立行立改", "长期"),
    ("有效", "无效"),
    ("合格", "不合格"),
    ("达标", "未达标"),
    ("线上", "线下"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("国有", "非国有"),
    ("正式", "预备"),
    ("公立", "私立"),
    ("公办", "私立"),
    ("在编", "非在编"),
    ("有证", "无证"),
    ("人大", "政协"),
    ("第一期", "第二期"),
    ("财政", "自筹"),
];
/// Kinds that one and the same may be of, and words that compare or begin another count.
const CROSSING: [&str; 37] = [
    "岁", "以上", "以下", "学历", "学位", "职称", "女", "党员", "团员", "民族", "住校", "寄宿", "留守", "困难", "党纪",
    "政务", "同时", "骨干", "干部", "退役", "脱贫", "低保", "残疾", "重点", "新增", "增加", "减少", "同比", "上年",
    "去年", "另", "共", "累计", "平均", "每", "涉及", "增长",
];
/// How a list of parts is announced behind its whole.
const OPENERS: [&str; 7] = ["其中", "包括", "分别为", "分别是", "即", "含", "其中包括"];

/// The wholes of a sentence whose parts do not add up.
pub(crate) fn torn<'a, 'b>(sentence: &'b Counted<'a>) -> Option<Torn<'a, 'b>> {
    let counts = &sentence.counts;
    (0..counts.len().min(COUNTS_MAX)).find_map(|at| {
        let whole = counts.get(at)?;
        if matches!(whole.unit, "%" | "％") || !may_be_whole(sentence, whole) {
            return None;
        }
        announced(sentence, at).or_else(|| fates(sentence, at))
    })
}

/// A sentence with more is a list.
const COUNTS_MAX: usize = 12;

/// A part or a rest is no whole of its own here; a rough number adds up to nothing.
fn may_be_whole(sentence: &Counted<'_>, whole: &Count<'_>) -> bool {
    let words = whole.before;
    let other = ["其中", "另", "每", "平均", "新增", "增加", "减少"].iter().any(|word| words.contains(word));
    !other && !RESTS.iter().any(|word| words.starts_with(word)) && is_exact(sentence, whole)
}

fn is_exact(sentence: &Counted<'_>, count: &Count<'_>) -> bool {
    let tail = sentence.text.get(count.end..).unwrap_or_default();
    let rough =
        ["左右", "以上", "以下", "以内", "上下", "余", "多", "／", "/"].iter().any(|word| tail.starts_with(word));
    let rough =
        rough || ["约", "近", "超", "超过", "大概", "不少于", "至少"].iter().any(|word| count.before.contains(word));
    !rough
}

/// `其中公办17家、民办24家`: the list stands between its announcement and a full stop or another clause.
fn announced<'a, 'b>(sentence: &'b Counted<'a>, at: usize) -> Option<Torn<'a, 'b>> {
    let (whole, rest) = (sentence.counts.get(at)?, sentence.counts.get(at + 1..)?);
    let first = rest.first()?;
    let between = sentence.text.get(whole.end..first.start)?.trim_start_matches(is_han);
    let words = between.strip_prefix(['，', '：', '（'])?;
    let opened = OPENERS.iter().find_map(|opener| words.strip_prefix(opener));
    let label = opened.or_else(|| is_summed(whole, between).then_some(words))?;
    let mut parts = Vec::new();
    let mut comma = false;
    for count in rest {
        let Some(from) = parts.last().map(|last: &&Count<'_>| last.end) else {
            parts.push(count);
            continue;
        };
        let gap = sentence.text.get(from..count.start)?;
        let goes_on = gap.chars().filter(|c| !is_han(*c)).collect::<String>();
        match goes_on.as_str() {
            "、" if !comma => {}
            "，" if parts.len() == 1 || comma || begins(count, &RESTS) => comma = true,
            "" if gap.contains(['和', '及', '与']) => {}
            _ => break,
        }
        if count.unit != whole.unit || gap.contains("其中") {
            break;
        }
        parts.push(count);
    }
    let same = parts.iter().all(|part| part.unit == whole.unit && is_exact(sentence, part));
    let crossing = parts.iter().skip(1).map(|part| part.before).chain([label]).any(is_crossing);
    let last = parts.last()?;
    let tail = sentence.text.get(last.end..)?.trim_start_matches(is_han);
    let ends = tail.is_empty() || tail.starts_with(['。', '；', '）', '，']);
    let open = sentence.text.get(last.end..).is_some_and(|tail| tail.starts_with('等')) || last.before.ends_with('等');
    let opposite = is_pair(label, &parts);
    if parts.len() < 2
        || !same
        || !ends
        || open
        || (crossing && !opposite)
        || has_strange_digits(sentence, whole, &parts)
    {
        return None;
    }
    let sum: i64 = parts.iter().map(|part| part.value).sum();
    let (missing, over) = (whole.value - sum, sum - whole.value);
    // A list may leave out what is not worth naming, but hardly one of twenty.
    let wrong = if over > 0 {
        over * 2 <= whole.value
    } else {
        missing > 0 && (opposite || missing * 18 <= whole.value) && tail_is_end(tail)
    };
    wrong.then_some(Torn { whole, parts })
}

/// `共投入120万元：财政80万元、自筹40万元`, `合计支出76万元，培训费31万元、场租费45万元`
fn is_summed(whole: &Count<'_>, between: &str) -> bool {
    let colon =
        between.starts_with('：') && ["共", "合计", "总计", "总"].iter().any(|word| whole.before.contains(word));
    let money = matches!(whole.unit, "元" | "万元" | "亿元");
    colon || money && ["合计", "总计", "共计", "总投资", "总经费"].iter().any(|word| whole.before.contains(word))
}

fn tail_is_end(tail: &str) -> bool {
    tail.is_empty() || tail.starts_with(['。', '；', '）'])
}

/// `整改37处，剩余16处`; `公办34所、民办29所`: what has become of the whole, down to what is left.
fn fates<'a, 'b>(sentence: &'b Counted<'a>, at: usize) -> Option<Torn<'a, 'b>> {
    let (whole, rest) = (sentence.counts.get(at)?, sentence.counts.get(at + 1..)?);
    let turned = whole.before.is_empty() && FATES.iter().any(|word| whole.behind.contains(word));
    if (begins(whole, &FATES) && at > 0) || turned {
        return None;
    }
    let mut parts: Vec<&Count<'_>> = Vec::new();
    let mut complete = false;
    for count in rest {
        // 29笔、142.3万元 counts one thing twice; of 措施 there may be any number.
        let beside = count.unit != whole.unit
            && (count.before.is_empty() || (parts.is_empty() && count.before.contains("措施")));
        if beside || (!parts.is_empty() && !complete && count.before.starts_with("其中")) {
            continue;
        }
        let label = count.before.trim_start_matches("其中");
        let known = FATES.iter().chain(&RESTS).any(|word| label.starts_with(word));
        let paired = PAIRS.iter().any(|(one, other)| label.starts_with(one) || label.starts_with(other));
        // 16个单位已完成自查
        let turned = count.before.is_empty() && FATES.iter().chain(&RESTS).any(|word| count.behind.contains(word));
        if count.unit != whole.unit || !(known || paired || turned) || is_crossing(label) && !paired {
            break;
        }
        if !is_exact(sentence, count) {
            return None;
        }
        parts.push(count);
        complete = RESTS.iter().any(|word| label.starts_with(word)) || turned && count.behind.contains("长期");
        if ["其余", "剩余", "余下"].iter().any(|word| label.starts_with(word)) {
            break;
        }
    }
    let first = parts.first()?;
    complete |= is_pair(first.before, &parts);
    let gap = sentence.text.get(whole.end..parts.last()?.start)?;
    let fresh = ["。", "；", "（", "另", "分别", "共", "同时"].iter().any(|word| gap.contains(word));
    let sum: i64 = parts.iter().map(|part| part.value).sum();
    let wrong = complete && !fresh && parts.len() > 1 && sum != whole.value && sum < whole.value * 2;
    (wrong && !has_strange_digits(sentence, whole, &parts)).then_some(Torn { whole, parts })
}

fn begins(count: &Count<'_>, words: &[&str]) -> bool {
    words.iter().any(|word| count.before.starts_with(word))
}

fn is_crossing(label: &str) -> bool {
    CROSSING.iter().any(|word| label.contains(word))
}

/// Two parts are the two sides of one thing; the label of the first one is given, without its announcement.
fn is_pair(first: &str, parts: &[&Count<'_>]) -> bool {
    let [_, other] = parts else { return false };
    let first = first.trim_start_matches("其中");
    PAIRS.iter().any(|(one, two)| {
        (first.starts_with(one) && other.before.starts_with(two))
            || (first.starts_with(two) && other.before.starts_with(one))
    })
}

/// Numbers in between that are no counts, as rough ones, years and ranges.
fn has_strange_digits(sentence: &Counted<'_>, whole: &Count<'_>, parts: &[&Count<'_>]) -> bool {
    let Some(last) = parts.last() else { return true };
    let known = |at: usize| sentence.counts.iter().any(|count| (count.start..count.end).contains(&at));
    let stretch = sentence.text.get(whole.end..last.end).unwrap_or_default();
    stretch.bytes().enumerate().any(|(at, byte)| byte.is_ascii_digit() && !known(whole.end + at))
}
