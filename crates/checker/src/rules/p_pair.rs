//! P-PAIR 标点不成对.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use crate::text::is_han;

pub(super) static RULE: Rule = Rule {
    code: "P-PAIR",
    name: "标点不成对",
    level: Level::Error,
    when: When::Always,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 15834-2011 4.8、4.9、4.15" },
    manual: include_str!("p_pair.md"),
    words: |_| Vec::new(),
    check: run,
};

const PAIRS: [(char, char); 8] =
    [('“', '”'), ('‘', '’'), ('《', '》'), ('〈', '〉'), ('（', '）'), ('〔', '〕'), ('【', '】'), ('「', '」')];
/// A quotation may go on over so many paragraphs.
const PARAGRAPHS_MAX: usize = 6;

/// A mark without its partner.
struct Lonely {
    paragraph: usize,
    at: usize,
    pair: usize,
    mark: char,
}

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let (mut open, mut close) = (Vec::new(), Vec::new());
    for (index, paragraph) in context.paragraphs() {
        lonely(index, &paragraph.text, &mut open, &mut close);
    }
    // What opens in one paragraph and closes in one of the next is a pair.
    let mut paired = vec![false; open.len()];
    close.retain(|end: &Lonely| {
        let begins = |o: &Lonely| {
            o.pair == end.pair && o.paragraph < end.paragraph && end.paragraph - o.paragraph <= PARAGRAPHS_MAX
        };
        match open.iter().enumerate().rposition(|(at, one)| !paired[at] && begins(one)) {
            Some(at) => {
                paired[at] = true;
                false
            }
            None => true,
        }
    });
    let alone = open.into_iter().zip(paired).filter(|(_, paired)| !paired).map(|(one, _)| one).chain(close);
    for one in alone {
        let (left, right) = PAIRS[one.pair];
        let missing = if one.mark == left { right } else { left };
        let place = context.place(one.paragraph, one.at, one.at + one.mark.len_utf8());
        let message = format!("“{}”没有与之配对的“{missing}”", one.mark);
        found.push(Diagnostic::at(&RULE, place, message, "补上缺少的一半，或删去多余的一半"));
    }
}

fn lonely(paragraph: usize, text: &str, open: &mut Vec<Lonely>, close: &mut Vec<Lonely>) {
    let mut stack: Vec<Lonely> = Vec::new();
    for (at, mark) in text.char_indices().filter(|(_, mark)| !is_han(*mark)) {
        let full = match mark {
            '(' => '（',
            ')' => '）',
            other => other,
        };
        let Some(pair) = PAIRS.iter().position(|(left, right)| full == *left || full == *right) else { continue };
        // A half-width bracket may be the partner, but P-HALF speaks of it.
        let one = Lonely { paragraph, at, pair, mark };
        if full == PAIRS[pair].0 {
            stack.push(one);
        } else if let Some(opened) = stack.iter().rposition(|o| o.pair == pair) {
            open.extend(stack.split_off(opened).into_iter().skip(1).filter(|one| one.mark != '('));
        } else if !is_label(text, at) && mark != '’' && mark != ')' {
            close.push(one);
        }
    }
    open.extend(stack.into_iter().filter(|one| one.mark != '('));
}

/// `1）` and `一）` at the beginning of a paragraph have no left half.
fn is_label(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default().trim();
    head.chars().count() <= 3 && head.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
}
