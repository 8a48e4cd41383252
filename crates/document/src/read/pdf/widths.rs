//! Widths of characters that a font states for a range at once (ISO 32000-1, 9.7.4.3), stated one by one.
//!
//! pdf-extract 0.12.1 takes the first character of a range for its last and for its width; text in such a font then
//! runs backwards.

use pdf_extract::{Document, Object};

/// Characters that a font of two bytes can have.
const CHARACTERS_MAX: i64 = 65_536;
/// Widths written out for a whole file; a file of many fonts cannot ask for more.
const WIDTHS_MAX: i64 = 1 << 20;

/// Rewrites the widths of every font.
pub fn single_widths(document: &mut Document) {
    let mut left = WIDTHS_MAX;
    let mut apart = Vec::new();
    for object in document.objects.values_mut() {
        match object.as_dict_mut().ok().map(|font| font.get_mut(b"W")) {
            Some(Ok(Object::Reference(id))) => apart.push(*id),
            Some(Ok(widths)) => rewrite(widths, &mut left),
            _ => {}
        }
    }
    for id in apart {
        if let Some(widths) = document.objects.get_mut(&id) {
            rewrite(widths, &mut left);
        }
    }
}

fn rewrite(widths: &mut Object, left: &mut i64) {
    if let Object::Array(list) = widths
        && let Some(single) = single(list, left)
    {
        *list = single;
    }
}

/// `None` where the list is not as the standard has it: then it stays as it is.
fn single(widths: &[Object], left: &mut i64) -> Option<Vec<Object>> {
    let (mut out, mut at) = (Vec::new(), 0);
    while at < widths.len() {
        let next = widths.get(at + 1)?;
        if matches!(next, Object::Array(_)) {
            out.extend([widths[at].clone(), next.clone()]);
            at += 2;
            continue;
        }
        let (first, last, width) = (widths[at].as_i64().ok()?, next.as_i64().ok()?, widths.get(at + 2)?);
        let count = last.checked_sub(first)?.checked_add(1).filter(|n| (1..=CHARACTERS_MAX).contains(n))?;
        *left = left.checked_sub(count).filter(|left| *left >= 0)?;
        out.extend([widths[at].clone(), Object::Array(vec![width.clone(); usize::try_from(count).ok()?])]);
        at += 3;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(numbers: &[i64]) -> Vec<Object> {
        numbers.iter().map(|n| Object::Integer(*n)).collect()
    }

    #[test]
    fn a_range_becomes_a_list_and_a_wrong_list_stays() {
        let mut widths = numbers(&[3, 5, 1000, 9]);
        widths.push(Object::Array(numbers(&[500])));
        let expected =
            vec![3.into(), Object::Array(numbers(&[1000, 1000, 1000])), 9.into(), Object::Array(numbers(&[500]))];
        assert_eq!(single(&widths, &mut 3), Some(expected));
        assert_eq!(single(&widths, &mut 2), None, "no more than there is room for");
        for wrong in [&[1, 2][..], &[5, 3, 1000], &[0, i64::MAX, 1000], &[0, 65_536, 1], &[7]] {
            assert_eq!(single(&numbers(wrong), &mut 99), None, "{wrong:?}");
        }
    }
}
