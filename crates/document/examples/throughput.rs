//! Megabytes a second of reading and parsing one file, repeated: `throughput FILE [SECONDS]`.
#![allow(clippy::print_stdout)]

use std::time::Instant;

fn main() {
    let mut args = std::env::args().skip(1);
    let path = args.next().unwrap_or_default();
    let seconds: f64 = args.next().and_then(|s| s.parse().ok()).unwrap_or(2.0);
    let Ok(bytes) = std::fs::read(&path) else {
        println!("cannot read {path}");
        return;
    };
    let start = Instant::now();
    let (mut rounds, mut items) = (0u32, 0usize);
    while start.elapsed().as_secs_f64() < seconds {
        if let Ok(document) = document::read(&bytes, &path) {
            items = document::parse(&document).series.len();
        }
        rounds += 1;
    }
    let rate = bytes.len() as f64 * f64::from(rounds) / start.elapsed().as_secs_f64() / 1e6;
    println!("{path}: {rate:.1} MB/s, {rounds} rounds, {items} series");
}
