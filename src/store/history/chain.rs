//! The chain of hashes over a case's history, which shows an event that was altered, left out or put in.

use std::collections::BTreeMap;

use serde_json::Value;

use super::body;
use crate::domain::case::BrokenHistory;
use crate::domain::chained::{ChainEnd, ChainedEvent};
use crate::store::hash::{self, from_hexadecimal, hexadecimal};

/// Where a history first fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryFault {
    pub seq: u32,
    pub kind: FaultKind,
}

impl From<BrokenHistory> for HistoryFault {
    fn from(BrokenHistory(seq): BrokenHistory) -> Self {
        let kind = FaultKind::OutOfOrder;
        Self { seq, kind }
    }
}

messages! {
    /// How a history fails.
    #[derive(Copy)]
    pub enum FaultKind {
        Missing => "doctor-event-missing",
        Altered => "doctor-event-altered",
        /// A text is not the one the event names.
        TextAltered => "doctor-event-text-altered",
        /// A text is gone, and no later event says that it was taken out.
        TextGone => "doctor-event-text-gone",
        /// A later event says that the event's texts were taken out, and they were not.
        TextStands => "doctor-event-text-stands",
        /// The history does not end where the case says.
        EndsElsewhere => "doctor-event-added",
        /// It is as it was recorded, and says something that this program does not understand.
        Unreadable => "doctor-event-unreadable",
        /// It does not follow from those before it.
        OutOfOrder => "doctor-event-out-of-order",
    }
}

/// What the first event is chained to: the case's name, so that no history passes for another case's.
pub(crate) fn start(reference: &str) -> ChainEnd {
    let hash = hash::of(&[b"sisam case history 1\0", reference.as_bytes()]);
    ChainEnd {
        seq: 0,
        hash: hexadecimal(&hash),
    }
}

/// An event's hash, over the hash before it and all that it holds.
pub(crate) fn link(before: &str, event: &ChainedEvent) -> String {
    // A JSON array: its quotes and commas keep neighbouring values apart.
    let content = serde_json::json!([
        event.seq,
        event.change,
        event.at,
        event.day.to_string(),
        event.today_given,
        event.who,
        event.kind,
        event.body,
    ]);
    let before = from_hexadecimal(before).unwrap_or_default();
    hexadecimal(&hash::of(&[&before, content.to_string().as_bytes()]))
}

/// The event whose texts an event says were taken out, and that event itself.
fn takes_out(event: &ChainedEvent) -> Option<(u32, u32)> {
    let body: Value = serde_json::from_str(&event.body).ok()?;
    let redacts = body.get("redacts").filter(|_| event.kind == "redacted")?;
    Some((u32::try_from(redacts.as_u64()?).ok()?, event.seq))
}

/// Where a history first fails, if it does.
pub(crate) fn fault_in(
    reference: &str,
    head: &ChainEnd,
    events: &[ChainedEvent],
) -> Option<HistoryFault> {
    let taken_out: BTreeMap<u32, u32> = events.iter().filter_map(takes_out).collect();
    let mut end = start(reference);
    for event in events {
        let seq = end.seq + 1;
        let mut gone = event.texts.iter().map(|text| text.content.is_none());
        // All of them go, and are there to go.
        let is_said = taken_out.get(&seq).is_some_and(|said| *said > seq);
        let kind = if event.seq != seq {
            FaultKind::Missing
        } else if event.hash != link(&end.hash, event) {
            FaultKind::Altered
        } else if !body::agrees_with(&event.body, &event.texts) {
            FaultKind::TextAltered
        } else if is_said && (event.texts.is_empty() || !gone.all(|gone| gone)) {
            FaultKind::TextStands
        } else if !is_said && gone.any(|gone| gone) {
            FaultKind::TextGone
        } else {
            end = ChainEnd {
                seq,
                hash: event.hash.clone(),
            };
            continue;
        };
        return Some(HistoryFault { seq, kind });
    }
    let (seq, kind) = match end.seq < head.seq {
        true => (end.seq + 1, FaultKind::Missing),
        false => (end.seq, FaultKind::EndsElsewhere),
    };
    (end != *head).then_some(HistoryFault { seq, kind })
}
