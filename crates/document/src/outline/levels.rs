//! Which form stands on which level: the usual order, unless the document nests otherwise.

use super::candidates::Candidate;
use crate::grammar::Form;

/// Level (from 1) of each form used: one more than the deepest form that it stands below.
pub(super) fn levels(candidates: &[Candidate]) -> Vec<(Form, u8)> {
    let forms = order(candidates);
    let rank = |form: Form| forms.iter().position(|f| *f == form).unwrap_or(0);
    // below[inner][outer]: an item of the one form stands directly below one of the other.
    let mut below = vec![vec![false; forms.len()]; forms.len()];
    let mut open: Vec<usize> = Vec::new();
    for candidate in candidates {
        let own = rank(candidate.form);
        open.retain(|outer| *outer < own);
        if let Some(outer) = open.last() {
            below[own][*outer] = true;
        }
        open.push(own);
    }
    let mut levels: Vec<u8> = Vec::with_capacity(forms.len());
    for below in &below {
        let above = levels.iter().zip(below).filter(|(_, below)| **below).map(|(level, _)| *level).max();
        levels.push(above.map_or(1, |level| level + 1));
    }
    forms.into_iter().zip(levels).collect()
}

/// The forms used, outermost first.
fn order(candidates: &[Candidate]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for candidate in candidates {
        if !forms.contains(&candidate.form) {
            forms.push(candidate.form);
        }
    }
    forms.sort_unstable();
    let nests = nesting(candidates, &forms);
    reorder(&mut forms, &nests);
    forms
}

/// `nests[a][b]`: how often items of form `b` start at 1 between two successive items of form `a`.
fn nesting(candidates: &[Candidate], forms: &[Form]) -> Vec<Vec<u32>> {
    let count = forms.len();
    let position = |form: Form| forms.iter().position(|f| *f == form).unwrap_or(0);
    let mut nests = vec![vec![0; count]; count];
    let mut last_value = vec![0u32; count];
    let mut started_since = vec![vec![false; count]; count];
    for candidate in candidates {
        let form = position(candidate.form);
        if last_value[form] + 1 == candidate.value && candidate.value > 1 {
            for (inner, started) in started_since[form].iter().enumerate() {
                nests[form][inner] += u32::from(*started);
            }
        }
        started_since[form].fill(false);
        last_value[form] = candidate.value;
        if candidate.value == 1 {
            for outer in &mut started_since {
                outer[form] = true;
            }
        }
    }
    nests
}

/// Moves a form outwards over its neighbour when the document only ever nests them that way round.
fn reorder(forms: &mut [Form], nests: &[Vec<u32>]) {
    let original = forms.to_vec();
    let position = |form: Form| original.iter().position(|f| *f == form).unwrap_or(0);
    for _ in 0..forms.len() {
        for at in 1..forms.len() {
            let (outer, inner) = (position(forms[at - 1]), position(forms[at]));
            if nests[inner][outer] > 0 && nests[outer][inner] == 0 {
                forms.swap(at - 1, at);
            }
        }
    }
}
