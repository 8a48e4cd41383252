//! The public version as one page that needs nothing else: no script, no file from elsewhere.

use document::Official;
use document::official::{Block, BlockKind, Table, plain};
use std::fmt::Write;

/// The page; `notice` stands in a part of its own.
pub fn public_html(public: &Official, notice: &[(&str, String)]) -> String {
    let title = public.title().replace('\n', "");
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">跳到正文</a>\n<main id=\"main\" tabindex=\"-1\">\n<article>\n",
        escaped(&title)
    );
    let mut titles = 0;
    let mut tables = 0;
    for block in &public.blocks {
        match block {
            Block::Paragraph { kind: BlockKind::Title, text } => {
                titles += 1;
                let level = if titles == 1 { 1 } else { 2 };
                let lines: Vec<String> = plain(text).split('\n').map(escaped).collect();
                let _ = writeln!(out, "<h{level} class=\"title\">{}</h{level}>", lines.join("<br>"));
            }
            Block::Paragraph { kind, text } => paragraph(*kind, &plain(text), &mut out),
            Block::Table(rows) => {
                tables += 1;
                table(rows, tables, &mut out);
            }
            Block::PageBreak => out.push_str("<hr>\n"),
        }
    }
    out.push_str("</article>\n");
    contact(notice, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn paragraph(kind: BlockKind, text: &str, out: &mut String) {
    if let BlockKind::Heading(level) = kind {
        let level = level.clamp(1, 4) + 1;
        // 1.问题名称。一是……: only the first sentence is a heading.
        let (heading, rest) = match text.find('。').map(|at| at + '。'.len_utf8()) {
            Some(end) => text.split_at(end),
            None => (text, ""),
        };
        let _ = writeln!(out, "<h{level}>{}</h{level}>", escaped(heading.trim()));
        if !rest.trim().is_empty() {
            let _ = writeln!(out, "<p>{}</p>", escaped(rest.trim()));
        }
        return;
    }
    let class = match kind {
        BlockKind::Addressee | BlockKind::PageMark => " class=\"flush\"",
        BlockKind::Signature | BlockKind::Date => " class=\"right\"",
        _ => "",
    };
    let lines: Vec<String> = text.split('\n').map(escaped).collect();
    let _ = writeln!(out, "<p{class}>{}</p>", lines.join("<br>"));
}

/// The first row is the head. A wide table scrolls by itself, by keys too.
fn table(table: &Table, number: usize, out: &mut String) {
    let _ = write!(
        out,
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-{number}\">\n<table>\n\
         <caption id=\"table-{number}\">表{number}</caption>\n"
    );
    let cell = |text: &[document::official::Run]| {
        let lines: Vec<String> = plain(text).split('\n').map(escaped).collect();
        lines.join("<br>")
    };
    for (at, row) in table.rows.iter().enumerate() {
        let _ = match at {
            0 => write!(out, "<thead>\n<tr>"),
            1 => write!(out, "<tbody>\n<tr>"),
            _ => write!(out, "<tr>"),
        };
        for text in row {
            let text = cell(text);
            let _ = match (at, text.is_empty()) {
                (0, false) => write!(out, "<th scope=\"col\">{text}</th>"),
                _ => write!(out, "<td>{text}</td>"),
            };
        }
        out.push_str("</tr>\n");
        if at == 0 {
            out.push_str("</thead>\n");
        }
    }
    if table.rows.len() > 1 {
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n</div>\n");
}

fn contact(notice: &[(&str, String)], out: &mut String) {
    if notice.is_empty() {
        return;
    }
    out.push_str(
        "<section class=\"notice\" aria-labelledby=\"notice\">\n<h2 id=\"notice\">公示与意见反馈</h2>\n<dl>\n",
    );
    for (name, value) in notice {
        let _ = writeln!(out, "<dt>{}</dt><dd>{}</dd>", escaped(name), escaped(value));
    }
    out.push_str("</dl>\n</section>\n");
}

/// The text without what HTML takes for its own, and without characters that it forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

const STYLE: &str = "\
body{margin:0;color:#1c2430;background:#fff;font:17px/1.9 'FangSong','STFangsong','Noto Serif CJK SC',serif}\
main{max-width:46em;margin:0 auto;padding:24px 20px 48px}\
.skip{position:absolute;left:-999em}.skip:focus{left:8px;top:8px;padding:4px 10px;background:#fff;color:#0b4a9e}\
.title{margin:24px 0;text-align:center;font-size:1.5em;line-height:1.5}\
h2,h3,h4,h5{margin:1em 0 .3em;line-height:1.6;font-size:1.05em}h2{font-family:'SimHei','Noto Sans CJK SC',sans-serif;font-size:1.15em}\
p{margin:.2em 0;text-indent:2em;overflow-wrap:anywhere}.flush{text-indent:0}.right{text-indent:0;text-align:right}\
.wide{overflow-x:auto;margin:1em 0}table{border-collapse:collapse;width:100%;font-size:.85em;line-height:1.5}\
caption{text-align:left;font-weight:600;padding:4px 0}th,td{border:1px solid #6b7685;padding:4px 8px;text-align:left;vertical-align:top}\
th{background:#f0f3f7}.notice{margin-top:2em;padding:4px 20px 12px;border:1px solid #6b7685}\
dl{margin:0}dt{font-weight:600}dd{margin:0 0 .4em;overflow-wrap:anywhere}hr{border:0;border-top:1px solid #c2c9d3;margin:2em 0}\
@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}.skip{display:none}main{max-width:none;padding:0}body{font-size:16pt}\
h2,h3,h4,h5{break-after:avoid}thead{display:table-header-group}tr{break-inside:avoid}.wide{overflow:visible}hr{break-after:page;border:0}}";

#[cfg(test)]
mod tests {
    use super::*;
    use document::official::{Run, Text};

    fn sample() -> Official {
        let cell = |text: &str| -> Text { vec![Run { text: text.to_owned(), binding: None }] };
        let mut official = Official::unbound(
            "关于<巡察>整改\n情况的通报",
            [
                (BlockKind::Heading(1), "一、总体情况"),
                (BlockKind::Heading(3), "1.学习不深入。一是补学。"),
                (BlockKind::Body, "\u{0}甲&乙<script>alert(1)</script>"),
            ],
        );
        let rows = vec![vec![cell("序号"), cell("问题")], vec![cell("1"), cell("一行\n二行")]];
        official.blocks.push(Block::Table(Table { widths: vec![1, 2], rows, landscape: true }));
        official
    }

    #[test]
    fn the_page_stands_alone_and_its_text_is_text() {
        let page = public_html(&sample(), &[("联系电话", "0000-1234567<".to_owned())]);
        for part in [
            "<html lang=\"zh-CN\">",
            "<title>关于&lt;巡察&gt;整改情况的通报</title>",
            "<main id=\"main\"",
            "<h1 class=\"title\">关于&lt;巡察&gt;整改<br>情况的通报</h1>",
            "<h2>一、总体情况</h2>",
            "<h4>1.学习不深入。</h4>\n<p>一是补学。</p>",
            "<p>甲&amp;乙&lt;script&gt;alert(1)&lt;/script&gt;</p>",
            "<th scope=\"col\">问题</th>",
            "<td>一行<br>二行</td>",
            "<dt>联系电话</dt><dd>0000-1234567&lt;</dd>",
            "@media print",
        ] {
            assert!(page.contains(part), "{part}\n{page}");
        }
        for never in ["<script", "http://", "https://", "src=", "@import", "url("] {
            assert!(!page.contains(never), "{never}");
        }
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(!public_html(&Official::default(), &[]).contains("<section"));
    }
}
