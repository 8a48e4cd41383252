//! Which problem of one document is which of another: by their wording, each at most once.

use std::collections::HashMap;

/// Two wordings of one problem are at least so alike.
const ALIKE_MIN: f64 = 0.5;

/// For each of `wanted`, the indices of `given` that speak of it, best first; each given one belongs to one wanted.
pub(crate) fn link(wanted: &[&str], given: &[&str]) -> Vec<Vec<usize>> {
    let keys: Vec<Vec<(char, char)>> = wanted.iter().map(|text| pairs(&essence(text))).collect();
    let mut linked = vec![Vec::new(); wanted.len()];
    let mut scored: Vec<(usize, usize, f64)> = Vec::new();
    for (n, text) in given.iter().enumerate() {
        let own = pairs(&essence(text));
        let best = keys.iter().enumerate().map(|(w, key)| (w, alike(key, &own))).max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((w, score)) = best.filter(|(_, score)| *score >= ALIKE_MIN) {
            scored.push((w, n, score));
        }
    }
    scored.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)));
    for (w, n, _) in scored {
        linked[w].push(n);
    }
    linked
}

/// The words that make a problem: without label, frame words and marks.
pub(crate) fn essence(text: &str) -> String {
    let text = text.trim().trim_start_matches("关于").trim_start_matches("针对");
    let text = text.split(['。', '；']).next().unwrap_or(text);
    // 关于……的问题: what follows is the answer already.
    let text = text.split_once("的问题").map_or(text, |(problem, _)| problem);
    let mut words: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    for frame in ["整改落实情况", "整改情况", "的问题", "问题", "方面"] {
        if let Some(rest) = words.strip_suffix(frame) {
            words.truncate(rest.len());
        }
    }
    words
}

fn pairs(text: &str) -> Vec<(char, char)> {
    let characters: Vec<char> = text.chars().collect();
    characters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Sørensen–Dice on pairs of characters; a short wording wholly inside a long one counts as the same.
fn alike(a: &[(char, char)], b: &[(char, char)]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return if a == b { 1.0 } else { 0.0 };
    }
    let mut count: HashMap<(char, char), usize> = HashMap::new();
    for pair in a {
        *count.entry(*pair).or_default() += 1;
    }
    let mut shared = 0;
    for pair in b {
        if let Some(left) = count.get_mut(pair).filter(|left| **left > 0) {
            *left -= 1;
            shared += 1;
        }
    }
    let dice = 2.0 * shared as f64 / (a.len() + b.len()) as f64;
    let shorter = a.len().min(b.len());
    let inside = shared as f64 / shorter as f64;
    if shorter >= 5 && inside > 0.9 { dice.max(0.8) } else { dice }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_of_one_problem_find_each_other() {
        let ledger = ["理论学习中心组学习不深入、走过场", "差旅费报销审核把关不严", "工会经费管理不规范"];
        let report =
            ["关于“工会经费管理不规范”的问题", "关于理论学习走过场、中心组学习不深入的问题", "关于食堂采购的问题"];
        assert_eq!(link(&ledger, &report), [vec![1], vec![], vec![0]]);
    }
}
