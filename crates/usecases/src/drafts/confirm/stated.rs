//! What a document says and no field of the ledger can hold is kept in its own words.

use super::directory::Directory;
use domain::FixType;
use domain::draft::Node;
use jiff::civil::Date;

/// The latest full date that the node states.
pub(super) fn due(node: &Node) -> Option<Date> {
    node.deadlines.iter().filter_map(|d| d.date.as_deref()?.parse().ok()).max()
}

pub(super) fn fix_type(node: &Node) -> Option<FixType> {
    let word = node.fields.iter().find(|f| f.name == "fix_type").and_then(|f| FixType::from_word(f.text.trim()));
    let has = |kind: &str| node.deadlines.iter().any(|d| d.kind == kind);
    word.or_else(|| {
        if has("standing") && !has("absolute") {
            Some(FixType::Standing)
        } else if has("absolute") || has("relative") {
            Some(FixType::Deadline)
        } else {
            has("immediate").then_some(FixType::Immediate)
        }
    })
}

/// Fields of a ledger that the finding itself holds.
const HELD: [&str; 2] = ["target", "fix_type"];

/// Owners without a unit or person, deadlines without one date, columns without a field.
pub(super) fn stated(node: &Node, directory: &Directory, status: Option<&str>) -> Vec<String> {
    let mut said = Vec::new();
    for owner in &node.owners {
        let (word, known) = match owner.role.as_str() {
            "leader" => ("责任领导", directory.person_of(owner).is_some()),
            "owner" => ("责任人", directory.person_of(owner).is_some()),
            "lead_unit" => ("牵头单位", directory.unit_of(owner).is_some()),
            "co_unit" => ("配合单位", directory.unit_of(owner).is_some()),
            _ => ("验收", false),
        };
        if !known {
            said.push(format!("{word}：{}", owner.text));
        }
    }
    let one_date = node.deadlines.len() == 1 && due(node).is_some();
    if !one_date {
        said.extend(node.deadlines.iter().map(|d| format!("时限：{}", d.text)));
    }
    said.extend(status.map(|status| format!("状态：{status}")));
    for field in node.fields.iter().filter(|f| !held(f)) {
        let word = document::ledger::Field::from_name(&field.name).map_or("", |f| f.heading());
        said.push(format!("{word}：{}", field.text));
    }
    said.dedup();
    said
}

fn held(field: &domain::draft::NodeField) -> bool {
    HELD.contains(&field.name.as_str()) && (field.name != "fix_type" || FixType::from_word(field.text.trim()).is_some())
}

/// Adds what is not said yet.
pub(super) fn add(stated: &mut Option<String>, said: Vec<String>) {
    for line in said {
        let text = stated.get_or_insert_default();
        if text.lines().any(|known| known == line) {
            continue;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line);
    }
}
