//! The chain of hashes over a case's history, which shows an event that was altered, left out or put in.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Head;
use super::raw::{RawEvent, Texts};
use crate::store::hash::{self, Hash};

/// Where a history first fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub seq: u32,
    pub kind: FaultKind,
}

/// How a history fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    Missing,
    Altered,
    /// A text is not the one the event names.
    TextAltered,
    /// A text is gone, and no later event says that it was taken out.
    TextGone,
    /// A later event says that the event's texts were taken out, and they were not.
    TextStands,
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

/// The event whose texts an event says were taken out, and that event itself.
fn takes_out(event: &RawEvent) -> Option<(u32, u32)> {
    let body: Value = serde_json::from_str(&event.body).ok()?;
    let redacts = body.get("redacts").filter(|_| event.kind == "redacted")?;
    Some((u32::try_from(redacts.as_u64()?).ok()?, event.seq))
}

pub(crate) fn check(
    reference: &str,
    head: Head,
    events: &[RawEvent],
    texts: &Texts,
) -> Result<(), Fault> {
    let taken_out: BTreeMap<u32, u32> = events.iter().filter_map(takes_out).collect();
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
        if !texts.agree_with(event) {
            return fault(FaultKind::TextAltered);
        }
        let is_said = taken_out.get(&seq).is_some_and(|said| *said > seq);
        match texts.some_gone(event) {
            true if !is_said => return fault(FaultKind::TextGone),
            // All of them go, and are there to go.
            _ if is_said && !texts.all_gone(event) => return fault(FaultKind::TextStands),
            _ => {}
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
