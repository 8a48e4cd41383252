//! Placeholders in a text, and which marks belong together.

use super::{Fault, Piece, Statement, Tag};

/// A placeholder in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scanned {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) statement: Statement,
}

/// A part of a text that was meant as a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stray {
    pub(super) source: String,
    pub(super) what: String,
}

/// How much of a stray placeholder is shown.
const SHOWN: usize = 24;
const PAIRS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// Whether a text may hold a placeholder, so that it is worth a closer look.
pub(super) fn may_hold(text: &str) -> bool {
    text.contains(['{', '}', '｛', '｝'])
}

/// All placeholders of a text, and what was meant as one.
pub(super) fn scan(text: &str) -> (Vec<Scanned>, Vec<Stray>) {
    let (mut found, mut strays) = (Vec::new(), Vec::new());
    let mut from = 0;
    while let Some((start, (open, close))) = next(text, from) {
        if from < start {
            strays.extend(outside(&text[from..start]));
        }
        let inside = start + open.len();
        let end = text[inside..].find(close).map(|at| inside + at);
        let again = next(text, inside).map(|(at, _)| at);
        let Some(end) = end.filter(|end| again.is_none_or(|again| *end < again)) else {
            let what = format!("“{open}”没有对应的“{close}”，开始和结束的花括号须在同一段、同一单元格内");
            strays.push(Stray { source: shown(&text[start..]), what });
            from = again.unwrap_or(text.len());
            continue;
        };
        let inner = &text[inside..end];
        let read = match open {
            "{{" => Statement::value(inner),
            "{%" => Statement::mark(inner),
            _ => Ok(Statement::Comment),
        };
        from = end + close.len();
        match read {
            Ok(statement) => found.push(Scanned { start, end: from, statement }),
            Err(what) => strays.push(Stray { source: shown(&text[start..from]), what }),
        }
    }
    strays.extend(outside(&text[from.min(text.len())..]));
    (found, strays)
}

fn next(text: &str, from: usize) -> Option<(usize, (&'static str, &'static str))> {
    PAIRS.iter().filter_map(|pair| Some((from + text.get(from..)?.find(pair.0)?, *pair))).min_by_key(|(at, _)| *at)
}

/// Braces between placeholders that look like half of one.
fn outside(text: &str) -> Option<Stray> {
    let wide = ["｛｛", "｛%", "｛％", "｝｝", "%｝", "％｝"].iter().find_map(|mark| text.find(mark));
    if let Some(at) = wide {
        let what = "花括号和百分号须用半角，例如 {{ 统计.问题数 }}".to_owned();
        return Some(Stray { source: shown(&text[at..]), what });
    }
    let close = ["}}", "%}"].iter().find_map(|mark| text.find(mark))?;
    let from = text[..close].char_indices().rev().nth(SHOWN / 2).map_or(0, |(at, _)| at);
    let what = "多出的“}}”或“%}”，前面缺少“{{”或“{%”".to_owned();
    Some(Stray { source: shown(&text[from..]), what })
}

fn shown(text: &str) -> String {
    let short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}

/// Marks that belong together, by index: the first opens, the last closes.
pub(super) type Group = Vec<usize>;

/// Groups the marks of a story; what is left over is said of the mark it belongs to.
pub(super) fn groups(statements: &[&Statement]) -> (Vec<Group>, Vec<(usize, &'static str)>) {
    let (mut done, mut open, mut faults): (Vec<Group>, Vec<Group>, Vec<(usize, &'static str)>) = Default::default();
    for (at, statement) in statements.iter().enumerate().filter(|(_, s)| s.is_block()) {
        if statement.opens() {
            open.push(vec![at]);
            continue;
        }
        let fits = open
            .last()
            .and_then(|group| group.first())
            .map(|first| (statement.closes(statements[*first]), statement.continues(statements[*first])));
        match (fits, open.last_mut()) {
            (Some((true, _)), Some(group)) => {
                group.push(at);
                done.extend(open.pop());
            }
            (Some((_, true)), Some(group)) => group.push(at),
            (Some(_), _) => faults.push((at, "与前面的开始标记不成对：先开始的后结束，for 对 endfor，if 对 endif")),
            (None, _) => faults.push((at, "前面没有对应的开始标记")),
        }
    }
    faults.extend(open.iter().filter_map(|group| Some((*group.first()?, "没有对应的结束标记（endfor 或 endif）"))));
    (done, faults)
}

/// Marks that pair up otherwise where they were put than as they stand in the file.
pub(super) fn crossing(pieces: &[Piece], original: &[Group]) -> Option<Fault> {
    let tags: Vec<&Tag> =
        pieces.iter().filter_map(|piece| if let Piece::Tag(tag) = piece { Some(tag) } else { None }).collect();
    let statements: Vec<&Statement> = tags.iter().map(|tag| &tag.statement).collect();
    let (placed, unpaired) = groups(&statements);
    let other = |group: &&Group| {
        let numbers: Group = group.iter().map(|at| tags[*at].number).collect();
        !original.contains(&numbers)
    };
    let first = unpaired.first().map(|(at, _)| *at);
    let at = first.or_else(|| placed.iter().find(other).and_then(|group| group.first().copied()))?;
    let what = "与另一个循环或条件交叉。跨段落、跨行时整段整行重复，请让一个完全在另一个之内".to_owned();
    Some(Fault { place: tags[at].place.clone(), source: tags[at].source.clone(), what })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_found_and_half_ones_are_said() {
        let (found, strays) = scan("共{{ 统计.问题数 }}个{% if 意见 %}，{# 注 #}另{{ x }}{% endif %}。");
        assert_eq!((found.len(), strays.len()), (5, 0));
        for (text, what) in [
            ("共{{ 统计.问题数 个", "没有对应"),
            ("共{{ 统计.问题数 {{ 统计.意见数 }}", "没有对应"),
            ("共｛｛统计.问题数｝｝个", "半角"),
            ("共{ 统计.问题数 }}个", "多出的"),
            ("{% include 'x' %}", "只能使用"),
            ("{{ }}", "没有内容"),
        ] {
            let (_, strays) = scan(text);
            assert!(strays.len() == 1 && strays[0].what.contains(what), "{text}: {strays:?}");
        }
        assert_eq!(scan("集合{1,2}与{3}").1, []);
    }

    #[test]
    fn marks_pair_up_inside_out() {
        let read = |text: &str| scan(text).0.into_iter().map(|s| s.statement).collect::<Vec<_>>();
        let all = read("{% for a in b %}{% if x %}{% else %}{% endif %}{{ v }}{% endfor %}");
        let (groups, faults) = groups(&all.iter().collect::<Vec<_>>());
        assert_eq!((groups, faults), (vec![vec![1, 2, 3], vec![0, 5]], vec![]));
        let wrong = read("{% for a in b %}{% endif %}{% else %}");
        let (_, faults) = super::groups(&wrong.iter().collect::<Vec<_>>());
        assert_eq!(faults.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [1, 2, 0]);
    }
}
