//! How a document is set, as far as its file says so without being printed. Lengths are twips (1/1440 inch).

/// The pages of a docx.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layout {
    pub sections: Vec<Section>,
    /// Texts of the footers, page numbers as they were last shown.
    pub footers: Vec<String>,
}

/// A stretch of pages of one size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Section {
    /// Number of paragraphs (of the document) that come before its end.
    pub end: usize,
    pub width: i32,
    pub height: i32,
    pub top: i32,
    pub bottom: i32,
    pub left: i32,
    pub right: i32,
    /// Distance of lines on the grid, where there is one.
    pub grid: Option<i32>,
    /// Its first page has headers and footers of its own.
    pub first_page_apart: bool,
}

/// How a paragraph is set: its own properties, its styles and the defaults of the document together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Setting {
    /// Of most of its Chinese characters; `None` when a theme decides.
    pub typeface: Option<Typeface>,
    /// Half points.
    pub size: Option<i32>,
    pub ink: Ink,
    pub align: Align,
    pub first_line: Indent,
    pub left: Indent,
    pub right: Indent,
    /// Exact distance of lines.
    pub line: Option<i32>,
    /// Blanks that were typed before the text.
    pub blanks: u32,
    /// Begins a new page by a break.
    pub new_page: bool,
    /// The rule drawn below it as its border.
    pub rule: Option<Ink>,
}

/// The colours that the standard tells apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ink {
    #[default]
    Black,
    Red,
    Other,
}

impl Ink {
    /// Of a colour as six hexadecimal digits; what says nothing is black.
    pub fn of(colour: &str) -> Self {
        const STRONG: u32 = 0xA0;
        const WEAK: u32 = 0x50;
        let Ok(value) = u32::from_str_radix(colour, 16) else { return Self::Black };
        let (red, green, blue) = (value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
        match (red, green, blue) {
            (red, green, blue) if red >= STRONG && green <= WEAK && blue <= WEAK => Self::Red,
            (red, green, blue) if red <= WEAK && green <= WEAK && blue <= WEAK => Self::Black,
            _ => Self::Other,
        }
    }
}

/// An indent: in hundredths of a character where the file says so, else in twips.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Indent {
    pub characters: Option<i32>,
    pub twips: i32,
}

impl Indent {
    /// In hundredths of a character of this size in half points.
    pub fn hundredths(self, size: i32) -> i32 {
        const TWIPS_PER_HALF_POINT: i32 = 10;
        match self.characters {
            Some(characters) if characters != 0 => characters,
            _ => self.twips.saturating_mul(100) / size.max(1).saturating_mul(TWIPS_PER_HALF_POINT),
        }
    }
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Center,
    Right,
    Both,
}

/// Families of type that the standard tells apart; names of makers within one are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Typeface {
    Fangsong,
    Kaiti,
    Heiti,
    Xiaobiaosong,
    Songti,
    Other,
}

impl Typeface {
    /// The family of a font by its name.
    pub fn of(name: &str) -> Self {
        const NAMES: [(&str, Typeface); 13] = [
            ("仿宋", Typeface::Fangsong),
            ("fangsong", Typeface::Fangsong),
            ("小标宋", Typeface::Xiaobiaosong),
            ("xiaobiaosong", Typeface::Xiaobiaosong),
            ("xbs", Typeface::Xiaobiaosong),
            ("楷", Typeface::Kaiti),
            ("kai", Typeface::Kaiti),
            ("黑", Typeface::Heiti),
            ("hei", Typeface::Heiti),
            ("宋", Typeface::Songti),
            ("simsun", Typeface::Songti),
            ("songti", Typeface::Songti),
            ("song", Typeface::Songti),
        ];
        let name = name.to_lowercase();
        NAMES.iter().find(|(part, _)| name.contains(part)).map_or(Self::Other, |(_, family)| *family)
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Fangsong => "仿宋",
            Self::Kaiti => "楷体",
            Self::Heiti => "黑体",
            Self::Xiaobiaosong => "小标宋",
            Self::Songti => "宋体",
            Self::Other => "其他字体",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_of_red_are_red() {
        let inks = ["FF0000", "C00000", "auto", "000000", "0070C0", "FFFFFF"].map(Ink::of);
        assert_eq!(inks, [Ink::Red, Ink::Red, Ink::Black, Ink::Black, Ink::Other, Ink::Other]);
    }

    #[test]
    fn names_of_makers_belong_to_one_family() {
        let families =
            ["仿宋_GB2312", "STFangsong", "方正小标宋简体", "楷体_GB2312", "KaiTi", "SimHei", "SimSun", "Arial"];
        use Typeface::{Fangsong, Heiti, Kaiti, Other, Songti, Xiaobiaosong};
        let expected = [Fangsong, Fangsong, Xiaobiaosong, Kaiti, Kaiti, Heiti, Songti, Other];
        assert_eq!(families.map(Typeface::of), expected);
    }
}
