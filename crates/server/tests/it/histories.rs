//! Several people at once on the same findings, at random: what was acknowledged is there, in one order, and no
//! two requests won with the same version.

use crate::closed_loop::{answers, id_of};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};
use test_support::{Answer, Client, TestApp};
use tokio::task::JoinSet;

const FINDINGS: usize = 3;
const PEOPLE: [(&str, &str); 7] = [
    ("liaison2", "liaison"),
    ("owner", "owner"),
    ("leader", "leader"),
    ("leader2", "leader"),
    ("secretary", "secretary"),
    ("secretary2", "secretary"),
    ("overseer", "overseer"),
];

/// What somebody was told is done.
struct Acknowledged {
    finding: String,
    /// The version of the finding that the request named, where it named one.
    version: Option<i64>,
    what: What,
}

enum What {
    Target(String),
    Text(String),
    Action { action: String, by: String },
}

/// A small generator, so that a history can be run again from its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Findings whose plan is ready to be submitted, and everybody signed in.
async fn office() -> (TestApp, Vec<(String, Client)>, Vec<String>) {
    let app = TestApp::empty().await;
    let liaison = app.administrator().await;
    let mut people = Vec::new();
    for (name, role) in PEOPLE {
        people.push((name.to_owned(), app.person(&liaison, name, &[role]).await));
    }
    let inspection = liaison.inspection().await;
    let rows: String = (0..FINDINGS).map(|n| format!("\t第{n}项工作落实不到位\t2027-03-15\n")).collect();
    let table = json!({"table": format!("编号\t反馈问题\t整改时限\n{rows}")});
    let found = liaison.post(&format!("/inspections/{inspection}/ledger-changes"), &table).await.json();
    let wanted: Vec<Value> = found["rows"].as_array().unwrap().iter().map(|r| r["row"].clone()).collect();
    let id = found["id"].as_str().unwrap();
    liaison.post(&format!("/ledger-changes/{id}/confirmation"), &json!({"rows": wanted})).await;
    let unit = liaison.get("/units").await.json()["items"][0]["id"].clone();
    let (leader, owner) = (id_of(&liaison, "leader").await, id_of(&liaison, "owner").await);
    let keys: Vec<String> = (1..=FINDINGS).map(|n| format!("{inspection}-{n:03}")).collect();
    for key in &keys {
        let body = json!({"version": 1, "unit_id": unit, "leader_id": leader, "owner_id": owner});
        assert!(liaison.patch(&format!("/findings/{key}"), &body).await.status.is_success());
        let measure = json!({"text": "修订采购管理办法", "due": "2027-03-15"});
        assert!(liaison.post(&format!("/findings/{key}/measures"), &measure).await.status.is_success());
    }
    people.push(("管理员".to_owned(), liaison));
    (app, people, keys)
}

/// One person at work.
async fn work(name: String, client: Client, keys: Vec<String>, mut dice: Dice, requests: u32) -> Vec<Acknowledged> {
    let mut done = Vec::new();
    let all = keys.len() as u64;
    for n in 0..requests {
        let finding = keys[dice.roll(all) as usize].clone();
        let path = format!("/findings/{finding}");
        let mut now = client.get(&path).await.json();
        let choice = dice.roll(8);
        if choice > 2 && name == "管理员" {
            finish_measures(&client, &now).await;
            now = client.get(&path).await.json();
        }
        let version = now["version"].as_i64().unwrap();
        let text = format!("由{name}写的第{n}句");
        match choice {
            0 => {
                let body = json!({"version": version, "target": text});
                let answer = client.patch(&path, &body).await;
                note(&mut done, &answer, &finding, Some(version), What::Target(text));
            }
            1 => {
                let answer = client.post(&format!("/findings/{finding}/measures"), &json!({"text": text})).await;
                note(&mut done, &answer, &finding, None, What::Text(text));
            }
            2 => {
                let path = format!("/findings/{finding}/evidence");
                let answer = client.upload(&path, &format!("{text}.txt"), text.as_bytes()).await;
                note(&mut done, &answer, &finding, None, What::Text(text));
            }
            _ => {
                let offers = now["closed_loop"]["offers"].as_array().unwrap();
                let open: Vec<&Value> = offers.iter().filter(|o| o["refusal"].is_null()).collect();
                let Some(offer) = open.get(dice.roll(open.len().max(1) as u64) as usize) else { continue };
                let action = offer["action"].as_str().unwrap().to_owned();
                let mut body = answers();
                body["version"] = json!(version);
                body["action"] = json!(action);
                body["until"] = json!("2027-05-30");
                let answer = client.post(&format!("/findings/{finding}/actions"), &body).await;
                note(&mut done, &answer, &finding, Some(version), What::Action { action, by: name.clone() });
            }
        }
    }
    done
}

/// So that some findings get as far as their closing.
async fn finish_measures(client: &Client, now: &Value) {
    for measure in now["measures"].as_array().unwrap() {
        let path = format!("/measures/{}", measure["key"].as_str().unwrap());
        if measure["completion"] != "done" {
            client.patch(&path, &json!({"version": measure["version"], "completion": "done"})).await;
        }
    }
}

fn note(done: &mut Vec<Acknowledged>, answer: &Answer, finding: &str, version: Option<i64>, what: What) {
    assert!(answer.status.is_success() || answer.status.is_client_error(), "{answer:?}");
    if answer.status.is_success() {
        done.push(Acknowledged { finding: finding.to_owned(), version, what });
    }
}

/// What was acknowledged for one finding is what stands there.
async fn compare(client: &Client, finding: &str, done: &[Acknowledged]) {
    let now = client.get(&format!("/findings/{finding}")).await.json();
    let mut by_version = BTreeMap::new();
    for one in done.iter().filter(|d| d.finding == finding) {
        if let Some(version) = one.version {
            assert!(by_version.insert(version, &one.what).is_none(), "{finding}: version {version} won twice");
        }
    }
    let taken: Vec<(String, String)> = by_version
        .values()
        .filter_map(|what| match what {
            What::Action { action, by } => Some((action.clone(), by.clone())),
            _ => None,
        })
        .collect();
    let steps: Vec<(String, String)> = now["closed_loop"]["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| (s["action"].as_str().unwrap().to_owned(), s["actor"]["name"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!(steps, taken, "{finding}: the steps are the acknowledged actions in the order of their versions");
    let last_target = by_version.values().rev().find_map(|what| match what {
        What::Target(text) => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(now["target"].as_str(), last_target, "{finding}: the last acknowledged target stands");
    two_pairs_of_eyes(&steps);
}

/// Who submitted, who reviewed first and who reviewed second are three people, each time.
fn two_pairs_of_eyes(steps: &[(String, String)]) {
    let mut people: Vec<&str> = Vec::new();
    for (action, by) in steps {
        match action.as_str() {
            "submit" => people = vec![by],
            "pass_first" | "pass_second" => people.push(by),
            _ => {}
        }
        assert_eq!(people.iter().collect::<HashSet<_>>().len(), people.len(), "{steps:?}");
    }
}

async fn run(seed: u64, requests: u32) -> usize {
    let (app, people, keys) = office().await;
    let mut set = JoinSet::new();
    for (at, (name, client)) in people.iter().enumerate() {
        let dice = Dice(seed.wrapping_mul(31).wrapping_add(at as u64 + 1));
        set.spawn(work(name.clone(), client.clone(), keys.clone(), dice, requests));
    }
    let done: Vec<Acknowledged> = set.join_all().await.into_iter().flatten().collect();
    let (_, reader) = people.last().unwrap();
    for key in &keys {
        compare(reader, key, &done).await;
    }
    for one in &done {
        if let What::Text(text) = &one.what {
            assert_eq!(app.database.search_all_text(text).await.unwrap(), 2, "seed {seed}: {text}");
        }
    }
    assert!(app.database.verify(&[]).await.unwrap().is_sound(), "seed {seed}");
    assert!(app.database.doctor(&app.files).await.unwrap().is_empty(), "seed {seed}");
    done.len()
}

/// HISTORIES=100 runs as many; a few in the ordinary run.
#[tokio::test(flavor = "multi_thread")]
async fn random_histories_lose_nothing_that_was_acknowledged() {
    #[expect(clippy::disallowed_methods, reason = "the long run is asked for from outside")]
    let histories: u64 = std::env::var("HISTORIES").ok().and_then(|n| n.parse().ok()).unwrap_or(3);
    let mut total = 0;
    for seed in 0..histories {
        total += run(seed, 60).await;
    }
    assert!(total as u64 > histories * 40, "only {total} writes were acknowledged");
    eprintln!("{histories} histories, {total} acknowledged writes");
}
