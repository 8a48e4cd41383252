//! What one row alone says about warnings, so that a database can look for them. `SIGNS` grows whenever a word list of
//! this folder changes: what is stored is then worked out anew.

use super::unnumbered::{file_has_number, has_number, of_evidence, of_measure};
use super::{PaperCode, Warning, hollow};
use crate::words::words;
use crate::{Evidence, Measure};

/// Version of the signs.
pub const SIGNS: i64 = 1;

words!(
    /// A sign of one measure or file.
    Sign {
        Hollow => "hollow" "措施空泛",
        /// Says that a rule was made, without its number.
        Unnumbered => "unnumbered" "制度缺文号",
        /// Has the number of a document.
        Numbered => "numbered" "有文号",
    }
);

fn is(warning: &Option<Warning>, code: PaperCode) -> bool {
    warning.as_ref().is_some_and(|warning| warning.code == code)
}

/// Signs of a measure; its files are looked at apart.
pub fn measure_signs(measure: &Measure) -> Vec<Sign> {
    let numbered = has_number(&measure.text) || measure.progress_note.as_deref().is_some_and(has_number);
    let mut signs = Vec::new();
    signs.extend(is(&hollow::warning(measure), PaperCode::HollowMeasure).then_some(Sign::Hollow));
    signs.extend(is(&of_measure(measure, &[]), PaperCode::RuleWithoutNumber).then_some(Sign::Unnumbered));
    signs.extend(numbered.then_some(Sign::Numbered));
    signs
}

/// Signs of a file; its measure is looked at apart.
pub fn evidence_signs(evidence: &Evidence) -> Vec<Sign> {
    let mut signs = Vec::new();
    signs.extend(is(&of_evidence(evidence, None), PaperCode::RuleWithoutNumber).then_some(Sign::Unnumbered));
    signs.extend(file_has_number(evidence).then_some(Sign::Numbered));
    signs
}
