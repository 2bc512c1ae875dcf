//! Cases: their names, where their histories end, and the numbers that lists show.

mod find;
mod heads;
mod list;
mod name;
mod write;

use rusqlite::{Connection, Row};

pub use self::find::Found;
pub(crate) use self::heads::glance;
pub use self::heads::{Glance, Heads};
#[cfg(test)]
pub(crate) use self::list::STALE;
pub use self::list::{CaseFilter, CaseHeading};
pub use self::name::FreeReferences;
pub(crate) use self::name::{key_of, year_and_number};
pub(crate) use self::write::{NewCaseRow, insert, move_head, standing_of, update};
use super::event::Head;
use super::routine_text::RoutineText;
use super::{Reading, StoreError, Stored, day, sql};
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::report::CaseNumbers;
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

pub(crate) struct CaseRow {
    pub(crate) id: CaseId,
    pub(crate) reference: String,
    pub(crate) text_hash: String,
    pub(crate) head: Head,
}

const SELECT: &str = "SELECT id, reference, text_hash, head_seq, head_hash FROM cases";

pub(crate) fn by_reference(db: &Connection, reference: &CaseRef) -> Stored<Option<CaseRow>> {
    let key = key_of(reference.as_str());
    let by_key = format!("{SELECT} WHERE reference_key = ?1");
    sql::first(db, &by_key, [key], row_to_case)
}

/// `NoSuchCase` when there is none of that number.
pub(crate) fn by_id(db: &Connection, id: CaseId) -> Stored<CaseRow> {
    let found = sql::first(db, &format!("{SELECT} WHERE id = ?1"), [id.0], row_to_case)?;
    found.ok_or_else(|| StoreError::NoSuchCase(id.0.to_string().into()))
}

impl Reading<'_> {
    /// Whether there is a case of exactly that reference. Case does not matter.
    pub fn is_taken(&self, reference: &CaseRef) -> Stored<bool> {
        Ok(by_reference(self.db, reference)?.is_some())
    }

    /// The reference of the case with that number.
    pub fn reference_of(&self, id: CaseId) -> Stored<CaseRef> {
        Ok(by_id(self.db, id)?.reference.into())
    }

    /// The cases that say they continue this one.
    pub fn continued_by(&self, reference: &CaseRef) -> Stored<Vec<CaseRef>> {
        let continuing =
            "SELECT c.reference FROM cases c JOIN event e ON e.case_id = c.id AND e.seq = 1
             WHERE json_extract(e.body, '$.continues') = ?1 ORDER BY c.reference_key";
        sql::all(self.db, continuing, [reference.as_str()], |row| {
            Ok(row.get::<_, String>(0)?.into())
        })
    }

    /// The numbers of all cases, in the order they were opened: eight bytes each.
    pub fn case_ids(&self) -> Stored<Vec<CaseId>> {
        sql::all(self.db, "SELECT id FROM cases ORDER BY id", [], |row| {
            Ok(CaseId(row.get(0)?))
        })
    }
}

pub(crate) fn last_id_given(db: &Connection) -> Stored<i64> {
    let last = "SELECT seq FROM sqlite_sequence WHERE name = 'cases'";
    Ok(sql::first(db, last, [], |row| row.get(0))?.unwrap_or(0))
}

/// The numbers of a case, in the columns from `first` on.
pub(crate) fn row_to_numbers(row: &Row<'_>, first: usize) -> rusqlite::Result<CaseNumbers> {
    Ok(CaseNumbers {
        steps: row.get(first)?,
        to_do: row.get(first + 1)?,
        ended: row.get(first + 2)?,
        without_date: row.get(first + 3)?,
        without_owner: row.get(first + 4)?,
        unanswered: row.get(first + 5)?,
        next_due: day::get_if(row, first + 6)?,
    })
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
