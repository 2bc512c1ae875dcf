//! The case file as commands open it: for one moment, or for one change.

use std::path::{Path, PathBuf};

use crate::error::Failure;
use crate::files;
use crate::paths;
use crate::policy::ENCRYPTION;
use crate::store::{CaseFile, Change, Key, OpenOptions, Reading, StoreError};
use crate::ui::{Tone, Ui, terminal};

use super::{Desk, clock_check, keys, opening, typed_again};

#[cfg(feature = "encryption")]
use crate::store::Conversion;

/// How a file is opened that is to be checked or repaired, whoever has had a hand in it.
fn to_look_into(key: Option<Key>) -> OpenOptions {
    OpenOptions {
        any_objects: true,
        ..opening(key)
    }
}

impl Desk {
    /// Reads the case file as it is at one moment; `None` while no case has been opened.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Reading<'_>) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        self.with_reader(opening, |file| {
            file.read(|reading| {
                self.look_around(reading)?;
                work(reading)
            })
        })
    }

    /// The case file opened to be checked, moment by moment; `None` while no case has been opened.
    pub(crate) fn look_into<T>(
        &self,
        work: impl FnOnce(&CaseFile) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        self.with_reader(to_look_into, |file| {
            file.read(|reading| self.look_around(reading))?;
            work(file)
        })
    }

    /// Changes the case file, all of it or nothing, and makes it when it is missing. Rows that another version of
    /// the program has planned are planned anew first.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.refuse_in_the_clear()?;
        self.with_writer(opening, |file| self.write_in(file, work))
    }

    /// The same for a change that takes something out of the file: afterwards the file is built anew, so that no
    /// leftovers stay in it. Beside what the work gives stands why that could not be done, if it could not.
    pub(crate) fn write_and_scrub<T>(
        &self,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, Failure>,
    ) -> Result<(T, Option<Failure>), Failure> {
        let path = self.path()?;
        self.refuse_in_the_clear()?;
        self.with_writer(opening, |file| {
            let done = self.write_in(file, work)?;
            let left = file.scrub().err();
            Ok((done, left.map(|error| Failure::from(error).in_file(&path))))
        })
    }

    /// The case file opened to repair it: nothing is planned anew but what the work asks for.
    pub(crate) fn repair<T>(
        &self,
        work: impl FnOnce(&mut CaseFile) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let done = self.with_writer(to_look_into, |file| {
            file.read(|reading| self.look_around(reading))?;
            work(file)
        })?;
        self.cache.has_stored.set(true);
        Ok(done)
    }

    /// Where IT wants the case file encrypted nothing is recorded in one that is not.
    fn refuse_in_the_clear(&self) -> Result<(), Failure> {
        let path = self.path()?;
        // A file that is made with a key at hand is encrypted from the start.
        let is_encrypted = match CaseFile::is_there(&path) {
            true => CaseFile::salt_of(&path).is_ok_and(|salt| salt.is_some()),
            false => self.key_file.is_some(),
        };
        match self.policy.refuse_change(ENCRYPTION) {
            Err(failure) if !is_encrypted => Err(failure.hint("hint-encrypt")),
            _ => Ok(()),
        }
    }

    /// Brings an older file up to date for a command that reads before it writes. Any other file is left as it is.
    pub(crate) fn make_ready(&self) -> Result<(), Failure> {
        let (path, options) = self.place(opening)?;
        match CaseFile::open_for_reading(&path, &options) {
            Err(StoreError::NeedsMigration { .. } | StoreError::LogBeside) => self
                .with_writer(to_look_into, |file| {
                    file.read(|reading| self.look_around(reading))
                }),
            // Whoever has waited for it once is not made to wait again.
            Err(busy @ StoreError::Busy) => Err(Failure::from(busy).in_file(&path)),
            _ => Ok(()),
        }
    }

    /// Puts the same file, encrypted with `to` or not at all, in the place of the one that is there.
    #[cfg(feature = "encryption")]
    pub(crate) fn convert(
        &self,
        to: Option<&Key>,
        keep_copy: bool,
        read_back: impl FnOnce() -> Result<Option<Key>, Failure>,
    ) -> Result<Conversion, Failure> {
        let (path, options) = self.place(opening)?;
        let converted = CaseFile::convert_with(&path, &options, to, keep_copy, read_back)
            .map_err(|failure| failure.in_file(&path))?;
        self.cache.has_stored.set(true);
        Ok(converted)
    }

    /// A case file that was named and is not there is refused: then nobody knows whether there are any cases.
    pub(crate) fn refuse_missing(&self) -> Result<(), Failure> {
        let file = self.path()?;
        if self.file.is_none() || file.exists() {
            return Ok(());
        }
        let typed_file = typed_again::path(&file);
        let missing = message!("case-file-missing", file, typed_file);
        Err(Failure::refused(missing).hint("hint-db"))
    }

    fn with_reader<T>(
        &self,
        opening: fn(Option<Key>) -> OpenOptions,
        work: impl FnOnce(&CaseFile) -> Result<T, Failure>,
    ) -> Result<Option<T>, Failure> {
        let (path, options) = self.place(opening)?;
        let read = || match CaseFile::open_for_reading(&path, &options)? {
            None => {
                clock_check::tell(self, None)?;
                Ok(None)
            }
            Some(file) => work(&file).map(Some),
        };
        read().map_err(|failure: Failure| failure.in_file(&path))
    }

    fn with_writer<T>(
        &self,
        opening: fn(Option<Key>) -> OpenOptions,
        work: impl FnOnce(&mut CaseFile) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        clock_check::may_be_today(self)?;
        let (path, options) = self.place(opening)?;
        let is_made = !CaseFile::is_there(&path);
        let write = || {
            let mut file = CaseFile::open_for_writing(&path, &options)?;
            if is_made {
                self.tell_made(&path)?;
            }
            if let Some(copy) = file.copy_taken() {
                // Said at once, whatever the command goes on to say or to fail with.
                let told = say!(self.words, "told-migrated", copy);
                Ui::new(self.style).tell_wrapped(&told, 0)?;
            }
            work(&mut file)
        };
        write().map_err(|failure: Failure| failure.in_file(&path))
    }

    /// Says of a file that was made who else may read it, and of a case file that nobody gave a place where it lies.
    pub(crate) fn tell_made(&self, path: &Path) -> Result<(), Failure> {
        let mut ui = Ui::new(self.style);
        if !paths::is_owners_alone(path) {
            let told = say!(self.words, "file-made-among-others", file = path);
            ui.tell_toned_wrapped(Tone::Warn, &told)?;
        }
        if self.file.is_none() && self.path()? == path && terminal::input_is_terminal() {
            let folder = files::folder_named_by(path);
            ui.tell_wrapped(&say!(self.words, "file-made", folder), 0)?;
        }
        Ok(())
    }

    fn place(
        &self,
        opening: fn(Option<Key>) -> OpenOptions,
    ) -> Result<(PathBuf, OpenOptions), Failure> {
        let path = self.path()?;
        let key = keys::for_opening(self, &path)?;
        Ok((path, opening(key)))
    }

    fn look_around(&self, reading: &Reading<'_>) -> Result<(), Failure> {
        self.note_opened(reading)?;
        clock_check::tell(self, Some(reading))
    }

    fn write_in<T>(
        &self,
        file: &mut CaseFile,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let done = file.write(|change| {
            self.note_opened(&change.read())?;
            clock_check::must_store(self, change)?;
            if !change.read().rows_are_current()? {
                self.plan_again(change)?;
            }
            let done = work(change)?;
            clock_check::note(self, change)?;
            self.keep_forms(change)?;
            Ok::<_, Failure>(done)
        })?;
        self.cache.has_stored.set(true);
        Ok(done)
    }

    fn plan_again(&self, change: &mut Change<'_>) -> Result<(), Failure> {
        for id in change.read().case_ids()? {
            let (_, standing) = self.planned(&change.read(), id)?;
            change.rebuild_rows(id, &standing)?;
        }
        change.rebuild_totals()?;
        Ok(change.mark_rows_current()?)
    }
}
