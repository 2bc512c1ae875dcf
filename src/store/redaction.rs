//! Taking the texts of one event out, and which texts there are.

use rusqlite::Connection;

use super::case::CaseId;
use super::{Reading, Stored, sql};
use crate::domain::ids::CaseRef;

/// A free text of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldText {
    pub seq: u32,
    /// Which part of the event it is, in the words of its JSON.
    pub part: String,
    /// The text; `None` once it was taken out.
    pub content: Option<String>,
}

impl Reading<'_> {
    /// The free texts of a case, in the order of its history.
    pub fn texts_of(&self, id: CaseId) -> Stored<Vec<HeldText>> {
        let texts = "SELECT seq, part, content FROM text WHERE case_id = ?1 ORDER BY seq, part";
        sql::all(self.db, texts, [id.0], |row| {
            let (seq, part, content) = (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(HeldText { seq, part, content })
        })
    }

    /// The cases that hold just this text, by reference: at most so many, and how many there are.
    pub fn cases_holding(&self, content: &str, most: u32) -> Stored<(Vec<CaseRef>, u32)> {
        const HOLDING: &str = "FROM cases c WHERE EXISTS
            (SELECT 1 FROM text t WHERE t.case_id = c.id AND t.content = ?1)";
        let count = format!("SELECT count(*) {HOLDING}");
        let count = sql::one(self.db, &count, [content], |row| row.get(0))?;
        let named = format!("SELECT c.reference {HOLDING} ORDER BY c.reference_key LIMIT ?2");
        let named = sql::all(self.db, &named, (content, most), |row| {
            Ok(row.get::<_, String>(0)?.into())
        });
        Ok((named?, count))
    }

    /// The events of all cases whose texts were taken out, by reference and number.
    pub fn all_taken_out(&self) -> Stored<Vec<(CaseRef, u32)>> {
        let events =
            "SELECT DISTINCT c.reference, t.seq FROM text t JOIN cases c ON c.id = t.case_id
             WHERE t.content IS NULL ORDER BY c.reference_key, t.seq";
        sql::all(self.db, events, [], |row| {
            Ok((row.get::<_, String>(0)?.into(), row.get(1)?))
        })
    }
}

pub(crate) fn take_out(db: &Connection, case: CaseId, seq: u32) -> Stored<usize> {
    let taken_out = db
        .prepare_cached(
            "UPDATE text SET content = NULL, salt = NULL
             WHERE case_id = ?1 AND seq = ?2 AND content IS NOT NULL",
        )?
        .execute((case.0, seq))?;
    Ok(taken_out)
}
