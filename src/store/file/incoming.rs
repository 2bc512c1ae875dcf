//! A case file on its way in: a private working copy beside the place it is to take, gone when dropped.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::copy;
use super::identity::{FirstBytes, look_at};
use crate::files::{self, DATABASE_FILES, PartFile};
use crate::store::{StoreError, Stored};

/// What lies beside a file and holds what is stored, or undoes what is half stored, by what is added to its name.
const HOLDING_CONTENT: [&str; 2] = ["-journal", "-wal"];

pub(crate) struct Incoming(PartFile);

impl Incoming {
    /// Copies a file, and the journal of a writer that was killed or the log of another program, as they are.
    pub(crate) fn copy_of(file: &Path, beside: &Path) -> Stored<Self> {
        if look_at(file)? == FirstBytes::Nothing {
            return Err(StoreError::NotADatabase);
        }
        files::make_folder_of(beside)?;
        let name = |number| files::with_added(beside, &format!(".restore-{number}.part"));
        let incoming = Self(PartFile::first_free(files::numbered(name))?);
        files::copy_into(file, incoming.path())?;
        for added in HOLDING_CONTENT {
            let beside = files::with_added(file, added);
            if beside.exists() {
                files::copy_into_new(&beside, &files::with_added(incoming.path(), added))?;
            }
        }
        Ok(incoming)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0.0
    }

    /// Takes the place of a file that cannot be opened, once its bytes lie aside; it must not be open.
    pub(crate) fn take_place_of_broken(&self, place: &Path, aside: &Path) -> Stored<()> {
        files::sync(self.path())?;
        set_beside_aside(place, aside)?;
        files::replace(self.path(), place)?;
        files::sync_folder_of(place).map_err(|error| StoreError::from(error).in_doubt())
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        for added in DATABASE_FILES {
            let _ = fs::remove_file(files::with_added(self.path(), added));
        }
    }
}

/// Copies the bytes of a file that cannot be opened beside it; says where they lie.
pub(crate) fn set_aside(place: &Path, label: &str) -> Stored<PathBuf> {
    let copy = copy::take(copy::names_beside(place, label), |part| {
        Ok::<_, StoreError>(files::copy_into(place, part)?)
    });
    copy.map(PartFile::keep)
}

/// Takes away what lies beside a file that is gone: it would be taken for that of the file which comes there.
pub(crate) fn set_beside_aside(place: &Path, aside: &Path) -> io::Result<()> {
    for added in DATABASE_FILES {
        let beside = files::with_added(place, added);
        if beside.exists() {
            files::replace(&beside, &files::with_added(aside, added))?;
        }
    }
    Ok(())
}
