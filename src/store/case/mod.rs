//! Cases: their names, where their histories end, and the numbers that lists show.

mod find;
mod heads;
mod list;
mod name;
mod write;

use rusqlite::{Connection, OptionalExtension, Row};

pub use self::find::Found;
pub(crate) use self::find::find;
pub use self::heads::{Glance, Heads};
pub(crate) use self::heads::{glance, heads};
#[cfg(test)]
pub(crate) use self::list::STALE;
pub(crate) use self::list::list;
pub use self::list::{CaseFilter, CaseHeading};
pub use self::name::FreeReferences;
pub(crate) use self::name::{key_of, year_and_number};
pub(crate) use self::write::{NewCaseRow, insert, move_head, update};
use super::Stored;
use super::event::Head;
use super::routine_text::RoutineText;
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::slips::Slips;

/// A case's number in its file. Numbers are given in order, without gaps, and never again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseId(pub(crate) i64);

impl CaseId {
    /// The number.
    pub fn number(self) -> i64 {
        self.0
    }
}

/// A case as it is stored: all that its state follows from.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredCase {
    pub id: CaseId,
    /// Its reference, as it was written when the case was opened.
    pub reference: CaseRef,
    pub routine: RoutineText,
    /// Its history, oldest first.
    pub events: Vec<Event>,
    /// What became of rounds that were late, where the rows that tell it are current.
    pub slips: Option<Slips>,
}

/// What is needed of a case to add to its history.
pub(crate) struct CaseRow {
    pub(crate) id: CaseId,
    pub(crate) reference: String,
    pub(crate) text_hash: String,
    pub(crate) head: Head,
}

const SELECT_BY_KEY: &str =
    "SELECT id, reference, text_hash, head_seq, head_hash FROM cases WHERE reference_key = ?1";
const SELECT_BY_ID: &str =
    "SELECT id, reference, text_hash, head_seq, head_hash FROM cases WHERE id = ?1";

pub(crate) fn by_reference(db: &Connection, reference: &CaseRef) -> Stored<Option<CaseRow>> {
    let found = db
        .prepare_cached(SELECT_BY_KEY)?
        .query_row([key_of(reference.as_str())], row_to_case)
        .optional()?;
    Ok(found)
}

pub(crate) fn by_id(db: &Connection, id: CaseId) -> Stored<Option<CaseRow>> {
    let found = db
        .prepare_cached(SELECT_BY_ID)?
        .query_row([id.0], row_to_case)
        .optional()?;
    Ok(found)
}

pub(crate) fn continued_by(db: &Connection, reference: &CaseRef) -> Stored<Vec<CaseRef>> {
    let mut select = db.prepare_cached(
        "SELECT c.reference FROM cases c JOIN event e ON e.case_id = c.id AND e.seq = 1
         WHERE json_extract(e.body, '$.continues') = ?1 ORDER BY c.reference_key",
    )?;
    let references = select
        .query_map([reference.as_str()], |row| {
            Ok(CaseRef::from(row.get::<_, String>(0)?))
        })?
        .collect::<Result<_, _>>()?;
    Ok(references)
}

pub(crate) fn ids(db: &Connection) -> Stored<Vec<CaseId>> {
    let mut select = db.prepare_cached("SELECT id FROM cases ORDER BY id")?;
    let ids = select
        .query_map([], |row| Ok(CaseId(row.get(0)?)))?
        .collect::<Result<_, _>>()?;
    Ok(ids)
}

pub(crate) fn last_id_given(db: &Connection) -> Stored<i64> {
    let last = db
        .prepare_cached("SELECT seq FROM sqlite_sequence WHERE name = 'cases'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or(0))
}

fn row_to_case(row: &Row<'_>) -> rusqlite::Result<CaseRow> {
    Ok(CaseRow {
        id: CaseId(row.get(0)?),
        reference: row.get(1)?,
        text_hash: row.get(2)?,
        head: Head {
            seq: row.get(3)?,
            hash: row.get(4)?,
        },
    })
}
