//! Templates of documents: text with placeholders, loops and conditions, filled in from a snapshot of the ledger.

pub(crate) mod blocks;
pub(crate) mod form;
pub(crate) mod objects;
pub(crate) mod rewrite;

use crate::snapshot::{Snapshot, numeral};
use document::official::Official;
use minijinja::value::Value;
use minijinja::{Environment, ErrorKind, UndefinedBehavior};
use objects::EntryRef;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Steps a template may take; a template of a user must come to its end.
const FUEL: u64 = 50_000_000;

/// Why a template was not filled in; lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    #[error("模板第{line}行：{what}")]
    Line { line: usize, what: String },
    #[error("模板执行步骤过多，请检查是否有过大的循环")]
    TooLong,
    #[error("模板：{0}")]
    Other(String),
}

impl From<minijinja::Error> for TemplateError {
    fn from(cause: minijinja::Error) -> Self {
        if cause.kind() == ErrorKind::OutOfFuel {
            return Self::TooLong;
        }
        let what = match cause.kind() {
            ErrorKind::UndefinedError => "引用了不存在的内容".to_owned(),
            ErrorKind::UnknownFilter => "使用了不存在的写法".to_owned(),
            ErrorKind::SyntaxError => format!("写法有误：{}", cause.detail().unwrap_or_default()),
            _ => cause.to_string(),
        };
        let detail = cause.detail().filter(|_| cause.kind() != ErrorKind::SyntaxError);
        let what = detail.map_or(what.clone(), |detail| format!("{what}（{detail}）"));
        cause.line().map_or(Self::Other(what.clone()), |line| Self::Line { line, what })
    }
}

/// Fills a template in.
pub fn fill(template: &str, snapshot: &Arc<Snapshot>) -> Result<Official, TemplateError> {
    let text = render(template, snapshot, &BTreeMap::new())?;
    blocks::read(&text)
}

/// Fills a template in; `more` are entries under a name of this document's own, such as 问题 of a closing sheet.
pub fn fill_with(
    template: &str,
    snapshot: &Arc<Snapshot>,
    more: &BTreeMap<&str, String>,
) -> Result<Official, TemplateError> {
    blocks::read(&render(template, snapshot, more)?)
}

fn render(template: &str, snapshot: &Arc<Snapshot>, more: &BTreeMap<&str, String>) -> Result<String, TemplateError> {
    let source = rewrite::bound_placeholders(template)?;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    environment.set_fuel(Some(FUEL));
    environment.add_function(rewrite::BOUND, objects::bound);
    environment.add_filter("汉字", |n: usize| numeral(n));
    let mut words: BTreeMap<String, Value> = BTreeMap::new();
    for name in snapshot.singles() {
        words.insert(name.to_owned(), EntryRef::value(snapshot, name));
    }
    for (name, entries) in snapshot.lists() {
        words.insert(name.to_owned(), EntryRef::list(snapshot, entries));
    }
    for (name, entry) in more {
        words.insert((*name).to_owned(), EntryRef::value(snapshot, entry));
    }
    Ok(environment.render_str(&source, words)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::{Entry, Field, entry_name};
    use document::official::{Block, BlockKind, Run, plain};

    fn snapshot() -> Arc<Snapshot> {
        let mut snapshot = Snapshot::default();
        snapshot.add("统计", Entry::default().with("问题数", Field::Count(2)));
        let keys = [("XC-001", "学习不深入", "已完成"), ("XC-002", "台账|不规范", "整改中")];
        let names: Vec<String> = keys.iter().map(|(key, ..)| entry_name("问题", key)).collect();
        for ((_, title, status), name) in keys.iter().zip(&names) {
            let entry = Entry::default()
                .with("标题", Field::text(*title))
                .with("状态", Field::text(*status))
                .with("责任人", Field::Missing);
            snapshot.add(name.clone(), entry);
        }
        snapshot.list("问题", names);
        Arc::new(snapshot)
    }

    #[test]
    fn placeholders_become_bound_runs() {
        let draft = fill("[标题] 报告\n共{{ 统计.问题数 }}个问题。\n", &snapshot()).unwrap();
        assert_eq!(draft.title(), "报告");
        let Block::Paragraph { kind: BlockKind::Body, text } = &draft.blocks[1] else { panic!("{draft:?}") };
        let run =
            |text: &str, binding: Option<&str>| Run { text: text.to_owned(), binding: binding.map(str::to_owned) };
        assert_eq!(*text, [run("共", None), run("2", Some("统计.问题数")), run("个问题。", None)]);
    }

    #[test]
    fn loops_name_each_entry_and_headings_get_their_labels() {
        let template = "[一级] 情况\n{% for 问题 in 问题 %}\n[二级] {{ 问题.标题 }}\n{% if 问题.状态 != \"已完成\" %}\n由{{ 问题.责任人|缺省(\"待明确\") }}负责。\n{% endif %}\n{% endfor %}\n[一级] 打算\n";
        let draft = fill(template, &snapshot()).unwrap();
        let lines: Vec<String> = draft
            .blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph { text, .. } => plain(text),
                _ => String::new(),
            })
            .collect();
        assert_eq!(lines, ["一、情况", "（一）学习不深入", "（二）台账|不规范", "由待明确负责。", "二、打算"]);
        let bound: Vec<&str> = draft.runs().filter_map(|run| run.binding.as_deref()).collect();
        assert_eq!(bound, ["问题[XC-001].标题", "问题[XC-002].标题", "问题[XC-002].责任人|缺省(待明确)"]);
        for run in draft.runs() {
            if let Some(binding) = &run.binding {
                let query = crate::Query::parse(binding).unwrap();
                assert_eq!(snapshot().value(&query).as_deref(), Some(run.text.as_str()));
            }
        }
    }

    #[test]
    fn tables_have_cells_and_a_bar_in_a_text_is_no_border() {
        let template = "[表格 1,3,1 横向]\n| 序号 | 问题 | 状态 |\n{% for 问题 in 问题 %}\n| {{ loop.index }} | {{ 问题.标题 }} | {{ 问题.状态 }} |\n{% endfor %}\n[正文] 完";
        let draft = fill(template, &snapshot()).unwrap();
        let Block::Table(table) = &draft.blocks[0] else { panic!("{draft:?}") };
        let cells: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect()).collect();
        assert_eq!(cells, [["序号", "问题", "状态"], ["1", "学习不深入", "已完成"], ["2", "台账|不规范", "整改中"]]);
        assert_eq!((table.widths.as_slice(), table.landscape), ([1, 3, 1].as_slice(), true));
    }

    #[test]
    fn errors_say_line_and_name() {
        let error = |template: &str| fill(template, &snapshot()).unwrap_err().to_string();
        let unknown = error("[标题] 甲\n共{{ 统计.人数 }}人");
        assert!(unknown.contains("第2行") && unknown.contains("人数"), "{unknown}");
        let format = error("共{{ 统计.问题数|大写 }}个");
        assert!(format.contains("第1行") && format.contains("大写"), "{format}");
        assert!(error("{% for x in 问题 %}").contains("第1行"));
        assert!(error("[六级] 甲").contains("六级"));
        assert_eq!(fill("{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}x{% endfor %}{% endfor %}{% endfor %}", &snapshot()).unwrap_err(), TemplateError::TooLong);
    }
}
