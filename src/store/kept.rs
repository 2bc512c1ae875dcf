//! What is kept of a case beside its history: all of it follows from the history and can be rebuilt.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::case::{CaseId, key_of, year_and_number};
use super::rows;
use super::{Stored, day};
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

pub(crate) fn of_case(db: &Connection, id: CaseId) -> Stored<Option<KeptCase>> {
    let mut select = db.prepare_cached(
        "SELECT reference, reference_key, reference_year, reference_number, routine, text_hash, opened, open,
                steps, to_do, ended, without_date, without_owner, unanswered, next_due,
                rows_from, rows_until
         FROM cases WHERE id = ?1",
    )?;
    let kept = select
        .query_row([id.0], |row| {
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
                numbers: CaseNumbers {
                    steps: row.get(8)?,
                    to_do: row.get(9)?,
                    ended: row.get(10)?,
                    without_date: row.get(11)?,
                    without_owner: row.get(12)?,
                    unanswered: row.get(13)?,
                    next_due: day::get_if(row, 14)?,
                },
                rows: Vec::new(),
                span: Span {
                    from: day::get_if(row, 15)?,
                    until: day::get_if(row, 16)?,
                },
            })
        })
        .optional()?;
    let Some(kept) = kept else {
        return Ok(None);
    };
    Ok(Some(KeptCase {
        rows: rows::of_case(db, id)?,
        keys_agree: kept.keys_agree && row_keys_agree(db, id, &kept)?,
        ..kept
    }))
}

fn row_keys_agree(db: &Connection, id: CaseId, kept: &KeptCase) -> Stored<bool> {
    let others: u32 = db
        .prepare_cached(
            "SELECT count(*) FROM step_row WHERE case_id = ?1 AND (case_key <> ?2 OR case_open <> ?3)",
        )?
        .query_row((id.0, key_of(kept.reference.as_str()), kept.open), |row| row.get(0))?;
    Ok(others == 0)
}

/// Makes what a case is found by, and what it began with, what reference and history give.
pub(crate) fn put_origin(
    db: &Connection,
    id: CaseId,
    reference: &str,
    origin: &Origin,
) -> Stored<()> {
    let (year, number) = year_and_number(reference).unzip();
    db.prepare_cached(
        "UPDATE cases SET reference_key = ?2, reference_year = ?3, reference_number = ?4, routine = ?5,
                text_hash = ?6, opened = ?7
         WHERE id = ?1",
    )?
    .execute((
        id.0,
        key_of(reference),
        year,
        number,
        origin.routine.as_str(),
        &origin.text_hash,
        day::text(origin.opened),
    ))?;
    Ok(())
}
