//! The chain of hashes over a case's history, which shows an event that was altered, left out or put in.

use super::Head;
use super::raw::RawEvent;
use crate::store::hash::{self, Hash};

/// Where a history first fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The event's number.
    pub seq: u32,
    /// How.
    pub kind: FaultKind,
}

/// How a history fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// An event is missing here.
    Missing,
    /// The event is not the one that was recorded.
    Altered,
    /// A text is not the one the event names, or is gone without having been taken out.
    TextAltered,
    /// The history does not end where the case says.
    EndsElsewhere,
}

/// What the first event is chained to: the case's name, so that no history passes for another case's.
pub(crate) fn start(reference: &str) -> Head {
    Head {
        seq: 0,
        hash: hash::of(&[b"sisam case history 1\0", reference.as_bytes()]),
    }
}

/// An event's hash, over the hash before it and all that it holds.
pub(crate) fn link(before: &Hash, event: &RawEvent) -> Hash {
    // A JSON array: its quotes and commas keep neighbouring values apart.
    let content = serde_json::json!([
        event.seq,
        event.change,
        event.stamp.at,
        event.stamp.day.to_string(),
        event.stamp.today_given,
        event.stamp.who,
        event.kind,
        event.body,
    ]);
    hash::of(&[before, content.to_string().as_bytes()])
}

pub(crate) fn check(
    reference: &str,
    head: Head,
    events: &[RawEvent],
    texts_agree: impl Fn(&RawEvent) -> bool,
) -> Result<(), Fault> {
    let mut end = start(reference);
    for event in events {
        let seq = end.seq + 1;
        let fault = |kind| Err(Fault { seq, kind });
        if event.seq != seq {
            return fault(FaultKind::Missing);
        }
        if event.hash != link(&end.hash, event) {
            return fault(FaultKind::Altered);
        }
        if !texts_agree(event) {
            return fault(FaultKind::TextAltered);
        }
        end = Head {
            seq,
            hash: event.hash,
        };
    }
    if end == head {
        return Ok(());
    }
    let (seq, kind) = if end.seq < head.seq {
        (end.seq + 1, FaultKind::Missing)
    } else {
        (end.seq, FaultKind::EndsElsewhere)
    };
    Err(Fault { seq, kind })
}
