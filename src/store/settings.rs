//! The file's settings, and the program version its cached rows were planned with.

use rusqlite::{Connection, OptionalExtension};

use super::Stored;

/// The setting that says which planner the cached rows come from.
pub(crate) const PLANNER: &str = "planner_version";

pub(crate) fn get(db: &Connection, key: &str) -> Stored<Option<String>> {
    let value = db
        .prepare_cached("SELECT value FROM settings WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    Ok(value)
}

pub(crate) fn all(db: &Connection) -> Stored<Vec<(String, String)>> {
    let mut all = db.prepare_cached("SELECT key, value FROM settings ORDER BY key")?;
    let settings = all
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(settings)
}

/// Sets one; `None` removes it.
pub(crate) fn set(db: &Connection, key: &str, value: Option<&str>) -> Stored<()> {
    match value {
        Some(value) => db
            .prepare_cached(
                "INSERT INTO settings (key, value) VALUES (?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute((key, value))?,
        None => db
            .prepare_cached("DELETE FROM settings WHERE key = ?1")?
            .execute([key])?,
    };
    Ok(())
}
