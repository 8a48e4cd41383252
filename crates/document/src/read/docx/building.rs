//! A paragraph while it is read.

use super::line::Line;
use super::look::{Break, Characters, Look};
use super::styles::Styles;
use crate::Setting;

#[derive(Default)]
pub(super) struct Building {
    pub(super) lines: Vec<Line>,
    pub(super) style: Option<String>,
    pub(super) num_id: Option<u32>,
    pub(super) level: Option<u8>,
    pub(super) outline: Option<u8>,
    pub(super) in_properties: bool,
    pub(super) in_run_properties: bool,
    pub(super) mark_deleted: bool,
    pub(super) run: Run,
    pub(super) bold_text: usize,
    pub(super) all_text: usize,
    pub(super) look: Look,
    /// How many bytes of text are set in which type.
    pub(super) types: Vec<(Characters, usize)>,
    pub(super) breaks: Break,
    /// A break behind the text.
    pub(super) after: Break,
}

#[derive(Default)]
pub(super) struct Run {
    pub(super) bold: Option<bool>,
    pub(super) hidden: bool,
    pub(super) style: Option<String>,
    pub(super) look: Look,
}

impl Building {
    /// How the open run is set.
    pub(super) fn characters(&self, styles: &Styles) -> Characters {
        let own = styles.of_characters(self.run.look, self.run.style.as_deref());
        styles.resolved(own, self.style.as_deref()).characters()
    }

    /// How it is set: as most of its text is.
    pub(super) fn setting(&self, styles: &Styles, breaks: Break) -> Setting {
        let blank = |c: &char| matches!(c, ' ' | '\u{3000}' | '\u{a0}');
        let blanks = self.lines.first().map_or(0, |line| line.text.chars().take_while(blank).count() as u32);
        let most =
            self.types.iter().max_by_key(|(_, bytes)| *bytes).map_or_else(Characters::default, |(types, _)| *types);
        styles.resolved(self.look, self.style.as_deref()).setting(most, blanks, breaks)
    }

    /// A break before the text, or one behind it.
    pub(super) fn page_break(&mut self) {
        if self.all_text == 0 {
            self.breaks = Break::Page;
        } else {
            self.after = Break::Page;
        }
    }

    /// Notes how much text is set so; more than a few kinds are not told apart.
    pub(super) fn weigh(&mut self, characters: Characters, bytes: usize) {
        const KINDS_MAX: usize = 8;
        let known = self.types.len();
        match self.types.iter_mut().find(|(kind, _)| *kind == characters) {
            Some((_, sum)) => *sum += bytes,
            None if known < KINDS_MAX => self.types.push((characters, bytes)),
            None => {}
        }
    }

    pub(super) fn push(&mut self, text: &str, source: Option<usize>) {
        if self.lines.is_empty() {
            self.lines.push(Line::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.push(text, source);
        }
    }
}
