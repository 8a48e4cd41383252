//! House rules as a program: `cargo xtask tidy`.

mod dependencies;
mod files;
mod links;
mod schemas;

use std::process::ExitCode;

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    if command != "tidy" {
        eprintln!("usage: cargo xtask tidy");
        return ExitCode::from(2);
    }
    let mut offences = files::check();
    offences.extend(dependencies::check());
    offences.extend(links::check());
    offences.extend(schemas::check());
    for offence in &offences {
        eprintln!("tidy: {offence}");
    }
    if offences.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) }
}
