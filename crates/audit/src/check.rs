//! Checks a chain entry by entry: what was changed, removed, moved, put in or cut off is named.

use crate::algorithm::Hash;
use crate::checkpoint::Checkpoint;
use crate::entry::{Entry, entry_seal};
use crate::key::Key;
use crate::row::RowSeal;
use std::collections::HashMap;

/// Something wrong with the chain; numbers are those of entries.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Offence {
    #[error("第 {seq} 条的内容与其杂凑值不符：内容被改动、调换或插入")]
    Changed { seq: i64 },
    #[error("第 {seq} 条的封印与密钥不符：该条不是本系统写入的，或密钥不是原来的")]
    Forged { seq: i64 },
    #[error("缺少第 {from} 至 {to} 条：被删除")]
    Missing { from: i64, to: i64 },
    #[error("第 {seq} 条出现在第 {after} 条之后：重复或次序被改动")]
    Moved { seq: i64, after: i64 },
    #[error("记录到第 {found} 条为止，应到第 {expected} 条：末尾被截断")]
    Truncated { found: i64, expected: i64 },
    #[error("记录到第 {found} 条，链尾只登记到第 {expected} 条：末尾被添加")]
    Extended { found: i64, expected: i64 },
    #[error("链尾登记（第 {seq} 条）与最后一条不符，或其封印不符")]
    Head { seq: i64 },
    #[error("第 {seq} 条与此前留存的校验点不符：该条及以前的记录被整体替换")]
    Checkpoint { seq: i64 },
    #[error("校验点属于另一套系统（{found}），本系统为 {expected}")]
    OtherInstallation { found: String, expected: String },
}

impl Offence {
    /// The first entry that is concerned; none where it is the log as a whole.
    pub fn seq(&self) -> Option<i64> {
        match self {
            Self::Changed { seq } | Self::Forged { seq } | Self::Moved { seq, .. } => Some(*seq),
            Self::Head { seq } | Self::Checkpoint { seq } => Some(*seq),
            Self::Missing { from, .. } => Some(*from),
            Self::Truncated { found, .. } => Some(found.saturating_add(1)),
            Self::Extended { expected, .. } => Some(expected.saturating_add(1)),
            Self::OtherInstallation { .. } => None,
        }
    }
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub entries: i64,
    pub offences: Vec<Offence>,
    /// The chain as far as it was read.
    pub head: Checkpoint,
}

/// Offences beyond this are counted no more: the log is worthless by then.
const OFFENCES_MAX: usize = 1000;

/// Takes entries in the order of the store.
pub struct Checker<'a> {
    head: Checkpoint,
    key: Option<&'a Key>,
    /// Checkpoints of earlier times by number.
    known: HashMap<i64, Hash>,
    rows: HashMap<(String, String), Option<Hash>>,
    /// What the next entry may be linked to: after a changed entry its stored hash and the right one, so that only
    /// the changed one is named. Nothing where the entry before could not be read.
    befores: Vec<Hash>,
    entries: i64,
    offences: Vec<Offence>,
}

impl<'a> Checker<'a> {
    /// Without a key, as an outsider has it, seals are not looked at.
    pub fn new(origin: Checkpoint, key: Option<&'a Key>) -> Self {
        let head = Checkpoint::origin(&origin.installation, origin.algorithm);
        let befores = vec![head.hash];
        Self { head, key, known: HashMap::new(), rows: HashMap::new(), befores, entries: 0, offences: Vec::new() }
    }

    /// A checkpoint that was kept elsewhere.
    pub fn expect(&mut self, checkpoint: &Checkpoint) {
        if checkpoint.installation != self.head.installation || checkpoint.algorithm != self.head.algorithm {
            self.offend(Offence::OtherInstallation {
                found: checkpoint.installation.clone(),
                expected: self.head.installation.clone(),
            });
        } else if checkpoint.seq > 0 {
            self.known.insert(checkpoint.seq, checkpoint.hash);
        } else if checkpoint.hash != self.head.hash {
            self.offend(Offence::Checkpoint { seq: 0 });
        }
    }

    /// The next entry, with the link that is stored beside it; an export for outsiders has no seal.
    pub fn entry(&mut self, entry: &Entry, hash: Hash, seal: Option<Hash>) {
        let next = self.head.seq.saturating_add(1);
        if entry.seq > next {
            self.offend(Offence::Missing { from: next, to: entry.seq - 1 });
        } else if entry.seq < next {
            self.offend(Offence::Moved { seq: entry.seq, after: self.head.seq });
        }
        self.entries += 1;
        let gap = entry.seq != next;
        // After a gap the hash before is unknown: the seal alone tells whether the entry is ours.
        let algorithm = self.head.algorithm;
        let right = self.befores.first().map(|before| entry.hash(algorithm, *before));
        let linked = self.befores.is_empty() || self.befores.iter().any(|b| entry.hash(algorithm, *b) == hash);
        self.befores = vec![hash];
        if !gap && !linked {
            self.offend(Offence::Changed { seq: entry.seq });
            self.befores.extend(right);
        }
        if let (Some(key), Some(seal)) = (self.key, seal)
            && entry_seal(self.head.algorithm, key, entry.seq, hash) != seal
        {
            self.offend(Offence::Forged { seq: entry.seq });
        }
        if self.known.remove(&entry.seq).is_some_and(|known| known != hash) {
            self.offend(Offence::Checkpoint { seq: entry.seq });
        }
        self.head.seq = entry.seq.max(self.head.seq);
        self.head.hash = hash;
        for RowSeal { table, id, digest } in &entry.rows {
            self.rows.insert((table.clone(), id.clone()), *digest);
        }
    }

    /// The next entry is there but cannot be read as one.
    pub fn unreadable(&mut self, seq: i64, hash: Option<Hash>) {
        self.offend(Offence::Changed { seq });
        self.entries += 1;
        self.head.seq = seq.max(self.head.seq);
        self.head.hash = hash.unwrap_or(self.head.hash);
        self.befores = hash.into_iter().collect();
    }

    /// The digest that the log gives a row: `None` if it never speaks of it, `Some(None)` if the row must be gone.
    pub fn row(&self, table: &str, id: &str) -> Option<Option<Hash>> {
        self.rows.get(&(table.to_owned(), id.to_owned())).copied()
    }

    /// Every row that the log says is there, and its digest.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &str, Hash)> {
        self.rows.iter().filter_map(|((table, id), digest)| Some((table.as_str(), id.as_str(), (*digest)?)))
    }

    /// The end of the chain as it was stored beside it, with its seal.
    pub fn finish(mut self, stored: Option<(&Checkpoint, Option<Hash>)>) -> Report {
        if let Some((end, seal)) = stored {
            self.end(end, seal);
        }
        let mut later: Vec<i64> = self.known.keys().copied().filter(|seq| *seq > self.head.seq).collect();
        later.sort_unstable();
        if let Some(expected) = later.last().copied() {
            let already = self.offences.iter().any(|o| matches!(o, Offence::Truncated { .. }));
            if !already {
                self.offend(Offence::Truncated { found: self.head.seq, expected });
            }
        }
        Report { entries: self.entries, offences: self.offences, head: self.head }
    }

    fn end(&mut self, end: &Checkpoint, seal: Option<Hash>) {
        let found = self.head.seq;
        if end.seq > found {
            self.offend(Offence::Truncated { found, expected: end.seq });
        } else if end.seq < found {
            self.offend(Offence::Extended { found, expected: end.seq });
        } else if end.hash != self.head.hash {
            self.offend(Offence::Head { seq: end.seq });
        }
        if let (Some(key), Some(seal)) = (self.key, seal)
            && seal != end.seal(key)
        {
            self.offend(Offence::Head { seq: end.seq });
        }
    }

    fn offend(&mut self, offence: Offence) {
        if self.offences.len() < OFFENCES_MAX && !self.offences.contains(&offence) {
            self.offences.push(offence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::algorithm::Algorithm;
    use crate::entry::{Change, Link};
    use proptest::prelude::*;

    type Stored = (Entry, Link);

    fn key() -> Key {
        Key::new(vec![7; 32])
    }

    fn origin() -> Checkpoint {
        Checkpoint::origin("00112233", Algorithm::Sm3)
    }

    fn entry(seq: i64) -> Entry {
        Entry {
            seq,
            id: format!("id-{seq}"),
            at: 1_000 * seq,
            actor: (seq % 3 > 0).then(|| format!("人{}", seq % 3)),
            subject: format!("XC-2026-01-{:03}", seq % 7),
            kind: "changed".to_owned(),
            summary: format!("第{seq}次修改"),
            changes: vec![Change { field: "due".to_owned(), before: None, after: Some(format!("2026-01-{seq:02}")) }],
            rows: vec![RowSeal { table: "findings".to_owned(), id: format!("f{}", seq % 7), digest: None }],
        }
    }

    fn chain(length: i64) -> (Vec<Stored>, Checkpoint) {
        let mut head = origin();
        let mut stored = Vec::new();
        for seq in 1..=length {
            let entry = entry(seq);
            let link = entry.link(head.algorithm, &key(), head.hash);
            head = Checkpoint { seq, hash: link.hash, ..head };
            stored.push((entry, link));
        }
        (stored, head)
    }

    fn check(stored: &[Stored], head: &Checkpoint, seal: Hash) -> Vec<Offence> {
        let key = key();
        let mut checker = Checker::new(origin(), Some(&key));
        stored.iter().for_each(|(entry, link)| checker.entry(entry, link.hash, Some(link.seal)));
        checker.finish(Some((head, Some(seal)))).offences
    }

    #[test]
    fn an_untouched_chain_is_sound() {
        for length in [0, 1, 50] {
            let (stored, head) = chain(length);
            assert_eq!(check(&stored, &head, head.seal(&key())), []);
        }
    }

    #[test]
    fn the_entry_is_named() {
        let (stored, head) = chain(9);
        let seal = head.seal(&key());
        let mut changed = stored.clone();
        changed[3].0.summary.push('。');
        assert_eq!(check(&changed, &head, seal), [Offence::Changed { seq: 4 }]);
        let mut rehashed = stored.clone();
        rehashed[3].1.hash = Hash([9; 32]);
        assert_eq!(check(&rehashed, &head, seal), [Offence::Changed { seq: 4 }, Offence::Forged { seq: 4 }]);
        let mut removed = stored.clone();
        removed.remove(3);
        assert_eq!(check(&removed, &head, seal), [Offence::Missing { from: 4, to: 4 }]);
        assert_eq!(check(&stored[..7], &head, seal), [Offence::Truncated { found: 7, expected: 9 }]);
        let mut swapped = stored.clone();
        swapped.swap(3, 4);
        assert!(check(&swapped, &head, seal).contains(&Offence::Moved { seq: 4, after: 5 }));
    }

    #[test]
    fn who_has_no_key_cannot_write_a_chain() {
        let (mut stored, mut head) = chain(9);
        // All hashes after the change are made anew; only the seals cannot be.
        stored[3].0.summary = "一切正常".to_owned();
        let mut before = stored[2].1.hash;
        for (entry, link) in &mut stored[3..] {
            link.hash = entry.hash(Algorithm::Sm3, before);
            before = link.hash;
        }
        let seal = head.seal(&key());
        head.hash = before;
        let offences = check(&stored, &head, seal);
        assert!(offences.contains(&Offence::Forged { seq: 4 }), "{offences:?}");
        assert!(offences.contains(&Offence::Head { seq: 9 }), "{offences:?}");
    }

    #[test]
    fn an_outsider_needs_only_a_checkpoint() {
        let (mut stored, head) = chain(9);
        let run = |stored: &[Stored], known: &Checkpoint| {
            let mut checker = Checker::new(origin(), None);
            checker.expect(known);
            stored.iter().for_each(|(entry, link)| checker.entry(entry, link.hash, None));
            checker.finish(None).offences
        };
        let fifth = Checkpoint { seq: 5, hash: stored[4].1.hash, ..head.clone() };
        assert_eq!(run(&stored, &head), []);
        assert_eq!(run(&stored, &fifth), []);
        assert_eq!(run(&stored[..7], &head), [Offence::Truncated { found: 7, expected: 9 }]);
        stored[3].0.summary = "一切正常".to_owned();
        let mut before = stored[2].1.hash;
        for (entry, link) in &mut stored[3..] {
            link.hash = entry.hash(Algorithm::Sm3, before);
            before = link.hash;
        }
        assert_eq!(run(&stored, &fifth), [Offence::Checkpoint { seq: 5 }]);
        let other = Checkpoint::origin("ffff", Algorithm::Sm3);
        assert!(matches!(run(&stored, &other)[..], [Offence::OtherInstallation { .. }]));
    }

    /// What somebody does to the table.
    #[derive(Debug, Clone)]
    enum Tampering {
        Summary(usize),
        Actor(usize),
        Time(usize),
        Change(usize),
        Row(usize),
        Remove(usize),
        Swap(usize, usize),
        SwapContents(usize, usize),
        Insert(usize),
        Truncate(usize),
        Renumber(usize),
    }

    fn tampering() -> impl Strategy<Value = Tampering> {
        let at = 0usize..1000;
        prop_oneof![
            at.clone().prop_map(Tampering::Summary),
            at.clone().prop_map(Tampering::Actor),
            at.clone().prop_map(Tampering::Time),
            at.clone().prop_map(Tampering::Change),
            at.clone().prop_map(Tampering::Row),
            at.clone().prop_map(Tampering::Remove),
            (at.clone(), at.clone()).prop_map(|(a, b)| Tampering::Swap(a, b)),
            (at.clone(), at.clone()).prop_map(|(a, b)| Tampering::SwapContents(a, b)),
            at.clone().prop_map(Tampering::Insert),
            at.clone().prop_map(Tampering::Truncate),
            at.prop_map(Tampering::Renumber),
        ]
    }

    fn tamper(stored: &mut Vec<Stored>, how: &Tampering) {
        let n = stored.len();
        match how {
            Tampering::Summary(at) => stored[at % n].0.summary.push('改'),
            Tampering::Actor(at) => stored[at % n].0.actor = Some("别人".to_owned()),
            Tampering::Time(at) => stored[at % n].0.at += 1,
            Tampering::Change(at) => stored[at % n].0.changes[0].after = None,
            Tampering::Row(at) => stored[at % n].0.rows[0].digest = Some(Hash([1; 32])),
            Tampering::Remove(at) => drop(stored.remove(at % n)),
            Tampering::Swap(a, b) => stored.swap(a % n, b % n),
            Tampering::SwapContents(a, b) => {
                let (a, b) = (a % n, b % n);
                let (first, second) = (stored[a].0.clone(), stored[b].0.clone());
                stored[a].0 = Entry { seq: first.seq, ..second.clone() };
                stored[b].0 = Entry { seq: second.seq, ..first };
            }
            Tampering::Insert(at) => {
                let copy = stored[at % n].clone();
                stored.insert(at % n, copy);
            }
            Tampering::Truncate(at) => stored.truncate(at % n),
            Tampering::Renumber(at) => stored[at % n].0.seq += 1,
        }
    }

    proptest! {
        #[test]
        fn every_tampering_is_found(length in 1i64..40, how in proptest::collection::vec(tampering(), 1..3)) {
            let (untouched, head) = chain(length);
            let mut stored = untouched.clone();
            for one in &how {
                if !stored.is_empty() {
                    tamper(&mut stored, one);
                }
            }
            prop_assume!(stored != untouched);
            prop_assert!(!check(&stored, &head, head.seal(&key())).is_empty());
        }
    }
}
