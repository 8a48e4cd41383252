//! The one binary `rectify`. Machine output goes to stdout, everything for people to stderr.

mod args;
mod args_outside;
mod commands;
mod failure;
mod issue_options;
mod progress;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = args::Args::parse();
    match commands::run(args) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
