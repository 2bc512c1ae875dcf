//! Events and their texts as the rows they are.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row};

use super::body::{self, Content, Salted, StoredText};
use crate::domain::event::Stamp;
use crate::store::case::CaseId;
use crate::store::hash::Hash;
use crate::store::{Stored, day, sql};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RawEvent {
    pub(crate) seq: u32,
    pub(crate) change: u32,
    pub(crate) stamp: Stamp,
    pub(crate) kind: String,
    pub(crate) body: String,
    pub(crate) hash: Hash,
}

pub(crate) struct Texts(BTreeMap<(u32, String), Option<Salted>>);

pub(crate) fn insert(db: &Connection, case: CaseId, event: &RawEvent) -> Stored<()> {
    let insert =
        "INSERT INTO event (case_id, seq, change, at, day, today_given, who, kind, body, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let values = (
        case.0,
        event.seq,
        event.change,
        &event.stamp.at,
        day::text(event.stamp.day),
        event.stamp.today_given,
        &event.stamp.who,
        &event.kind,
        &event.body,
        event.hash,
    );
    sql::run(db, insert, values)
}

pub(crate) fn insert_text(
    db: &Connection,
    case: CaseId,
    seq: u32,
    text: &StoredText,
) -> Stored<()> {
    let (salt, content) = text.salted.as_ref().map(|(s, c)| (s, c)).unzip();
    let insert = "INSERT INTO text (case_id, seq, part, salt, content) VALUES (?1, ?2, ?3, ?4, ?5)";
    sql::run(db, insert, (case.0, seq, &text.part, salt, content))
}

pub(crate) fn of_case(db: &Connection, case: CaseId) -> Stored<Vec<RawEvent>> {
    let events = "SELECT seq, change, at, day, today_given, who, kind, body, hash
         FROM event WHERE case_id = ?1 ORDER BY seq";
    sql::all(db, events, [case.0], row_to_event)
}

fn row_to_event(row: &Row<'_>) -> rusqlite::Result<RawEvent> {
    Ok(RawEvent {
        seq: row.get(0)?,
        change: row.get(1)?,
        stamp: Stamp {
            at: row.get(2)?,
            day: day::get(row, 3)?,
            today_given: row.get(4)?,
            who: row.get(5)?,
        },
        kind: row.get(6)?,
        body: row.get(7)?,
        hash: row.get(8)?,
    })
}

pub(crate) fn texts_of(db: &Connection, case: CaseId) -> Stored<Texts> {
    let texts = "SELECT seq, part, salt, content FROM text WHERE case_id = ?1";
    let texts = sql::all(db, texts, [case.0], |row| {
        let (salt, content): (Option<Vec<u8>>, Option<String>) = (row.get(2)?, row.get(3)?);
        Ok(((row.get(0)?, row.get(1)?), salt.zip(content)))
    })?;
    Ok(Texts(texts.into_iter().collect()))
}

impl Texts {
    pub(crate) fn of<'t>(events: impl Iterator<Item = (u32, &'t StoredText)>) -> Self {
        let texts = events.map(|(seq, text)| ((seq, text.part.clone()), text.salted.clone()));
        Self(texts.collect())
    }

    pub(crate) fn of_event(&self, seq: u32) -> Vec<StoredText> {
        let of_event = self.0.range((seq, String::new())..(seq + 1, String::new()));
        let texts = of_event.map(|((_, part), salted)| StoredText {
            part: part.clone(),
            salted: salted.clone(),
        });
        texts.collect()
    }

    /// What has become of a text; `None` when the table does not know of it.
    pub(crate) fn content(&self, seq: u32, part: &str) -> Option<Content> {
        let text = self.0.get(&(seq, part.to_owned()))?;
        Some(match text {
            Some((_, content)) => Content::Stands(content.clone()),
            None => Content::TakenOut,
        })
    }

    /// Whether every text the event names is here, as it was or taken out.
    pub(crate) fn agree_with(&self, event: &RawEvent) -> bool {
        body::texts_named(&event.body)
            .into_iter()
            .all(|(part, named)| match self.0.get(&(event.seq, part)) {
                Some(Some((salt, content))) => body::hash_of(salt, content) == named,
                Some(None) => true,
                None => false,
            })
    }

    pub(crate) fn some_gone(&self, event: &RawEvent) -> bool {
        let texts = self.of_event(event.seq);
        texts.iter().any(|text| text.salted.is_none())
    }

    pub(crate) fn all_gone(&self, event: &RawEvent) -> bool {
        let texts = self.of_event(event.seq);
        !texts.is_empty() && texts.iter().all(|text| text.salted.is_none())
    }
}
