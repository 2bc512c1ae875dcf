//! The file's settings, and the program version its cached rows were planned with.

use rusqlite::Connection;

use super::{Reading, Stored, sql};

/// The setting that says which planner the cached rows come from.
pub(crate) const PLANNER: &str = "planner_version";

impl Reading<'_> {
    /// A setting of the file.
    pub fn setting(&self, key: &str) -> Stored<Option<String>> {
        let value = "SELECT value FROM settings WHERE key = ?1";
        sql::first(self.db, value, [key], |row| row.get(0))
    }

    /// All settings of the file, by key; the program's own among them.
    pub fn settings(&self) -> Stored<Vec<(String, String)>> {
        let settings = "SELECT key, value FROM settings ORDER BY key";
        sql::all(self.db, settings, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Whether the rows come from this program's planner. If not, readers plan from the events.
    pub fn rows_are_current(&self) -> Stored<bool> {
        Ok(self.setting(PLANNER)? == Some(self.planner.to_string()))
    }
}

/// Sets one; `None` removes it.
pub(crate) fn set(db: &Connection, key: &str, value: Option<&str>) -> Stored<()> {
    let put = "INSERT INTO settings (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    match value {
        Some(value) => sql::run(db, put, (key, value)),
        None => sql::run(db, "DELETE FROM settings WHERE key = ?1", [key]),
    }
}
