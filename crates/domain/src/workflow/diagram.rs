//! The workflow as a page of the manual, made from the table.

use super::stage::Stage;
use super::transitions::{TRANSITIONS, To, Transition};
use std::fmt::Write;

/// Where a row leads, in the names of stages; a row that stays leads to where it is.
fn targets(row: &Transition, from: Stage) -> Vec<Stage> {
    match row.to {
        To::Stage(stage) => vec![stage],
        To::Same => vec![from],
        To::FiledOrClosed => vec![Stage::Filing, Stage::Closed],
    }
}

/// A Mermaid diagram and a table, in Markdown.
pub fn page() -> String {
    let mut out =
        String::from("# 闭环流程\n\n本页由 `crates/domain/src/workflow/transitions.rs` 生成，请勿手工修改。\n\n");
    out.push_str("```mermaid\nstateDiagram-v2\n");
    for stage in Stage::ALL {
        let _ = writeln!(out, "    {}: {}", stage.name(), stage.word());
    }
    out.push_str("    [*] --> registered\n");
    for row in TRANSITIONS {
        for from in row.from {
            for to in targets(row, *from) {
                let _ = writeln!(out, "    {} --> {}: {}", from.name(), to.name(), row.action.word());
            }
        }
    }
    out.push_str("```\n\n| 阶段 | 动作 | 办理人 | 到 | 条件 | 依据 |\n|---|---|---|---|---|---|\n");
    for row in TRANSITIONS {
        let from: Vec<&str> = row.from.iter().map(|stage| stage.word()).collect();
        let roles: Vec<&str> = row.roles.iter().map(|role| role.word()).collect();
        let to = match row.to {
            To::Stage(stage) => stage.word().to_owned(),
            To::Same => "不变".to_owned(),
            To::FiledOrClosed => "报备（规则不要求报备的：已销号）".to_owned(),
        };
        let guards: Vec<&str> = row.guards.iter().map(|guard| guard.word()).collect();
        let _ = writeln!(
            out,
            "| {} | {} | {} | {to} | {} | {} |",
            from.join("、"),
            row.action.word(),
            roles.join("、"),
            guards.join("；"),
            row.basis
        );
    }
    out
}
