//! The profiles that come with the program, one file each. Every value says what it rests on: 规定 (a rule that
//! binds everywhere), 地方规定 (a rule of one place, taken as an example), 通行做法 (practice, with its origin).

mod appraisal;
mod audit;
mod common;
mod inspection;
mod patrol_city;
mod patrol_county;
mod self_check;
mod supervision;

use super::RuleProfile;

pub(super) fn all() -> Vec<RuleProfile> {
    vec![
        inspection::profile(),
        patrol_city::profile(),
        patrol_county::profile(),
        audit::profile(),
        supervision::profile(),
        appraisal::profile(),
        self_check::profile(),
    ]
}
