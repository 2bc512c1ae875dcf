//! A case's history as JSON.

use serde::{
    Serialize, Serializer,
    ser::{Error, SerializeMap},
};

use crate::domain::{event::Event, texts::REDACTED};

/// One event: `seq at who change event`, then the event's own fields, then what has become of it. A text that was taken
/// out is null, and its field is named in `redacted`.
#[derive(Debug, Clone, Copy)]
pub struct LogJson<'a> {
    pub event: &'a Event,
    /// The event that took its change back.
    pub taken_back_by: Option<u32>,
}

/// The fields every event has, in the order they are written.
const FIRST: [&str; 7] = ["seq", "at", "day", "today_given", "who", "change", "event"];

impl Serialize for LogJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = serde_json::to_value(self.event).map_err(S::Error::custom)?;
        let fields = fields.as_object().cloned().unwrap_or_default();
        let own = fields.keys().map(String::as_str);
        let own = own.filter(|name| !FIRST.contains(name));
        let mut map = serializer.serialize_map(None)?;
        for name in FIRST.into_iter().chain(own) {
            if let Some(value) = fields.get(name) {
                map.serialize_entry(name, &Some(value).filter(|value| *value != REDACTED))?;
            }
        }
        map.serialize_entry("taken_back_by", &self.taken_back_by)?;
        let redacted = fields.iter().filter(|(_, value)| *value == REDACTED);
        let redacted: Vec<_> = redacted.map(|(name, _)| name).collect();
        map.serialize_entry("redacted", &redacted)?;
        map.end()
    }
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
        let event = LogJson {
            event: &event,
            taken_back_by: Some(9),
        };
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(
            json,
            r#"{"seq":7,"at":"2026-11-21T08:00:00Z","day":"2026-11-21","who":"test","change":3,"event":"reopened","reason":null,"taken_back_by":9,"redacted":["reason"]}"#
        );
    }
}
