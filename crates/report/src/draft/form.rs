//! The form of a document as stored text. Documents of before there were forms are plain ones.

use document::Official;
use document::form::{Corner, Family, Form, Imprint, Letter, Minutes, Order, Printed, RedHead, Seal, Urgency};
use serde_json::{Map, Value, json};

/// Adds what differs from a plain document.
pub(super) fn put(official: &Official, to: &mut Value) {
    if official.form != Form::Plain {
        to["form"] = form(&official.form);
    }
    if official.family != Family::default() {
        to["family"] = json!(official.family.name());
    }
    if official.seal != Seal::default() {
        to["seal"] = json!(official.seal.name());
    }
}

/// Reads what [`put`] adds; what is not there is that of a plain document.
pub(super) fn read(json: &Value) -> Option<(Form, Family, Seal)> {
    let family = named(&json["family"], Family::from_name)?;
    let seal = named(&json["seal"], Seal::from_name)?;
    let form = match &json["form"] {
        Value::Null => Form::Plain,
        other => read_form(other)?,
    };
    Some((form, family, seal))
}

fn named<T: Default>(json: &Value, from: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    match json {
        Value::Null => Some(T::default()),
        other => from(other.as_str()?),
    }
}

fn form(form: &Form) -> Value {
    match form {
        Form::Plain => Value::Null,
        Form::RedHead(head) => json!({
            "name": "red_head", "organs": head.organs, "suffix": head.suffix, "corner": corner(&head.corner),
            "number": head.number, "signers": head.signers, "imprint": imprint(&head.imprint),
        }),
        Form::Letter(letter) => json!({
            "name": "letter", "organ": letter.organ, "corner": corner(&letter.corner), "number": letter.number,
            "copies": letter.copies,
        }),
        Form::Minutes(minutes) => json!({
            "name": "minutes", "mark": minutes.mark, "number": minutes.number, "imprint": imprint(&minutes.imprint),
        }),
        Form::Order(order) => json!({
            "name": "order", "mark": order.mark, "number": order.number, "imprint": imprint(&order.imprint),
        }),
    }
}

fn corner(corner: &Corner) -> Value {
    json!({"copy": corner.copy, "urgency": corner.urgency.map(Urgency::word)})
}

fn imprint(imprint: &Imprint) -> Value {
    let printed = imprint.printed.as_ref().map(|printed| json!({"by": printed.by, "on": printed.on}));
    json!({"addressees": imprint.addressees, "copies": imprint.copies, "printed": printed})
}

fn read_form(json: &Value) -> Option<Form> {
    let fields = json.as_object()?;
    let text = |name: &str| text(fields, name);
    Some(match json["name"].as_str()? {
        "red_head" => Form::RedHead(RedHead {
            organs: texts(&json["organs"])?,
            suffix: text("suffix")?,
            corner: read_corner(&json["corner"])?,
            number: text("number")?,
            signers: texts(&json["signers"])?,
            imprint: read_imprint(&json["imprint"])?,
        }),
        "letter" => Form::Letter(Letter {
            organ: text("organ")?,
            corner: read_corner(&json["corner"])?,
            number: text("number")?,
            copies: optional(&json["copies"])?,
        }),
        "minutes" => Form::Minutes(Minutes {
            mark: text("mark")?,
            number: text("number")?,
            imprint: read_imprint(&json["imprint"])?,
        }),
        "order" => Form::Order(Order {
            mark: text("mark")?,
            number: text("number")?,
            imprint: read_imprint(&json["imprint"])?,
        }),
        _ => return None,
    })
}

fn read_corner(json: &Value) -> Option<Corner> {
    let urgency = match &json["urgency"] {
        Value::Null => None,
        word => Some(Urgency::from_word(word.as_str()?)?),
    };
    Some(Corner { copy: optional(&json["copy"])?, urgency })
}

fn read_imprint(json: &Value) -> Option<Imprint> {
    let printed = match &json["printed"] {
        Value::Null => None,
        printed => {
            let fields = printed.as_object()?;
            Some(Printed { by: text(fields, "by")?, on: text(fields, "on")? })
        }
    };
    Some(Imprint { addressees: optional(&json["addressees"])?, copies: optional(&json["copies"])?, printed })
}

fn text(fields: &Map<String, Value>, name: &str) -> Option<String> {
    Some(fields.get(name)?.as_str()?.to_owned())
}

/// `Some(None)`: it is not there, which is no mistake.
fn optional(json: &Value) -> Option<Option<String>> {
    match json {
        Value::Null => Some(None),
        text => Some(Some(text.as_str()?.to_owned())),
    }
}

fn texts(json: &Value) -> Option<Vec<String>> {
    json.as_array()?.iter().map(|one| Some(one.as_str()?.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use crate::draft::{from_text, to_text};
    use document::Official;
    use document::form::{Corner, Family, Form, Imprint, Letter, Minutes, Order, Printed, RedHead, Seal, Urgency};

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn every_form_is_read_as_it_is_written() {
        let imprint = Imprint {
            addressees: Some("县委巡察办".to_owned()),
            copies: Some("县纪委监委".to_owned()),
            printed: Some(Printed { by: "县水务局办公室".to_owned(), on: "2026年6月30日".to_owned() }),
        };
        let corner = Corner { copy: Some("000001".to_owned()), urgency: Some(Urgency::Quick) };
        let text = |text: &str| text.to_owned();
        let forms = [
            Form::Plain,
            Form::RedHead(RedHead {
                organs: words(&["县水务局", "县财政局"]),
                suffix: text("文件"),
                corner: corner.clone(),
                number: text("云水发〔2026〕5号"),
                signers: words(&["张某", "李某"]),
                imprint: imprint.clone(),
            }),
            Form::RedHead(RedHead::default()),
            Form::Letter(Letter {
                organ: text("县水务局"), corner, number: text("1号"), copies: Some(text("甲"))
            }),
            Form::Minutes(Minutes { mark: text("会议纪要"), number: text("第1期"), imprint: imprint.clone() }),
            Form::Order(Order { mark: text("县人民政府令"), number: text("第1号"), imprint }),
        ];
        for form in forms {
            for (family, seal) in [(Family::A, Seal::None), (Family::B, Seal::Room), (Family::A, Seal::Frame)] {
                let official = Official { form: form.clone(), family, seal, ..Official::default() };
                assert_eq!(from_text(&to_text(&official)).unwrap(), official);
            }
        }
    }

    #[test]
    fn a_draft_of_before_there_were_forms_is_a_plain_one_and_a_broken_form_is_told() {
        let old = r#"{"blocks":[],"properties":{}}"#;
        assert_eq!(from_text(old).unwrap(), Official::default());
        assert_eq!(to_text(&Official::default()), old);
        for broken in [r#""form":{"name":"x"}"#, r#""family":"C""#, r#""seal":1"#, r#""form":{"name":"letter"}"#] {
            assert!(from_text(&format!(r#"{{"blocks":[],"properties":{{}},{broken}}}"#)).is_err(), "{broken}");
        }
    }
}
