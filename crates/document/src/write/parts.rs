//! XML of paragraphs, styles, footers and the page (GB/T 9704-2012; the figures are in twips).

use super::form::Family;
use super::official::Official;
use super::stretch::Stretch;

macro_rules! footer {
    ($kind:literal, $id:literal) => {
        concat!(r#"<w:footerReference w:type=""#, $kind, r#"" r:id="rId"#, $id, r#""/>"#)
    };
}

/// Twips of a character of running text.
pub(super) const CHARACTER: f32 = 316.0;

pub(super) fn millimetres(length: f32) -> u32 {
    (length * 1440.0 / 25.4).round() as u32
}

/// Twips above the type area.
pub(super) fn top_margin(family: Family) -> u32 {
    match family {
        Family::A => 2098,
        Family::B => 1960,
    }
}

/// How a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    Upright,
    Turned,
}

impl Page {
    pub(super) fn of(stretch: &Stretch<'_>) -> Self {
        if stretch.turned { Self::Turned } else { Self::Upright }
    }

    /// Twips between the margins.
    pub(super) fn text_width(self) -> u32 {
        match self {
            Self::Upright => 11906 - 1588 - 1474,
            Self::Turned => 16838 - 2098 - 1984,
        }
    }
}

/// Which pages have a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    All,
    /// A letter.
    NotOnFirst,
    None,
}

/// Where the pages of a section begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// On the next page, counting on.
    On,
    /// On the next page, counting from 1.
    Anew,
    /// On the next even page.
    Even,
}

/// The pages of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sheet {
    pub(super) page: Page,
    pub(super) family: Family,
    pub(super) numbers: Numbers,
    pub(super) start: Start,
}

impl Sheet {
    pub(super) fn of(official: &Official, page: Page) -> Self {
        Self { page, family: official.family, numbers: Numbers::All, start: Start::On }
    }
}

/// A4, margins 37/35/28/26 mm, 22 lines of 28 characters (5.2); a turned page keeps its margins at the same edges.
///
/// The characters fit by 0.25 pt less space between them (style Normal), not by a character grid:
/// programs other than Word spread text on such a grid.
pub(super) fn section(sheet: Sheet) -> String {
    let (top, bottom, pitch) = match sheet.family {
        Family::A => (top_margin(Family::A), 1984, 579),
        Family::B => (top_margin(Family::B), 1847, 589),
    };
    let page = match sheet.page {
        Page::Upright => format!(
            r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{top}" w:right="1474" w:bottom="{bottom}" w:left="1588" w:header="851" w:footer="1418" w:gutter="0"/>"#
        ),
        Page::Turned => String::from(
            r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984" w:header="851" w:footer="907" w:gutter="0"/>"#,
        ),
    };
    let (references, first) = match sheet.numbers {
        Numbers::All => (concat!(footer!("default", 3), footer!("even", 4)).to_owned(), ""),
        Numbers::NotOnFirst => (
            concat!(
                r#"<w:headerReference w:type="first" r:id="rId7"/>"#,
                footer!("default", 3),
                footer!("even", 4),
                footer!("first", 6)
            )
            .to_owned(),
            "<w:titlePg/>",
        ),
        Numbers::None => (concat!(footer!("default", 6), footer!("even", 6)).to_owned(), ""),
    };
    let (kind, count) = match sheet.start {
        Start::On => ("", ""),
        Start::Anew => ("", r#"<w:pgNumType w:start="1"/>"#),
        Start::Even => (r#"<w:type w:val="evenPage"/>"#, ""),
    };
    format!(
        r#"<w:sectPr>{references}{kind}{page}{count}{first}<w:docGrid w:type="lines" w:linePitch="{pitch}"/></w:sectPr>"#
    )
}

/// The styles in the measures of a family.
pub(super) fn styles(family: Family) -> String {
    match family {
        Family::A => STYLES.to_owned(),
        Family::B => STYLES.replace("\"579\"", "\"589\""),
    }
}

/// Styles carry the fonts, so that a table of contents stays clean. Latin text is Times New Roman.
const STYLES: &str = concat!(
    r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/>"#,
    r#"<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"#,
    r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>"#,
    r#"<w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="-5"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="660" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr>"#,
    r#"<w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Spacer"><w:name w:val="Spacer"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Addressee"><w:name w:val="Addressee"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="PageMark"><w:name w:val="Attachment Mark"/><w:basedOn w:val="Addressee"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/><w:basedOn w:val="Spacer"/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table Text"/><w:basedOn w:val="Spacer"/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="360" w:lineRule="atLeast"/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHead"><w:name w:val="Table Head"/><w:basedOn w:val="TableText"/><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="HeadLine"><w:name w:val="Head Line"/><w:basedOn w:val="Spacer"/><w:pPr><w:snapToGrid w:val="0"/><w:jc w:val="left"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Hanging"><w:name w:val="Hanging Text"/><w:basedOn w:val="Spacer"/></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="SealText"><w:name w:val="Seal Text"/><w:basedOn w:val="Spacer"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Imprint"><w:name w:val="Imprint"/><w:basedOn w:val="Spacer"/><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="left"/></w:pPr><w:rPr><w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="Mark"><w:name w:val="Issuing Mark"/><w:basedOn w:val="Spacer"/><w:pPr><w:snapToGrid w:val="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正小标宋简体"/><w:color w:val="FF0000"/><w:spacing w:val="0"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:rFonts w:eastAsia="楷体_GB2312"/></w:rPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Heading4"><w:name w:val="heading 4"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Signature"><w:name w:val="Signature"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="579"/><w:ind w:firstLineChars="0" w:firstLine="0" w:right="640"/><w:jc w:val="right"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Date"><w:name w:val="Date"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:firstLineChars="0" w:firstLine="0" w:right="640"/><w:jc w:val="right"/></w:pPr></w:style>"#,
    r#"<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr>"#,
    r#"<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>"#
);

/// — 1 — one character from the right edge on odd pages (7.5).
pub(super) const FOOTER_ODD: &str = concat!(
    r#"<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:right="280"/><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>"#,
    r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#,
    r#"<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>"#
);

/// … and from the left edge on even pages.
pub(super) const FOOTER_EVEN: &str = concat!(
    r#"<w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind w:left="280"/><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>"#,
    r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#,
    r#"<w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p>"#
);

/// Pages without a number.
pub(super) const FOOTER_NONE: &str = r#"<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>"#;
