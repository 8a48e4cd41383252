//! Megabytes a second of processor time for reading and parsing one file, repeated: `throughput FILE [SECONDS]`.
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
    let (start, before) = (Instant::now(), processor_seconds());
    let (mut rounds, mut items) = (0u32, 0usize);
    while start.elapsed().as_secs_f64() < seconds {
        if let Ok(document) = document::read(&bytes, &path) {
            items = document::parse(&document).series.len();
        }
        rounds += 1;
    }
    // Other work on the machine does not count; without /proc the clock on the wall must do.
    let spent = match (before, processor_seconds()) {
        (Some(before), Some(after)) if after > before => after - before,
        _ => start.elapsed().as_secs_f64(),
    };
    let rate = bytes.len() as f64 * f64::from(rounds) / spent / 1e6;
    println!("{path}: {rate:.1} MB/s, {rounds} rounds, {items} series");
}

/// User and system time of this process so far.
fn processor_seconds() -> Option<f64> {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    Some(ticks / TICKS_A_SECOND)
}
