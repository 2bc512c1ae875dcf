//! Taking the texts of one event out, and which texts there are.

use rusqlite::Connection;

use super::Stored;
use super::case::CaseId;
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

pub(crate) fn texts_of(db: &Connection, case: CaseId) -> Stored<Vec<HeldText>> {
    let mut select = db.prepare_cached(
        "SELECT seq, part, content FROM text WHERE case_id = ?1 ORDER BY seq, part",
    )?;
    let texts = select
        .query_map([case.0], |row| {
            Ok(HeldText {
                seq: row.get(0)?,
                part: row.get(1)?,
                content: row.get(2)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(texts)
}

pub(crate) fn cases_holding(
    db: &Connection,
    content: &str,
    most: u32,
) -> Stored<(Vec<CaseRef>, u32)> {
    const HOLDING: &str = "FROM cases c WHERE EXISTS
        (SELECT 1 FROM text t WHERE t.case_id = c.id AND t.content = ?1)";
    let count = db
        .prepare_cached(&format!("SELECT count(*) {HOLDING}"))?
        .query_row([content], |row| row.get(0))?;
    let mut select = db.prepare_cached(&format!(
        "SELECT c.reference {HOLDING} ORDER BY c.reference_key LIMIT ?2"
    ))?;
    let references = select
        .query_map((content, most), |row| {
            Ok(CaseRef::from(row.get::<_, String>(0)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok((references, count))
}

pub(crate) fn all_taken_out(db: &Connection) -> Stored<Vec<(CaseRef, u32)>> {
    let mut select = db.prepare(
        "SELECT DISTINCT c.reference, t.seq FROM text t JOIN cases c ON c.id = t.case_id
         WHERE t.content IS NULL ORDER BY c.reference_key, t.seq",
    )?;
    let events = select
        .query_map([], |row| Ok((row.get::<_, String>(0)?.into(), row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(events)
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
