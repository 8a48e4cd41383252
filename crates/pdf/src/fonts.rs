//! The fonts that the standard and practice name, and what stands in for them where they are not installed.
//!
//! 方正小标宋, 仿宋_GB2312 and 楷体_GB2312 are licensed: none is shipped. The free stand-ins are those that the
//! set-up installs; an office puts its own licensed files into its font folder.

use std::path::Path;
use typst::text::FontBook;
use typst_kit::fonts::{FontStore, scan, system};

/// What a font is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// 小标宋: titles
    XiaoBiaoSong,
    /// 仿宋: running text
    FangSong,
    /// 楷体: second level
    KaiTi,
    /// 黑体: first level
    HeiTi,
    /// 宋体: page numbers
    Song,
    /// Letters and digits of the Latin script
    Latin,
}

impl Role {
    pub const ALL: [Self; 6] = [Self::XiaoBiaoSong, Self::FangSong, Self::KaiTi, Self::HeiTi, Self::Song, Self::Latin];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::XiaoBiaoSong => "xiaobiaosong",
            Self::FangSong => "fangsong",
            Self::KaiTi => "kaiti",
            Self::HeiTi => "heiti",
            Self::Song => "song",
            Self::Latin => "latin",
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::XiaoBiaoSong => "小标宋",
            Self::FangSong => "仿宋",
            Self::KaiTi => "楷体",
            Self::HeiTi => "黑体",
            Self::Song => "宋体",
            Self::Latin => "Times New Roman",
        }
    }

    /// Families of this face, the first one found is used.
    fn families(self) -> &'static [&'static str] {
        match self {
            Self::XiaoBiaoSong => &[
                "FZXiaoBiaoSong-B05S",
                "FZXiaoBiaoSong-B05",
                "方正小标宋简体",
                "方正小标宋_GBK",
                "FZXiaoBiaoSong-B05 GBK",
            ],
            Self::FangSong => &[
                "FangSong_GB2312",
                "仿宋_GB2312",
                "FangSong",
                "仿宋",
                "STFangsong",
                "华文仿宋",
                "FZFangSong-Z02",
                "Zhuque Fangsong",
                "FandolFang R",
                "FandolFang",
            ],
            Self::KaiTi => &[
                "KaiTi_GB2312",
                "楷体_GB2312",
                "KaiTi",
                "楷体",
                "STKaiti",
                "华文楷体",
                "LXGW WenKai",
                "FandolKai R",
                "AR PL UKai CN",
                "AR PL UKai",
            ],
            Self::HeiTi => &["SimHei", "黑体", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC"],
            Self::Song => &["SimSun", "宋体", "STSong", "Noto Serif CJK SC", "Source Han Serif SC"],
            Self::Latin => &["Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes"],
        }
    }
}

/// What any face falls back to.
const LAST: [&str; 4] = ["Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "SimSun"];

/// A face that is not there, and what is used in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    pub wanted: Role,
    pub used: String,
}

/// The fonts of this machine, those of the office first.
pub struct Fonts {
    pub(crate) store: FontStore,
    chosen: Vec<(Role, String)>,
    last: &'static str,
    replaced: Vec<Replacement>,
}

/// Why nothing can be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "没有可用的中文字体。请安装 fonts-noto-cjk，或把单位已获授权的仿宋、楷体、黑体、小标宋字体文件放入字体目录后重试。"
)]
pub struct NoFonts;

impl Fonts {
    /// Looks through the folder of the office and through the system.
    pub fn find(own: Option<&Path>) -> Result<Self, NoFonts> {
        let mut store = FontStore::new();
        if let Some(folder) = own {
            store.extend(scan(folder));
        }
        store.extend(system());
        let last = LAST.into_iter().find(|family| has(store.book(), family)).ok_or(NoFonts)?;
        let (mut chosen, mut replaced) = (Vec::new(), Vec::new());
        for role in Role::ALL {
            let family = role.families().iter().copied().find(|family| has(store.book(), family));
            if family.is_none() {
                replaced.push(Replacement { wanted: role, used: last.to_owned() });
            }
            chosen.push((role, family.unwrap_or(last).to_owned()));
        }
        Ok(Self { store, chosen, last, replaced })
    }

    pub(crate) fn family(&self, role: Role) -> &str {
        self.chosen.iter().find(|(one, _)| *one == role).map(|(_, family)| family.as_str()).unwrap_or_default()
    }

    /// What shows the characters that a face lacks, such as those of rare names.
    pub(crate) fn last(&self) -> &str {
        self.last
    }

    /// Faces that are not there.
    pub fn replaced(&self) -> &[Replacement] {
        &self.replaced
    }
}

fn has(book: &FontBook, family: &str) -> bool {
    book.contains_family(&family.to_lowercase())
}
