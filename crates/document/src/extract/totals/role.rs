//! Whether a number states how many there are, or how many of them.

use super::counts::Count;
use super::words::{Family, Sign};

/// Counts of one statement stand this close together.
const NEIGHBOUR_BYTES_MAX: usize = 30;

/// What a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// States how many there are, anywhere in a document.
    Total,
    /// States how many there are, if it stands in the general part: in the text of an item it is one figure of many.
    WeakTotal,
    /// States how many of them.
    Part,
    /// Something else.
    Other,
}

/// What a count is, from its own words and those of the counts before and after it.
pub(super) fn role(previous: Option<&Count<'_>>, count: &Count<'_>, next: Option<&Count<'_>>) -> Role {
    if count.unit == "%" {
        let rate = count.clause_before.contains('率');
        return if rate { Role::Part } else { Role::Other };
    }
    let gathering = count.before.has(Sign::Gathering);
    let remainder = count.before.has(Sign::Remainder);
    let within = count.lead.has(Sign::Within);
    let status = count.before.has(Sign::Status) || count.after.has(Sign::Status);
    let Some(subject) = count.subject else {
        return if status || remainder || within { Role::Part } else { Role::Other };
    };
    // 另有4条意见建议 names things of its own.
    let other_things = remainder && count.named_after && count.clause_before.starts_with("另有");
    if remainder && !other_things || within && !gathering {
        return Role::Part;
    }
    let total = match subject.family {
        Family::Held => held(count),
        Family::Money => money(count),
        Family::People => Some(if gathering { Role::Total } else { Role::WeakTotal }),
        Family::Made => made(count, next),
        Family::Grouping => grouping(count, next),
        Family::Stated if chained(previous, count) => Some(Role::Total),
        Family::Stated => stated(count, next, other_things),
    };
    match total {
        Some(total) if !count.approximate => total,
        _ if status => Role::Part,
        _ => Role::Other,
    }
}

/// Characters between a list's mark and the number (、整改项目6个).
const LISTED_CHARACTERS_MAX: usize = 6;
/// What may stand between two totals of one statement.
const LINKS: [&str; 11] =
    ["", "、", "问题", "子项", "任务", "方面", "大类", "共计", "具体问题", "子项问题", "大项问题"];

/// 5大方面14个问题, 任务61项、整改项目6个: the statement goes on.
fn chained(previous: Option<&Count<'_>>, count: &Count<'_>) -> bool {
    let Some(previous) = previous.filter(|p| p.sentence == count.sentence) else { return false };
    let things = previous.subject.is_some_and(|s| matches!(s.family, Family::Grouping | Family::Stated));
    let named = count.named_after || matches!(count.unit, "大项" | "子项");
    let listed = count.gap.starts_with('、')
        && count.clause_before.chars().count() <= LISTED_CHARACTERS_MAX
        && !count.before.has(Sign::Done);
    things && (listed || named && LINKS.contains(&count.gap))
}

fn adjacent(count: &Count<'_>, next: Option<&Count<'_>>) -> bool {
    let before = count.gap.len() <= NEIGHBOUR_BYTES_MAX && count.gap.len() < count.start;
    before || next.is_some_and(|n| n.start - count.end <= NEIGHBOUR_BYTES_MAX)
}

/// 保留的45个: what stands before is a description, not a statement.
fn described(count: &Count<'_>) -> bool {
    count.clause_before.ends_with('的')
        && !count.before.has(Sign::Gathering)
        && !count.before.has(Sign::Stating)
        && !count.before.has(Sign::Finding)
}

fn stated(count: &Count<'_>, next: Option<&Count<'_>>, other_things: bool) -> Option<Role> {
    if other_things {
        return Some(Role::Total);
    }
    // 上轮巡察反馈的6个问题 are not those of this document.
    if described(count) || count.clause_before.contains("上轮") || count.clause_before.contains("上一轮") {
        return None;
    }
    let all = ["均已", "已全部", "全部已", "都已"].iter().any(|word| count.clause_after.contains(word));
    if all && count.named_after {
        return Some(Role::Total);
    }
    let visited = count.before.has(Sign::Visiting);
    if count.before.has(Sign::Gathering) && !visited {
        return Some(Role::Total);
    }
    let done = count.before.has(Sign::Done);
    if count.lead.has(Sign::Stating) && !done {
        return Some(Role::Total);
    }
    let pushed = count.clause_before.contains("有序推进");
    if pushed || count.lead.has(Sign::Finding) && !done {
        return Some(if has_parts(count, next) || pushed { Role::Total } else { Role::WeakTotal });
    }
    // 22个问题中已完成整改17个, 9个方面、34项具体问题
    if has_parts(count, next) && count.named_after && !done {
        return Some(Role::Total);
    }
    let status = count.before.has(Sign::Status) || count.after.has(Sign::Status);
    (count.named_after && adjacent(count, next) && !status).then_some(Role::Total)
}

/// A stage of completion with its own number follows.
fn has_parts(count: &Count<'_>, next: Option<&Count<'_>>) -> bool {
    next.is_some_and(|n| {
        let staged = n.before.has(Sign::Status) || count.next.has(Sign::Status) || n.after.has(Sign::Status);
        let same = n.subject.is_none_or(|s| Some(s) == count.subject);
        n.sentence == count.sentence && same && staged && !n.gap.contains(['。', '；'])
    })
}

fn grouping(count: &Count<'_>, next: Option<&Count<'_>>) -> Option<Role> {
    if described(count) || count.before.has(Sign::Visiting) {
        return None;
    }
    let said = count.before.has(Sign::Gathering) || count.before.has(Sign::Stating);
    let chained = next.is_some_and(|n| {
        let things = n.subject.is_some_and(|s| matches!(s.family, Family::Stated | Family::Grouping));
        things && n.start - count.end <= NEIGHBOUR_BYTES_MAX
    });
    if chained && (count.named_after || said) {
        return Some(Role::Total);
    }
    if count.before.has(Sign::Sampling) || count.lead.has(Sign::Sampling) {
        return (count.unit == "家").then_some(Role::WeakTotal);
    }
    let classes = count.unit == "类" && !count.clause_after.starts_with("问题");
    (said && !classes).then_some(Role::WeakTotal)
}

fn made(count: &Count<'_>, next: Option<&Count<'_>>) -> Option<Role> {
    if described(count) {
        return None;
    }
    if count.before.has(Sign::Gathering) && !count.before.has(Sign::Visiting) {
        return Some(Role::Total);
    }
    let after_stated = count.gap.len() <= NEIGHBOUR_BYTES_MAX && count.named_after;
    let _ = next;
    Some(if after_stated && count.lead.has(Sign::Stating) { Role::Total } else { Role::WeakTotal })
}

fn held(count: &Count<'_>) -> Option<Role> {
    if count.clause_before.ends_with('的') {
        return None;
    }
    let said = count.before.has(Sign::Gathering) || count.before.has(Sign::Holding) || count.before.has(Sign::Visiting);
    // 召开党组会议9次、领导小组会议14次
    let listed = count.gap.starts_with('、') && count.gap.len() <= NEIGHBOUR_BYTES_MAX + MEETING_NAME_BYTES;
    let gathered = count.before.has(Sign::Gathering) || count.before.has(Sign::Visiting);
    let meeting = count.subject.is_some_and(|s| s.name == "会议");
    match (said, listed) {
        (true, _) if gathered || !meeting => Some(Role::Total),
        (true, _) | (_, true) => Some(Role::WeakTotal),
        _ => None,
    }
}

/// Names of meetings are long (整改工作领导小组会议).
const MEETING_NAME_BYTES: usize = 24;

fn money(count: &Count<'_>) -> Option<Role> {
    if count.clause_after.starts_with('中') {
        return Some(Role::WeakTotal);
    }
    let concerned = count.clause_before.ends_with("资金") && count.before.has(Sign::Stating);
    let named = count.clause_before.ends_with("金额") || count.clause_before.contains("金额共") || concerned;
    let gathering = count.before.has(Sign::Gathering);
    let said = count.before.has(Sign::Recovering) || count.lead.has(Sign::Recovering);
    if named && !described(count) || gathering && said {
        Some(Role::WeakTotal)
    } else {
        said.then_some(Role::WeakTotal)
    }
}
