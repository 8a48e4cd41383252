//! Codegen and tidy.
fn main() {}
