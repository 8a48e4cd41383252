//! MB of text per second that all rules check together, and the rules that take longest: `check_throughput FILE ROUNDS`.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

use checker::{Profile, Selection, all, check};
use std::time::{Duration, Instant};

/// Rules in the list of the slowest.
const SLOWEST: usize = 12;

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
    let speed = |time: Duration| bytes.len() as f64 / 1e6 / time.as_secs_f64();
    println!("rules {:.1} MB/s, with parsing {:.1} MB/s ({} bytes)", speed(rules), speed(both), bytes.len());
    let alone = |code: &str| {
        let selection = Selection { select: vec![code.to_owned()], ..selection.clone() };
        best(&|| drop(check(&document, None, &selection)))
    };
    let mut slow: Vec<(Duration, &str)> = all().iter().map(|rule| (alone(rule.code), rule.code)).collect();
    slow.sort_unstable_by(|a, b| b.cmp(a));
    // What every run pays, with whatever rule, is no rule's own.
    let shared = slow.last().map_or(Duration::ZERO, |(time, _)| *time);
    for (time, code) in slow.iter().take(SLOWEST) {
        println!("  {code:<12} {:.1} ms alone", time.saturating_sub(shared).as_secs_f64() * 1e3);
    }
}
