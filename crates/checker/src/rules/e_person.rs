//! E-PERSON 姓名与职务对不上.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::lexicon::Person;
use crate::rule::{Authority, Level, Rule, Strength, When};

pub(super) static RULE: Rule = Rule {
    code: "E-PERSON",
    name: "姓名与职务对不上",
    level: Level::Warning,
    when: When::Always,
    authority: Authority { strength: Strength::Practice, source: "以本单位名录为准" },
    manual: include_str!("e_person.md"),
    words: |lexicon| lexicon.people.iter().map(|person| person.name.as_str()).collect(),
    check: run,
};

/// How a post ends.
const POSTS: [&str; 16] = [
    "书记",
    "副书记",
    "常委",
    "委员",
    "主任",
    "副主任",
    "局长",
    "副局长",
    "组长",
    "副组长",
    "处长",
    "科长",
    "院长",
    "校长",
    "主席",
    "部长",
];

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut last: Option<(usize, usize, usize)> = None;
    for hit in context.prose_hits(&RULE) {
        let people = &context.lexicon.people;
        let Some((rank, person)) = people.iter().enumerate().find(|(_, person)| person.name == hit.word) else {
            continue;
        };
        if let Some(post) = post_before(hit.head()).filter(|post| !is_held(person, post)) {
            let place = context.place(hit.paragraph, hit.at - post.len(), hit.at + hit.word.len());
            let message = format!("“{}”在名录里是{}", place.text, person.posts.join("、"));
            found.push(Diagnostic::at(&RULE, place, message, "核对现任职务"));
        }
        // Names side by side stand in the order of the list.
        if let Some((paragraph, end, before)) = last
            && paragraph == hit.paragraph
            && hit.text.get(end..hit.at) == Some("、")
            && before > rank
        {
            let message = format!("“{}”按名录应排在前面", hit.word);
            found.push(Diagnostic::at(&RULE, hit.place(context), message, "按名录的顺序排列"));
        }
        last = Some((hit.paragraph, hit.at + hit.word.len(), rank));
    }
}

/// The longest post directly before a name.
fn post_before(head: &str) -> Option<&'static str> {
    POSTS.iter().copied().filter(|post| head.ends_with(post)).max_by_key(|post| post.len())
}

fn is_held(person: &Person, post: &str) -> bool {
    // 副主任 ends with 主任, too.
    person
        .posts
        .iter()
        .any(|held| held.ends_with(post) && (post.starts_with('副') || !held.ends_with(&format!("副{post}"))))
}
