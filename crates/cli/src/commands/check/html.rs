//! A page for the screen and for paper: the text with its marks, the findings beside it.

use super::{Checked, level};
use checker::{Diagnostic, Level, by_code};
use document::markup::escaped;
use std::io::{self, Write};

const STYLE: &str = "body{font:16px/1.8 'Noto Serif CJK SC','SimSun',serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1f1f1f}\
h1{font-size:1.3rem}.row{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,1fr);gap:1.5rem;border-top:1px solid #eee}\
.row p{margin:.4rem 0;text-indent:2em;overflow-wrap:anywhere}aside{font-size:.85rem}aside div{margin:.4rem 0;padding-left:.6rem;border-left:4px solid}\
.e{background:#ffd6d6}.w{background:#ffeec2}.a{background:#dcebff}aside .e{background:none;border-color:#cf1322}\
aside .w{background:none;border-color:#b26a00}aside .a{background:none;border-color:#1d5fbf}small{color:#595959;display:block}\
@media(max-width:40rem){.row{grid-template-columns:1fr}}";

pub(super) fn write(out: &mut impl Write, checked: &[Checked]) -> io::Result<()> {
    writeln!(out, "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>核稿结果</title>")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width\"><style>{STYLE}</style>")?;
    for file in checked {
        writeln!(out, "<h1>{}</h1><p>{} 处</p>", escaped(&file.path.to_string_lossy()), file.diagnostics.len())?;
        for (index, paragraph) in file.document.paragraphs.iter().enumerate() {
            let here = |one: &&Diagnostic| one.places.first().is_some_and(|place| place.paragraph == index);
            let notes: Vec<&Diagnostic> = file.diagnostics.iter().filter(here).collect();
            writeln!(out, "<div class=\"row\"><p>{}</p><aside>", marked(&paragraph.text, index, &file.diagnostics))?;
            for one in notes {
                let authority = by_code(one.rule).map(|rule| rule.authority.words()).unwrap_or_default();
                let (class, word) = (class(one), level(one).word());
                let (message, hint) = (escaped(&one.message), escaped(&one.hint));
                let authority = escaped(&authority);
                writeln!(
                    out,
                    "<div class=\"{class}\"><b>{word} {}</b> {message}。{hint}。<small>{authority}</small></div>",
                    one.rule
                )?;
            }
            writeln!(out, "</aside></div>")?;
        }
    }
    writeln!(out, "</html>")
}

/// The paragraph with its places marked; where two overlap, the first one is.
fn marked(text: &str, index: usize, diagnostics: &[Diagnostic]) -> String {
    let mut places: Vec<(usize, usize, &'static str)> = diagnostics
        .iter()
        .flat_map(|one| one.places.iter().map(move |place| (place, class(one))))
        .filter(|(place, _)| place.paragraph == index && place.end > place.start)
        .map(|(place, class)| (place.start, place.end, class))
        .collect();
    places.sort_unstable();
    let (mut html, mut at) = (String::new(), 0);
    for (start, end, class) in places {
        let (Some(before), Some(inside)) = (text.get(at..start), text.get(start..end)) else { continue };
        html.push_str(&format!("{}<mark class=\"{class}\">{}</mark>", escaped(before), escaped(inside)));
        at = end;
    }
    html.push_str(&escaped(text.get(at..).unwrap_or_default()));
    html
}

fn class(diagnostic: &Diagnostic) -> &'static str {
    match level(diagnostic) {
        Level::Error => "e",
        Level::Warning => "w",
        Level::Advice => "a",
    }
}
