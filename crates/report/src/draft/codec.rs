//! A document as text for storage; read back it is the same document.

use super::form;
use document::Official;
use document::official::{Block, BlockKind, Run, Table, Text};
use serde_json::{Value, json};

/// Why a stored text is no document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("存储的文稿无法识别：{0}")]
pub struct CodecError(String);

impl CodecError {
    pub(crate) fn of(what: &str) -> Self {
        Self(what.to_owned())
    }
}

/// The text; bindings stay beside what they are bound to.
pub fn to_text(official: &Official) -> String {
    let blocks: Vec<Value> = official.blocks.iter().map(block).collect();
    let mut text = json!({"blocks": blocks, "properties": official.properties});
    form::put(official, &mut text);
    text.to_string()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph { kind, text } => json!({"kind": kind.name(), "runs": runs(text)}),
        Block::Table(table) => {
            let rows: Vec<Vec<Value>> =
                table.rows.iter().map(|row| row.iter().map(|cell| runs(cell)).collect()).collect();
            json!({"kind": "table", "widths": table.widths, "landscape": table.landscape, "rows": rows})
        }
        Block::PageBreak => json!({"kind": "page_break"}),
    }
}

fn runs(text: &[Run]) -> Value {
    text.iter().map(|run| json!([run.text, run.binding])).collect()
}

/// Reads what [`to_text`] writes.
pub fn from_text(text: &str) -> Result<Official, CodecError> {
    let wrong = |what: &str| CodecError(what.to_owned());
    let json: Value = serde_json::from_str(text).map_err(|cause| CodecError(cause.to_string()))?;
    let blocks = json["blocks"].as_array().ok_or_else(|| wrong("blocks"))?;
    let blocks =
        blocks.iter().map(|block| read_block(block).ok_or_else(|| wrong("block"))).collect::<Result<_, _>>()?;
    let properties = json["properties"].as_object().ok_or_else(|| wrong("properties"))?;
    let property = |(name, value): (&String, &Value)| Some((name.clone(), value.as_str()?.to_owned()));
    let properties = properties.iter().map(property).collect::<Option<_>>().ok_or_else(|| wrong("property"))?;
    let (form, family, seal) = form::read(&json).ok_or_else(|| wrong("form"))?;
    Ok(Official { form, family, seal, blocks, properties })
}

fn read_block(json: &Value) -> Option<Block> {
    match json["kind"].as_str()? {
        "page_break" => Some(Block::PageBreak),
        "table" => {
            let widths =
                json["widths"].as_array()?.iter().map(|w| w.as_u64()?.try_into().ok()).collect::<Option<_>>()?;
            let cells = |row: &Value| row.as_array()?.iter().map(read_runs).collect::<Option<Vec<_>>>();
            let rows = json["rows"].as_array()?.iter().map(cells).collect::<Option<_>>()?;
            Some(Block::Table(Table { widths, rows, landscape: json["landscape"].as_bool()? }))
        }
        name => Some(Block::Paragraph { kind: BlockKind::from_name(name)?, text: read_runs(&json["runs"])? }),
    }
}

fn read_runs(json: &Value) -> Option<Text> {
    let run = |run: &Value| {
        let binding = run[1].as_str().map(str::to_owned);
        Some(Run { text: run[0].as_str()?.to_owned(), binding })
    };
    json.as_array()?.iter().map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_as_it_is_written() {
        let run =
            |text: &str, binding: Option<&str>| Run { text: text.to_owned(), binding: binding.map(str::to_owned) };
        let kinds = [
            BlockKind::Title,
            BlockKind::Addressee,
            BlockKind::Heading(1),
            BlockKind::Heading(2),
            BlockKind::Heading(3),
            BlockKind::Heading(4),
            BlockKind::Body,
            BlockKind::AttachmentNote,
            BlockKind::Signature,
            BlockKind::Date,
            BlockKind::Note,
            BlockKind::PageMark,
            BlockKind::Attendance,
            BlockKind::Signatory,
        ];
        let mut official = Official::default();
        for kind in kinds {
            official
                .blocks
                .push(Block::Paragraph { kind, text: vec![run("共", None), run("2\"\n", Some("统计.问题数"))] });
        }
        official.blocks.push(Block::PageBreak);
        let rows = vec![vec![vec![run("序号", None)], vec![]], vec![]];
        official.blocks.push(Block::Table(Table { widths: vec![1, 9], rows, landscape: true }));
        official.properties.insert("甲".to_owned(), "乙".to_owned());
        assert_eq!(from_text(&to_text(&official)).unwrap(), official);
        assert_eq!(from_text(&to_text(&Official::default())).unwrap(), Official::default());
        for broken in
            ["", "{}", r#"{"blocks":[{"kind":"x","runs":[]}],"properties":{}}"#, r#"{"blocks":[1],"properties":{}}"#]
        {
            assert!(from_text(broken).is_err(), "{broken}");
        }
    }
}
