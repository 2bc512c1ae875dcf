//! The tables, views, indexes and triggers of a file.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::store::StoreError;

/// The statements that made them, by kind and name. SQLite's own indexes have none.
pub(crate) type Rules = BTreeMap<(String, String), Option<String>>;

/// All there are; statistics, which say nothing of what is done, left out.
pub(crate) fn of(db: &Connection) -> Result<Rules, StoreError> {
    let mut select = db.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4')",
    )?;
    let rules = select.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rules.collect::<Result<_, _>>()?)
}
