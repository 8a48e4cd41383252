//! For people: one finding a paragraph, with the words around it.

use super::{Checked, level};
use checker::{Level, Place, by_code};
use document::Document;
use std::io::{self, Write};

/// Characters shown on each side.
const AROUND: usize = 12;

pub(super) fn write(out: &mut impl Write, checked: &[Checked]) -> io::Result<()> {
    for file in checked {
        for one in &file.diagnostics {
            let authority = by_code(one.rule).map(|rule| rule.authority.words()).unwrap_or_default();
            let level = level(one).word();
            let place = one.places.first().map(|place| words(&file.document, place)).unwrap_or_default();
            writeln!(out, "{}:{place} {level} {} {}", file.path.display(), one.rule, one.message)?;
            for place in &one.places {
                writeln!(out, "    {}", around(&file.document, place))?;
            }
            writeln!(out, "    {}（{authority}）", one.hint)?;
        }
    }
    let count = |wanted| checked.iter().flat_map(|file| &file.diagnostics).filter(|one| level(one) == wanted).count();
    let (wrong, doubtful, advice) = (count(Level::Error), count(Level::Warning), count(Level::Advice));
    if wrong + doubtful + advice == 0 {
        return writeln!(out, "没有发现问题。");
    }
    writeln!(out, "必错 {wrong} 处，疑似 {doubtful} 处，提示 {advice} 处。规则说明：rectify explain 代码")
}

fn words(document: &Document, place: &Place) -> String {
    document.paragraphs.get(place.paragraph).map(|p| p.place.words(place.paragraph)).unwrap_or_default()
}

/// The place in its sentence: `…整改问题【21】个，完成…`.
fn around(document: &Document, place: &Place) -> String {
    let text = document.paragraphs.get(place.paragraph).map(|p| p.text.as_str()).unwrap_or_default();
    let head = text.get(..place.start).unwrap_or_default();
    let tail = text.get(place.end..).unwrap_or_default();
    let from = head.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let to = tail.char_indices().nth(AROUND).map_or(tail.len(), |(at, _)| at);
    let (left, right) = (if from > 0 { "…" } else { "" }, if to < tail.len() { "…" } else { "" });
    let number = place.paragraph + 1;
    format!("第{number}段：{left}{}【{}】{}{right}", &head[from..], place.text, &tail[..to])
}
