//! A history as it is kept, out of one file and into another.

use std::collections::BTreeSet;

use serde_json::Value;

use super::body::{self, StoredText};
use super::chain::{self, Fault, FaultKind};
use super::raw::{self, RawEvent, Texts};
use super::{Head, Links};
use crate::domain::chained::{ChainEnd, ChainedEvent, ChainedHistory, KeptText};
use crate::domain::event::{Event, Stamp};
use crate::domain::ids::CaseRef;
use crate::store::case::{self, CaseId};
use crate::store::hash::{Hash, from_hexadecimal, hexadecimal};
use crate::store::{Reading, Stored};

/// Why a history is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryFault {
    Altered(Fault),
    /// The event of that number says something that this program does not understand.
    NotUnderstood(u32),
}

/// A history from elsewhere whose every event and text is the one that was recorded, and understood in full.
pub struct SoundHistory {
    reference: CaseRef,
    pub(crate) links: Links,
    events: Vec<Event>,
}

impl SoundHistory {
    /// Checks a history of the case with that reference. The error is the first event that does not fit.
    pub fn new(reference: CaseRef, history: &ChainedHistory) -> Result<Self, HistoryFault> {
        let altered = |seq, kind| HistoryFault::Altered(Fault { seq, kind });
        let end = &history.head;
        let head = Head {
            seq: end.seq,
            hash: hash(&end.hash).ok_or(altered(end.seq, FaultKind::EndsElsewhere))?,
        };
        let mut linked = Vec::with_capacity(history.events.len());
        for event in &history.events {
            let raw = raw_event(event).ok_or(altered(event.seq, FaultKind::Altered))?;
            let texts = texts_of(event).ok_or(altered(event.seq, FaultKind::TextAltered))?;
            linked.push((raw, texts));
        }
        let links = Links {
            events: linked,
            head,
        };
        let texts = links.texts();
        let raw: Vec<RawEvent> = links.events.iter().map(|(raw, _)| raw.clone()).collect();
        chain::check(reference.as_str(), head, &raw, &texts).map_err(HistoryFault::Altered)?;
        let mut change = 1;
        let understood = raw.into_iter().map(|raw| {
            let (seq, goes_on) = (raw.seq, raw.change >= change);
            change = raw.change;
            let event = in_full(raw, &texts).filter(|_| goes_on);
            event.ok_or(HistoryFault::NotUnderstood(seq))
        });
        let events = understood.collect::<Result<_, _>>()?;
        Ok(Self {
            reference,
            links,
            events,
        })
    }

    /// The case's reference.
    pub fn reference(&self) -> &CaseRef {
        &self.reference
    }

    /// Its events, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The same, for good.
    pub fn into_events(self) -> Vec<Event> {
        self.events
    }
}

impl Links {
    fn texts(&self) -> Texts {
        let of_events = self.events.iter();
        Texts::of(of_events.flat_map(|(raw, texts)| texts.iter().map(|text| (raw.seq, text))))
    }
}

impl Reading<'_> {
    /// A case's history exactly as it is kept, to be taken elsewhere. It is not checked: see [`Self::verify_chain`].
    pub fn chained_history(&self, id: CaseId) -> Stored<ChainedHistory> {
        let head = case::by_id(self.db, id)?.head;
        let texts = raw::texts_of(self.db, id)?;
        let events = raw::of_case(self.db, id)?.into_iter();
        Ok(ChainedHistory {
            events: events.map(|raw| chained(raw, &texts)).collect(),
            head: ChainEnd {
                seq: head.seq,
                hash: hexadecimal(&head.hash),
            },
        })
    }
}

fn chained(raw: RawEvent, texts: &Texts) -> ChainedEvent {
    let texts = texts.of_event(raw.seq).into_iter().map(|text| {
        let (salt, content) = text.salted.unzip();
        KeptText {
            part: text.part,
            salt: salt.map(|salt| hexadecimal(&salt)),
            content,
        }
    });
    ChainedEvent {
        seq: raw.seq,
        change: raw.change,
        at: raw.stamp.at,
        day: raw.stamp.day,
        today_given: raw.stamp.today_given,
        who: raw.stamp.who,
        kind: raw.kind,
        body: raw.body,
        texts: texts.collect(),
        hash: hexadecimal(&raw.hash),
    }
}

/// The row an event was; `None` when its hash is none.
pub(crate) fn raw_event(event: &ChainedEvent) -> Option<RawEvent> {
    Some(RawEvent {
        seq: event.seq,
        change: event.change,
        stamp: Stamp {
            at: event.at.clone(),
            day: event.day,
            today_given: event.today_given,
            who: event.who.clone(),
        },
        kind: event.kind.clone(),
        body: event.body.clone(),
        hash: hash(&event.hash)?,
    })
}

/// The texts beside an event; `None` unless they are those that its body names, each once.
fn texts_of(event: &ChainedEvent) -> Option<Vec<StoredText>> {
    let named = body::texts_named(&event.body).into_iter();
    let named: BTreeSet<String> = named.map(|(part, _)| part).collect();
    let beside: BTreeSet<String> = event.texts.iter().map(|text| text.part.clone()).collect();
    if named != beside || beside.len() != event.texts.len() {
        return None;
    }
    event.texts.iter().map(stored_text).collect()
}

fn stored_text(text: &KeptText) -> Option<StoredText> {
    let salted = match (&text.salt, &text.content) {
        (Some(salt), Some(content)) => Some((from_hexadecimal(salt)?, content.clone())),
        (None, None) => None,
        _ => return None,
    };
    Some(StoredText {
        part: text.part.clone(),
        salted,
    })
}

fn hash(digits: &str) -> Option<Hash> {
    from_hexadecimal(digits)?.try_into().ok()
}

/// The event, unless it holds anything that would be lost when it is read: a newer program's, or nobody's.
fn in_full(raw: RawEvent, texts: &Texts) -> Option<Event> {
    let Value::Object(mut body) = serde_json::from_str(&raw.body).ok()? else {
        return None;
    };
    let event = super::into_event(raw.clone(), texts)?;
    body::put_texts_back(&mut body, |part| texts.content(raw.seq, part))?;
    let again = body::of(&event.what).ok()?;
    let is_whole = again == (raw.kind, body) && body::keeps_texts_apart(&event.what, &raw.body);
    is_whole.then_some(event)
}
