//! A file that another has been put in the place of.
//!
//! Who had the old one open would go on writing to what no path leads to any more. So the old one is marked, under the
//! lock that kept everybody out, and everybody looks for the mark as soon as they have their own lock.

use rusqlite::Connection;

use super::identity::APPLICATION_ID;
use crate::store::{StoreError, Stored};

/// "sisg", gone: stands in the old file where "sisa" stood.
pub(crate) const GONE: u32 = 0x7369_7367;

/// Whether another file has been put in the place of this one. Within a transaction that stays true or false.
pub(crate) fn is_replaced(db: &Connection) -> Stored<bool> {
    let id: u32 = db
        .prepare_cached("PRAGMA application_id")?
        .query_row([], |row| row.get(0))?;
    match id {
        GONE => Ok(true),
        // A new file has none yet.
        APPLICATION_ID | 0 => Ok(false),
        _ => Err(StoreError::AnotherProgramsFile),
    }
}
