//! What a person said of a column holds for the next workbook with that column.

use super::FEEDBACK;
use serde_json::{Value, json};
use test_support::{Client, TestApp};

async fn upload(client: &Client, key: &str, name: &str, bytes: &[u8]) -> Value {
    client.upload(&format!("/inspections/{key}/drafts"), name, bytes).await.json()
}

fn field<'a>(draft: &'a Value, header: &str) -> &'a Value {
    let columns = draft["mapping"]["columns"].as_array().unwrap();
    &columns.iter().find(|c| c["header"] == header).unwrap()["field"]
}

async fn read_as(client: &Client, draft: &Value, wanted: [(&str, Option<&str>); 2], remember: bool) {
    let columns: Vec<Value> = draft["mapping"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| {
            let wish = wanted.iter().find(|(header, _)| column["header"] == *header);
            json!({"index": column["index"], "field": wish.map_or(column["field"].clone(), |(_, field)| json!(field))})
        })
        .collect();
    let body = json!({"version": draft["version"], "columns": columns, "remember": remember});
    let path = format!("/drafts/{}/mapping", draft["id"].as_str().unwrap());
    let answer = client.send("PUT", &path, "application/json", body.to_string().into_bytes()).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_column_given_a_meaning_or_left_out_stays_so() {
    let app = TestApp::empty().await;
    let client = app.administrator().await;
    let key = client.inspection().await;
    let feedback = upload(&client, &key, "反馈.txt", FEEDBACK.as_bytes()).await;
    let path = format!("/drafts/{}/confirmation", feedback["id"].as_str().unwrap());
    client.post(&path, &json!({"version": 1, "skip_open": true})).await;
    let workbook = client.get(&format!("/inspections/{key}/ledger.xlsx")).await.bytes;
    let next = async || upload(&client, &key, "台账.xlsx", &workbook).await;

    let first = next().await;
    let own = |draft: &Value| (field(draft, "责任人").clone(), field(draft, "审核人").clone());
    assert_eq!(own(&first), (json!("owner"), json!("reviewer")));
    let open = |draft: &Value| {
        let paragraphs = draft["paragraphs"].as_array().unwrap().iter();
        let sheet = paragraphs.filter(|p| p["place"].as_str().unwrap().starts_with("整改台账!"));
        let open = sheet.filter(|p| p["sentences"].as_array().unwrap().iter().any(|s| s["state"] == "open"));
        open.map(|p| p["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(open(&first), Vec::<String>::new(), "titles, the header and row numbers are nobody's work");
    read_as(&client, &first, [("责任人", None), ("审核人", Some("effect"))], false).await;
    assert_eq!(own(&next().await), (json!("owner"), json!("reviewer")));
    read_as(&client, &next().await, [("责任人", None), ("审核人", Some("effect"))], true).await;
    assert_eq!(own(&next().await), (Value::Null, json!("effect")));
    read_as(&client, &next().await, [("责任人", Some("owner")), ("审核人", Some("reviewer"))], true).await;
    assert_eq!(own(&next().await), (json!("owner"), json!("reviewer")));
}
