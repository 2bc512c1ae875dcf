//! Statements that are run in one go.

use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::Stored;

/// All rows of a query, as `read` reads each.
pub(crate) fn all<T>(
    db: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Stored<Vec<T>> {
    let mut select = db.prepare_cached(sql)?;
    let rows = select.query_map(parameters, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The first row of a query, if there is any.
pub(crate) fn first<T>(
    db: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Stored<Option<T>> {
    let mut select = db.prepare_cached(sql)?;
    Ok(select.query_row(parameters, read).optional()?)
}

/// The same where there always is one.
pub(crate) fn one<T>(
    db: &Connection,
    sql: &str,
    parameters: impl Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Stored<T> {
    Ok(db.prepare_cached(sql)?.query_row(parameters, read)?)
}

pub(crate) fn run(db: &Connection, sql: &str, parameters: impl Params) -> Stored<()> {
    db.prepare_cached(sql)?.execute(parameters)?;
    Ok(())
}
