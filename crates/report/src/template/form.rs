//! The form that a template asks for: lines such as `[红头] 机关`, `[发文字号] …`, `[抄送] …`.

use document::Official;
use document::form::{Corner, Family, Form, Imprint, Letter, Minutes, Order, Printed, RedHead, Seal, Urgency};

/// Words of the lines that say how the document is issued.
const WORDS: [&str; 13] = [
    "红头",
    "信函",
    "纪要",
    "命令",
    "发文字号",
    "签发人",
    "份号",
    "紧急程度",
    "主送移至版记",
    "抄送",
    "印发",
    "用印",
    "版式",
];

/// What was said so far.
#[derive(Default)]
pub(super) struct Asked {
    form: Option<(&'static str, String)>,
    number: String,
    signers: Vec<String>,
    corner: Corner,
    imprint: Imprint,
    seal: Seal,
    family: Family,
    /// The first line that needs a head.
    headed: Option<&'static str>,
}

/// The word of such a line.
pub(super) fn word(name: &str) -> Option<&'static str> {
    WORDS.into_iter().find(|word| *word == name)
}

impl Asked {
    /// Takes a line.
    pub(super) fn say(&mut self, word: &'static str, text: &str) -> Result<(), String> {
        let text = text.trim();
        let some = || Some(text.to_owned()).filter(|text| !text.is_empty());
        match word {
            "用印" => {
                self.seal = Seal::from_name(text)
                    .ok_or_else(|| format!("[用印] 后写“不用印”“留印章位置”或“标出印章位置”，不是“{text}”"))?
            }
            "版式" => {
                self.family = Family::from_name(text).ok_or_else(|| format!("[版式] 后写 A 或 B，不是“{text}”"))?
            }
            "红头" | "信函" | "纪要" | "命令" => self.form = Some((word, text.to_owned())),
            other => {
                self.headed = self.headed.or(Some(other));
                match other {
                    "发文字号" => self.number = text.to_owned(),
                    "签发人" => self.signers = names(text),
                    "份号" => self.corner.copy = some(),
                    "紧急程度" => self.corner.urgency = urgency(text)?,
                    "主送移至版记" => self.imprint.addressees = some(),
                    "抄送" => self.imprint.copies = some(),
                    _ => self.imprint.printed = printed(text),
                }
            }
        }
        Ok(())
    }

    /// Gives the document what was asked for.
    pub(super) fn give(self, official: &mut Official) -> Result<(), String> {
        let Self { form, number, signers, corner, imprint, seal, family, headed } = self;
        (official.seal, official.family) = (seal, family);
        official.form = match form {
            None => match headed {
                None => Form::Plain,
                Some(word) => {
                    return Err(format!("[{word}] 须与 [红头]、[信函]、[纪要] 或 [命令] 同用"));
                }
            },
            Some(("红头", organs)) => Form::RedHead(RedHead {
                organs: names(&organs),
                suffix: "文件".to_owned(),
                corner,
                number,
                signers,
                imprint,
            }),
            Some(("信函", organ)) => Form::Letter(Letter { organ, corner, number, copies: imprint.copies }),
            Some(("纪要", mark)) => Form::Minutes(Minutes { mark, number, imprint }),
            Some((_, mark)) => Form::Order(Order { mark, number, imprint }),
        };
        Ok(())
    }
}

fn names(text: &str) -> Vec<String> {
    text.split(['、', '，', ',']).map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn urgency(text: &str) -> Result<Option<Urgency>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    Urgency::from_word(text).map(Some).ok_or_else(|| format!("[紧急程度] 后写“特急”或“加急”，不是“{text}”"))
}

/// `县水务局办公室 2026年6月30日`
fn printed(text: &str) -> Option<Printed> {
    let (by, on) = text.trim_end_matches("印发").trim().rsplit_once(char::is_whitespace)?;
    Some(Printed { by: by.trim().to_owned(), on: on.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Snapshot;
    use crate::template::fill;
    use document::official::{Block, BlockKind, plain};
    use std::sync::Arc;

    fn filled(template: &str) -> Official {
        fill(template, &Arc::new(Snapshot::default())).unwrap()
    }

    #[test]
    fn a_template_says_how_its_document_is_issued() {
        let official = filled(
            "[红头] 县水务局、县财政局\n[份号] 000001\n[紧急程度] 特急\n[发文字号] 云水发〔2026〕5号\n[签发人] 张某、李某\n[抄送] 县纪委监委\n[印发] 县水务局办公室 2026年6月30日\n[用印] 留印章位置\n[版式] B\n[标题] 报告\n正文。",
        );
        let Form::RedHead(head) = &official.form else { panic!("{official:?}") };
        assert_eq!(head.organs, ["县水务局", "县财政局"]);
        assert_eq!((head.signers.len(), head.corner.lines().len()), (2, 2));
        assert_eq!(head.imprint.printed.as_ref().unwrap().by, "县水务局办公室");
        assert_eq!((official.seal, official.family, official.blocks.len()), (Seal::Room, Family::B, 2));
        assert!(matches!(filled("[信函] 县水务局\n正文。").form, Form::Letter(_)));
        assert!(matches!(filled("[命令] 县人民政府令\n[发文字号] 第5号\n正文。").form, Form::Order(_)));
    }

    #[test]
    fn minutes_name_those_present() {
        let official = filled(
            "[纪要] 党组会议纪要\n正文。\n[出席] 张某\n[请假] 李某\n[列席] 王某\n[签署] 县长 张某\n[附注] （联系人：张某）",
        );
        let found: Vec<(BlockKind, String)> = official
            .blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph { kind, text } => (*kind, plain(text)),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found[1], (BlockKind::Attendance, "出席：张某".to_owned()));
        assert_eq!(found[3].1, "列席：王某");
        assert_eq!((found[4].0, found[5].0), (BlockKind::Signatory, BlockKind::Note));
    }

    #[test]
    fn what_cannot_be_is_told() {
        let error = |template: &str| fill(template, &Arc::new(Snapshot::default())).unwrap_err().to_string();
        assert!(error("[发文字号] 云水发〔2026〕5号\n正文。").contains("红头"));
        assert!(error("[红头] 甲\n[紧急程度] 很急").contains("很急"));
        assert!(error("[版式] C").contains("A 或 B"));
        assert!(error("[用印] 盖章").contains("盖章"));
    }
}
