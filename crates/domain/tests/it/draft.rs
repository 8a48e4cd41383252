//! Draft edits: whatever a person does, the tree stays a tree and no sentence is lost.

use domain::draft::{DraftState, Edit, NodeKind, SentenceState, Stretch, apply, sentence_states};
use proptest::prelude::*;

const PARAGRAPHS: [&str; 4] =
    ["一、存在的问题", "1.学习不深入。集中学习仅3次。", "2.台账不规范。抽查3本均无签字；两本缺页。", "3.监督不到位。"];

fn sentences() -> Vec<Stretch> {
    PARAGRAPHS
        .iter()
        .enumerate()
        .flat_map(|(at, text)| {
            let mut start = 0;
            text.match_indices(['。', '；'])
                .map(|(end, mark)| end + mark.len())
                .chain(std::iter::once(text.len()))
                .filter_map(move |end| {
                    let stretch =
                        (start < end).then_some(Stretch { paragraph: at as u32, start: start as u32, end: end as u32 });
                    start = end;
                    stretch
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn start() -> DraftState {
    let mut state = DraftState::default();
    for (at, kind) in [NodeKind::Area, NodeKind::Finding, NodeKind::Finding].into_iter().enumerate() {
        let parent = (at > 0).then(|| "n1".to_owned());
        let source = Stretch { paragraph: at as u32, start: 0, end: PARAGRAPHS[at].len() as u32 };
        apply(&mut state, Edit::Create { kind, parent, source }, &PARAGRAPHS).unwrap();
    }
    state
}

fn edit() -> impl Strategy<Value = Edit> {
    let node = (1u32..8).prop_map(|n| format!("n{n}"));
    let stretch = prop::sample::select(sentences());
    prop_oneof![
        node.clone().prop_map(|node| Edit::Promote { node }),
        node.clone().prop_map(|node| Edit::Demote { node }),
        node.clone().prop_map(|node| Edit::MoveUp { node }),
        node.clone().prop_map(|node| Edit::MoveDown { node }),
        node.clone().prop_map(|node| Edit::Remove { node }),
        (node.clone(), 0usize..60).prop_map(|(node, at)| Edit::Split { node, at }),
        (node.clone(), node.clone()).prop_map(|(a, b)| Edit::Merge { nodes: vec![a, b] }),
        (node.clone(), prop::option::of(node.clone()), 0usize..4)
            .prop_map(|(node, parent, position)| Edit::SetParent { node, parent, position }),
        (stretch.clone(), prop::option::of(node)).prop_map(|(source, parent)| Edit::Create {
            kind: NodeKind::Finding,
            parent,
            source
        }),
        stretch.clone().prop_map(|source| Edit::Skip { source }),
        stretch.prop_map(|source| Edit::Unskip { source }),
    ]
}

proptest! {
    #[test]
    fn any_edits_leave_a_tree_whose_links_exist(edits in prop::collection::vec(edit(), 0..25)) {
        let mut state = start();
        for edit in edits {
            let before = state.clone();
            if apply(&mut state, edit, &PARAGRAPHS).is_err() {
                prop_assert_eq!(&state, &before);
            }
            for node in &state.nodes {
                prop_assert!(node.parent.as_ref().is_none_or(|p| state.find(p).is_some()));
                prop_assert!(!node.parent.as_ref().is_some_and(|p| state.is_within(p, &node.id)));
                for s in &node.sources {
                    prop_assert!(PARAGRAPHS[s.paragraph as usize].get(s.start as usize..s.end as usize).is_some());
                }
            }
            let states = sentence_states(&state, &sentences());
            prop_assert_eq!(states.len(), sentences().len());
            for linked in states {
                if let SentenceState::Linked(id) = linked {
                    prop_assert!(state.find(&id).is_some());
                }
            }
        }
    }
}

#[test]
fn a_split_divides_the_sources() {
    let mut state = start();
    let at = state.nodes[2].text.find("抽查").unwrap();
    apply(&mut state, Edit::Split { node: "n3".to_owned(), at }, &PARAGRAPHS).unwrap();
    let text = |n: usize| {
        state.nodes[n]
            .sources
            .iter()
            .map(|s| &PARAGRAPHS[s.paragraph as usize][s.start as usize..s.end as usize])
            .collect::<String>()
    };
    assert_eq!((text(2).as_str(), text(3).as_str()), ("2.台账不规范。", "抽查3本均无签字；两本缺页。"));
}

#[test]
fn a_merge_unites_wording_and_sources() {
    let mut state = start();
    apply(&mut state, Edit::Merge { nodes: vec!["n2".to_owned(), "n3".to_owned()] }, &PARAGRAPHS).unwrap();
    assert_eq!(state.nodes.len(), 2);
    assert_eq!(state.nodes[1].sources.len(), 2);
}

#[test]
fn removing_a_node_opens_its_sentences() {
    let mut state = start();
    apply(&mut state, Edit::Remove { node: "n2".to_owned() }, &PARAGRAPHS).unwrap();
    let open = sentence_states(&state, &sentences()).into_iter().filter(|s| *s == SentenceState::Open).count();
    assert_eq!(open, 3);
}

#[test]
fn demoting_below_a_finding_makes_a_measure() {
    let mut state = start();
    apply(&mut state, Edit::Demote { node: "n3".to_owned() }, &PARAGRAPHS).unwrap();
    assert_eq!(state.nodes[state.find("n3").unwrap()].kind, NodeKind::Measure);
}
