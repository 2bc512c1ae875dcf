//! The history: events as they are kept, each chained to the one before; out of one file and into another too.

mod body;
pub(crate) mod chain;

use serde_json::{Map, Value};

pub use self::chain::{FaultKind, HistoryFault};
use super::reference::key_of;
use super::tables::Tables;
use super::{CaseId, Reading, StoreError, Stored, hash};
use crate::domain::chained::{ChainEnd, ChainedEvent, ChainedHistory};
use crate::domain::event::{Event, Stamp};
use crate::domain::ids::CaseRef;

/// A history from elsewhere whose every event and text is the one that was recorded, and understood in full.
pub struct SoundHistory {
    reference: CaseRef,
    pub(crate) chained: ChainedHistory,
    events: Vec<Event>,
}

impl SoundHistory {
    /// Checks a history of the case with that reference. The error is the first event that does not fit.
    pub fn new(reference: CaseRef, history: &ChainedHistory) -> Result<Self, HistoryFault> {
        let fault = chain::fault_in(reference.as_str(), &history.head, &history.events);
        fault.map_or(Ok(()), Err)?;
        let mut change = 1;
        let understood = history.events.iter().map(|chained| {
            let goes_on = chained.change >= change;
            change = chained.change;
            in_full(chained).filter(|_| goes_on).ok_or(HistoryFault {
                seq: chained.seq,
                kind: FaultKind::Unreadable,
            })
        });
        Ok(Self {
            events: understood.collect::<Result<_, _>>()?,
            reference,
            chained: history.clone(),
        })
    }

    /// The reference of the case it is of.
    pub fn reference(&self) -> &CaseRef {
        &self.reference
    }

    /// Oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Its events, oldest first.
    pub fn into_events(self) -> Vec<Event> {
        self.events
    }
}

/// Chains events to a case's history; an error when they do not follow its latest event, one after the other.
pub(crate) fn chain_to(
    tables: Tables<'_>,
    reference: &str,
    mut head: ChainEnd,
    events: &[Event],
) -> Stored<ChainedHistory> {
    let mut chained = Vec::with_capacity(events.len());
    for event in events {
        let beyond = || StoreError::Damaged(format!("head_seq {}", head.seq));
        let (expected, found) = (head.seq.checked_add(1).ok_or_else(beyond)?, event.seq);
        if found != expected {
            return Err(StoreError::HistoryMovedOn { expected, found });
        }
        let (kind, mut body) = body::of(&event.what)?;
        let salt_for = |part: &str| salt_for(tables, reference, event, part);
        let texts = body::take_texts_out(&event.what, &mut body, salt_for)?;
        let stamp = event.stamp.clone();
        let mut next = ChainedEvent {
            seq: event.seq,
            change: event.change,
            at: stamp.at,
            day: stamp.day,
            today_given: stamp.today_given,
            who: stamp.who,
            kind,
            body: Value::Object(body).to_string(),
            texts,
            hash: String::new(),
        };
        next.hash = chain::link(&head.hash, &next);
        head = ChainEnd {
            seq: next.seq,
            hash: next.hash.clone(),
        };
        chained.push(next);
    }
    Ok(ChainedHistory {
        events: chained,
        head,
    })
}

/// What is hashed before a free text. A hash of a short text alone could be guessed back after the text was taken out. So
/// each text gets random bytes of its own, and they go with it. Under `--today` the same input must give the same file,
/// so there they follow from the text's place.
fn salt_for(tables: Tables<'_>, reference: &str, event: &Event, part: &str) -> Stored<String> {
    if !event.stamp.today_given {
        return tables.random_salt();
    }
    let place = format!("{reference}\0{}\0{part}", event.seq);
    Ok(hash::hexadecimal(&hash::of(&[place.as_bytes()])[..16]))
}

impl Reading<'_> {
    /// A case's history, oldest first. A text that was taken out reads as
    /// [`REDACTED`](crate::domain::texts::REDACTED). `UnreadableEvent` when it cannot be understood.
    pub fn events(&self, id: CaseId) -> Stored<Vec<Event>> {
        let events = self.history(id)?.into_iter().map(|chained| {
            let unreadable = StoreError::UnreadableEvent {
                case: id.number(),
                seq: chained.seq,
            };
            understood(&chained)
                .map(|(event, _)| event)
                .ok_or(unreadable)
        });
        events.collect()
    }

    /// The first event of a case that this program would lose something of, as it would of one that nobody has written.
    pub fn not_in_full(&self, id: CaseId) -> Stored<Option<u32>> {
        let mut history = self.history(id)?.into_iter();
        let strange = history.find(|chained| in_full(chained).is_none());
        Ok(strange.map(|chained| chained.seq))
    }

    /// A case's history exactly as it is kept, to be taken elsewhere. It is not checked: see [`Self::verify_chain`].
    pub fn chained_history(&self, id: CaseId) -> Stored<ChainedHistory> {
        Ok(ChainedHistory {
            events: self.history(id)?,
            head: self.case_of_id(id)?.head,
        })
    }

    /// The case that this history is of, and how many of its events that one has; `None` where there is no such case.
    /// `HistoryDeparts` when they are not the same, or what is newer begins within a change.
    pub fn held_of(&self, history: &SoundHistory) -> Stored<Option<(CaseId, usize)>> {
        let Some(row) = self.case_of_key(&key_of(history.reference.as_str()))? else {
            return Ok(None);
        };
        let broken = self.verify_chain(row.id)?.map(|broken| broken.seq);
        let (here, there) = (self.history(row.id)?, &history.chained.events);
        let mut both = here.iter().zip(there);
        let differs = both.find(|(here, there)| here.hash != there.hash);
        let next = here.last().zip(there.get(here.len()));
        let goes_on = next.filter(|(last, next)| last.change == next.change);
        let differs = differs.map(|(event, _)| event.seq);
        match broken.or(differs).or(goes_on.map(|(_, next)| next.seq)) {
            None => Ok(Some((row.id, here.len().min(there.len())))),
            Some(seq) => Err(StoreError::HistoryDeparts {
                reference: row.reference.into(),
                seq,
            }),
        }
    }

    /// Checks a case's history: every event as it was recorded, none missing. `None` when it holds.
    pub fn verify_chain(&self, id: CaseId) -> Stored<Option<HistoryFault>> {
        let row = self.case_of_id(id)?;
        let history = self.history(id)?;
        Ok(chain::fault_in(&row.reference, &row.head, &history))
    }
}

/// The event, and its body with the texts put back; `None` when it says what this program does not know.
fn understood(chained: &ChainedEvent) -> Option<(Event, Map<String, Value>)> {
    let mut body: Map<String, Value> = serde_json::from_str(&chained.body).ok()?;
    body::put_texts_back(&mut body, &chained.texts)?;
    let event = Event {
        seq: chained.seq,
        change: chained.change,
        stamp: Stamp {
            at: chained.at.clone(),
            day: chained.day,
            today_given: chained.today_given,
            who: chained.who.clone(),
        },
        what: body::into_what(&chained.kind, body.clone())?,
    };
    Some((event, body))
}

/// The event, unless it holds anything that would be lost when it is read: a newer program's, or nobody's.
fn in_full(chained: &ChainedEvent) -> Option<Event> {
    let (event, body) = understood(chained)?;
    let (kind, again) = body::of(&event.what).ok()?;
    // Only one text was ever written of a body: a key that stands twice, or is spelt another way, was not.
    let written = serde_json::from_str::<Value>(&chained.body).ok()?;
    let written = written.to_string();
    let is_whole = kind == chained.kind && again == body && written == chained.body;
    (is_whole && body::keeps_texts_apart(&event.what, &chained.body)).then_some(event)
}
