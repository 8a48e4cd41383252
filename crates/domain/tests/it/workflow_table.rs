//! The table of the closed loop itself, and its page in the manual.

use domain::workflow::{TRANSITIONS, page};

#[test]
fn every_row_has_a_basis_and_no_two_rows_are_for_the_same() {
    for (n, row) in TRANSITIONS.iter().enumerate() {
        assert!(!row.basis.is_empty() && !row.from.is_empty() && !row.roles.is_empty(), "{:?}", row.action);
        for other in &TRANSITIONS[n + 1..] {
            let both = row.from.iter().any(|stage| other.from.contains(stage)) && row.action == other.action;
            assert!(!both, "{:?} twice", row.action);
        }
    }
}

#[test]
fn the_page_of_the_manual_is_up_to_date() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/manual/workflow.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(file, page()).unwrap();
    }
    let kept = std::fs::read_to_string(file).unwrap_or_default();
    assert!(kept == page(), "docs/manual/workflow.md is out of date: run `make update`");
}
