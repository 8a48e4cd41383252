//! L-PAGE 纸张或页边距不合版心要求.

use crate::context::Context;
use crate::diagnostic::Diagnostic;
use crate::rule::{Authority, Level, Rule, Strength, When};
use document::Section;

pub(super) static RULE: Rule = Rule {
    code: "L-PAGE",
    name: "纸张或页边距不合版心要求",
    level: Level::Warning,
    when: When::Official,
    authority: Authority { strength: Strength::Mandatory, source: "GB/T 9704-2012 5.1、5.2.1" },
    manual: include_str!("l_page.md"),
    words: |_| Vec::new(),
    check: run,
};

/// Twips of a millimetre.
const MILLIMETRE: f64 = 1440.0 / 25.4;

fn run(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(layout) = &context.document.layout else { return };
    let mut start = 0;
    for section in &layout.sections {
        let index = start;
        start = section.end;
        // Turned pages hold wide tables; a section that does not say its size is left alone.
        if section.width == 0 || section.width > section.height || section.left == 0 {
            continue;
        }
        let wrong = offences(section);
        if !wrong.is_empty() {
            let message = format!("页面设置不合要求：{}", wrong.join("，"));
            let hint = "设为A4纸，上37毫米、下35毫米、左28毫米、右26毫米";
            found.push(Diagnostic::at(&RULE, context.place(index, 0, 0), message, hint));
        }
    }
}

fn offences(section: &Section) -> Vec<String> {
    let millimetres = |twips: i32| f64::from(twips) / MILLIMETRE;
    let near = |value: f64, wanted: f64, by: f64| (value - wanted).abs() <= by + 0.05;
    let (width, height) = (millimetres(section.width), millimetres(section.height));
    let mut wrong = Vec::new();
    if !near(width, 210.0, 0.5) || !near(height, 297.0, 0.5) {
        wrong.push(format!("纸张{width:.0}×{height:.0}毫米，应为A4（210×297毫米）"));
    }
    // 34.58 and 32.58 mm stand for the same type area where half the leading comes above the first line.
    let (top, bottom) = (millimetres(section.top), millimetres(section.bottom));
    if !near(top, 37.0, 1.0) && !near(top, 34.58, 1.0) {
        wrong.push(format!("上边距{top:.1}毫米，应为37±1毫米"));
    }
    if !near(bottom, 35.0, 1.0) && !near(bottom, 32.58, 1.0) {
        wrong.push(format!("下边距{bottom:.1}毫米，应为35毫米"));
    }
    let (left, right) = (millimetres(section.left), millimetres(section.right));
    if !near(left, 28.0, 1.0) {
        wrong.push(format!("左边距{left:.1}毫米，应为28±1毫米"));
    }
    if !near(right, 26.0, 1.0) {
        wrong.push(format!("右边距{right:.1}毫米，应为26毫米"));
    }
    wrong
}
