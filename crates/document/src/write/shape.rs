//! Figures at fixed places of a page: red rules of a letter, the frame where a seal goes.

use std::fmt::Write;

/// English metric units of a millimetre.
const EMU: f32 = 36_000.0;

/// What a place is counted from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Origin {
    /// The upper left corner of the sheet.
    Page,
    /// The paragraph that holds the figure; across, the left edge of the type area.
    Paragraph,
}

/// How a figure looks.
#[derive(Debug, Clone, Copy)]
pub(super) enum Look {
    Red,
    FaintFrame,
}

/// A rectangle, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rectangle {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

/// A run that holds the figure and takes no room.
pub(super) fn run(id: usize, name: &str, origin: Origin, at: Rectangle, look: Look, out: &mut String) {
    let (across, down) = match origin {
        Origin::Page => ("page", "page"),
        Origin::Paragraph => ("margin", "paragraph"),
    };
    let emu = |millimetres: f32| (millimetres * EMU).round() as i64;
    let (x, y, width, height) = (emu(at.x), emu(at.y), emu(at.width), emu(at.height));
    let paint = match look {
        Look::Red => r#"<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill><a:ln><a:noFill/></a:ln>"#,
        Look::FaintFrame => {
            r#"<a:noFill/><a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill><a:prstDash val="dash"/></a:ln>"#
        }
    };
    let _ = write!(
        out,
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{id}" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="{across}"><wp:posOffset>{x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{down}"><wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{id}" name="{name}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"#
    );
}
