//! What makes a docx look otherwise than it was meant: one test each, in the XML of every form.

use crate::forms::{documents, part, parts};

fn each(check: impl Fn(&str, &dyn Fn(&str) -> String)) {
    for (name, bytes) in documents() {
        check(name, &|wanted: &str| part(&bytes, wanted));
    }
}

/// The style of an id.
fn style(styles: &str, id: &str) -> String {
    let start = styles.find(&format!(r#"w:styleId="{id}""#)).unwrap_or_else(|| panic!("{id}"));
    styles[start..start + styles[start..].find("</w:style>").unwrap()].to_owned()
}

#[test]
fn no_theme_decides_over_a_font() {
    for (name, bytes) in documents() {
        for (part, text) in parts(&bytes) {
            assert!(!part.contains("theme") && !text.to_lowercase().contains("theme"), "{name} {part}");
        }
    }
}

#[test]
fn quotes_and_dashes_are_east_asian() {
    each(|name, part| {
        let document = part("word/document.xml");
        let hinted = document.matches(r#"<w:rFonts w:hint="eastAsia""#).count();
        assert_eq!(document.matches("<w:t xml:space").count(), hinted, "{name}: every text is hinted");
        assert!(document.contains('“') && document.contains('—'), "{name}");
    });
}

#[test]
fn built_in_styles_have_the_names_by_which_word_knows_them() {
    each(|name, part| {
        let styles = part("word/styles.xml");
        for (id, known) in [
            ("Normal", "Normal"),
            ("Title", "Title"),
            ("Heading1", "heading 1"),
            ("Heading4", "heading 4"),
            ("Signature", "Signature"),
            ("Date", "Date"),
            ("Footer", "footer"),
        ] {
            assert!(style(&styles, id).contains(&format!(r#"<w:name w:val="{known}"/>"#)), "{name} {id}");
        }
    });
}

#[test]
fn no_indent_leaks_out_of_running_text() {
    each(|name, part| {
        let styles = part("word/styles.xml");
        let defaults = &styles[..styles.find("</w:docDefaults>").unwrap()];
        assert!(!defaults.contains("w:ind"), "{name}");
        let none = r#"w:firstLineChars="0" w:firstLine="0""#;
        for id in ["Title", "Spacer", "Addressee", "Signature", "Date", "Footer"] {
            assert!(style(&styles, id).contains(none), "{name} {id}");
        }
        for (id, base) in [
            ("TableText", "Spacer"),
            ("TableHead", "TableText"),
            ("Imprint", "Spacer"),
            ("Mark", "Spacer"),
            ("Hanging", "Spacer"),
            ("PageMark", "Addressee"),
            ("Gap", "Spacer"),
        ] {
            assert!(style(&styles, id).contains(&format!(r#"<w:basedOn w:val="{base}"/>"#)), "{name} {id}");
        }
    });
}

#[test]
fn no_exact_height_clips_a_row_of_a_table() {
    each(|name, part| {
        assert!(style(&part("word/styles.xml"), "TableText").contains(r#"w:lineRule="atLeast""#), "{name}");
        let document = part("word/document.xml");
        let table = document.find(r#"<w:tblBorders><w:top w:val="single" w:sz="4""#).unwrap();
        let table = &document[table..table + document[table..].find("</w:tbl>").unwrap()];
        assert!(!table.contains("w:trHeight") && !table.contains("exact"), "{name}");
    });
}

#[test]
fn footers_of_odd_and_even_pages_are_switched_on_and_letters_have_a_first_page() {
    each(|name, part| {
        assert!(part("word/settings.xml").contains("<w:evenAndOddHeaders/>"), "{name}");
        let document = part("word/document.xml");
        assert!(document.contains(r#"<w:footerReference w:type="default""#), "{name}");
        assert!(document.contains(r#"<w:footerReference w:type="even""#), "{name}");
        assert_eq!(document.contains("<w:titlePg/>"), name == "letter", "{name}");
    });
}

#[test]
fn nothing_takes_lines_or_characters_from_the_grid() {
    each(|name, part| {
        let normal = style(&part("word/styles.xml"), "Normal");
        for switched_off in ["widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN"] {
            assert!(normal.contains(&format!(r#"<w:{switched_off} w:val="0"/>"#)), "{name} {switched_off}");
        }
        assert!(!normal.contains("snapToGrid"), "{name}: running text stays on the grid");
        let pitch = if name == "plain-b" { 589 } else { 579 };
        assert!(normal.contains(&format!(r#"w:line="{pitch}" w:lineRule="exact""#)), "{name}");
        let grid = format!(r#"<w:docGrid w:type="lines" w:linePitch="{pitch}"/>"#);
        let document = part("word/document.xml");
        assert_eq!(document.matches(&grid).count(), document.matches("<w:sectPr>").count(), "{name}");
    });
}

#[test]
fn headings_have_their_level_and_font_in_the_style() {
    each(|name, part| {
        let styles = part("word/styles.xml");
        for (level, font) in [(1, Some("黑体")), (2, Some("楷体_GB2312")), (3, None), (4, None)] {
            let style = style(&styles, &format!("Heading{level}"));
            assert!(style.contains(&format!(r#"<w:outlineLvl w:val="{}"/>"#, level - 1)), "{name} {level}");
            assert!(font.is_none_or(|font| style.contains(font)), "{name} {level}");
        }
        let document = part("word/document.xml");
        for heading in document.split(r#"<w:pStyle w:val="Heading"#).skip(1) {
            let heading = &heading[..heading.find("</w:p>").unwrap()];
            assert!(!heading.contains("w:eastAsia=") && !heading.contains("<w:sz"), "{name}: {heading}");
        }
    });
}

#[test]
fn labels_are_text() {
    for (name, bytes) in documents() {
        let all = parts(&bytes);
        assert!(all.iter().all(|(part, text)| !part.contains("numbering") && !text.contains("w:numPr")), "{name}");
        assert!(part(&bytes, "word/document.xml").contains(">一、总体情况<"), "{name}");
    }
}

#[test]
fn the_fonts_of_the_standard_are_named_whatever_stands_in_for_them() {
    each(|name, part| {
        let styles = part("word/styles.xml");
        for font in ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"] {
            assert!(styles.contains(&format!(r#"w:eastAsia="{font}""#)), "{name} {font}");
        }
        for stand_in in ["Noto", "FangSong", "AR PL"] {
            assert!(!styles.contains(stand_in), "{name} {stand_in}");
        }
    });
}

#[test]
fn no_font_is_shipped() {
    for (name, bytes) in documents() {
        for (part, text) in parts(&bytes) {
            assert!(!part.contains("font") && !part.contains("odttf"), "{name} {part}");
            assert!(!text.contains("embed"), "{name} {part}");
        }
    }
}
