//! Removing a case: nothing of it stays but that there was one.

use rusqlite::{Connection, Row};

use super::case::CaseId;
use super::{Stored, day, routine_text};
use crate::domain::event::Stamp;
use crate::domain::report::{CaseNumbers, Totals};

/// Who removes a case, when and why.
#[derive(Debug, Clone, Copy)]
pub struct Removal<'a> {
    pub stamp: &'a Stamp,
    pub mistake: bool,
    /// Why: kept, so it must say nothing of the case.
    pub reason: &'a str,
}

/// Removes a case after leaving a record, and gives what the sums over all cases lose. `NoSuchCase` when there is none
/// of that number.
pub(crate) fn remove(db: &Connection, id: CaseId, removal: &Removal<'_>) -> Stored<Totals> {
    let (text_hash, lost) = db
        .prepare_cached(
            "SELECT text_hash, open, without_date, without_owner, unanswered FROM cases WHERE id = ?1",
        )?
        .query_row([id.0], row_to_loss)?;
    leave_record(db, id, removal)?;
    keep_last_reference(db, id)?;
    for delete in [
        "DELETE FROM text WHERE case_id = ?1",
        "DELETE FROM event WHERE case_id = ?1",
        "DELETE FROM step_row WHERE case_id = ?1",
        "DELETE FROM cases WHERE id = ?1",
    ] {
        db.prepare_cached(delete)?.execute([id.0])?;
    }
    routine_text::drop_unused(db, &text_hash)?;
    Ok(lost)
}

fn row_to_loss(row: &Row<'_>) -> rusqlite::Result<(String, Totals)> {
    let numbers = CaseNumbers {
        without_date: row.get(2)?,
        without_owner: row.get(3)?,
        unanswered: row.get(4)?,
        ..CaseNumbers::default()
    };
    Ok((row.get(0)?, Totals::of_case(row.get(1)?, &numbers)))
}

fn leave_record(db: &Connection, id: CaseId, removal: &Removal<'_>) -> Stored<()> {
    let stamp = removal.stamp;
    db.prepare_cached(
        "INSERT INTO removed_case (id, routine, opened, removed, at, who, mistake, reason)
         SELECT id, routine, opened, ?2, ?3, ?4, ?5, ?6 FROM cases WHERE id = ?1",
    )?
    .execute((
        id.0,
        day::text(stamp.day),
        &stamp.at,
        &stamp.who,
        removal.mistake,
        removal.reason,
    ))?;
    Ok(())
}

/// Keeps the highest number of the case's year: not which numbers were given, only how far they went.
fn keep_last_reference(db: &Connection, id: CaseId) -> Stored<()> {
    db.prepare_cached(
        "INSERT INTO last_reference (year, number)
         SELECT reference_year, max(reference_number) FROM cases
         WHERE reference_number IS NOT NULL
             AND reference_year = (SELECT reference_year FROM cases WHERE id = ?1)
         GROUP BY reference_year
         ON CONFLICT (year) DO UPDATE SET number = max(number, excluded.number)",
    )?
    .execute([id.0])?;
    Ok(())
}

pub(crate) fn all(db: &Connection) -> Stored<Vec<CaseId>> {
    let mut all = db.prepare_cached("SELECT id FROM removed_case ORDER BY id")?;
    let ids = all.query_map([], |row| Ok(CaseId(row.get(0)?)))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
