//! What happened to the file and concerns no case: reports written out, backups.

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
