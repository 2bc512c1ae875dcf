//! Adds a case and keeps its row up to date.

use rusqlite::{Connection, ErrorCode, ffi};

use super::{CaseId, key_of, name};
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::plan::Span;
use crate::domain::report::{CaseNumbers, Standing, Totals};
use crate::store::event::Head;
use crate::store::{StoreError, Stored, day, sql};

pub(crate) struct NewCaseRow<'a> {
    pub(crate) reference: &'a CaseRef,
    pub(crate) routine: &'a RoutineId,
    pub(crate) text_hash: &'a str,
    pub(crate) opened: chrono::NaiveDate,
    pub(crate) open: bool,
    pub(crate) head: Head,
    pub(crate) numbers: &'a CaseNumbers,
    pub(crate) span: Span,
}

/// `DuplicateReference` when a case of that reference exists.
pub(crate) fn insert(db: &Connection, case: &NewCaseRow<'_>) -> Stored<CaseId> {
    let reference = case.reference.as_str();
    let (year, number) = name::year_and_number(reference).unzip();
    let numbers = case.numbers;
    let inserted = db
        .prepare_cached(
            "INSERT INTO cases (reference, reference_key, reference_year, reference_number, routine, text_hash,
                 opened, open, head_seq, head_hash,
                 steps, to_do, ended, without_date, without_owner, unanswered, next_due, rows_from, rows_until)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
        )?
        .insert(rusqlite::params![
            reference,
            key_of(reference),
            year,
            number,
            case.routine.as_str(),
            case.text_hash,
            day::text(case.opened),
            case.open,
            case.head.seq,
            case.head.hash,
            numbers.steps,
            numbers.to_do,
            numbers.ended,
            numbers.without_date,
            numbers.without_owner,
            numbers.unanswered,
            day::text_if(numbers.next_due),
            day::text_if(case.span.from),
            day::text_if(case.span.until),
        ]);
    match inserted {
        Ok(id) => Ok(CaseId(id)),
        Err(error) if is_not_unique(&error) => {
            Err(StoreError::DuplicateReference(case.reference.clone()))
        }
        Err(error) => Err(error.into()),
    }
}

pub(crate) struct Updated {
    /// By how much the sums over all cases change.
    pub(crate) difference: Totals,
    pub(crate) opened_or_closed: bool,
}

/// Whether a case is open, and what it adds to the sums over all cases.
pub(crate) fn standing_of(db: &Connection, id: CaseId) -> Stored<(bool, Totals)> {
    let standing = "SELECT open, without_date, without_owner, unanswered FROM cases WHERE id = ?1";
    sql::one(db, standing, [id.0], |row| {
        let numbers = CaseNumbers {
            without_date: row.get(1)?,
            without_owner: row.get(2)?,
            unanswered: row.get(3)?,
            ..CaseNumbers::default()
        };
        let is_open = row.get(0)?;
        Ok((is_open, Totals::of_case(is_open, &numbers)))
    })
}

pub(crate) fn update(
    db: &Connection,
    id: CaseId,
    head: Head,
    standing: &Standing,
) -> Stored<Updated> {
    let (open, numbers, span) = (standing.open, &standing.numbers(), standing.span);
    let (was_open, before) = standing_of(db, id)?;
    db.prepare_cached(
        "UPDATE cases SET open = ?2, head_seq = ?3, head_hash = ?4, steps = ?5, to_do = ?6, ended = ?7,
                without_date = ?8, without_owner = ?9, unanswered = ?10, next_due = ?11, rows_from = ?12,
                rows_until = ?13
         WHERE id = ?1",
    )?
    .execute(rusqlite::params![
        id.0,
        open,
        head.seq,
        head.hash,
        numbers.steps,
        numbers.to_do,
        numbers.ended,
        numbers.without_date,
        numbers.without_owner,
        numbers.unanswered,
        day::text_if(numbers.next_due),
        day::text_if(span.from),
        day::text_if(span.until),
    ])?;
    Ok(Updated {
        difference: Totals::of_case(open, numbers).minus(before),
        opened_or_closed: was_open != open,
    })
}

pub(crate) fn move_head(db: &Connection, id: CaseId, head: Head) -> Stored<()> {
    let moved = "UPDATE cases SET head_seq = ?2, head_hash = ?3 WHERE id = ?1";
    sql::run(db, moved, (id.0, head.seq, head.hash))
}

fn is_not_unique(error: &rusqlite::Error) -> bool {
    error.sqlite_error().is_some_and(|failure| {
        failure.code == ErrorCode::ConstraintViolation
            && failure.extended_code == ffi::SQLITE_CONSTRAINT_UNIQUE
    })
}
