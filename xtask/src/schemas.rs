//! Names in the description of the API: of two types with one name the later would silently replace the earlier.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Lines between the derive and the name at most: documentation and attributes.
const REACH: usize = 12;

/// Offences among the described types of all crates.
pub(crate) fn check() -> Vec<String> {
    let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut offences = Vec::new();
    for path in crate::files::sources().into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for name in described(&text) {
            match seen.get(&name) {
                Some(first) => offences.push(twice(&name, first, &path)),
                None => _ = seen.insert(name, path.clone()),
            }
        }
    }
    offences
}

fn twice(name: &str, first: &Path, second: &Path) -> String {
    format!(
        "{}: the API already describes a type {name} ({}); one would replace the other, so rename it",
        second.display(),
        first.display()
    )
}

/// The names of the types that derive `ToSchema`, and of the closed lists that `wire!` describes.
fn described(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let derives = |line: &str| line.starts_with("#[derive(") && line.contains("ToSchema");
    let derived = lines.iter().enumerate().filter(|(_, line)| derives(line));
    let derived = derived.filter_map(|(at, _)| lines.iter().skip(at).take(REACH).find_map(|line| declared(line)));
    let wired = lines.iter().skip_while(|line| **line != "wire!(").take_while(|line| **line != ");");
    derived.chain(wired.filter_map(|line| worded(line))).collect()
}

/// `    Name = domain::Type,`
fn worded(line: &str) -> Option<String> {
    let (name, _) = line.strip_prefix("    ")?.split_once(" = ")?;
    name.chars().all(char::is_alphanumeric).then(|| name.to_owned())
}

fn declared(line: &str) -> Option<String> {
    let rest = line.strip_prefix("pub(crate) ").or_else(|| line.strip_prefix("pub ")).unwrap_or(line);
    let rest = rest.strip_prefix("struct ").or_else(|| rest.strip_prefix("enum "))?;
    Some(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
}

#[cfg(test)]
mod tests {
    use super::described;

    #[test]
    fn a_described_type_is_found_behind_its_attributes() {
        let text = "#[derive(Debug, ToSchema)]\n/// What.\n#[serde(rename_all = \"x\")]\npub struct Page<T> {\n}\n#[derive(Debug)]\nstruct Other;\n";
        assert_eq!(described(text), ["Page"]);
    }

    #[test]
    fn a_closed_list_is_described_too() {
        assert_eq!(described("wire!(\n    /// 灯色\n    Lamp = domain::Lamp,\n);\n    Other = x\n"), ["Lamp"]);
    }
}
