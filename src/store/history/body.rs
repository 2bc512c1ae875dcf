//! An event's content as JSON, and its free texts taken out of it and put back.
//!
//! An event holds `{"text": HASH}` in place of a free text, which lies in a table of its own: so a text can later
//! be taken out of the file while the chain of hashes stays whole.

use serde_json::{Map, Value, json};

use crate::domain::chained::KeptText;
use crate::domain::event::What;
use crate::domain::term::Term;
use crate::domain::texts::REDACTED;
use crate::domain::texts::TextPlace;
use crate::store::{StoreError, Stored, hash};

/// The key that names an event's kind in the domain's own JSON.
const KIND: &str = "event";
/// The key under which an event holds a text's hash.
const TEXT: &str = "text";

pub(crate) fn of(what: &What) -> Stored<(String, Map<String, Value>)> {
    let not_json = |error: serde_json::Error| StoreError::Other(error.to_string());
    let Value::Object(mut body) = serde_json::to_value(what).map_err(not_json)? else {
        return Err(StoreError::Other("an event is an object".to_owned()));
    };
    match body.remove(KIND) {
        Some(Value::String(kind)) => Ok((kind, body)),
        _ => Err(StoreError::Other("an event has a kind".to_owned())),
    }
}

pub(crate) fn into_what(kind: &str, mut body: Map<String, Value>) -> Option<What> {
    body.insert(KIND.to_owned(), kind.into());
    serde_json::from_value(Value::Object(body)).ok()
}

/// Takes the free texts out of a body and leaves their hashes.
pub(crate) fn take_texts_out(
    what: &What,
    body: &mut Map<String, Value>,
    mut salt_for: impl FnMut(&str) -> Stored<String>,
) -> Stored<Vec<KeptText>> {
    let texts = what.texts().into_iter();
    let mut take_out = |part: &str, content: &str| {
        let salt = salt_for(part)?;
        let no_bytes = || StoreError::Other("a salt is bytes".to_owned());
        let hash = hash_of(&salt, content).ok_or_else(no_bytes)?;
        body.insert(part.to_owned(), json!({ TEXT: hash }));
        Ok(KeptText {
            part: part.to_owned(),
            salt: Some(salt),
            content: Some(content.to_owned()),
        })
    };
    texts
        .map(|(_, part, content)| take_out(part, content))
        .collect()
}

/// Puts the free texts back; `None` when one is not to be found.
pub(crate) fn put_texts_back(body: &mut Map<String, Value>, texts: &[KeptText]) -> Option<()> {
    for (part, value) in body {
        if hash_named(value).is_some() {
            let text = texts.iter().find(|text| text.part == *part)?;
            *value = text.content.as_deref().unwrap_or(REDACTED).into();
        }
    }
    Some(())
}

/// Whether the texts beside a body are those that it names, each once, as they were or taken out.
pub(crate) fn agrees_with(body: &str, texts: &[KeptText]) -> bool {
    let named = texts_named(body);
    let is_it = |text: &KeptText, hash: &str| match (&text.salt, &text.content) {
        (Some(salt), Some(content)) => {
            hash_of(salt, content).is_some_and(|of_text| of_text == hash)
        }
        (None, None) => true,
        _ => false,
    };
    named.len() == texts.len()
        && named.iter().all(|(part, hash)| {
            let mut texts = texts.iter();
            texts.any(|text| text.part == *part && is_it(text, hash))
        })
}

/// Whether every free text of an event lies beside its body, and nothing else does. Answers that say nothing of a
/// person stood in the body once.
pub(crate) fn keeps_texts_apart(what: &What, body: &str) -> bool {
    let mut beside = texts_named(body);
    what.texts().iter().all(|(place, part, content)| {
        let named = beside.iter().position(|(named, _)| named == part);
        let is_old_answer = matches!(place, TextPlace::Answer(_)) && stayed_in_the_body(content);
        named.map(|named| beside.remove(named)).is_some() || is_old_answer
    }) && beside.is_empty()
}

/// The texts a stored body names: their keys and hashes.
fn texts_named(body: &str) -> Vec<(String, String)> {
    let body: Map<String, Value> = serde_json::from_str(body).unwrap_or_default();
    body.into_iter()
        .filter_map(|(part, value)| Some((part, hash_named(&value)?.to_owned())))
        .collect()
}

/// How many every version has written.
const SALT_BYTES: usize = 16;

/// `None` when the salt is no bytes in hexadecimals, or so few that the hash of a short text could be guessed back.
fn hash_of(salt: &str, content: &str) -> Option<String> {
    let salt = hash::from_hexadecimal(salt).filter(|salt| salt.len() >= SALT_BYTES)?;
    Some(hash::hexadecimal(&hash::of(&[&salt, content.as_bytes()])))
}

fn hash_named(value: &Value) -> Option<&str> {
    value.get(TEXT)?.as_str()
}

/// Whether an answer was left in the body before all went beside it: a yes or no, a date, a short number or a term.
fn stayed_in_the_body(answer: &str) -> bool {
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
        let texts = take_texts_out(&what, &mut body, |part| {
            Ok(hash::hexadecimal(&hash::of(&[part.as_bytes()])))
        })
        .unwrap();
        let stored = Value::Object(body.clone()).to_string();
        assert!(!stored.contains("skolan") && !stored.contains("enhetschefen"));
        assert_eq!(texts_named(&stored).len(), 2);

        put_texts_back(&mut body, &texts).unwrap();
        assert_eq!(into_what(&kind, body), Some(what));
    }

    #[test]
    fn a_text_with_so_short_a_salt_that_it_could_be_guessed_agrees_with_nothing() {
        for (bytes, agrees) in [(0, false), (1, false), (15, false), (16, true), (32, true)] {
            let salt = "5a".repeat(bytes);
            let salted = [&vec![0x5a; bytes][..], b"ja"].concat();
            let hash = hash::hexadecimal(&hash::of(&[&salted]));
            let text = KeptText {
                part: "text".to_owned(),
                salt: Some(salt),
                content: Some("ja".to_owned()),
            };
            let body = serde_json::json!({ "text": { "text": hash } }).to_string();
            assert_eq!(agrees_with(&body, &[text]), agrees, "{bytes}");
        }
    }

    #[test]
    fn a_text_taken_out_reads_as_such_and_one_that_is_gone_is_a_fault() {
        let what = What::Noted {
            step: None,
            text: "x".to_owned(),
        };
        let (kind, mut body) = of(&what).unwrap();
        let mut texts = take_texts_out(&what, &mut body, |_| Ok("00".repeat(SALT_BYTES))).unwrap();
        assert_eq!(put_texts_back(&mut body.clone(), &[]), None);
        texts[0].salt = None;
        texts[0].content = None;
        put_texts_back(&mut body, &texts).unwrap();
        let text = REDACTED.to_owned();
        assert_eq!(
            into_what(&kind, body),
            Some(What::Noted { step: None, text })
        );
    }

    #[test]
    fn plain_answers_of_old_files_may_stand_in_the_event() {
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
            assert_eq!(stayed_in_the_body(answer), stays, "{answer}");
        }
    }
}
