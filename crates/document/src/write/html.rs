//! A document as one page that needs nothing else: no script, no file from elsewhere.

use super::form::Form;
use super::official::{Block, BlockKind, Official, Run, Table, plain};
use super::stretch::Part;
use crate::markup::escaped;
use std::fmt::Write;

/// The page; `notice` stands in a part of its own below the text.
pub fn write_html(official: &Official, notice: &[(&str, String)]) -> String {
    let title = official.title().replace('\n', "");
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">跳到正文</a>\n<main id=\"main\" tabindex=\"-1\">\n",
        escaped(&title)
    );
    let mut seen = Seen::default();
    for part in official.parts() {
        out.push_str("<article>\n");
        head(&part, &mut out);
        part.blocks.iter().for_each(|block| seen.block(block, &mut out));
        foot(&part, &mut out);
        out.push_str("</article>\n");
    }
    contact(notice, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// What numbers are given to, from the beginning of the page.
#[derive(Default)]
struct Seen {
    titles: usize,
    tables: usize,
}

impl Seen {
    fn block(&mut self, block: &Block, out: &mut String) {
        match block {
            Block::Paragraph { kind: BlockKind::Title, text } => {
                self.titles += 1;
                let level = if self.titles == 1 { 1 } else { 2 };
                let _ = writeln!(out, "<h{level} class=\"title\">{}</h{level}>", broken(&plain(text)));
            }
            Block::Paragraph { kind, text } => paragraph(*kind, &plain(text), out),
            Block::Table(rows) => {
                self.tables += 1;
                table(rows, self.tables, out);
            }
            Block::PageBreak => out.push_str("<hr>\n"),
        }
    }
}

/// Mark, number and signers of a document that has them.
fn head(part: &Part<'_>, out: &mut String) {
    let texts = part.head_texts();
    if texts.is_empty() {
        return;
    }
    let mut marks = part.form.marks();
    if let Form::RedHead(head) = &part.form {
        marks.push(&head.suffix);
    }
    out.push_str("<header>\n");
    for text in texts {
        let marked = marks.iter().any(|mark| !mark.is_empty() && text.starts_with(mark));
        let class = if marked { " class=\"mark\"" } else { "" };
        let _ = writeln!(out, "<p{class}>{}</p>", escaped(&text));
    }
    out.push_str("</header>\n");
}

fn foot(part: &Part<'_>, out: &mut String) {
    let texts = part.foot_texts();
    if texts.is_empty() {
        return;
    }
    out.push_str("<footer>\n");
    for text in texts {
        let _ = writeln!(out, "<p>{}</p>", escaped(&text));
    }
    out.push_str("</footer>\n");
}

/// Text whose lines stay lines.
fn broken(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(escaped).collect();
    lines.join("<br>")
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
    let _ = writeln!(out, "<p{class}>{}</p>", broken(text));
}

/// The first row is the head. A wide table scrolls by itself, by keys too.
fn table(table: &Table, number: usize, out: &mut String) {
    let _ = write!(
        out,
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-{number}\">\n<table>\n\
         <caption id=\"table-{number}\">表{number}</caption>\n"
    );
    let cell = |text: &[Run]| broken(&plain(text));
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

const STYLE: &str = "\
body{margin:0;color:#1c2430;background:#fff;font:17px/1.9 'FangSong','STFangsong','Noto Serif CJK SC',serif}\
main{max-width:46em;margin:0 auto;padding:24px 20px 48px}\
header{border-bottom:2px solid #c8102e;margin-bottom:1.5em}header p,footer p{text-indent:0;text-align:center}\
.mark{color:#c8102e;font-size:1.7em;line-height:1.5}footer{border-top:1px solid #1c2430;border-bottom:1px solid #1c2430;margin-top:2em}footer p{text-align:left}\
.skip{position:absolute;left:-999em}.skip:focus{left:8px;top:8px;padding:4px 10px;background:#fff;color:#0b4a9e}\
.title{margin:24px 0;text-wrap:balance;text-align:center;font-size:1.5em;line-height:1.5}\
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
    use crate::form::{Letter, RedHead};
    use crate::official::Text;

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
        let page = write_html(&sample(), &[("联系电话", "0000-1234567<".to_owned())]);
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
        assert!(!write_html(&Official::default(), &[]).contains("<section"));
        assert!(!page.contains("<header>"), "a plain document has no head");
    }

    #[test]
    fn bodies_that_issue_together_stand_above_their_common_word() {
        let organs = ["云溪县水务局", "县财政局"].map(str::to_owned).into();
        let head =
            RedHead { organs, suffix: "文件".to_owned(), signers: vec!["张某".to_owned()], ..RedHead::default() };
        let page = write_html(&Official { form: Form::RedHead(head), ..sample() }, &[]);
        for part in ["县财政局", "文件"].map(|text| format!("<p class=\"mark\">{text}</p>")) {
            assert!(page.contains(&part), "{part}\n{page}");
        }
        assert!(page.contains("<p>签发人：张某</p>"), "{page}");
    }

    #[test]
    fn each_letter_of_a_batch_has_its_head_and_its_number() {
        let mut letters = sample();
        letters.blocks.push(Block::PageBreak);
        letters.blocks.push(Block::unbound(BlockKind::Title, "催办函"));
        let copies = Some("县纪委监委<派驻组>".to_owned());
        let (organ, number) = ("云溪县水务局".to_owned(), "云水函〔2026〕5号".to_owned());
        letters.form = Form::Letter(Letter { organ, number, copies, ..Letter::default() });
        let page = write_html(&letters, &[]);
        assert_eq!(page.matches("<p class=\"mark\">云溪县水务局</p>").count(), 2, "{page}");
        assert_eq!(page.matches("<p>抄送：县纪委监委&lt;派驻组&gt;。</p>").count(), 2, "{page}");
        for part in ["云水函〔2026〕5号</p>", "云水函〔2026〕6号</p>", "<h2 class=\"title\">催办函</h2>"]
        {
            assert!(page.contains(part), "{part}\n{page}");
        }
    }
}
