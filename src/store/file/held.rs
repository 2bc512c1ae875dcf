//! A case file that nobody else can read or change, so that it can be copied aside and replaced in one go.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::connect;
use super::copy;
use crate::store::StoreError;

/// A case file of any version, held alone.
pub(crate) struct Held {
    db: Connection,
    path: PathBuf,
}

impl Held {
    /// Takes hold of a file; whoever reads or writes it is waited for.
    pub(crate) fn of(path: &Path, patience: Duration) -> Result<Self, StoreError> {
        let db = connect::to_replace(path, patience)?;
        db.execute_batch("PRAGMA main.locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;")?;
        let path = path.to_path_buf();
        Ok(Self { db, path })
    }

    /// Copies it beside itself, page by page, whatever they hold.
    pub(crate) fn copy_aside(&self, label: &str) -> Result<PathBuf, StoreError> {
        copy::take(copy::names_beside(&self.path, label), |part| {
            copy::pages(&self.db, part)
        })
    }

    /// Makes it hold what another file does, all of it or nothing, and lets go.
    pub(crate) fn replace_with(mut self, from: &Connection) -> Result<(), StoreError> {
        copy::over(from, &mut self.db)?;
        // Its journal goes with the hold.
        self.db
            .query_row("PRAGMA main.locking_mode = NORMAL", [], |_| Ok(()))?;
        self.db
            .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(())
    }
}
