//! Sets documents as PDF with the fonts of this machine, which are looked for when the first one is asked for.

use document::Official;
use pdf::{Fonts, NoFonts, write_pdf};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use usecases::{ReplacedFont, Typesetter};

/// Where an office puts its own licensed fonts, in the data directory.
const FOLDER: &str = "fonts";

/// Fonts of the office, then those of the system.
pub struct Press {
    own: PathBuf,
    fonts: OnceLock<Result<Fonts, NoFonts>>,
}

impl Press {
    pub fn of_folder(data: &Path) -> Self {
        Self { own: data.join(FOLDER), fonts: OnceLock::new() }
    }

    fn fonts(&self) -> Result<&Fonts, String> {
        let own = self.own.is_dir().then_some(self.own.as_path());
        self.fonts.get_or_init(|| Fonts::find(own)).as_ref().map_err(ToString::to_string)
    }
}

impl Typesetter for Press {
    fn pdf(&self, official: &Official) -> Result<Vec<u8>, String> {
        write_pdf(official, self.fonts()?).map_err(|cause| cause.to_string())
    }

    fn replaced(&self) -> Result<Vec<ReplacedFont>, String> {
        let replaced = self.fonts()?.replaced().iter();
        Ok(replaced.map(|one| ReplacedFont { wanted: one.wanted.word(), used: one.used.clone() }).collect())
    }
}
