//! Removing a case: nothing of it stays but that there was one.

use rusqlite::Connection;

use super::case::{self, CaseId};
use super::{Reading, Stored, day, routine_text, sql};
use crate::domain::event::Stamp;
use crate::domain::report::Totals;

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
    let text_hash = case::by_id(db, id)?.text_hash;
    let (_, lost) = case::standing_of(db, id)?;
    leave_record(db, id, removal)?;
    keep_last_reference(db, id)?;
    for delete in [
        "DELETE FROM text WHERE case_id = ?1",
        "DELETE FROM event WHERE case_id = ?1",
        "DELETE FROM step_row WHERE case_id = ?1",
        "DELETE FROM cases WHERE id = ?1",
    ] {
        sql::run(db, delete, [id.0])?;
    }
    routine_text::drop_unused(db, &text_hash)?;
    Ok(lost)
}

fn leave_record(db: &Connection, id: CaseId, removal: &Removal<'_>) -> Stored<()> {
    let stamp = removal.stamp;
    let record = "INSERT INTO removed_case (id, routine, opened, removed, at, who, mistake, reason)
         SELECT id, routine, opened, ?2, ?3, ?4, ?5, ?6 FROM cases WHERE id = ?1";
    let day = day::text(stamp.day);
    let told = (
        id.0,
        day,
        &stamp.at,
        &stamp.who,
        removal.mistake,
        removal.reason,
    );
    sql::run(db, record, told)
}

/// Keeps the highest number of the case's year: not which numbers were given, only how far they went.
fn keep_last_reference(db: &Connection, id: CaseId) -> Stored<()> {
    let kept = "INSERT INTO last_reference (year, number)
         SELECT reference_year, max(reference_number) FROM cases
         WHERE reference_number IS NOT NULL
             AND reference_year = (SELECT reference_year FROM cases WHERE id = ?1)
         GROUP BY reference_year
         ON CONFLICT (year) DO UPDATE SET number = max(number, excluded.number)";
    sql::run(db, kept, [id.0])
}

impl Reading<'_> {
    /// The numbers in the file of the cases that were removed; the log says what is kept of them.
    pub fn removed_cases(&self) -> Stored<Vec<CaseId>> {
        let removed = "SELECT id FROM removed_case ORDER BY id";
        sql::all(self.db, removed, [], |row| Ok(CaseId(row.get(0)?)))
    }
}
