//! MB of text per CPU second that all rules check together: `check_throughput FILE ROUNDS`.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use checker::{Profile, Selection, check};
use std::time::Instant;

fn main() {
    let mut args = std::env::args().skip(1);
    let bytes = std::fs::read(args.next().unwrap()).unwrap();
    let rounds: u32 = args.next().map_or(3, |n| n.parse().unwrap());
    let document = document::read(&bytes, "正文.txt").unwrap();
    let selection = Selection { profile: Profile::Public, ..Selection::default() };
    let best = |run: &dyn Fn()| {
        (0..rounds)
            .map(|_| {
                let start = Instant::now();
                run();
                start.elapsed()
            })
            .min()
            .unwrap()
    };
    let parsing = best(&|| drop(document::parse(&document)));
    let both = best(&|| drop(check(&document, None, &selection)));
    let rules = both.saturating_sub(parsing);
    let speed = |time: std::time::Duration| bytes.len() as f64 / 1e6 / time.as_secs_f64();
    println!("rules {:.1} MB/s, with parsing {:.1} MB/s ({} bytes)", speed(rules), speed(both), bytes.len());
}
