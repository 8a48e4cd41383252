//! 纪实, 纪实类别, 打算: the round as a whole, in the order in which it was entered.

use crate::snapshot::{Entry, Field, Snapshot, entry_name};
use domain::{ChronicleEntry, ChroniclePart};

fn name(entry: &ChronicleEntry) -> String {
    let list = match entry.part {
        ChroniclePart::Organised => "纪实",
        ChroniclePart::Next => "打算",
    };
    entry_name(list, &entry.key)
}

pub(super) fn add(snapshot: &mut Snapshot, entries: &[ChronicleEntry]) {
    let kept = |part| entries.iter().filter(move |entry| !entry.removed && entry.part == part);
    for part in ChroniclePart::ALL {
        kept(*part).for_each(|entry| snapshot.add(name(entry), of(entry)));
    }
    let mut categories: Vec<(&str, Vec<String>)> = Vec::new();
    for entry in kept(ChroniclePart::Organised) {
        match categories.iter_mut().find(|(category, _)| *category == entry.category) {
            Some((_, names)) => names.push(name(entry)),
            None => categories.push((&entry.category, vec![name(entry)])),
        }
    }
    snapshot.list("纪实", kept(ChroniclePart::Organised).map(name).collect());
    snapshot.list("打算", kept(ChroniclePart::Next).map(name).collect());
    snapshot.list("纪实类别", categories.iter().map(|(category, _)| entry_name("纪实类别", category)).collect());
    for (category, names) in categories {
        let entry = Entry::default()
            .with("名称", Field::text(category))
            .with("数量", Field::count(names.len()))
            .listing("纪实", names);
        snapshot.add(entry_name("纪实类别", category), entry);
    }
}

fn of(entry: &ChronicleEntry) -> Entry {
    Entry::default()
        .with("编号", Field::text(&entry.key))
        .with("类别", Field::text(&entry.category))
        .with("日期", Field::date(entry.date))
        .with("内容", Field::text(&entry.text))
}
