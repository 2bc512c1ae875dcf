//! Events and their texts as they are kept, and what is asked of them over all cases. Bytes are blobs here and hexadecimal
//! digits above; what are no digits become a NULL, which no hash may be.

use super::Tables;
use super::cases::CaseId;
use super::columns::{Cells, FromCells, ToCells, columns};
use crate::domain::chained::{ChainEnd, ChainedEvent, KeptText};
use crate::domain::ids::CaseRef;
use crate::store::Stored;

/// A free text of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldText {
    pub seq: u32,
    /// Which part of the event it is, in the words of its JSON.
    pub part: String,
    /// The text; `None` once it was taken out.
    pub content: Option<String>,
}

columns! {
    ChainEnd { seq, hash }
    ChainedEvent { seq, change, at, day, today_given, who, kind, body, hash; texts }
    HeldText { seq, part, content }
    KeptText { part, salt, content }
}

impl Tables<'_> {
    /// A case's history exactly as it is kept, oldest first.
    pub(crate) fn history(self, id: CaseId) -> Stored<Vec<ChainedEvent>> {
        let events = "SELECT seq, change, at, day, today_given, who, kind, body, lower(hex(hash))
             FROM event WHERE case_id = ?1 ORDER BY seq";
        let texts = "SELECT seq, part, iif(salt IS NULL, NULL, lower(hex(salt))), content
             FROM text WHERE case_id = ?1 ORDER BY seq, part";
        let mut events: Vec<ChainedEvent> = self.all(events, id)?;
        let mut texts = self
            .all::<(u32, KeptText)>(texts, id)?
            .into_iter()
            .peekable();
        for event in &mut events {
            while let Some((seq, text)) = texts.next_if(|(seq, _)| *seq <= event.seq) {
                event.texts.extend((seq == event.seq).then_some(text));
            }
        }
        Ok(events)
    }

    pub(crate) fn add_event(self, id: CaseId, event: &ChainedEvent) -> Stored<()> {
        let add =
            "INSERT INTO event (case_id, seq, change, at, day, today_given, who, kind, body, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, unhex(?10))";
        let add_text = "INSERT INTO text (case_id, seq, part, salt, content) VALUES (?1, ?2, ?3, unhex(?4), ?5)";
        self.run(add, (id, event))?;
        for text in &event.texts {
            self.run(add_text, (id, event.seq, text))?;
        }
        Ok(())
    }

    /// Takes the texts of an event out; how many stood there.
    pub(crate) fn take_texts_out(self, id: CaseId, seq: u32) -> Stored<usize> {
        let take_out = "UPDATE text SET content = NULL, salt = NULL
             WHERE case_id = ?1 AND seq = ?2 AND content IS NOT NULL";
        self.run(take_out, (id, seq))
    }

    /// Sixteen bytes from SQLite's own generator, seeded by the system; in hexadecimals.
    pub(crate) fn random_salt(self) -> Stored<String> {
        self.one("SELECT lower(hex(randomblob(16)))", ())
    }

    /// Whether a case has just this event.
    pub(crate) fn holds(self, id: CaseId, head: &ChainEnd) -> Stored<bool> {
        let same = "SELECT 1 FROM event WHERE case_id = ?1 AND seq = ?2 AND hash = unhex(?3)";
        Ok(self.first::<i64>(same, (id, head))?.is_some())
    }

    /// The newest time after `known` by the clock of this file's computers at which one of the fifty cases opened last was
    /// last changed: what a look at a few rows tells. Of a case that was taken in, and of what is added to it here later,
    /// nothing is said.
    pub fn newest_recorded(self, known: &str) -> Stored<Option<String>> {
        // By the event's number: the log is looked through only where an event is that new.
        let newest =
            "SELECT max(e.at) FROM (SELECT id, head_seq FROM cases ORDER BY id DESC LIMIT 50) c
            JOIN event e ON e.case_id = c.id AND e.seq = c.head_seq
            WHERE e.today_given = 0 AND e.at > ?1
                AND e.case_id NOT IN (SELECT iif(json_valid(detail), coalesce(detail ->> 'case', 0), 0)
                                 FROM file_log WHERE kind = 'import')";
        self.one(newest, known)
    }

    /// The free texts of a case, in the order of its history.
    pub fn texts_of(self, id: CaseId) -> Stored<Vec<HeldText>> {
        let texts = "SELECT seq, part, content FROM text WHERE case_id = ?1 ORDER BY seq, part";
        self.all(texts, id)
    }

    /// The cases that hold just this text, by reference: at most so many, and how many there are.
    pub fn cases_holding(self, content: &str, most: u32) -> Stored<(Vec<CaseRef>, u32)> {
        let count = "SELECT count(*) FROM cases c WHERE EXISTS
            (SELECT 1 FROM text t WHERE t.case_id = c.id AND t.content = ?1)";
        let named = "SELECT c.reference FROM cases c WHERE EXISTS
            (SELECT 1 FROM text t WHERE t.case_id = c.id AND t.content = ?1) ORDER BY c.reference_key LIMIT ?2";
        Ok((self.all(named, (content, most))?, self.one(count, content)?))
    }

    /// The events of all cases whose texts were taken out, by reference and number.
    pub fn all_taken_out(self) -> Stored<Vec<(CaseRef, u32)>> {
        let events =
            "SELECT DISTINCT c.reference, t.seq FROM text t JOIN cases c ON c.id = t.case_id
             WHERE t.content IS NULL ORDER BY c.reference_key, t.seq";
        self.all(events, ())
    }
}
