//! A line of a paragraph while it is read, with the bytes its characters come from where that is wanted.

use crate::Piece;

#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) pieces: Vec<Piece>,
}

impl Line {
    pub(super) fn push(&mut self, text: &str, source: Option<usize>) {
        if let Some(source) = source.filter(|_| !text.is_empty()) {
            self.pieces.push(Piece { at: self.text.len() as u32, source });
        }
        self.text.push_str(text);
    }

    /// Another line goes on where this one ends.
    pub(super) fn append(&mut self, next: Line) {
        let shift = self.text.len() as u32;
        self.pieces.extend(next.pieces.into_iter().map(|piece| Piece { at: piece.at + shift, ..piece }));
        self.text.push_str(&next.text);
    }

    /// Without blanks at the ends, and no larger than it is.
    pub(super) fn trimmed(mut self) -> Self {
        let blank = self.text.len() - self.text.trim_start().len();
        if self.text.trim().len() < self.text.len() {
            self.text = self.text.trim().to_owned();
            self.cut_head(blank as u32);
        }
        self.text.shrink_to_fit();
        self
    }

    fn cut_head(&mut self, blank: u32) {
        let kept = self.pieces.iter().rposition(|piece| piece.at <= blank).unwrap_or(0);
        self.pieces.drain(..kept);
        for piece in &mut self.pieces {
            piece.source += blank.saturating_sub(piece.at) as usize;
            piece.at = piece.at.saturating_sub(blank);
        }
    }
}

/// Line breaks inside a paragraph: kept where a sentence ended or a label follows, joined elsewhere.
pub(super) fn logical_lines(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(1);
    for line in lines {
        let splits = match out.last() {
            None => true,
            Some(previous) => {
                let ended = previous.text.trim_end().ends_with(['。', '；', '：', '！', '？', ';', ':']);
                let labelled = crate::grammar::label_at(line.text.trim_start()).is_some_and(|label| !label.weak);
                ended || labelled || previous.text.trim().is_empty()
            }
        };
        match out.last_mut() {
            Some(previous) if !splits => previous.append(line),
            _ => out.push(line),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_keep_their_bytes_when_lines_are_joined_and_cut() {
        let mut line = Line::default();
        line.push("  ", Some(100));
        line.push(" 甲", Some(200));
        let mut next = Line::default();
        next.push("乙", Some(300));
        line.append(next);
        let line = line.trimmed();
        assert_eq!(line.text, "甲乙");
        assert_eq!(line.pieces, [Piece { at: 0, source: 201 }, Piece { at: 3, source: 300 }]);
    }
}
