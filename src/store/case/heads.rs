//! All cases at once: where every history ends, and how much there is.

use rusqlite::Connection;

use crate::store::hash::{self, Hash};
use crate::store::{Reading, Stored};

/// Every case and where its history ends, as one hash: two files with the same hold the same cases and events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heads(Hash);

impl Reading<'_> {
    /// Every case and where its history ends.
    pub fn heads(&self) -> Stored<Heads> {
        let mut select = self
            .db
            .prepare_cached("SELECT id, reference, head_seq, head_hash FROM cases ORDER BY id")?;
        let mut rows = select.query([])?;
        let mut all = hash::of(&[b"sisam heads 1"]);
        while let Some(row) = rows.next()? {
            let (id, reference, seq): (i64, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let head: Hash = row.get(3)?;
            let reference = reference.as_bytes();
            all = hash::of(&[
                &all,
                &id.to_be_bytes(),
                &seq.to_be_bytes(),
                &head,
                reference,
            ]);
        }
        Ok(Heads(all))
    }
}

/// What a file holds, seen from afar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glance {
    pub cases: usize,
    pub events: usize,
    /// When the latest event was recorded: RFC 3339, UTC.
    pub latest: Option<String>,
}

pub(crate) fn glance(db: &Connection) -> Stored<Glance> {
    let count = |sql: &str| -> Stored<usize> {
        let count: i64 = db.query_row(sql, [], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(0))
    };
    Ok(Glance {
        cases: count("SELECT count(*) FROM cases")?,
        events: count("SELECT count(*) FROM event")?,
        latest: db.query_row("SELECT max(at) FROM event", [], |row| row.get(0))?,
    })
}
