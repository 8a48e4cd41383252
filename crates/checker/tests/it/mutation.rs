//! One defect is planted in a clean text: the rule must find it, at its place. What is not planted stays silent.

use checker::{Selection, check};
use std::path::Path;

/// A repeatable choice.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n.max(1)
    }
}

/// A defect: the code that must find it, and how to plant it; `None` where the text offers no place.
pub(crate) struct Defect {
    pub(crate) code: &'static str,
    name: &'static str,
    plant: fn(&str, &mut Dice) -> Option<String>,
}

/// Replaces one of the places of `from` that fits.
fn swap(text: &str, dice: &mut Dice, (from, to): (&str, &str), fits: fn(&str, &str) -> bool) -> Option<String> {
    let places: Vec<usize> =
        text.match_indices(from).map(|(at, _)| at).filter(|at| fits(&text[..*at], &text[at + from.len()..])).collect();
    let at = *places.get(dice.below(places.len()))?;
    Some(format!("{}{to}{}", &text[..at], &text[at + from.len()..]))
}

fn any(_: &str, _: &str) -> bool {
    true
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}

/// Chinese on both sides, in one line.
fn between_words(head: &str, tail: &str) -> bool {
    head.ends_with(is_han) && tail.starts_with(is_han)
}

fn in_a_sentence(head: &str, tail: &str) -> bool {
    head.ends_with(is_han) && tail.starts_with('\n')
}

fn is_year_before(head: &str, _: &str) -> bool {
    head.ends_with('年')
}

/// Not a label: 第一段 of a list begins with it.
fn in_a_clause(head: &str, _: &str) -> bool {
    head.ends_with(['：', '；', '。'])
}

pub(crate) const DEFECTS: &[Defect] = &[
    Defect { code: "P-HALF", name: "半角逗号", plant: |t, d| swap(t, d, ("，", ","), between_words) },
    Defect { code: "P-HALF", name: "半角分号", plant: |t, d| swap(t, d, ("；", ";"), between_words) },
    Defect { code: "P-HALF", name: "半角冒号", plant: |t, d| swap(t, d, ("：", ":"), between_words) },
    Defect { code: "P-HALF", name: "半角句点", plant: |t, d| swap(t, d, ("。", "."), in_a_sentence) },
    Defect { code: "P-PAIR", name: "缺右书名号", plant: |t, d| swap(t, d, ("》", ""), any) },
    Defect { code: "P-PAIR", name: "缺左书名号", plant: |t, d| swap(t, d, ("《", ""), any) },
    Defect { code: "P-PAIR", name: "缺右引号", plant: |t, d| swap(t, d, ("”", ""), any) },
    Defect { code: "P-PAIR", name: "缺左引号", plant: |t, d| swap(t, d, ("“", ""), any) },
    Defect { code: "P-DUP", name: "两个句号", plant: |t, d| swap(t, d, ("。", "。。"), any) },
    Defect { code: "P-DUP", name: "逗号加句号", plant: |t, d| swap(t, d, ("。", "，。"), any) },
    Defect { code: "P-DUP", name: "两个逗号", plant: |t, d| swap(t, d, ("，", "，，"), any) },
    Defect { code: "P-FULLNUM", name: "全角数字", plant: |t, d| swap(t, d, ("1", "１"), any) },
    Defect {
        code: "P-SPC",
        name: "数字前空格",
        plant: |t, d| swap(t, d, ("1", " 1"), |head, tail| head.ends_with(is_han) && tail.starts_with(is_han)),
    },
    Defect {
        code: "P-DENG",
        name: "等前顿号",
        plant: |t, d| swap(t, d, ("等问题", "、等问题"), |h, _| h.ends_with(is_han)),
    },
    Defect { code: "P-DATEPAD", name: "月份补零", plant: |t, d| swap(t, d, ("年6月", "年06月"), any) },
    Defect {
        code: "D-VALID",
        name: "十三月",
        plant: |t, d| swap(t, d, ("年1", "年13"), |_, tail| tail.starts_with('月')),
    },
    Defect { code: "D-VALID", name: "三十二日", plant: |t, d| swap(t, d, ("月30日", "月32日"), any) },
    Defect {
        code: "D-HAO",
        name: "号",
        plant: |t, d| swap(t, d, ("0日", "0号"), |head, _| head.chars().rev().nth(1) == Some('月')),
    },
    Defect {
        code: "S-SERIES", name: "二是写成三是", plant: |t, d| swap(t, d, ("二是", "三是"), in_a_clause)
    },
    Defect { code: "S-GAP", name: "二级标题跳号", plant: |t, d| swap(t, d, ("\n（二）", "\n（三）"), any) },
    Defect { code: "S-GAP", name: "一级标题跳号", plant: |t, d| swap(t, d, ("\n二、", "\n三、"), any) },
    Defect { code: "T-TYPO", name: "布署", plant: |t, d| swap(t, d, ("部署", "布署"), any) },
    Defect { code: "T-TYPO", name: "台帐", plant: |t, d| swap(t, d, ("台账", "台帐"), any) },
    Defect {
        code: "T-NEAR", name: "民生生活会", plant: |t, d| swap(t, d, ("民主生活会", "民生生活会"), any)
    },
    Defect {
        code: "T-NEAR", name: "漏字", plant: |t, d| swap(t, d, ("理论学习中心组", "理论学中心组"), any)
    },
    Defect {
        code: "T-NEAR", name: "换字", plant: |t, d| swap(t, d, ("党风廉政建设", "党风廉正建设"), any)
    },
    Defect {
        code: "T-DOUBLE",
        name: "的的",
        plant: |t, d| swap(t, d, ("的", "的的"), |h, t| between_words(h, t) && !h.ends_with('目')),
    },
    Defect {
        code: "T-DOUBLE",
        name: "了了",
        plant: |t, d| {
            swap(t, d, ("了", "了了"), |h, t| between_words(h, t) && !h.ends_with('为') && !t.starts_with('解'))
        },
    },
    Defect { code: "T-PAIR", name: "截止目前", plant: |t, d| swap(t, d, ("截至目前", "截止目前"), any) },
    Defect { code: "P-BOOKDUN", name: "书名号间顿号", plant: |t, d| swap(t, d, ("》《", "》、《"), any) },
    Defect { code: "P-ELLIP", name: "三个点", plant: |t, d| swap(t, d, ("等。", "...。"), any) },
    Defect {
        code: "E-DOCNO",
        name: "方括号文号",
        plant: |t, d| swap(t, d, ("〔2025〕", "[2025]"), |_, tail| tail.contains('号')),
    },
    Defect {
        code: "R-ID", name: "身份证号", plant: |t, d| swap(t, d, ("同志", "同志（11010519491231002X）"), any)
    },
    Defect {
        code: "S-TRUNC",
        name: "段末缺句号",
        plant: |t, d| {
            swap(t, d, ("。\n", "\n"), |head, _| {
                let line = head.rsplit('\n').next().unwrap_or_default();
                line.chars().count() > 60 && line.contains('。') && head.ends_with(is_han)
            })
        },
    },
    Defect { code: "S-EMPTY", name: "占位符", plant: |t, d| swap(t, d, ("万元", "XXX万元"), any) },
    Defect {
        code: "D-VALID",
        name: "二月三十日",
        plant: |t, d| {
            swap(t, d, ("年", "年2月30日，"), |h, t| {
                h.ends_with("2025") && t.starts_with(|c: char| c.is_ascii_digit())
            })
        },
    },
    Defect { code: "P-DATEPAD", name: "日补零", plant: |t, d| swap(t, d, ("月5日", "月05日"), is_month_before) },
    Defect {
        code: "D-CNDATE", name: "汉字成文日期", plant: |t, _| Some(format!("{t}\n二〇二五年十二月三日\n"))
    },
    Defect { code: "P-YEAR2", name: "两位年份", plant: |t, d| swap(t, d, ("2025年底", "25年底"), any) },
    Defect {
        code: "P-HALF",
        name: "半角括号",
        plant: |t, d| {
            let opened = swap(t, &mut Dice(d.0), ("（", "("), |h, _| h.ends_with(is_han))?;
            Some(opened)
        },
    },
];

fn is_month_before(head: &str, _: &str) -> bool {
    head.ends_with(|c: char| c.is_ascii_digit()) || is_year_before(head, "")
}

/// Texts of our own in which nothing certain or doubtful is found.
pub(crate) fn clean() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "txt"));
    texts
        .filter_map(|file| {
            Some((file.file_name()?.to_string_lossy().into_owned(), std::fs::read_to_string(file).ok()?))
        })
        .filter(|(_, text)| found(text).is_empty())
        .collect()
}

/// Codes with the text of their first place, without advice of style.
fn found(text: &str) -> Vec<(&'static str, String)> {
    let Ok(document) = document::read(text.as_bytes(), "例.txt") else { return vec![("refused", String::new())] };
    let silent = ["N-TITLES", "N-TOTALMEAS", "T-VARIANT", "S-SECTION", "E-TITLEVAR", "P-NUMFORM", "T-ABBR", "D-NOYEAR"];
    let selection = Selection { ignore: silent.map(str::to_owned).to_vec(), ..Selection::default() };
    check(&document, None, &selection).into_iter().map(|one| (one.rule, one.places[0].text.clone())).collect()
}

#[test]
fn planted_defects_are_found_and_nothing_else_is() {
    let texts = clean();
    assert!(texts.len() > 30, "{} clean texts", texts.len());
    let mut report = String::new();
    let (mut planted_all, mut found_all) = (0, 0);
    for defect in DEFECTS {
        let (mut planted, mut hit, mut other) = (0, 0, Vec::new());
        for (n, (name, text)) in texts.iter().enumerate().step_by(2) {
            let mut dice = Dice(n as u64 + 1);
            let Some(changed) = (defect.plant)(text, &mut dice) else { continue };
            planted += 1;
            let findings = found(&changed);
            if findings.iter().any(|(code, _)| *code == defect.code) {
                hit += 1;
            } else {
                let at = changed.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
                let around: String = changed
                    .chars()
                    .skip(changed[..changed.floor_char_boundary(at)].chars().count().saturating_sub(5))
                    .take(10)
                    .collect();
                other.push(format!("{name} “{around}” {findings:?}"));
            }
        }
        planted_all += planted;
        found_all += hit;
        report.push_str(&format!("{} {}：{hit}/{planted}\n", defect.code, defect.name));
        for line in other.iter().take(3) {
            report.push_str(&format!("    {line}\n"));
        }
    }
    eprintln!("{report}{found_all}/{planted_all}");
    assert!(found_all * 100 >= planted_all * 97, "{report}");
}
