//! What is kept of a case beside its history: all of it follows from the history and can be rebuilt.

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::case::{self, CaseId, CaseRow, StoredCase, key_of, row_to_numbers, year_and_number};
use super::{Reading, StoreError, Stored, day, rows, sql};
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::plan::Span;
use crate::domain::report::{CaseNumbers, ReportRow};

/// What is kept of a case beside its history.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCase {
    pub reference: CaseRef,
    pub origin: Origin,
    pub open: bool,
    pub numbers: CaseNumbers,
    pub rows: Vec<ReportRow>,
    /// The days on which they are right.
    pub span: Span,
    /// What the case is looked up and sorted by is what its reference gives, here and in every row.
    pub keys_agree: bool,
}

/// What a case's history begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub routine: RoutineId,
    pub text_hash: String,
    pub opened: NaiveDate,
}

impl Reading<'_> {
    /// The case with that reference, whole. `NoSuchCase`; `UnreadableEvent` when its history cannot be understood.
    pub fn case(&self, reference: &CaseRef) -> Stored<StoredCase> {
        let row = case::by_reference(self.db, reference)?;
        self.whole(row.ok_or_else(|| StoreError::NoSuchCase(reference.clone()))?)
    }

    /// The case with that number, whole.
    pub fn case_by_id(&self, id: CaseId) -> Stored<StoredCase> {
        self.whole(case::by_id(self.db, id)?)
    }

    fn whole(&self, row: CaseRow) -> Stored<StoredCase> {
        let lost = || StoreError::Damaged(format!("routine_text {}", row.text_hash));
        let slips = || rows::slips_of(self.db, row.id);
        Ok(StoredCase {
            id: row.id,
            routine: self.routine_text(&row.text_hash)?.ok_or_else(lost)?,
            events: self.events(row.id)?,
            slips: self.rows_are_current()?.then(slips).transpose()?,
            reference: row.reference.into(),
        })
    }

    /// The rows of a case, in the order of its plan. Only as good as [`Self::rows_are_current`].
    pub fn rows_of(&self, id: CaseId) -> Stored<Vec<ReportRow>> {
        rows::of_case(self.db, id)
    }

    /// What is kept of a case beside its history. `NoSuchCase`; `UnreadableRow` or `Damaged` when it cannot be
    /// understood.
    pub fn kept(&self, id: CaseId) -> Stored<KeptCase> {
        let kept = "SELECT reference, reference_key, reference_year, reference_number, routine, text_hash, opened, open,
                steps, to_do, ended, without_date, without_owner, unanswered, next_due,
                rows_from, rows_until
             FROM cases WHERE id = ?1";
        let kept = sql::first(self.db, kept, [id.0], row_to_kept)?;
        let kept = kept.ok_or_else(|| StoreError::NoSuchCase(id.0.to_string().into()))?;
        let others = "SELECT count(*) FROM step_row WHERE case_id = ?1 AND (case_key <> ?2 OR case_open <> ?3)";
        let ours = (id.0, key_of(kept.reference.as_str()), kept.open);
        Ok(KeptCase {
            rows: self.rows_of(id)?,
            keys_agree: kept.keys_agree
                && sql::one(self.db, others, ours, |row| row.get::<_, u32>(0))? == 0,
            ..kept
        })
    }
}

fn row_to_kept(row: &Row<'_>) -> rusqlite::Result<KeptCase> {
    let reference: String = row.get(0)?;
    let (year, number) = year_and_number(&reference).unzip();
    let keys: (String, Option<u32>, Option<u32>) = (row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(KeptCase {
        keys_agree: keys == (key_of(&reference), year, number),
        reference: reference.into(),
        origin: Origin {
            routine: row.get::<_, String>(4)?.into(),
            text_hash: row.get(5)?,
            opened: day::get(row, 6)?,
        },
        open: row.get(7)?,
        numbers: row_to_numbers(row, 8)?,
        rows: Vec::new(),
        span: Span {
            from: day::get_if(row, 15)?,
            until: day::get_if(row, 16)?,
        },
    })
}

/// Makes what a case is found by, and what it began with, what reference and history give.
pub(crate) fn put_origin(
    db: &Connection,
    id: CaseId,
    reference: &str,
    origin: &Origin,
) -> Stored<()> {
    let (year, number) = year_and_number(reference).unzip();
    let put = "UPDATE cases SET reference_key = ?2, reference_year = ?3, reference_number = ?4, routine = ?5,
                text_hash = ?6, opened = ?7
         WHERE id = ?1";
    let (routine, text_hash) = (origin.routine.as_str(), &origin.text_hash);
    let opened = day::text(origin.opened);
    sql::run(
        db,
        put,
        (
            id.0,
            key_of(reference),
            year,
            number,
            routine,
            text_hash,
            opened,
        ),
    )
}
