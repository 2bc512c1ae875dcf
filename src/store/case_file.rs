//! An open case file: reading at one moment, and changes that are stored whole or not at all.

use std::path::{Path, PathBuf};

use rusqlite::{Transaction, TransactionBehavior};

use super::change::Change;
use super::file::{self, FirstBytes, OpenFile, OpenOptions, Salt};
use super::reading::{PLANNER, Reading};
use super::tables::{CaseId, Glance, Heads, Tables};
use super::{StoreError, Stored};
use crate::domain::chained::ChainEnd;
use crate::files::{self, PartFile};

/// An open case file.
pub struct CaseFile {
    path: PathBuf,
    pub(super) connected: OpenFile,
    options: OpenOptions,
}

impl CaseFile {
    /// Opens a file to read it; `None` when there is none yet, or an empty one. Changes nothing, creates nothing and
    /// leaves nothing behind.
    pub fn open_for_reading(path: &Path, options: &OpenOptions) -> Stored<Option<Self>> {
        let connected = file::connect_for_reading(path, options)?;
        Ok(connected.map(|connected| Self::of(path, options, connected)))
    }

    fn of(path: &Path, options: &OpenOptions, connected: OpenFile) -> Self {
        Self {
            path: path.to_path_buf(),
            connected,
            options: options.clone(),
        }
    }

    /// Whether anything lies there; an empty file is none yet. It may still be no case file.
    pub fn is_there(path: &Path) -> bool {
        file::look_at(path) != Ok(FirstBytes::Nothing)
    }

    /// Whether what lies there is a case file that is not encrypted, of whatever version and state.
    pub fn is_one(path: &Path) -> bool {
        matches!(
            file::look_at(path),
            Ok(FirstBytes::CaseFile | FirstBytes::CaseFileWithLog)
        )
    }

    /// The salt of what lies there, when that looks like an encrypted file.
    pub fn salt_of(path: &Path) -> Stored<Option<Salt>> {
        Ok(match file::look_at(path)? {
            FirstBytes::Encrypted(salt) => Some(salt),
            _ => None,
        })
    }

    /// Copies beside a file that anybody can read who may read the folder: those whose names begin as the file's.
    pub fn readable_beside(path: &Path) -> Vec<PathBuf> {
        let mut beside = file::copy::beside(path);
        beside.retain(|copy| file::look_at(copy) == Ok(FirstBytes::CaseFile));
        beside
    }

    /// What lies beside a file and bears its name, a dot, and more.
    pub fn names_beside(path: &Path) -> Vec<String> {
        let own = files::with_added(path, ".");
        let own = own.file_name().unwrap_or_default().to_string_lossy();
        let names = file::copy::beside(path).into_iter();
        names
            .filter_map(|other| Some(other.file_name()?.to_string_lossy().into_owned()))
            .filter(|name| name.starts_with(own.as_ref()))
            .collect()
    }

    /// Opens a file to change it; makes it, and its folder, when it is missing, and migrates an older one after taking
    /// a copy.
    pub fn open_for_writing(path: &Path, options: &OpenOptions) -> Stored<Self> {
        let connected = file::connect_for_writing(path, options)?;
        let mut file = Self::of(path, options, connected);
        if file.connected.is_new() {
            // A file without cases has no rows, so they are this planner's.
            file.write(|change| match change.read().setting(PLANNER)? {
                None => change.mark_rows_current(),
                Some(_) => Ok(()),
            })?;
        }
        Ok(file)
    }

    /// Opens a case file of any version, or an empty file, that nobody else reads or changes until it is closed; whoever
    /// does is waited for. `Damaged` when a page of an encrypted file cannot be read with its key.
    pub(super) fn hold(path: &Path, options: &OpenOptions) -> Stored<Self> {
        let connected = file::connect_to_replace(path, options)?;
        Ok(Self::of(path, options, connected))
    }

    pub(super) fn is_empty(&self) -> Stored<bool> {
        let db = &self.connected.db;
        let pages: u32 = db.pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(pages == 0)
    }

    /// Makes one that is held say what another file does, all of it or nothing, and lets go.
    pub(super) fn replace_with(mut self, from: &Self) -> Stored<()> {
        let db = &mut self.connected.db;
        file::copy::over(&from.connected.db, db).map_err(StoreError::in_doubt)?;
        // Its journal goes with the hold.
        db.query_row("PRAGMA main.locking_mode = NORMAL", [], |_| Ok(()))?;
        Ok(db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?)
    }

    /// The copy that was taken because opening the file for writing migrated it.
    pub fn copy_taken(&self) -> Option<&Path> {
        self.connected.copy.as_deref()
    }

    /// Whether a program died while it wrote the file; what is read is then as it was before that.
    pub fn was_interrupted(&self) -> bool {
        self.connected.was_interrupted()
    }

    /// How many cases a file of any version holds, and when the latest event was recorded; `None` when there is none.
    pub fn glance(path: &Path, options: &OpenOptions) -> Stored<Option<Glance>> {
        let found = file::connect_at_any_age(path, options)?;
        let glance = |file: OpenFile| Tables { db: &file.db }.glance();
        found.map(glance).transpose()
    }

    /// Copies the file, as it is at one moment, to the first of these names that is free. Before the copy gets its name
    /// `verify` looks at it and at what it must hold; when that fails nothing is left behind.
    pub fn back_up<E: From<StoreError>>(
        &self,
        names: impl Iterator<Item = PathBuf>,
        verify: impl FnOnce(&Path, &Heads) -> Result<(), E>,
    ) -> Result<PathBuf, E> {
        file::copy::take(names, |part| {
            let heads = self.read(|reading| {
                let heads = reading.heads()?;
                file::copy::pages(&self.connected.db, self.connected.key.as_ref(), part)?;
                Ok::<_, StoreError>(heads)
            })?;
            verify(part, &heads)
        })
        .map(PartFile::keep)
    }

    /// Copies the file beside it as it is, page by page, damaged or not: `cases.db.LABEL.bak`, or the next free name
    /// after that. What is there is never written over; nothing is left behind when it fails.
    pub fn copy_aside(&self, label: &str) -> Stored<PathBuf> {
        self.part_aside(label).map(PartFile::keep)
    }

    pub(super) fn part_aside(&self, label: &str) -> Stored<PartFile> {
        let OpenFile { db, key, .. } = &self.connected;
        file::copy::aside(db, key.as_ref(), &self.path, label)
    }

    /// The names of what commands that were stopped, or are still at it, have left beside the file: unfinished copies,
    /// and files with nothing in them.
    pub fn leftovers(&self) -> [Vec<String>; 2] {
        file::leftovers_among(Self::names_beside(&self.path), &self.path)
    }

    /// Reads the file as it is at one moment. Writers wait while this goes on: what is slow, such as a person reading,
    /// does not belong in it.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Reading<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        // Said outright: migrating leaves behind that transactions begin as those that write do.
        let transaction =
            Transaction::new_unchecked(&self.connected.db, TransactionBehavior::Deferred)
                .map_err(StoreError::from)?;
        if self.connected.is_elsewhere(&self.path) || file::is_replaced(&transaction)? {
            drop(transaction);
            let now_there = Self::open_for_reading(&self.path, &self.options)?;
            return now_there.ok_or(StoreError::Busy)?.read(work);
        }
        work(&Reading::new(
            Tables { db: &transaction },
            self.options.planner,
        ))
    }

    /// Changes the file: what the work does is stored whole when it succeeds, and not at all when it fails. Nobody else
    /// can change the file from the beginning of the work to its end, so what it reads, it decides on. `Busy` when
    /// somebody else goes on writing for too long.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction =
            Transaction::new_unchecked(&self.connected.db, TransactionBehavior::Immediate)
                .map_err(StoreError::from)?;
        // Marked by whoever put another file there; the path tells it too, of one that was stopped before it could.
        if file::is_replaced(&transaction)? || self.connected.is_elsewhere(&self.path) {
            drop(transaction);
            *self = Self::open_for_writing(&self.path, &self.options)?;
            return self.write(work);
        }
        let mut change = Change::new(Tables { db: &transaction }, self.options.planner);
        let done = work(&mut change)?;
        let latest = change.latest.take();
        change.finish()?;
        let stored = transaction.commit().map_err(StoreError::from);
        stored.or_else(|error| self.look_again(error, latest))?;
        Ok(done)
    }

    /// What has come of a change that the disk failed to confirm: what is there tells, where it can be read.
    fn look_again(&self, error: StoreError, latest: Option<(CaseId, ChainEnd)>) -> Stored<()> {
        let is_there = latest.and_then(|(id, head)| {
            let file = Self::open_for_reading(&self.path, &self.options).ok()??;
            file.read(|reading| reading.holds(id, &head)).ok()
        });
        match (error, is_there) {
            (StoreError::WriteFailed(_) | StoreError::Other(_), Some(true))
                if files::sync_folder_of(&self.path).is_ok() =>
            {
                Ok(())
            }
            (StoreError::Other(detail), Some(false)) => Err(StoreError::WriteFailed(detail)),
            (error, Some(false)) => Err(error),
            (error, _) => Err(error.in_doubt()),
        }
    }

    /// Builds the file anew after something was taken out of it. What is taken out is overwritten where it lay, but the
    /// database moves content between its pages as they fill, and may have left older copies in their gaps. `Busy`, or
    /// `Full`: for a while it needs as much room again. What was taken out stays out.
    pub fn scrub(&mut self) -> Stored<()> {
        let work = match &self.connected.key {
            // A large file is not held in memory for this.
            None => "PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY;",
            // What is sorted on the way would lie on the disk as it is.
            Some(_) => "VACUUM",
        };
        self.connected.db.execute_batch(work)?;
        Ok(())
    }
}

#[cfg(test)]
impl CaseFile {
    /// Takes a text out past the domain, on this very connection.
    pub(super) fn take_text_out_for_test(&self, case: CaseId, seq: u32) {
        let taken_out = self.connected.db.execute(
            "UPDATE text SET content = NULL, salt = NULL WHERE case_id = ?1 AND seq = ?2",
            (case.number(), seq),
        );
        assert_eq!(taken_out, Ok(1));
    }

    /// Lets the file grow by so many pages and no further.
    pub(super) fn allow_pages_for_test(&self, more: u32) {
        let db = &self.connected.db;
        let now: u32 = db
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        db.pragma_update_and_check(None, "max_page_count", now + more, |_| Ok(()))
            .unwrap();
    }
}
