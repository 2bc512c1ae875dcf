//! A case file on its way in: a private working copy beside the place it is to take, gone when dropped.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::copy;
use super::identity::{Found, look_at};
use super::private;
use crate::store::StoreError;

/// More left-over copies than this and something else is wrong.
const MOST_NAMES: u32 = 1000;

/// A working copy beside the place it is to take.
pub(crate) struct Incoming {
    path: PathBuf,
}

impl Incoming {
    /// Copies a file, and the journal of a writer that was killed, as they are.
    ///
    /// # Errors
    /// When it is not a case file, or there is no room or right to write beside the place.
    pub(crate) fn copy_of(file: &Path, beside: &Path) -> Result<Self, StoreError> {
        if look_at(file)? == Found::Nothing {
            return Err(StoreError::NotADatabase);
        }
        private::make_folder_of(beside)?;
        let names = (1..=MOST_NAMES)
            .map(|number| private::with_added(beside, &format!(".restore-{number}.part")));
        let path = private::make_first_free(names)?;
        let incoming = Self { path };
        private::copy_into(file, &incoming.path)?;
        let journal = private::with_added(file, "-journal");
        if journal.exists() {
            private::copy_into_new(&journal, &incoming.journal())?;
        }
        Ok(incoming)
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Takes a place where nothing lies, or an empty file; it must not be open.
    ///
    /// # Errors
    /// `Busy` when something has come to lie there; it is left alone.
    pub(crate) fn take_place(&self, place: &Path) -> Result<(), StoreError> {
        if look_at(place)? != Found::Nothing {
            return Err(StoreError::Busy);
        }
        private::sync(&self.path)?;
        // The journal of a file that is gone would be taken for this one's.
        set_journal_aside(place, &private::with_added(place, ".before-restore.bak"))?;
        // A second name, where the system knows such, is given only if nobody has taken the place since.
        let is_empty_file = place.exists();
        match fs::hard_link(&self.path, place) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !is_empty_file => {
                return Err(StoreError::Busy);
            }
            Err(_) => fs::rename(&self.path, place)?,
            Ok(()) => {}
        }
        Ok(private::sync_folder_of(place)?)
    }

    /// Takes the place of a file that cannot be opened, once its bytes lie aside; it must not be open.
    pub(crate) fn take_place_of_broken(
        &self,
        place: &Path,
        aside: &Path,
    ) -> Result<(), StoreError> {
        private::sync(&self.path)?;
        set_journal_aside(place, aside)?;
        fs::rename(&self.path, place)?;
        Ok(private::sync_folder_of(place)?)
    }

    fn journal(&self) -> PathBuf {
        private::with_added(&self.path, "-journal")
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // Gone already where it has taken its place; when the system refuses, the copy is the owner's alone.
        let _ = fs::remove_file(&self.path);
        let _ = fs::remove_file(self.journal());
    }
}

/// Copies the bytes of a file that cannot be opened beside it; says where they lie.
pub(crate) fn set_aside(place: &Path, label: &str) -> Result<PathBuf, StoreError> {
    copy::take(copy::names_beside(place, label), |part| {
        Ok::<_, StoreError>(private::copy_into_new(place, part)?)
    })
}

fn set_journal_aside(place: &Path, aside: &Path) -> io::Result<()> {
    let journal = private::with_added(place, "-journal");
    match fs::rename(&journal, private::with_added(aside, "-journal")) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
