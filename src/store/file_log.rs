//! What happened to the file and concerns no case: reports written out, backups.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::StoreError;

/// An entry of the file's own log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// RFC 3339, UTC.
    pub at: String,
    /// Self-declared.
    pub who: String,
    /// What it was, in one word.
    pub kind: String,
    /// The rest.
    pub detail: serde_json::Value,
}

/// Where the rest says what time it really was, when the day was given.
const REAL_TIME: &str = "real_time";

impl LogEntry {
    /// The same, with the time it really was beside the given one.
    #[must_use]
    pub fn really_at(mut self, time: String) -> Self {
        if let Some(detail) = self.detail.as_object_mut() {
            detail.insert(REAL_TIME.to_owned(), time.into());
        }
        self
    }

    /// The time it really was: RFC 3339, UTC.
    pub fn real_time(&self) -> &str {
        let told = self.detail.get(REAL_TIME).and_then(|time| time.as_str());
        told.unwrap_or(&self.at)
    }

    /// The day it really was, in UTC.
    pub fn real_day(&self) -> Option<NaiveDate> {
        self.real_time().get(..10)?.parse().ok()
    }
}

pub(crate) fn add(db: &Connection, entry: &LogEntry) -> Result<(), StoreError> {
    db.prepare_cached("INSERT INTO file_log (at, who, kind, detail) VALUES (?1, ?2, ?3, ?4)")?
        .execute((&entry.at, &entry.who, &entry.kind, entry.detail.to_string()))?;
    Ok(())
}

pub(crate) fn all(db: &Connection) -> Result<Vec<LogEntry>, StoreError> {
    let mut all = db.prepare_cached("SELECT at, who, kind, detail FROM file_log ORDER BY id")?;
    let mut rows = all.query([])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let detail: String = row.get(3)?;
        entries.push(LogEntry {
            at: row.get(0)?,
            who: row.get(1)?,
            kind: row.get(2)?,
            detail: serde_json::from_str(&detail)
                .map_err(|error| StoreError::Damaged(error.to_string()))?,
        });
    }
    Ok(entries)
}

/// How many entries were added and are gone.
pub(crate) fn gaps(db: &Connection) -> Result<i64, StoreError> {
    let gaps = db
        .prepare_cached(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'file_log'), 0)
                 - (SELECT count(*) FROM file_log)",
        )?
        .query_row([], |row| row.get(0))?;
    Ok(gaps)
}
