//! Splits, merges and their undoing in any order: the problems of the feedback stay what they were.

use crate::workflow::person;
use domain::family::{
    FamilyKind, FamilyTie, Feedback, MergePlan, PartPlan, SplitPlan, Untouched, decide_merge, decide_split,
    decide_undo, feedback, leaves, merged_finding, ordinal, part_finding, set_aside,
};
use domain::{
    Completion, FamilyTieId, Finding, FindingId, Inspection, InspectionId, Person, Role, SourceKind, UnitId,
    completion, decimal_sum,
};
use proptest::prelude::*;
use std::collections::HashSet;

fn inspection() -> Inspection {
    Inspection {
        id: InspectionId("i".to_owned()),
        key: "XC-2026-01".to_owned(),
        source: SourceKind::Patrol,
        title: "测试".to_owned(),
        issuing_body: "巡察组".to_owned(),
        document_number: None,
        unit: UnitId("u".to_owned()),
        feedback_date: None,
        receipt_date: None,
        profile: "patrol".to_owned(),
        version: 1,
    }
}

#[derive(Debug, Clone)]
enum Act {
    Split { at: usize, parts: usize, first: u32 },
    Merge { at: usize, other: usize },
    Undo { at: usize },
    Finish { at: usize },
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        (any::<usize>(), 2..5usize, 0..1000u32).prop_map(|(at, parts, first)| Act::Split { at, parts, first }),
        (any::<usize>(), any::<usize>()).prop_map(|(at, other)| Act::Merge { at, other }),
        any::<usize>().prop_map(|at| Act::Undo { at }),
        any::<usize>().prop_map(|at| Act::Finish { at }),
    ]
}

struct Ledger {
    findings: Vec<Finding>,
    ties: Vec<FamilyTie>,
    acts: usize,
    liaison: Person,
}

impl Ledger {
    fn counted(&self) -> Vec<usize> {
        (0..self.findings.len()).filter(|at| set_aside(&self.ties, &self.findings[*at].id).is_none()).collect()
    }

    fn pick(&self, at: usize) -> usize {
        let counted = self.counted();
        counted[at % counted.len()]
    }

    fn next(&self) -> (FindingId, i64) {
        let serial = self.findings.len() as i64 + 1;
        (FindingId(format!("f{serial}")), serial)
    }

    fn tie(&mut self, kind: FamilyKind, source: usize, result: usize, position: usize) {
        self.ties.push(FamilyTie {
            id: FamilyTieId(format!("t{}", self.ties.len())),
            inspection: inspection().id,
            act: self.acts.to_string(),
            kind,
            source: self.findings[source].id.clone(),
            result: self.findings[result].id.clone(),
            position: position as i64,
            reason: None,
            undone: false,
            version: 1,
        });
    }

    fn split(&mut self, at: usize, parts: usize, first: u32) {
        let whole = self.findings[at].clone();
        let cents: u32 = whole.amount.as_deref().map_or(0, |a| (a.parse::<f64>().unwrap() * 100.0).round() as u32);
        let first = first.min(cents);
        let amount = |cents: u32| Some(format!("{}.{:02}", cents / 100, cents % 100));
        let plans: Vec<PartPlan> = (0..parts)
            .map(|n| PartPlan {
                title: format!("{}之{n}", whole.title),
                amount: match n {
                    0 => amount(first),
                    1 => amount(cents - first),
                    _ => None,
                },
                ..PartPlan::default()
            })
            .collect();
        let plan = SplitPlan { finding: &whole, measures: &[], evidence: &[], parts: &plans, reason: None };
        decide_split(&plan).unwrap();
        for (n, plan) in plans.iter().enumerate() {
            let (id, serial) = self.next();
            self.findings.push(part_finding(&inspection(), &whole, plan, id, serial));
            self.tie(FamilyKind::Split, at, self.findings.len() - 1, n + 1);
        }
        self.acts += 1;
    }

    fn merge(&mut self, at: usize, other: usize) {
        let members = [self.findings[at].clone(), self.findings[other].clone()];
        let plan = MergePlan { members: &members, title: "合并", reason: None };
        if at == other {
            assert!(decide_merge(&plan).is_err());
            return;
        }
        decide_merge(&plan).unwrap();
        let (id, serial) = self.next();
        self.findings.push(merged_finding(&inspection(), &members, "合并", id, serial).unwrap());
        let result = self.findings.len() - 1;
        self.tie(FamilyKind::Merge, at, result, 1);
        self.tie(FamilyKind::Merge, other, result, 2);
        self.acts += 1;
    }

    fn undo(&mut self, at: usize) {
        let finding = &self.findings[at % self.findings.len()];
        let state = |f: &Finding| if f.version == 1 { Untouched::Yes } else { Untouched::No };
        let results: Vec<(Finding, Untouched)> = self.findings.iter().map(|f| (f.clone(), state(f))).collect();
        let Ok(taken) = decide_undo(&self.ties, finding, &self.liaison, &results) else { return };
        let ids: Vec<FamilyTieId> = taken.iter().map(|tie| tie.id.clone()).collect();
        for tie in self.ties.iter_mut().filter(|tie| ids.contains(&tie.id)) {
            tie.undone = true;
        }
    }

    fn sum(&self, which: &[usize]) -> String {
        let amounts: Vec<&str> = which.iter().filter_map(|at| self.findings[*at].amount.as_deref()).collect();
        decimal_sum(&amounts).unwrap_or_else(|| "0".to_owned())
    }

    fn check(&self, roots: usize) {
        let counted = self.counted();
        let document = feedback(&self.ties, Feedback { findings: self.findings.clone(), ..Feedback::default() });
        assert_eq!(document.findings.len(), roots, "the document counts what it counted");
        let ids: HashSet<&FindingId> = counted.iter().map(|at| &self.findings[*at].id).collect();
        let mut reached = HashSet::new();
        for root in &document.findings {
            let own = leaves(&self.ties, &root.id);
            assert!(!own.is_empty() && own.iter().all(|leaf| ids.contains(leaf)), "{}", root.key);
            let of = |id: &FindingId| self.findings.iter().find(|f| f.id == *id).unwrap().completion;
            if own != [root.id.clone()] {
                assert_eq!(root.completion, completion(&own.iter().map(of).collect::<Vec<_>>()));
            }
            reached.extend(own);
        }
        assert_eq!(reached.len(), ids.len(), "all that is worked on answers a problem of the document");
        assert_eq!(self.sum(&counted), self.sum(&(0..roots).collect::<Vec<_>>()), "no yuan is lost or doubled");
        let serial = |id: &FindingId| self.findings.iter().find(|f| f.id == *id).map(|f| f.serial);
        let printed: HashSet<String> =
            counted.iter().map(|at| ordinal(&self.ties, &serial, &self.findings[*at].id)).collect();
        assert_eq!(printed.len(), counted.len(), "printed numbers are told apart");
    }
}

fn ledger(roots: usize) -> Ledger {
    let make = |n: usize| {
        let mut finding = Finding::blank(&inspection(), FindingId(format!("f{n}")), n as i64, &format!("问题{n}"));
        finding.amount = Some(format!("{n}.5{n}"));
        finding
    };
    let findings = (1..=roots).map(make).collect();
    Ledger { findings, ties: Vec::new(), acts: 0, liaison: person("l", vec![Role::Liaison]) }
}

proptest! {
    #[test]
    fn totals_of_the_feedback_stay(acts in proptest::collection::vec(act(), 0..25)) {
        let mut ledger = ledger(5);
        for act in acts {
            match act {
                Act::Split { at, parts, first } => ledger.split(ledger.pick(at), parts, first),
                Act::Merge { at, other } => ledger.merge(ledger.pick(at), ledger.pick(other)),
                Act::Undo { at } => ledger.undo(at),
                Act::Finish { at } => {
                    let at = ledger.pick(at);
                    ledger.findings[at].completion = Completion::Done;
                    ledger.findings[at].version += 1;
                }
            }
            ledger.check(5);
        }
    }

    #[test]
    fn taking_it_back_at_once_leaves_all_as_it_was(at in 0..5usize, other in 0..5usize, parts in 2..5usize, merge in any::<bool>()) {
        let mut ledger = ledger(5);
        let before = ledger.counted();
        if merge { ledger.merge(at, other) } else { ledger.split(at, parts, 7) }
        ledger.undo(at);
        prop_assert_eq!(ledger.counted(), before);
    }
}
