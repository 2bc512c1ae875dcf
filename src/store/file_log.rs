//! What happened to the file and concerns no case: reports written out, backups.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Reading, StoreError, Stored, sql};

/// An entry of the file's own log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// RFC 3339, UTC.
    pub at: String,
    /// Self-declared.
    pub who: String,
    /// What it was, in one word.
    pub kind: String,
    pub detail: serde_json::Value,
}

impl LogEntry {
    /// The time it really was, also where the day was given: RFC 3339, UTC.
    pub fn real_time(&self) -> &str {
        self.detail["real_time"].as_str().unwrap_or(&self.at)
    }

    /// The day it really was, in UTC.
    pub fn real_day(&self) -> Option<NaiveDate> {
        self.real_time().get(..10)?.parse().ok()
    }
}

pub(crate) fn add(db: &Connection, entry: &LogEntry) -> Stored<()> {
    let added = "INSERT INTO file_log (at, who, kind, detail) VALUES (?1, ?2, ?3, ?4)";
    let detail = entry.detail.to_string();
    sql::run(db, added, (&entry.at, &entry.who, &entry.kind, detail))
}

/// The texts in an entry's detail; hashes are none.
pub(crate) fn texts(detail: &serde_json::Value) -> Vec<&str> {
    let is_hash =
        |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    match detail {
        serde_json::Value::String(text) if !is_hash(text) => vec![text],
        serde_json::Value::Array(all) => all.iter().flat_map(texts).collect(),
        serde_json::Value::Object(all) => all.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The cases that were removed, as entries. A file of version 1 has no such records.
const REMOVALS: &str = "SELECT at, who, 'removal', json_object('case', id, 'routine', routine, 'opened', opened, \
     'mistake', mistake, 'reason', reason) FROM removed_case";

impl Reading<'_> {
    /// The file's own log, and the cases that were removed among its entries, by the time it really was.
    pub fn log(&self) -> Stored<Vec<LogEntry>> {
        let own = "SELECT at, who, kind, detail FROM file_log ORDER BY id";
        let is_there = "SELECT count(*) FROM sqlite_schema WHERE name = 'removed_case'";
        let knows_removals: bool = sql::one(self.db, is_there, [], |row| row.get(0))?;
        let mut entries = Vec::new();
        for select in [own].into_iter().chain(knows_removals.then_some(REMOVALS)) {
            let mut select = self.db.prepare_cached(select)?;
            let mut rows = select.query([])?;
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
        }
        entries.sort_by(|one, other| one.real_time().cmp(other.real_time()));
        Ok(entries)
    }

    /// How many entries of the file's own log are not there any more.
    pub fn log_gaps(&self) -> Stored<i64> {
        let gaps = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'file_log'), 0)
                 - (SELECT count(*) FROM file_log)";
        sql::one(self.db, gaps, [], |row| row.get(0))
    }
}
