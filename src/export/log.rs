//! A case's history as JSON.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::domain::event::Event;
use crate::domain::redacted::REDACTED;

/// One event: `seq at who change event`, then the event's own fields, then what has become of it.
#[derive(Debug, Clone)]
pub struct LogJson {
    fields: Map<String, Value>,
    taken_back_by: Option<u32>,
    redacted: Vec<String>,
}

/// The fields every event has, in the order they are written.
const FIRST: [&str; 7] = ["seq", "at", "day", "today_given", "who", "change", "event"];

impl LogJson {
    /// The JSON of an event. `taken_back_by` is the event that took its change back. A text that was taken out is null,
    /// and its field is named in `redacted`.
    pub fn new(event: &Event, taken_back_by: Option<u32>) -> serde_json::Result<Self> {
        let mut fields = match serde_json::to_value(event)? {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        let mut redacted = Vec::new();
        for (name, value) in &mut fields {
            if value == REDACTED {
                *value = Value::Null;
                redacted.push(name.clone());
            }
        }
        Ok(Self {
            fields,
            taken_back_by,
            redacted,
        })
    }
}

impl Serialize for LogJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for name in FIRST {
            if let Some(value) = self.fields.get(name) {
                map.serialize_entry(name, value)?;
            }
        }
        let own = self
            .fields
            .iter()
            .filter(|(name, _)| !FIRST.contains(&name.as_str()));
        for (name, value) in own {
            map.serialize_entry(name, value)?;
        }
        map.serialize_entry("taken_back_by", &self.taken_back_by)?;
        map.serialize_entry("redacted", &self.redacted)?;
        map.end()
    }
}

/// A stored text; nothing when it was taken out.
pub(super) fn unless_redacted(text: &str) -> Option<String> {
    (text != REDACTED).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Stamp, What};

    #[test]
    fn a_text_taken_out_is_null_and_named() {
        let event = Event {
            seq: 7,
            change: 3,
            stamp: Stamp {
                at: "2026-11-21T08:00:00Z".to_owned(),
                day: "2026-11-21".parse().unwrap(),
                today_given: false,
                who: "test".to_owned(),
            },
            what: What::Reopened {
                reason: REDACTED.to_owned(),
            },
        };
        let json = serde_json::to_string(&LogJson::new(&event, Some(9)).unwrap()).unwrap();
        assert_eq!(
            json,
            r#"{"seq":7,"at":"2026-11-21T08:00:00Z","day":"2026-11-21","who":"test","change":3,"event":"reopened","reason":null,"taken_back_by":9,"redacted":["reason"]}"#
        );
    }
}
