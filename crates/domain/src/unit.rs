//! Units 单位: a tree.

use crate::UnitId;
use crate::words::words;

words!(
    /// What a unit is.
    UnitKind {
        Oversight => "oversight" "监督机构",
        PartyBody => "party_body" "党组织",
        Department => "department" "部门",
        Branch => "branch" "党支部",
        Site => "site" "项目点",
    }
);

impl UnitKind {
    /// The kind that a name suggests.
    pub fn of_name(name: &str) -> Self {
        if name.ends_with("支部") {
            Self::Branch
        } else if name.ends_with("党组") || name.ends_with("党委") || name.ends_with("党总支") {
            Self::PartyBody
        } else {
            Self::Department
        }
    }
}

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: UnitId,
    pub parent: Option<UnitId>,
    pub name: String,
    pub short_name: Option<String>,
    pub kind: UnitKind,
    /// Order among its siblings.
    pub position: i64,
    pub version: i64,
}
