//! A case file that nobody else can read or change, so that it can be copied aside and replaced in one go.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::cipher;
use super::connect::{Connected, OpenOptions, connect_to_replace};
use super::copy;
use super::identity::is_replaced;
use super::key::Key;
use super::migrate::SCHEMA;
use crate::files::PartFile;
use crate::store::tables::Tables;
use crate::store::{Reading, StoreError, Stored};

/// A case file of any version, or an empty file, held alone.
pub(crate) struct LockedFile {
    db: Connection,
    key: Option<Key>,
    path: PathBuf,
}

impl LockedFile {
    /// Takes hold of a file; whoever reads or writes it is waited for.
    pub(crate) fn of(path: &Path, options: &OpenOptions) -> Stored<Self> {
        let Connected { db, key, .. } = connect_to_replace(path, options)?;
        keep_everybody_out(&db)?;
        let path = path.to_path_buf();
        Ok(Self { db, key, path })
    }

    /// Copies it beside itself, page by page, whatever they hold. Among others `Damaged`, when a page of an encrypted
    /// file cannot be read with its key.
    pub(crate) fn copy_aside(&self, label: &str) -> Stored<PartFile> {
        // Copying would fail with nothing but that it did.
        if let Some(page) = cipher::damaged_pages(&self.db)?.into_iter().next() {
            return Err(StoreError::Damaged(page));
        }
        copy::aside(&self.db, self.key.as_ref(), &self.path, label)
    }

    pub(crate) fn is_encrypted(&self) -> bool {
        self.key.is_some()
    }

    pub(crate) fn is_empty(&self) -> Stored<bool> {
        let pages: u32 = self
            .db
            .pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(pages == 0)
    }

    /// What can be read from it; an error where another hand has put something in its place, or a newer version has.
    pub(crate) fn reading(&self) -> Stored<Reading<'_>> {
        SCHEMA.check_objects(&self.db, SCHEMA.age_of(&self.db)?)?;
        Ok(Reading::new(Tables { db: &self.db }, 0))
    }

    /// Makes it hold what another file does, all of it or nothing, and lets go.
    pub(crate) fn replace_with(mut self, from: &Connection) -> Stored<()> {
        copy::over(from, &mut self.db).map_err(StoreError::in_doubt)?;
        // Its journal goes with the hold.
        self.db
            .query_row("PRAGMA main.locking_mode = NORMAL", [], |_| Ok(()))?;
        self.db
            .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(())
    }
}

/// From now on until the connection is closed, or lets go, nobody else reads or writes. `Busy` when somebody else does
/// for too long, or another file has come in the place of this one.
pub(super) fn keep_everybody_out(db: &Connection) -> Stored<()> {
    // Only with the lock in hand: in this mode one who waits for it would keep out the one it waits for.
    // Taken back, because it would put a first page into an empty file.
    db.execute_batch("BEGIN EXCLUSIVE; PRAGMA main.locking_mode = EXCLUSIVE; ROLLBACK;")?;
    if is_replaced(db)? {
        return Err(StoreError::Busy);
    }
    Ok(())
}
