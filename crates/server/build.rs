//! The embedded folder must exist, also where the UI was not built.

fn main() {
    println!("cargo::rerun-if-changed=../../web/dist");
    if let Err(cause) = std::fs::create_dir_all("../../web/dist") {
        println!("cargo::warning=web/dist: {cause}");
    }
}
