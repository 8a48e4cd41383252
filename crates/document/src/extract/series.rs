//! Series inside text: 一是…二是…, ①…②…, （1）…；（2）…, bullets (gongwen.md B2.1, B2.4).

use super::{Hit, Mark, span};
use crate::{Series, SeriesItem, SeriesStyle};

/// Byte of the first item of a series in a sentence, if there is one.
pub(crate) fn series_start(text: &str) -> Option<usize> {
    if !text.contains(['一', '首']) {
        return None;
    }
    ["一是", "一要", "首先，", "第一，", "一方面"]
        .iter()
        .filter_map(|word| text.find(word).map(|at| (at, *word)))
        .filter(|(at, word)| {
            let second = ["二是", "二要", "其次，", "第二，", "另一方面"];
            let follower =
                ["一是", "一要", "首先，", "第一，", "一方面"].iter().position(|w| w == word).map_or("", |n| second[n]);
            (boundary(text, *at) || *word == "一是" && !joined_word(text, *at))
                && (text[*at..].contains(follower) || boundary(text, *at))
        })
        .map(|(at, _)| at)
        .min()
}

/// Collects series over the paragraphs of a document.
pub(crate) struct SeriesFinder<'a> {
    headings: &'a [(u32, u32)],
    next_heading: usize,
    open: Vec<Open>,
    done: Vec<Series>,
}

struct Open {
    style: SeriesStyle,
    items: Vec<SeriesItem>,
    /// The first item stands where no boundary is: it needs a second one.
    end_of_last: u32,
}

impl<'a> SeriesFinder<'a> {
    pub(crate) fn new(headings: &'a [(u32, u32)]) -> Self {
        Self { headings, next_heading: 0, open: Vec::new(), done: Vec::new() }
    }

    /// Takes the hits of one paragraph.
    pub(crate) fn paragraph(&mut self, index: u32, text: &str, label: Option<&str>, hits: &[Hit]) {
        self.bullet(index, text, label);
        for hit in hits {
            self.pass_headings(index, hit.start as u32);
            let Mark::Item(style, ordinal) = hit.mark else { continue };
            if self.is_heading(index, hit.start as u32) {
                continue;
            }
            self.item(index, text, hit, style, ordinal);
        }
        self.pass_headings(index, text.len() as u32);
        let limit = self.limit(index, text.len() as u32);
        for open in &mut self.open {
            close_last(open, index, limit);
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Series> {
        self.close_all();
        self.done.sort_by_key(|series| series.items.first().map(|item| item.span));
        self.done
    }

    /// A heading ends all open series.
    fn pass_headings(&mut self, index: u32, at: u32) {
        while let Some(&(paragraph, start)) = self.headings.get(self.next_heading) {
            if (paragraph, start) > (index, at) {
                break;
            }
            for open in &mut self.open {
                close_last(open, paragraph, start);
            }
            self.close_all();
            self.next_heading += 1;
        }
    }

    fn is_heading(&self, index: u32, at: u32) -> bool {
        self.next_heading > 0 && self.headings.get(self.next_heading - 1) == Some(&(index, at))
    }

    fn limit(&self, index: u32, length: u32) -> u32 {
        match self.headings.get(self.next_heading) {
            Some(&(paragraph, start)) if paragraph == index => start,
            _ => length,
        }
    }

    fn item(&mut self, index: u32, text: &str, hit: &Hit, style: SeriesStyle, ordinal: u32) {
        if !may_be_item(text, hit, style, ordinal) {
            return;
        }
        let label = text[hit.start..hit.end].trim_end_matches(['，', ',', '、', '：']).to_owned();
        let open = self.open.iter().position(|open| open.style == style);
        let last = open.map_or(0, |at| self.open[at].items.len() as u32);
        let last_value = open.and_then(|at| self.open[at].items.last()).map_or(0, |item| item.ordinal);
        let repeated_side = style == SeriesStyle::Side && ordinal == 1 && last == 1;
        let value = if ordinal == 0 || repeated_side { last_value + 1 } else { ordinal };
        // Bullets inside a paragraph go on only within it.
        let value = match (style, open) {
            (SeriesStyle::Bullet, Some(at)) if !self.open[at].items.iter().any(|i| i.span.paragraph == index) => 1,
            _ => value,
        };
        if value == 1 {
            if let Some(at) = open {
                let closed = self.open.remove(at);
                self.close(Some((index, hit.start as u32)), closed);
            }
            self.open.push(Open { style, items: vec![item(index, text, hit, 1, label)], end_of_last: 0 });
            return;
        }
        let Some(at) = open else { return };
        let fits =
            value == last_value + 1 || (value >= last_value && value <= last_value + 2 && boundary(text, hit.start));
        if fits {
            let series = &mut self.open[at];
            close_last(series, index, hit.start as u32);
            series.items.push(item(index, text, hit, value, label));
        }
    }

    /// A paragraph that starts with a bullet, typed or automatic.
    fn bullet(&mut self, index: u32, text: &str, label: Option<&str>) {
        const MARKS: [&str; 10] = ["——", "●", "■", "▲", "★", "◆", "•", "·", "- ", "* "];
        let lead = text.len() - text.trim_start().len();
        let typed = MARKS.iter().find(|mark| text[lead..].starts_with(**mark)).map(|mark| (*mark, mark.len()));
        let mark = typed.or(label.filter(|label| MARKS.contains(label)).map(|label| (label, 0)));
        let at = self.open.iter().position(|open| open.style == SeriesStyle::Bullet);
        let Some((mark, length)) = mark else {
            if let Some(at) = at {
                let closed = self.open.remove(at);
                self.close(None, closed);
            }
            return;
        };
        let hit = Hit { mark: Mark::Item(SeriesStyle::Bullet, 0), start: lead, end: lead + length };
        let number = at.map_or(1, |at| self.open[at].items.len() as u32 + 1);
        // The label of an item is a part of its span: an automatic one is none.
        let printed = if length == 0 { String::new() } else { mark.trim().to_owned() };
        let new = item(index, text, &hit, number, printed);
        match at {
            Some(at) => self.open[at].items.push(new),
            None => self.open.push(Open { style: SeriesStyle::Bullet, items: vec![new], end_of_last: 0 }),
        }
    }

    fn close_all(&mut self) {
        for open in std::mem::take(&mut self.open) {
            self.close(None, open);
        }
    }

    /// Keeps a series of two or more.
    fn close(&mut self, end: Option<(u32, u32)>, mut open: Open) {
        if let Some((paragraph, at)) = end {
            close_last(&mut open, paragraph, at);
        }
        if open.items.len() >= 2 {
            self.done.push(Series { style: open.style, items: open.items });
        }
    }
}

fn item(index: u32, text: &str, hit: &Hit, ordinal: u32, label: String) -> SeriesItem {
    SeriesItem { ordinal, label, span: span(index, hit.start, text.len()) }
}

/// The last item ends where the next one starts, or with its paragraph.
fn close_last(open: &mut Open, index: u32, at: u32) {
    let closed = open.end_of_last as usize >= open.items.len();
    if let Some(last) = open.items.last_mut()
        && last.span.paragraph == index
        && !closed
        && last.span.start < at
        && at < last.span.end
    {
        last.span.end = at;
    }
}

fn may_be_item(text: &str, hit: &Hit, style: SeriesStyle, ordinal: u32) -> bool {
    let after = &text[hit.end..];
    let at_boundary = boundary(text, hit.start);
    match style {
        SeriesStyle::Is | SeriesStyle::Must | SeriesStyle::Then => {
            let numeral_end = hit.end - 3;
            let numeral = &text[hit.start..numeral_end];
            // 一是一、二是二 is an idiom, 一是一车一档登记 an item.
            let tautology = after.starts_with(numeral)
                && after[numeral.len()..].chars().next().is_none_or(|c| matches!(c, '、' | '，' | '。' | '；' | '”'));
            // 统一是非标准, but 二是非常规资源利用不足 behind a mark.
            let ordinary = !tautology && !after.starts_with('否') && (at_boundary || !after.starts_with('非'));
            // A comma-less clause may precede 一是, but never 统一是, 之一是…
            ordinary && (at_boundary || style == SeriesStyle::Is && ordinal == 1 && !joined_word(text, hit.start))
        }
        SeriesStyle::Ordinal | SeriesStyle::Among => at_boundary,
        SeriesStyle::First => {
            at_boundary
                && (ordinal != 1 || after.starts_with(['，', ',', '是', '要']) || !after.starts_with(['由', '向']))
        }
        SeriesStyle::Side => at_boundary,
        SeriesStyle::Circled => true,
        SeriesStyle::Parenthesised => !reference_before(text, hit.start),
        SeriesStyle::Numbered => {
            let digit_before = text[..hit.start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.');
            let decimal = after.starts_with(|c: char| c.is_ascii_digit());
            at_boundary && !digit_before && !decimal && hit.start > 0
        }
        SeriesStyle::Bullet => text[..hit.start].trim_end().ends_with(['。', '；', '：', '.', ';', ':']),
    }
}

/// （一） or （1） after 第…条, 见, 按照 is a reference.
fn reference_before(text: &str, at: usize) -> bool {
    text[..at].ends_with(['条', '款', '项', '见', '第', '照', '表', '图', '式'])
}

/// Start of the text, or after a mark that can precede an item.
fn boundary(text: &str, at: usize) -> bool {
    text[..at].trim_end().chars().next_back().is_none_or(|c| {
        matches!(
            c,
            '。' | '；'
                | '：'
                | '！'
                | '？'
                | '，'
                | '、'
                | ';'
                | ':'
                | ','
                | '!'
                | '?'
                | '.'
                | '）'
                | ')'
                | '”'
                | '》'
                | '—'
                | '】'
                | '…'
        )
    }) || text[..at].ends_with(char::is_whitespace)
}

/// 统一是, 之一是, 唯一是, 万一是: the numeral belongs to the word before it.
fn joined_word(text: &str, at: usize) -> bool {
    text[..at]
        .chars()
        .next_back()
        .is_some_and(|c| "统之唯万单专第同其进逐惟另十二三四五六七八九百零每某任如合划归不".contains(c))
}
