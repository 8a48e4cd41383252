//! What a name means at a place of a template, and what was probably meant where it means nothing.

use super::vocabulary::{Kind, LISTS, OBJECTS, SINGLES};

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    One(Kind),
    List(Kind),
    Field,
}

/// Names of the loops around a place, outermost first.
#[derive(Debug, Default, Clone)]
pub(super) struct Scope(Vec<(String, Kind)>);

impl Scope {
    pub(super) fn enter(&mut self, name: &str, kind: Kind) {
        self.0.push((name.to_owned(), kind));
    }

    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    fn head(&self, name: &str) -> Option<Meaning> {
        let own = self.0.iter().rev().find(|(known, _)| known == name).map(|(_, kind)| Meaning::One(*kind));
        let in_loop = (name == "loop" && !self.0.is_empty()).then_some(Meaning::One(Kind::Loop));
        let single = SINGLES.iter().find(|(known, _)| *known == name).map(|(_, kind)| Meaning::One(*kind));
        let list = LISTS.iter().find(|(known, _)| *known == name).map(|(_, kind)| Meaning::List(*kind));
        own.or(in_loop).or(single).or(list)
    }

    /// What a path such as `方面.问题` stands for, or what is wrong with it.
    pub(super) fn meaning(&self, path: &str) -> Result<Meaning, String> {
        let mut words = path.split('.');
        let first = words.next().unwrap_or_default();
        let mut meaning = self.head(first).ok_or_else(|| self.unknown(first))?;
        let mut before = first.to_owned();
        for word in words {
            let kind = match meaning {
                Meaning::One(kind) => kind,
                Meaning::List(_) => {
                    return Err(format!(
                        "“{before}”是清单，须放在循环里，例如 {{% for {0} in {before} %}}{{{{ {0}.{word} }}}}{{% endfor %}}",
                        last(&before)
                    ));
                }
                Meaning::Field => return Err(format!("“{before}”是一项内容，后面不能再写“.{word}”")),
            };
            let object = kind.object();
            meaning = match object.lists.iter().find(|(known, _)| *known == word) {
                Some((_, kind)) => Meaning::List(*kind),
                None if object.fields.contains(&word) => Meaning::Field,
                None => return Err(unknown_field(&before, word, kind)),
            };
            before = format!("{before}.{word}");
        }
        Ok(meaning)
    }

    fn unknown(&self, name: &str) -> String {
        if name == "loop" {
            return "loop 只能用在循环里".to_owned();
        }
        // A field without its object.
        let own = |kind: Kind| kind.object().fields.contains(&name);
        let inside = self.0.iter().rev().find(|(_, kind)| own(*kind)).map(|(known, _)| known.as_str());
        let single = SINGLES.iter().find(|(_, kind)| own(*kind)).map(|(known, _)| *known);
        if let Some(object) = inside.or(single) {
            return format!("没有“{name}”，是否想写“{object}.{name}”？");
        }
        let words = OBJECTS.iter().find(|object| object.fields.contains(&name)).map(|object| object.word);
        if let Some(word) = words {
            return format!("没有“{name}”，它是“{word}”的一项，须放在循环里，写成“{word}.{name}”");
        }
        let names: Vec<&str> = self.0.iter().map(|(known, _)| known.as_str()).collect();
        let known = SINGLES.iter().chain(LISTS).map(|(known, _)| *known);
        let all: Vec<&str> = names.into_iter().chain(known).collect();
        match nearest(name, &all) {
            Some(near) => format!("没有“{name}”，是否想写“{near}”？"),
            None => format!("没有“{name}”，可用：{}", all.join("、")),
        }
    }
}

fn unknown_field(object: &str, field: &str, kind: Kind) -> String {
    let known = kind.object();
    let all: Vec<&str> = known.fields.iter().copied().chain(known.lists.iter().map(|(name, _)| *name)).collect();
    match nearest(field, &all) {
        Some(near) => format!("“{object}”没有“{field}”这一项，是否想写“{object}.{near}”？"),
        None => format!("“{object}”没有“{field}”这一项，可用：{}", all.join("、")),
    }
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// The known name that is most like this one, if one is like it.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let wanted: Vec<char> = name.chars().collect();
    let rank = |word: &str| {
        let word: Vec<char> = word.chars().collect();
        // What a thing is stands at the end of its name.
        let shared = wanted.iter().rev().zip(word.iter().rev()).take_while(|(a, b)| a == b).count();
        (distance(&wanted, &word), usize::MAX - shared)
    };
    let best = known.iter().copied().min_by_key(|word| rank(word))?;
    let (far, _) = rank(best);
    let length = wanted.len().max(best.chars().count());
    (far * 2 <= length + 1 && far < length).then_some(best)
}

/// Changes of a character from one word to the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_name_is_answered_with_the_nearest() {
        let mut scope = Scope::default();
        let wrong = |scope: &Scope, path: &str| scope.meaning(path).unwrap_err();
        assert!(wrong(&scope, "统计.问题总数").contains("统计.问题数"));
        assert!(wrong(&scope, "问题.名称").contains("for 问题 in 问题"));
        assert!(wrong(&scope, "问题数").contains("统计.问题数"));
        assert!(wrong(&scope, "统记").contains("“统计”"));
        assert!(wrong(&scope, "责任人").contains("问题.责任人"));
        assert!(wrong(&scope, "loop.index").contains("循环里"));
        scope.enter("问题", Kind::Finding);
        assert_eq!(scope.meaning("问题.名称"), Ok(Meaning::Field));
        assert_eq!(scope.meaning("问题.措施"), Ok(Meaning::List(Kind::Measure)));
        assert!(wrong(&scope, "问题.责任部门").contains("部门"));
        assert!(wrong(&scope, "问题.天气预报").contains("可用"));
        assert!(wrong(&scope, "问题.名称.长度").contains("不能再写"));
        scope.leave();
        assert_eq!(scope.meaning("问题"), Ok(Meaning::List(Kind::Finding)));
    }
}
