//! Large files and files that pretend to be small, built in memory.

use super::make_docx::{document, p, package};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

/// Lines of an official text, about so many bytes.
pub(crate) fn text(bytes: usize) -> String {
    let mut out = String::with_capacity(bytes + 300);
    let mut number = 0;
    while out.len() < bytes {
        number += 1;
        writeln!(out, "{number}.关于第{number}项工作落实不到位问题的整改。一是修订制度，二是开展培训，三是跟踪问效，目前已完成整改，并长期坚持。").unwrap();
    }
    out
}

/// Parts in a zip file.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    package(parts)
}

/// A docx with a paragraph for each line.
pub(crate) fn docx(text: &str) -> Vec<u8> {
    let body: String = text.lines().map(p).collect();
    package(&[("word/document.xml", &document(&body))])
}

/// A doc of wide text whose piece is named so often.
pub(crate) fn doc(characters: usize, times: usize) -> Vec<u8> {
    const TEXT_AT: usize = 0x400;
    let line: Vec<u16> = "整改工作有序推进。\r".encode_utf16().collect();
    let text: Vec<u16> = line.iter().copied().cycle().take(characters).collect();
    let mut clx = vec![2];
    clx.extend((16 * times as u32 - 4 * (times as u32 - 1)).to_le_bytes());
    for piece in 0..=times {
        clx.extend(((piece * characters) as u32).to_le_bytes());
    }
    for _ in 0..times {
        clx.extend([0, 0]);
        clx.extend((TEXT_AT as u32).to_le_bytes());
        clx.extend([0, 0]);
    }
    let mut main = vec![0u8; TEXT_AT];
    main[..2].copy_from_slice(&0xA5ECu16.to_le_bytes());
    main[2..4].copy_from_slice(&0x00C1u16.to_le_bytes());
    main[0x0A..0x0C].copy_from_slice(&0x0200u16.to_le_bytes());
    main[0x4C..0x50].copy_from_slice(&((characters * times) as u32).to_le_bytes());
    main[0x01A6..0x01AA].copy_from_slice(&(clx.len() as u32).to_le_bytes());
    main.extend(text.into_iter().flat_map(u16::to_le_bytes));
    compound(&[("/WordDocument", &main), ("/1Table", &clx)])
}

fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, bytes) in streams {
        file.create_stream(name).unwrap().write_all(bytes).unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// Texts of a workbook's cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Texts {
    /// Each cell has its own.
    Own,
    /// All cells share one of 30,000 characters.
    OneLong,
}

/// A workbook with shared texts.
pub(crate) fn xlsx(rows: usize, columns: usize, texts: Texts) -> Vec<u8> {
    let mut sheet = String::new();
    for row in 0..rows {
        write!(sheet, r#"<row r="{}">"#, row + 1).unwrap();
        for column in 0..columns {
            let index = if texts == Texts::Own { row * columns + column } else { 0 };
            let letter = char::from(b'A' + column as u8);
            write!(sheet, r#"<c r="{letter}{}" t="s"><v>{index}</v></c>"#, row + 1).unwrap();
        }
        sheet.push_str("</row>");
    }
    let shared = match texts {
        Texts::Own => (0..rows * columns).fold(String::new(), |mut out, n| {
            write!(out, "<si><t>第{n}项工作落实不到位</t></si>").unwrap();
            out
        }),
        Texts::OneLong => format!("<si><t>{}</t></si>", "整".repeat(30_000)),
    };
    workbook(&shared, rows * columns, &sheet)
}

/// A workbook with shared texts only.
pub(crate) fn shared_texts(texts: &str, announced: usize) -> Vec<u8> {
    workbook(texts, announced, r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#)
}

fn workbook(shared: &str, announced: usize, rows: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |targets: &[(&str, &str)]| {
        let each = targets.iter().enumerate().map(|(n, (kind, target))| {
            format!(r#"<Relationship Id="rId{}" Type="{KIND}/{kind}" Target="{target}"/>"#, n + 1)
        });
        format!(r#"<Relationships xmlns="{RELATIONS}">{}</Relationships>"#, each.collect::<String>())
    };
    package(&[
        ("_rels/.rels", &relations(&[("officeDocument", "xl/workbook.xml")])),
        (
            "xl/_rels/workbook.xml.rels",
            &relations(&[("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")]),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{KIND}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/sharedStrings.xml",
            &format!(r#"<sst xmlns="{MAIN}" count="{announced}" uniqueCount="{announced}">{shared}</sst>"#),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>"#),
        ),
    ])
}

/// A legacy workbook: every cell shows one shared text of so many characters.
pub(crate) fn xls(cells: &[(u16, u16)], characters: usize) -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let begin = |kind: u16| record(0x0809, &[0x0600u16.to_le_bytes(), kind.to_le_bytes(), [0; 2], [0; 2]].concat());
    let text: Vec<u8> = "整".repeat(characters).encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut table = vec![1, 0, 0, 0, 1, 0, 0, 0];
    table.extend((characters as u16).to_le_bytes());
    table.push(1);
    // A record holds 8,224 bytes; what does not fit goes on behind a flag.
    let first = text.len().min(8000);
    let mut globals = vec![begin(0x0005), record(0x00FC, &[&table[..], &text[..first]].concat())];
    globals.extend(text[first..].chunks(8000).map(|rest| record(0x003C, &[&[1], rest].concat())));
    let name = [&0u32.to_le_bytes()[..], &[0, 0, 1, 0], b"A"].concat();
    let length: usize = globals.iter().map(Vec::len).sum::<usize>() + 4 + name.len() + 4;
    globals.push(record(0x0085, &[&(length as u32).to_le_bytes()[..], &name[4..]].concat()));
    globals.push(record(0x000A, &[]));
    let mut stream = globals.concat();
    stream.extend(begin(0x0010));
    for (row, column) in cells {
        stream.extend(record(0x00FD, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 6]].concat()));
    }
    stream.extend(record(0x000A, &[]));
    compound(&[("/Workbook", &stream)])
}

/// What a page draws: lines of a font whose codes are code points.
pub(crate) fn drawn_page(lines: usize, characters: usize) -> String {
    let mut out = String::from("BT /F1 12 Tf 80 780 Td 20 TL\n");
    for line in 0..lines {
        let text = (0..characters).fold(String::new(), |mut text, at| {
            write!(text, "{:04X}", 0x4E00 + (line * 31 + at) % 5000).unwrap();
            text
        });
        writeln!(out, "<{text}> Tj T*").unwrap();
    }
    out + "ET"
}

/// A PDF with these pages, nothing packed.
pub(crate) fn pdf(pages: &[String]) -> Vec<u8> {
    let streams = pages.iter().map(|page| (String::new(), page.clone().into_bytes()));
    assemble(streams.collect())
}

/// A PDF of one page whose drawing is packed.
pub(crate) fn packed_pdf(page: &str) -> Vec<u8> {
    let mut zlib = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    zlib.write_all(page.as_bytes()).unwrap();
    let data = zlib.finish().unwrap();
    assemble(vec![("/Filter /FlateDecode ".to_owned(), data)])
}

fn assemble(pages: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    let map = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
        20 beginbfrange\n"
        .to_owned()
        + &(0x4E..0x62).map(|high| format!("<{high:X}00> <{high:X}FF> <{high:X}00>\n")).collect::<String>()
        + "endbfrange endcmap";
    let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 6 + 2 * n)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        format!("<</Type /Pages /Count {} /Kids [{kids}]>>", pages.len()).into_bytes(),
        b"<</Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R>>".to_vec(),
        b"<</Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /DW 1000 /FontDescriptor <</Type /FontDescriptor /FontName /Song /Flags 4>>>>".to_vec(),
        format!("<</Length {}>> stream\n{map}\nendstream", map.len()).into_bytes(),
    ];
    for (n, (filter, data)) in pages.into_iter().enumerate() {
        objects.push(format!("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>> /Contents {} 0 R>>", 7 + 2 * n).into_bytes());
        let head = format!("<<{filter}/Length {}>> stream\n", data.len());
        objects.push([head.as_bytes(), &data, b"\nendstream"].concat());
    }
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj ", n + 1).into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    out.extend(format!("trailer <</Size {} /Root 1 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1).into_bytes());
    out
}
