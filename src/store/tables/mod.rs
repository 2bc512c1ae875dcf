//! The seam: what is asked of a database, within one transaction, in terms of rows. What stands above it says what a case,
//! a history or a report is, and would stand on another database as it does on SQLite; what belongs to a *file* lies
//! beside it, in `store::file`.

mod cases;
mod columns;
mod events;
mod records;
mod step_rows;
mod walk;

use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

pub(crate) use self::cases::CaseRow;
pub use self::cases::{CaseCache, CaseFilter, CaseId, CaseOrigin, CaseSummary, Heads};
use self::columns::{Cells, FromCells, ToCells, values};
pub use self::events::HeldText;
pub(crate) use self::records::FORM;
pub use self::records::{Glance, LogEntry, Removal, RoutineText};
use super::{StoreError, Stored};

#[cfg(test)]
pub(crate) use self::cases::STALE;

/// The tables of a case file within one transaction.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    pub(super) db: &'a Connection,
}

impl Tables<'_> {
    fn each<E: From<StoreError>>(
        self,
        sql: &str,
        parameters: impl ToCells,
        mut each: impl FnMut(&Row<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut select = self.db.prepare_cached(sql).map_err(StoreError::from)?;
        let parameters = params_from_iter(values(parameters));
        let mut rows = select.query(parameters).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            each(row)?;
        }
        Ok(())
    }

    fn all<T: FromCells>(self, sql: &str, parameters: impl ToCells) -> Stored<Vec<T>> {
        let mut all = Vec::new();
        self.each(sql, parameters, |row| {
            all.push(Cells::of(row).take()?);
            Ok::<_, StoreError>(())
        })?;
        Ok(all)
    }

    fn first<T: FromCells>(self, sql: &str, parameters: impl ToCells) -> Stored<Option<T>> {
        let mut select = self.db.prepare_cached(sql)?;
        let first = select.query_row(params_from_iter(values(parameters)), |row| {
            Cells::of(row).take()
        });
        Ok(first.optional()?)
    }

    /// Of a query that always gives a row.
    fn one<T: FromCells>(self, sql: &str, parameters: impl ToCells) -> Stored<T> {
        let none = || StoreError::from(rusqlite::Error::QueryReturnedNoRows);
        self.first(sql, parameters)?.ok_or_else(none)
    }

    /// How many rows it changed.
    fn run(self, sql: &str, parameters: impl ToCells) -> Stored<usize> {
        let mut statement = self.db.prepare_cached(sql)?;
        Ok(statement.execute(params_from_iter(values(parameters)))?)
    }
}
