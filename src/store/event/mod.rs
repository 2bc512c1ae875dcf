//! The history: events as rows, each chained to the one before.

pub(crate) mod body;
pub(crate) mod chain;
pub(crate) mod chained;
mod raw;

use rusqlite::Connection;
use serde_json::Value;

use self::body::StoredText;
use self::raw::RawEvent;
use super::case::CaseId;
use super::hash::Hash;
use super::{Reading, StoreError, Stored, hash, sql};
use crate::domain::event::{Event, Stamp, What};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    /// The latest event's number; 0 before the first.
    pub(crate) seq: u32,
    pub(crate) hash: Hash,
}

/// Events made ready to be stored.
pub(crate) struct Links {
    events: Vec<(RawEvent, Vec<StoredText>)>,
    pub(crate) head: Head,
}

/// Chains events to a case's history; an error when they do not follow its latest event, one after the other.
pub(crate) fn link(
    db: &Connection,
    reference: &str,
    mut head: Head,
    events: &[Event],
) -> Stored<Links> {
    let mut linked = Vec::with_capacity(events.len());
    for event in events {
        let beyond = || StoreError::Damaged(format!("head_seq {}", head.seq));
        let expected = head.seq.checked_add(1).ok_or_else(beyond)?;
        let found = event.seq;
        if found != expected {
            return Err(StoreError::HistoryMovedOn { expected, found });
        }
        let (kind, mut body) = body::of(&event.what)?;
        let texts = body::take_texts_out(&event.what, &mut body, |part| {
            salt_for(db, reference, event, part)
        })?;
        let mut raw = RawEvent {
            seq: event.seq,
            change: event.change,
            stamp: event.stamp.clone(),
            kind,
            body: Value::Object(body).to_string(),
            hash: head.hash,
        };
        raw.hash = chain::link(&head.hash, &raw);
        head = Head {
            seq: event.seq,
            hash: raw.hash,
        };
        linked.push((raw, texts));
    }
    Ok(Links {
        events: linked,
        head,
    })
}

/// What is hashed before a free text. A hash of a short text alone could be guessed back after the text was taken out. So
/// each text gets random bytes of its own, and they go with it. Under `--today` the same input must give the same file,
/// so there they follow from the text's place.
fn salt_for(db: &Connection, reference: &str, event: &Event, part: &str) -> Stored<Vec<u8>> {
    if !event.stamp.today_given {
        // SQLite's own generator, seeded by the system.
        return sql::one(db, "SELECT randomblob(16)", [], |row| row.get(0));
    }
    let seq = event.seq.to_string();
    let place = [
        reference.as_bytes(),
        b"\0",
        seq.as_bytes(),
        b"\0",
        part.as_bytes(),
    ];
    Ok(hash::of(&place)[..16].to_vec())
}

pub(crate) fn add(db: &Connection, case: CaseId, links: &Links) -> Stored<()> {
    for (event, texts) in &links.events {
        raw::insert(db, case, event)?;
        for text in texts {
            raw::insert_text(db, case, event.seq, text)?;
        }
    }
    Ok(())
}

impl Reading<'_> {
    /// Whether a case has just this event.
    pub(in crate::store) fn holds(&self, id: CaseId, head: Head) -> Stored<bool> {
        let same = "SELECT 1 FROM event WHERE case_id = ?1 AND seq = ?2 AND hash = ?3";
        Ok(self.db.prepare(same)?.exists((id.0, head.seq, head.hash))?)
    }

    /// A case's history, oldest first. A text that was taken out reads as
    /// [`REDACTED`](crate::domain::redacted::REDACTED). `UnreadableEvent` when it cannot be understood.
    pub fn events(&self, id: CaseId) -> Stored<Vec<Event>> {
        let texts = raw::texts_of(self.db, id)?;
        let events = raw::of_case(self.db, id)?.into_iter().map(|raw| {
            let unreadable = StoreError::UnreadableEvent {
                case: id.0,
                seq: raw.seq,
            };
            into_event(raw, &texts).ok_or(unreadable)
        });
        events.collect()
    }

    /// The newest time by the real clock at which one of the cases opened last was last changed: what a look at a few
    /// rows tells.
    pub fn newest_recorded(&self) -> Stored<Option<String>> {
        let newest = "SELECT max(at) FROM (
            SELECT e.at FROM cases c JOIN event e ON e.case_id = c.id AND e.seq = c.head_seq
            WHERE e.today_given = 0 ORDER BY c.id DESC LIMIT 50)";
        sql::one(self.db, newest, [], |row| row.get(0))
    }
}

fn into_event(raw: RawEvent, texts: &raw::Texts) -> Option<Event> {
    let Value::Object(mut body) = serde_json::from_str(&raw.body).ok()? else {
        return None;
    };
    body::put_texts_back(&mut body, |part| texts.content(raw.seq, part))?;
    let what: What = body::into_what(&raw.kind, body)?;
    let stamp: Stamp = raw.stamp;
    Some(Event {
        seq: raw.seq,
        change: raw.change,
        stamp,
        what,
    })
}

/// Checks a case's whole chain, and that every text is the one its event names; says where it first fails.
pub(crate) fn verify(
    db: &Connection,
    case: CaseId,
    reference: &str,
    head: Head,
) -> Stored<Result<(), chain::Fault>> {
    let texts = raw::texts_of(db, case)?;
    let events = raw::of_case(db, case)?;
    Ok(chain::check(reference, head, &events, &texts))
}
