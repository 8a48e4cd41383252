//! Locking: a file that proves by itself that nothing of it was changed, and prints the code that proves it on paper.
//!
//! The file carries the digest of its text, of what its places are bound to, and where the audit log ended. The
//! check code is made of all three. Whoever has only the file finds any change of it; that the file as a whole is
//! the one that was locked is told by the code on paper, or by the log of the installation.

use document::official::{Block, BlockKind};
use document::{Carried, Document, Official, Refusal, carried, read, write_docx};
use sm3::{Digest, Sm3};
use std::collections::BTreeMap;

const FORMAT: &str = "rectify-report/1";
/// Hex digits of the check code: 80 bits.
const CODE_DIGITS: usize = 20;
const CODE_GROUP: usize = 4;

/// What a document is locked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockTerms {
    /// `XC-2026-01-R001`
    pub report: String,
    /// Day of the figures, `2026-06-30`.
    pub as_of: String,
    /// Where the audit log ended, as a checkpoint is written.
    pub checkpoint: String,
}

/// What a locked document is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    pub terms: LockTerms,
    /// SM3 of the text without the line of the check code, lower-case hex.
    pub text: String,
    /// SM3 of what the places are bound to, with what they say.
    pub places: String,
    /// `3F2A-91C0-77DE-A045-18BB`
    pub code: String,
    /// Number of bound places.
    pub bound: usize,
}

/// Why a file is not, or not any more, what was locked.
#[derive(Debug, thiserror::Error)]
pub enum LockFault {
    #[error(transparent)]
    Refused(#[from] Refusal),
    #[error("文件没有生成：{0}")]
    Write(#[from] std::io::Error),
    #[error("文件不是锁定的报告：没有校验信息。可能是草稿，或校验信息已被删除")]
    NotLocked,
    #[error("校验信息不完整：缺少“{0}”")]
    Incomplete(&'static str),
    #[error("正文与锁定时不同：有文字被改动、增加或删除")]
    Text,
    #[error("数据绑定与锁定时不同：绑定的数字或文字被改动、移除")]
    Places,
    #[error("校验码 {0} 与校验信息不符：校验信息被改动")]
    Code(String),
    #[error("正文末尾没有印出校验码 {0}")]
    NotPrinted(String),
}

/// Locks a document: the line with its check code stands at the end, the rest is carried unseen.
pub fn lock(official: &Official, terms: LockTerms) -> Result<(Official, Locked), LockFault> {
    let (document, carried) = both(&write_docx(official)?)?;
    let locked = Locked::new(terms, digest_of(document.paragraphs.iter().map(|p| p.text.as_str())), &carried);
    let mut out = official.clone();
    out.blocks.push(Block::unbound(BlockKind::Note, printed(&locked.code)));
    out.properties.extend(locked.properties());
    Ok((out, locked))
}

/// Checks a docx by itself.
pub fn verify_file(bytes: &[u8]) -> Result<Locked, LockFault> {
    let (document, carried) = both(bytes)?;
    if carried.properties.get(names::FORMAT).map(String::as_str) != Some(FORMAT) {
        return Err(LockFault::NotLocked);
    }
    let stated = |name: &'static str| carried.properties.get(name).cloned().ok_or(LockFault::Incomplete(name));
    let terms = LockTerms {
        report: stated(names::REPORT)?,
        as_of: stated(names::AS_OF)?,
        checkpoint: stated(names::CHECKPOINT)?,
    };
    let (code, text, places) = (stated(names::CODE)?, stated(names::TEXT)?, stated(names::PLACES)?);
    let line = printed(&code);
    let mut lines: Vec<&str> = document.paragraphs.iter().map(|p| p.text.trim()).collect();
    // One such line and no other is left out: nothing can be hidden behind it.
    let at = lines.iter().rposition(|text| *text == line).ok_or_else(|| LockFault::NotPrinted(code.clone()))?;
    lines.remove(at);
    let found = Locked::new(terms, digest_of(lines.into_iter()), &carried);
    if found.text != text {
        return Err(LockFault::Text);
    }
    if found.places != places {
        return Err(LockFault::Places);
    }
    if found.code != code {
        return Err(LockFault::Code(code));
    }
    Ok(found)
}

/// Names of the properties in the file.
mod names {
    pub(super) const FORMAT: &str = "格式";
    pub(super) const REPORT: &str = "报告编号";
    pub(super) const AS_OF: &str = "数据截至";
    pub(super) const TEXT: &str = "正文校验值";
    pub(super) const PLACES: &str = "绑定校验值";
    pub(super) const CHECKPOINT: &str = "日志校验点";
    pub(super) const CODE: &str = "校验码";
}

impl Locked {
    fn new(terms: LockTerms, text: String, carried: &Carried) -> Self {
        let pairs = carried.places.iter().flat_map(|p| [p.binding.as_str(), p.text.as_deref().unwrap_or("\u{0}")]);
        let places = digest_of(pairs);
        let whole = digest_of([&*terms.report, &*terms.as_of, &*text, &*places, &*terms.checkpoint].into_iter());
        let digits = whole[..CODE_DIGITS].to_uppercase();
        let groups: Vec<&str> = (0..CODE_DIGITS).step_by(CODE_GROUP).map(|at| &digits[at..at + CODE_GROUP]).collect();
        Self { terms, text, places, code: groups.join("-"), bound: carried.places.len() }
    }

    fn properties(&self) -> BTreeMap<String, String> {
        let pairs = [
            (names::FORMAT, FORMAT),
            (names::REPORT, &self.terms.report),
            (names::AS_OF, &self.terms.as_of),
            (names::TEXT, &self.text),
            (names::PLACES, &self.places),
            (names::CHECKPOINT, &self.terms.checkpoint),
            (names::CODE, &self.code),
        ];
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }
}

/// The line that is printed, as a note below the date (GB/T 9704-2012, 7.3.6).
fn printed(code: &str) -> String {
    format!("（校验码：{code}）")
}

fn both(bytes: &[u8]) -> Result<(Document, Carried), LockFault> {
    let document = read(bytes, "报告.docx")?;
    Ok((document, carried(bytes)?.unwrap_or_default()))
}

/// SM3 of texts with their lengths, so that no text can run into the next; white space around them does not count.
fn digest_of<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut state = Sm3::new();
    state.update(b"rectify-report\n");
    for text in texts {
        let text = text.trim();
        state.update((text.len() as u64).to_be_bytes());
        state.update(text.as_bytes());
    }
    state.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use document::official::{Run, Table};

    fn official() -> Official {
        let mut official = Official::unbound("关于巡察整改情况的报告", [(BlockKind::Body, "现报告如下。")]);
        let run =
            |text: &str, binding: Option<&str>| Run { text: text.to_owned(), binding: binding.map(str::to_owned) };
        let text = vec![run("反馈问题", None), run("21", Some("统计.问题数")), run("个。", None)];
        official.blocks.push(Block::Paragraph { kind: BlockKind::Body, text });
        let rows = vec![vec![vec![run("问题", None)]], vec![vec![run("学习\n不深入", Some("问题[a].名称"))]]];
        official.blocks.push(Block::Table(Table { widths: vec![1], rows, landscape: false }));
        official
    }

    fn terms() -> LockTerms {
        let text = |text: &str| text.to_owned();
        LockTerms {
            report: text("XC-2026-01-R001"),
            as_of: text("2026-06-30"),
            checkpoint: text("rectify-checkpoint sm3 a 7 b"),
        }
    }

    fn locked() -> (Official, Locked) {
        lock(&official(), terms()).unwrap()
    }

    fn fault(change: impl FnOnce(&mut Official)) -> LockFault {
        let (mut official, _) = locked();
        change(&mut official);
        verify_file(&write_docx(&official).unwrap()).unwrap_err()
    }

    #[test]
    fn a_locked_file_proves_itself() {
        let (official, locked) = locked();
        let found = verify_file(&write_docx(&official).unwrap()).unwrap();
        assert_eq!(found, locked);
        assert_eq!((found.bound, found.terms), (2, terms()));
        assert_eq!(found.code.len(), 24);
        let printed = official.runs().last().unwrap().text.clone();
        assert_eq!(printed, format!("（校验码：{}）", locked.code));
        let again = super::tests::locked().1;
        assert_eq!(again, locked, "the same document is locked with the same code");
    }

    #[test]
    fn whatever_is_changed_is_found() {
        let body = |official: &mut Official, at: usize, text: &str| {
            official.blocks[at] = Block::unbound(BlockKind::Body, text);
        };
        assert!(matches!(fault(|o| body(o, 1, "现报告如下：")), LockFault::Text));
        assert!(matches!(fault(|o| o.blocks.insert(1, Block::unbound(BlockKind::Body, "加一句。"))), LockFault::Text));
        assert!(matches!(fault(|o| drop(o.blocks.remove(1))), LockFault::Text));
        assert!(matches!(fault(|o| o.blocks.swap(0, 1)), LockFault::Text));
        assert!(matches!(fault(|o| drop(o.blocks.pop())), LockFault::NotPrinted(_)));
        let second = |o: &mut Official| {
            let line = o.blocks.last().cloned().unwrap();
            o.blocks.push(line);
        };
        assert!(matches!(fault(second), LockFault::Text), "a second line is no place to hide behind");
        let bind = |official: &mut Official, binding: &str| {
            if let Block::Paragraph { text, .. } = &mut official.blocks[2] {
                text[1].binding = (!binding.is_empty()).then(|| binding.to_owned());
            }
        };
        assert!(matches!(fault(|o| bind(o, "统计.已完成数")), LockFault::Places));
        assert!(matches!(fault(|o| bind(o, "")), LockFault::Places));
        for name in [names::REPORT, names::AS_OF, names::CHECKPOINT] {
            let change = |o: &mut Official| drop(o.properties.insert(name.to_owned(), "2027-01-01".to_owned()));
            assert!(matches!(fault(change), LockFault::Code(_)), "{name}");
            let remove = |o: &mut Official| drop(o.properties.remove(name));
            assert!(matches!(fault(remove), LockFault::Incomplete(_)), "{name}");
        }
        assert!(matches!(fault(|o| o.properties.clear()), LockFault::NotLocked));
        assert!(matches!(verify_file(&write_docx(&official()).unwrap()).unwrap_err(), LockFault::NotLocked));
        assert!(matches!(verify_file(b"PK\x03\x04").unwrap_err(), LockFault::Refused(_)));
    }
}
