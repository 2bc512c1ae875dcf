//! An open case file: reading at one moment, and changes that are stored whole or not at all.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::TransactionBehavior;

use super::change::Change;
use super::file::{self, Connected, Converted, Key, SCHEMA, Salt, Schema};
use super::reading::Reading;
use super::{StoreError, check, settings};

/// How a file is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The version of this program's planner; goes up whenever the same events may give other rows.
    pub planner: u32,
    /// How long to wait for somebody else who is writing.
    pub patience: Duration,
    /// A folder for temporary files. Needed only to read a file whose writer was killed.
    pub scratch: Option<PathBuf>,
    /// The key, when the file is encrypted; a file that is made with it is encrypted too.
    pub key: Option<Key>,
}

impl Default for Opening {
    fn default() -> Self {
        Self {
            planner: 1,
            patience: Duration::from_secs(30),
            scratch: None,
            key: None,
        }
    }
}

/// An open case file.
pub struct CaseFile {
    connected: Connected,
    path: PathBuf,
    opening: Opening,
}

impl CaseFile {
    /// Opens a file to read it; `None` when there is none yet, or an empty one. Changes nothing, creates nothing
    /// and leaves nothing behind.
    ///
    /// # Errors
    /// When it is not a case file, is of another version, is held by another program or cannot be read.
    pub fn open_for_reading(path: &Path, opening: &Opening) -> Result<Option<Self>, StoreError> {
        let connected = file::connect_for_reading(path, SCHEMA, opening)?;
        Ok(connected.map(|connected| Self {
            connected,
            path: path.to_owned(),
            opening: opening.clone(),
        }))
    }

    /// Whether anything lies there; an empty file is none yet. It may still be no case file.
    pub fn is_there(path: &Path) -> bool {
        file::look_at(path) != Ok(file::Found::Nothing)
    }

    /// The salt of what lies there, when that looks like an encrypted file.
    ///
    /// # Errors
    /// When it is neither that, nor a case file, nor nothing.
    pub fn salt_of(path: &Path) -> Result<Option<Salt>, StoreError> {
        Ok(match file::look_at(path)? {
            file::Found::Encrypted(salt) => Some(salt),
            file::Found::CaseFile | file::Found::Nothing => None,
        })
    }

    /// Puts the same file, encrypted with `to` or with none, in the place of the one that is there, and overwrites
    /// that one. With `keep_copy` a copy of it stays. Nobody reads or writes meanwhile; who waits goes on with the
    /// new file. All is checked before.
    ///
    /// # Errors
    /// As for writing. Unless the new file is in its place, nothing is changed and nothing left behind.
    pub fn convert(
        path: &Path,
        opening: &Opening,
        to: Option<&Key>,
        keep_copy: bool,
    ) -> Result<Converted, StoreError> {
        file::convert(path, opening, to, keep_copy, check::everything)
    }

    /// Copies beside a file that anybody can read who may read the folder: those whose names begin as the file's.
    pub fn readable_beside(path: &Path) -> Vec<PathBuf> {
        file::copy::readable_beside(path)
    }

    /// Opens a file to change it; makes it, and its folder, when it is missing, and migrates an older one after
    /// taking a copy.
    ///
    /// # Errors
    /// When it is not a case file, is of a newer version, is held by another program or cannot be written.
    pub fn open_for_writing(path: &Path, opening: &Opening) -> Result<Self, StoreError> {
        Self::open_with_schema(path, opening, SCHEMA)
    }

    pub(super) fn open_with_schema(
        path: &Path,
        opening: &Opening,
        schema: Schema,
    ) -> Result<Self, StoreError> {
        let connected = file::connect_for_writing(path, schema, opening)?;
        let mut file = Self {
            connected,
            path: path.to_owned(),
            opening: opening.clone(),
        };
        if file.connected.is_new {
            file.write(|change| change.mark_new_file())?;
        }
        Ok(file)
    }

    /// The copy that was taken because opening the file for writing migrated it.
    pub fn copy_taken(&self) -> Option<&Path> {
        self.connected.copy.as_deref()
    }

    /// Reads the file as it is at one moment.
    ///
    /// Writers wait while this goes on: what is slow, such as a person reading, does not belong in it.
    ///
    /// # Errors
    /// Whatever the work fails with.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reading<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self
            .connected
            .db
            .unchecked_transaction()
            .map_err(StoreError::from)?;
        if file::is_replaced(&transaction)? {
            drop(transaction);
            let now_there = Self::open_for_reading(&self.path, &self.opening)?;
            return now_there.ok_or(StoreError::Busy)?.read(work);
        }
        work(&Reading::new(&transaction, self.opening.planner))
    }

    /// Changes the file: what the work does is stored whole when it succeeds, and not at all when it fails.
    ///
    /// Nobody else can change the file from the beginning of the work to its end, so what it reads, it decides on.
    ///
    /// # Errors
    /// Whatever the work fails with; `Busy` when somebody else goes on writing for too long.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self
            .connected
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(StoreError::from)?;
        if file::is_replaced(&transaction)? {
            drop(transaction);
            *self = Self::open_for_writing(&self.path, &self.opening)?;
            return self.write(work);
        }
        let mut change = Change::new(&transaction, self.opening.planner);
        let done = work(&mut change)?;
        change.finish()?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(done)
    }
}

impl Change<'_> {
    /// A file without cases has no rows, so they are this planner's.
    fn mark_new_file(&mut self) -> Result<(), StoreError> {
        if self.read().setting(settings::PLANNER)?.is_none() {
            self.mark_rows_current()?;
        }
        Ok(())
    }
}

#[cfg(test)]
impl CaseFile {
    /// Takes a text out past the domain, on this very connection.
    pub(super) fn take_text_out_for_test(&self, case: super::CaseId, seq: u32) {
        let taken_out = self.connected.db.execute(
            "UPDATE text SET content = NULL, salt = NULL WHERE case_id = ?1 AND seq = ?2",
            (case.number(), seq),
        );
        assert_eq!(taken_out, Ok(1));
    }
}
