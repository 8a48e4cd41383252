//! Where a long title turns: words stay whole, the lines make a trapezium or a diamond (GB/T 9704-2012, 7.3.1).

use super::closing::width;

/// Characters of 二号 in a line of 156 mm and of 225 mm, less a half for what a font measures otherwise.
pub const TITLE_ROOM: f32 = 19.5;
pub const TITLE_ROOM_TURNED: f32 = 28.5;
/// A longer title is left to the program that shows it.
const LINES_MAX: usize = 4;

/// Words that titles of this field are made of; no line ends inside one.
const WORDS: [&str; 76] = [
    "中国共产党",
    "中共",
    "党组",
    "党委",
    "党支部",
    "党总支",
    "纪委监委",
    "委员会",
    "常委会",
    "领导小组",
    "工作小组",
    "办公室",
    "人民政府",
    "人民法院",
    "人民检察院",
    "有限公司",
    "有限责任公司",
    "巡视组",
    "巡察组",
    "巡视",
    "巡察",
    "审计",
    "督查",
    "督察",
    "考核",
    "检查",
    "自查",
    "专项",
    "常规",
    "提级",
    "机动",
    "回头看",
    "整改",
    "集中",
    "反馈",
    "意见",
    "问题",
    "移交",
    "进展",
    "情况",
    "落实",
    "组织",
    "主要负责人",
    "负责人",
    "责任",
    "责任制",
    "措施",
    "任务",
    "成效",
    "清单",
    "台账",
    "报告",
    "方案",
    "通报",
    "通知",
    "请示",
    "函",
    "纪要",
    "简报",
    "公告",
    "公示",
    "专题",
    "民主生活会",
    "对照",
    "材料",
    "销号",
    "申请",
    "延期",
    "督办",
    "交办",
    "提示",
    "结果",
    "年度",
    "领导班子",
    "经济责任",
    "预算执行",
];

/// What may not begin a line, and what may not end one.
const NEVER_FIRST: &str = "的地得了等之》〉）】”’、，。：；！？％%—…·/";
const NEVER_LAST: &str = "《〈（【“‘第·/";
/// Stand behind a number.
const COUNTED: &str = "年月日号届轮次批项个条期季度巡";

/// Bytes before which the lines of a title turn; none where it fits, or has lines already.
///
/// The room is that of a line, in characters of 二号.
pub fn title_turns(text: &str, room: f32) -> Vec<usize> {
    if text.contains('\n') || width(text) <= room {
        return Vec::new();
    }
    let border = Borders::of(text);
    let least = (width(text) / room).ceil() as usize;
    let mut best = Best::default();
    for lines in least..=(least + 1).min(LINES_MAX) {
        let more = if lines > least { MORE } else { 0.0 };
        let tried = Tried { cost: more, ..Tried::default() };
        Setting { text, room, border: &border }.place(lines, tried, &mut best);
    }
    best.places
}

/// Cost of a line more than are needed.
const MORE: f32 = 8.0;

#[derive(Default, Clone)]
struct Tried {
    places: Vec<usize>,
    widths: Vec<f32>,
    cost: f32,
}

struct Best {
    places: Vec<usize>,
    cost: f32,
}

impl Default for Best {
    fn default() -> Self {
        Self { places: Vec::new(), cost: f32::INFINITY }
    }
}

struct Setting<'a> {
    text: &'a str,
    room: f32,
    border: &'a Borders,
}

impl Setting<'_> {
    /// Tries every way of ending the lines that are left.
    fn place(&self, lines: usize, tried: Tried, best: &mut Best) {
        let begun = tried.places.last().copied().unwrap_or_default();
        let rest = self.text.get(begun..).unwrap_or_default();
        if tried.cost >= best.cost || width(rest) > self.room * lines as f32 {
            return;
        }
        if lines <= 1 {
            let mut widths = tried.widths;
            widths.push(width(rest));
            let cost = tried.cost + shape(&widths);
            if cost < best.cost {
                *best = Best { places: tried.places, cost };
            }
            return;
        }
        for (at, cost) in self.border.after(begun) {
            let line = width(self.text.get(begun..at).unwrap_or_default());
            if line > self.room {
                break;
            }
            let mut next = tried.clone();
            next.places.push(at);
            next.widths.push(line);
            next.cost += cost;
            self.place(lines - 1, next, best);
        }
    }
}

/// What lines of these widths look like: neither a block, nor an hourglass, nor one long and one stub.
fn shape(widths: &[f32]) -> f32 {
    let (mut least, mut most) = (f32::INFINITY, 0.0f32);
    for width in widths {
        (least, most) = (least.min(*width), most.max(*width));
    }
    let apart = most - least;
    let block = if apart < 1.0 { 3.0 } else { 0.0 };
    let stub = if least < most * 0.4 { 6.0 } else { 0.0 };
    let waist = match widths {
        [a, b, c] if b < a && b < c => 12.0,
        [a, b, c, d] if b.min(*c) < a.min(*d) => 12.0,
        _ => 0.0,
    };
    block + stub + waist + (apart - 6.0).max(0.0) * 0.8
}

/// What it costs to end a line at each place between two characters.
struct Borders(Vec<(usize, f32)>);

impl Borders {
    fn of(text: &str) -> Self {
        let (mut inside, mut ends, mut begins) =
            (vec![false; text.len() + 1], vec![false; text.len() + 1], vec![false; text.len() + 1]);
        for word in WORDS {
            for (at, _) in text.match_indices(word) {
                let end = at + word.len();
                inside[at + 1..end].fill(true);
                (begins[at], ends[end]) = (true, true);
            }
        }
        let pairs = text.char_indices().zip(text.char_indices().skip(1));
        let costs = pairs.filter_map(|((_, before), (at, after))| {
            if inside[at] || !may_part(before, after) {
                return None;
            }
            let rest = &text[at..];
            let cost = if rest.starts_with("关于") {
                0.0
            } else if text[..at].ends_with("关于") {
                8.0
            } else {
                match (ends[at] || "的、》）”和与及暨".contains(before), begins[at] || "和与及暨《“".contains(after))
                {
                    (true, true) => 1.0,
                    (true, false) | (false, true) => 3.0,
                    (false, false) => 6.0,
                }
            };
            Some((at, cost))
        });
        Self(costs.collect())
    }

    fn after(&self, begun: usize) -> impl Iterator<Item = (usize, f32)> + '_ {
        self.0.iter().copied().filter(move |(at, _)| *at > begun)
    }
}

fn may_part(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let numeral = |c: char| c.is_ascii_digit() || "〇一二三四五六七八九十百".contains(c);
    !(NEVER_FIRST.contains(after)
        || NEVER_LAST.contains(before)
        || before == '关' && after == '于'
        || word(before) && word(after)
        || numeral(before) && (numeral(after) || COUNTED.contains(after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(title: &str) -> Vec<&str> {
        let mut lines = Vec::new();
        let mut from = 0;
        for place in title_turns(title, TITLE_ROOM) {
            lines.push(&title[from..place]);
            from = place;
        }
        lines.push(&title[from..]);
        lines
    }

    #[test]
    fn a_title_that_fits_stays_on_its_line() {
        for title in ["", "整改方案", "关于巡察集中整改进展情况的报告"] {
            assert_eq!(lines(title), [title]);
        }
        let own = "中共云岭县水利局党组关于\n县委第三巡察组反馈意见整改情况的报告";
        assert_eq!(lines(own), [own], "lines of its own are kept");
    }

    #[test]
    fn who_issues_it_stands_above_and_no_word_is_torn() {
        assert_eq!(
            lines("中共云岭县水利局党组关于巡察集中整改进展情况的报告"),
            ["中共云岭县水利局党组", "关于巡察集中整改进展情况的报告"]
        );
        assert_eq!(
            lines("中共云岭县水利局党组关于县委第三巡察组反馈意见集中整改进展情况的报告"),
            ["中共云岭县水利局党组关于县委第三巡察组", "反馈意见集中整改进展情况的报告"],
        );
    }

    #[test]
    fn a_year_and_a_quoted_name_are_not_torn() {
        for title in [
            "云岭县审计局关于2025年度县本级预算执行和其他财政收支审计查出问题整改结果的报告",
            "关于转发《云岭县关于进一步规范乡镇财政资金管理使用的若干规定（试行）》的通知",
        ] {
            let lines = lines(title);
            assert!(lines.len() > 1 && lines.iter().all(|line| width(line) <= TITLE_ROOM), "{lines:?}");
            for line in &lines {
                assert!(!line.starts_with(['的', '》', '）', '年']) && !line.ends_with(['《', '（']), "{lines:?}");
            }
        }
    }

    #[test]
    fn a_title_without_end_is_left_alone() {
        assert_eq!(title_turns(&"整".repeat(2000), TITLE_ROOM), []);
    }
}
