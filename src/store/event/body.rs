//! An event's content as JSON, and its free texts taken out of it and put back.
//!
//! An event holds `{"text": HASH}` in place of a free text, which lies in a table of its own: so a text can later
//! be taken out of the file while the chain of hashes stays whole.

use serde_json::{Map, Value, json};

use crate::domain::event::What;
use crate::domain::redacted::REDACTED;
use crate::domain::term::Term;
use crate::store::StoreError;
use crate::store::hash;

/// The keys that hold free texts or names, by the event's kind.
const TEXTS: &[(&str, &[&str])] = &[
    ("answered", &["value"]),
    ("role-held", &["by"]),
    ("item-skipped", &["reason"]),
    ("item-done", &["despite", "decided_by"]),
    ("done", &["despite", "decided_by"]),
    ("day-known", &["despite", "decided_by"]),
    ("skipped", &["reason"]),
    ("extended", &["reason", "decided_by"]),
    ("noted", &["text"]),
    ("closed", &["reason"]),
    ("reopened", &["reason"]),
    ("exported", &["file"]),
    ("redacted", &["reason"]),
];

/// The key that names an event's kind in the domain's own JSON.
const KIND: &str = "event";
/// The key under which an event holds a text's hash.
const TEXT: &str = "text";

/// A free text on its way into its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredText {
    /// The body's key.
    pub(crate) part: String,
    /// What is hashed before it, and the text; `None` when it was taken out.
    pub(crate) salted: Option<Salted>,
}

/// A text and what is hashed before it.
pub(crate) type Salted = (Vec<u8>, String);

/// What has become of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// It stands.
    Stands(String),
    /// It was taken out.
    TakenOut,
}

/// An event's kind and body.
pub(crate) fn of(what: &What) -> Result<(String, Map<String, Value>), StoreError> {
    let not_json = |error: serde_json::Error| StoreError::Other(error.to_string());
    let Value::Object(mut body) = serde_json::to_value(what).map_err(not_json)? else {
        return Err(StoreError::Other("an event is an object".to_owned()));
    };
    match body.remove(KIND) {
        Some(Value::String(kind)) => Ok((kind, body)),
        _ => Err(StoreError::Other("an event has a kind".to_owned())),
    }
}

/// The event of that kind and body.
pub(crate) fn into_what(kind: &str, mut body: Map<String, Value>) -> Option<What> {
    body.insert(KIND.to_owned(), kind.into());
    serde_json::from_value(Value::Object(body)).ok()
}

/// Takes the free texts out of a body and leaves their hashes.
pub(crate) fn take_texts_out(
    kind: &str,
    body: &mut Map<String, Value>,
    mut salt_for: impl FnMut(&'static str) -> Result<Vec<u8>, StoreError>,
) -> Result<Vec<StoredText>, StoreError> {
    let mut texts = Vec::new();
    for &part in parts_of(kind) {
        let Some(Value::String(content)) = body.get(part) else {
            continue;
        };
        if part == "value" && says_nothing_of_a_person(content) {
            continue;
        }
        let (salt, content) = (salt_for(part)?, content.clone());
        let named = json!({ TEXT: hash_of(&salt, &content) });
        body.insert(part.to_owned(), named);
        texts.push(StoredText {
            part: part.to_owned(),
            salted: Some((salt, content)),
        });
    }
    Ok(texts)
}

/// Puts the free texts back; `None` when one is not to be found.
pub(crate) fn put_texts_back(
    kind: &str,
    body: &mut Map<String, Value>,
    mut find: impl FnMut(&str) -> Option<Content>,
) -> Option<()> {
    for &part in parts_of(kind) {
        if !matches!(body.get(part), Some(Value::Object(_))) {
            continue;
        }
        let content = match find(part)? {
            Content::Stands(content) => content,
            Content::TakenOut => REDACTED.to_owned(),
        };
        body.insert(part.to_owned(), content.into());
    }
    Some(())
}

/// The texts a stored body names: their keys and hashes.
pub(crate) fn texts_named(body: &str) -> Vec<(String, String)> {
    let Ok(Value::Object(body)) = serde_json::from_str(body) else {
        return Vec::new();
    };
    body.into_iter()
        .filter_map(|(part, value)| Some((part, value.get(TEXT)?.as_str()?.to_owned())))
        .collect()
}

/// The hash of a text that an event holds.
pub(crate) fn hash_of(salt: &[u8], content: &str) -> String {
    hash::hexadecimal(&hash::of(&[salt, content.as_bytes()]))
}

fn parts_of(kind: &str) -> &'static [&'static str] {
    TEXTS
        .iter()
        .find(|(of_kind, _)| *of_kind == kind)
        .map_or(&[], |(_, parts)| parts)
}

/// A yes or no, a date, a number or a term cannot hold what would have to be taken out again.
fn says_nothing_of_a_person(answer: &str) -> bool {
    matches!(answer, "yes" | "no")
        || answer.parse::<chrono::NaiveDate>().is_ok()
        || (answer.len() < 8 && answer.parse::<f64>().is_ok())
        || Term::parse(answer).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_out_and_come_back() {
        let what = What::Extended {
            step: "7".into(),
            round: 1,
            to: "2026-12-01".parse().unwrap(),
            reason: "skolan bad om det".to_owned(),
            decided_by: "enhetschefen".to_owned(),
        };
        let (kind, mut body) = of(&what).unwrap();
        let texts = take_texts_out(&kind, &mut body, |part| Ok(part.into())).unwrap();
        let stored = Value::Object(body.clone()).to_string();
        assert!(!stored.contains("skolan") && !stored.contains("enhetschefen"));
        assert_eq!(texts_named(&stored).len(), 2);

        let found = |part: &str| {
            let text = texts.iter().find(|text| text.part == part)?;
            Some(Content::Stands(text.salted.clone()?.1))
        };
        put_texts_back(&kind, &mut body, found).unwrap();
        assert_eq!(into_what(&kind, body), Some(what));
    }

    #[test]
    fn a_text_taken_out_reads_as_such_and_one_that_is_gone_is_a_fault() {
        let what = What::Noted {
            step: None,
            text: "x".to_owned(),
        };
        let (kind, mut body) = of(&what).unwrap();
        take_texts_out(&kind, &mut body, |_| Ok(Vec::new())).unwrap();
        assert_eq!(put_texts_back(&kind, &mut body.clone(), |_| None), None);
        put_texts_back(&kind, &mut body, |_| Some(Content::TakenOut)).unwrap();
        let text = REDACTED.to_owned();
        assert_eq!(
            into_what(&kind, body),
            Some(What::Noted { step: None, text })
        );
    }

    #[test]
    fn plain_answers_stay_in_the_event() {
        for (answer, stays) in [
            ("yes", true),
            ("2026-03-01", true),
            ("3 weeks", true),
            ("12.5", true),
            ("200101012384", false),
            ("ja", false),
            ("vet inte", false),
            ("familjehemmet på Storgatan", false),
            ("", false),
        ] {
            assert_eq!(says_nothing_of_a_person(answer), stays, "{answer}");
        }
    }
}
