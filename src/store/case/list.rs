//! The list of cases, one at a time.

use chrono::NaiveDate;
use rusqlite::Row;

use super::{CaseId, row_to_numbers};
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::report::CaseNumbers;
use crate::store::{Reading, StoreError, day};

/// Which cases are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseFilter {
    Open,
    Closed,
    All,
    /// Open ones whose rows are not right on the day asked about: something has changed by itself.
    Stale,
}

/// What a list shows of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseHeading {
    pub id: CaseId,
    pub reference: CaseRef,
    pub routine: RoutineId,
    pub version: String,
    pub text_hash: String,
    pub open: bool,
    pub opened: NaiveDate,
    pub numbers: CaseNumbers,
    /// Steps that are overdue on the day asked about.
    pub overdue: u32,
}

const BY_REFERENCE: &str = concat!(
    include_str!("list.sql"),
    "WHERE ?1 IS NULL OR c.open = ?1 ORDER BY c.reference_key"
);
/// Those whose rows are not right on the day ?2; each is looked up in one of two small indexes.
pub(crate) const STALE: &str = concat!(
    include_str!("list.sql"),
    "WHERE ?1 IS NULL AND c.id IN (SELECT id FROM cases INDEXED BY case_rows_from WHERE rows_from > ?2
                                   UNION ALL SELECT id FROM cases INDEXED BY case_rows_until WHERE rows_until <= ?2)
     ORDER BY c.reference_key"
);

impl Reading<'_> {
    /// Calls `each` with the headings of the cases, by reference. An error from it ends the list.
    pub fn cases<E: From<StoreError>>(
        &self,
        filter: CaseFilter,
        today: NaiveDate,
        mut each: impl FnMut(CaseHeading) -> Result<(), E>,
    ) -> Result<(), E> {
        let wanted = match filter {
            CaseFilter::Open => Some(true),
            CaseFilter::Closed => Some(false),
            CaseFilter::All | CaseFilter::Stale => None,
        };
        let sql = match filter {
            CaseFilter::Stale => STALE,
            _ => BY_REFERENCE,
        };
        let mut select = self.db.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = select
            .query((wanted, day::text(today)))
            .map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(row_to_heading(row).map_err(StoreError::from)?)?;
        }
        Ok(())
    }
}

fn row_to_heading(row: &Row<'_>) -> rusqlite::Result<CaseHeading> {
    Ok(CaseHeading {
        id: CaseId(row.get(0)?),
        reference: row.get::<_, String>(1)?.into(),
        routine: row.get::<_, String>(2)?.into(),
        version: row.get(3)?,
        text_hash: row.get(4)?,
        open: row.get(5)?,
        opened: day::get(row, 6)?,
        numbers: row_to_numbers(row, 7)?,
        overdue: row.get(14)?,
    })
}
