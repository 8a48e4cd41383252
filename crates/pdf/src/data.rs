//! A document as the template reads it.

use crate::fonts::{Fonts, Role};
use document::Official;
use document::form::{CornerLine, Family, Form, Imprint, Seal};
use document::official::{Block, BlockKind, Run, Table, plain};
use document::setting::{
    Arrangement, Closing, DOUBLE_RULE, Flow, Part, SEAL, SEAL_ABOVE, TITLE_ROOM, TITLE_ROOM_TURNED, copies_line, flow,
    hanging, mark_size, signatory, signer_lines, title_turns,
};
use serde_json::{Value, json};

/// The data of a document.
pub(crate) fn data(official: &Official, fonts: &Fonts) -> String {
    let families: serde_json::Map<String, Value> =
        Role::ALL.iter().map(|role| (role.name().to_owned(), json!(fonts.family(*role)))).collect();
    let pitch = match official.family {
        Family::A => 225.0 / 22.0,
        Family::B => 10.39,
    };
    let parts: Vec<Value> = official.parts().iter().map(|one| part(official, one)).collect();
    json!({
        "title": official.title(),
        "fonts": families,
        "last": fonts.last(),
        "pitch": pitch,
        "seal": {"size": SEAL, "above": SEAL_ABOVE},
        "rules": DOUBLE_RULE,
        "parts": parts,
    })
    .to_string()
}

fn part(official: &Official, part: &Part<'_>) -> Value {
    let mut sections: Vec<Value> = part
        .stretches()
        .iter()
        .map(|stretch| {
            let items = flow(stretch.blocks, official.seal);
            let room = if stretch.turned { TITLE_ROOM_TURNED } else { TITLE_ROOM };
            let blocks: Vec<Value> = (0..items.len()).filter_map(|at| item(&items, at, room, official.seal)).collect();
            json!({"turned": stretch.turned, "blocks": blocks})
        })
        .collect();
    if sections.is_empty() {
        sections.push(json!({"turned": false, "blocks": []}));
    }
    json!({"head": head(official, &part.form), "sections": sections, "imprint": imprint(&part.form)})
}

fn head(official: &Official, form: &Form) -> Value {
    let kind = match form {
        Form::Plain => return Value::Null,
        Form::RedHead(_) => "red_head",
        Form::Letter(_) => "letter",
        Form::Minutes(_) => "minutes",
        Form::Order(_) => "order",
    };
    let (suffix, signers) = match form {
        Form::RedHead(head) => (head.suffix.as_str(), signer_lines(&head.signers)),
        _ => ("", Vec::new()),
    };
    let corner: Vec<Value> =
        form.corner().map(|corner| corner.lines()).unwrap_or_default().into_iter().map(corner).collect();
    let mut marks: Vec<String> = form.marks().into_iter().map(shown).collect();
    let mut beside = suffix.to_owned();
    if let [one] = marks.as_mut_slice() {
        one.push_str(&std::mem::take(&mut beside));
    }
    json!({
        "kind": kind,
        "marks": marks,
        "beside": shown(&beside),
        "size": mark_size(official),
        "corner": corner,
        "number": shown(form.number()),
        "signers": signers,
    })
}

fn corner(line: CornerLine<'_>) -> Value {
    let role = if matches!(line, CornerLine::Copy(_)) { Role::FangSong } else { Role::HeiTi };
    json!({"text": shown(line.text()), "role": role.name()})
}

fn imprint(form: &Form) -> Value {
    let one = form.imprint();
    if one.is_empty() {
        return Value::Null;
    }
    let Imprint { addressees, copies, printed } = one;
    let main = addressees.map(|main| format!("主送：{}", main.trim()));
    let lines: Vec<String> =
        main.into_iter().chain(copies.map(|copies| copies_line(&copies))).map(|line| shown(&line)).collect();
    let printed = printed.map(|printed| [shown(&printed.by), format!("{}印发", shown(&printed.on))]);
    let letter = matches!(form, Form::Letter(_));
    json!({"lines": lines, "printed": printed, "ruled": !letter, "any_page": letter})
}

fn item(items: &[Flow<'_>], at: usize, room: f32, seal: Seal) -> Option<Value> {
    match items.get(at)? {
        Flow::Block(Block::Paragraph { kind: BlockKind::Title, text }) => {
            Some(json!({"kind": BlockKind::Title.name(), "text": title_lines(&plain(text), room)}))
        }
        Flow::Block(Block::Paragraph { kind, text }) => {
            let before = at.checked_sub(1).and_then(|at| items.get(at));
            Some(paragraph(*kind, text, before, items.get(at + 1)))
        }
        Flow::Block(Block::Table(table)) => sheet(table),
        Flow::Block(Block::PageBreak) => None,
        Flow::Closing(one) => Some(closing(one, seal)),
    }
}

fn paragraph(kind: BlockKind, text: &[Run], before: Option<&Flow<'_>>, after: Option<&Flow<'_>>) -> Value {
    let words = plain(text);
    let kind_of = |flow: Option<&Flow<'_>>| match flow {
        Some(Flow::Block(Block::Paragraph { kind, .. })) => Some(*kind),
        _ => None,
    };
    let mut value = json!({"kind": kind.name(), "text": lines(&words)});
    // A seal never stands on a page without text.
    value["sticky"] = json!(matches!(after, Some(Flow::Closing(_))));
    value["titled"] = json!(kind == BlockKind::PageMark && kind_of(after) == Some(BlockKind::Title));
    if let Some(place) = hanging(kind, &words) {
        value["first"] = json!(place.first);
        value["hang"] = json!(place.rest - place.first);
        value["opens"] = json!(kind_of(before) != Some(kind));
    }
    if kind == BlockKind::Attendance {
        let (label, names) = words.split_at(words.find('：').map_or(0, |at| at + '：'.len_utf8()));
        value["label"] = json!(shown(label));
        value["text"] = json!(lines(names));
    }
    value
}

fn closing(closing: &Closing<'_>, seal: Seal) -> Value {
    let words = |text: &&document::official::Text| lines(&plain(text));
    let signatures: Vec<Vec<String>> = closing.signatures.iter().map(words).collect();
    let mut value = json!({
        "kind": "closing",
        "signatures": signatures,
        "date": closing.date.as_ref().map(words),
        "frame": seal == Seal::Frame,
    });
    match &closing.arrangement {
        Arrangement::Lines { signatures, date } => {
            value["arrangement"] = json!("lines");
            value["rights"] = json!(signatures);
            value["date_right"] = json!(date);
        }
        Arrangement::Sealed { signature, date } => {
            value["arrangement"] = json!("sealed");
            value["rights"] = json!([signature]);
            value["date_right"] = json!(date);
        }
        Arrangement::Seals { beside } => {
            value["arrangement"] = json!("seals");
            value["across"] = json!(beside);
        }
        Arrangement::Stamp { title, date } => {
            let (words, name) = closing.signatures.first().map(|text| signatory(&plain(text))).unwrap_or_default();
            value["arrangement"] = json!("stamp");
            value["signer"] = json!({"title": shown(&words), "name": name.map(|name| shown(&name))});
            value["rights"] = json!([title]);
            value["date_right"] = json!(date);
        }
    }
    value
}

/// Every row has as many cells as the table has columns; a table without rows is none.
fn sheet(table: &Table) -> Option<Value> {
    let columns = table.rows.iter().map(Vec::len).max()?.max(table.widths.len()).max(1);
    let widths: Vec<u16> = (0..columns).map(|at| table.widths.get(at).copied().unwrap_or(1).max(1)).collect();
    let cell = |row: &Vec<_>, at: usize| lines(&row.get(at).map(|text: &Vec<_>| plain(text)).unwrap_or_default());
    let rows: Vec<Vec<Vec<String>>> =
        table.rows.iter().map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect();
    Some(json!({"kind": "table", "widths": widths, "rows": rows}))
}

/// Lines of a text.
fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(shown).collect()
}

/// Lines of a title.
fn title_lines(text: &str, room: f32) -> Vec<String> {
    let mut out = String::with_capacity(text.len() + 8);
    let mut from = 0;
    for place in title_turns(text, room) {
        out.push_str(text.get(from..place).unwrap_or_default());
        out.push('\n');
        from = place;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    lines(&out)
}

/// Characters that no font can show are left out.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\t').collect()
}
