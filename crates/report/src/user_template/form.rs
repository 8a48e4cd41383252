//! Forms of a superior: which column of the form is which field of the ledger, and the placeholder for it.

use document::Document;
use document::ledger::{Field, Mapping, recognise, under_header};
use document::template::{FormColumn, FormPlan};
use domain::FormRows;

/// How a form is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormMapping {
    pub mapping: Mapping,
    pub rows: FormRows,
}

/// The form's header as the known names of columns read it; with a sheet and its header's last row, there.
pub fn form_mapping(document: &Document, header: Option<(&str, u32)>) -> Option<Mapping> {
    match header {
        Some((sheet, rows)) => under_header(document, sheet, rows),
        None => recognise(document).filter(|mapping| !mapping.columns.is_empty()),
    }
}

impl FormMapping {
    pub(super) fn plan(&self) -> FormPlan {
        let own = |name: &str, list: &str| (name.to_owned(), list.to_owned());
        let mut loops = vec![own("问题", "选定")];
        if self.rows == FormRows::Measures {
            loops.push(own("措施", "问题.措施"));
        }
        let manifested = self.mapping.columns.iter().any(|c| c.field == Some(Field::Manifestation));
        let columns = self.mapping.columns.iter().filter_map(|column| {
            let value = value(column.field?, &column.header, self.rows, manifested)?;
            Some(FormColumn { index: column.index, value })
        });
        let serial = self.mapping.columns.iter().find(|c| c.field == Some(Field::Serial)).map(|c| c.index);
        FormPlan { loops, columns: columns.collect(), serial }
    }
}

/// What stands in a column of this field, for people; `None` where the ledger has nothing for it.
pub fn form_value(field: Field, header: &str, rows: FormRows) -> Option<String> {
    value(field, header, rows, false)
}

fn value(field: Field, header: &str, rows: FormRows, manifested: bool) -> Option<String> {
    let of_measures = rows == FormRows::Measures;
    let either = |measure: &'static str, finding: &'static str| if of_measures { measure } else { finding };
    let word = match field {
        Field::Serial => either("问题.序号", "loop.index"),
        Field::Key => either("措施.编号", "问题.编号"),
        Field::Source => "检查.名称",
        Field::Category => "问题.方面",
        // The whole text, unless the form has a column of its own for what it is seen from.
        Field::Finding if manifested => "问题.名称",
        Field::Finding => "问题.原文",
        Field::Manifestation => "问题.具体表现",
        Field::Cause => "问题.未完成原因",
        Field::Target => "问题.目标",
        Field::Measures => either("措施.内容", "问题.全部措施"),
        Field::Leader => either("措施.责任领导", "问题.责任领导"),
        Field::LeadUnit => either("措施.责任部门", "问题.牵头部门"),
        Field::CoUnits => "问题.配合部门",
        Field::Owner => either("措施.责任人", "问题.责任人"),
        Field::FixType => "问题.整改类型",
        Field::Due => either("措施.时限", "问题.时限"),
        Field::Progress => either("措施.进展", "问题.进展"),
        Field::Effect if of_measures => "措施.成果",
        Field::Policy => "问题.长效机制",
        Field::Evidence => "问题.佐证清单",
        Field::Amount if header.contains("万元") => "问题.金额|万元",
        Field::Amount => "问题.金额",
        Field::Status => either("措施.状态", "问题.状态"),
        Field::ClosedOn => "问题.销号日期",
        Field::Reviewer => "问题.复审人",
        Field::Effect | Field::Accountability | Field::Notes => return None,
    };
    Some(word.to_owned())
}
