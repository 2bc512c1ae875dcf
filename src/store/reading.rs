//! What can be read from the case file, all of it as it was at one moment. What it is lies with what is read.

use rusqlite::Connection;

/// The case file at one moment.
pub struct Reading<'a> {
    pub(super) db: &'a Connection,
    pub(super) planner: u32,
}

impl<'a> Reading<'a> {
    pub(super) fn new(db: &'a Connection, planner: u32) -> Self {
        Self { db, planner }
    }
}
