//! Private copies of a case file, gone when dropped: one on its way in, beside the place it is to take, and one that is read
//! in the place of a file whose writer was killed.
//!
//! Such a file has a journal beside it with which SQLite takes back the half-done change the next time somebody
//! may write. A reader copies both into a private folder and lets SQLite do it there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::copy;
use super::identity::{FirstBytes, look_at};
use crate::files::{self, DATABASE_FILES, PartFile};
use crate::store::{StoreError, Stored};

/// What lies beside a file and undoes what is half stored, by what is added to its name.
const JOURNAL: &str = "-journal";

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
        for added in [JOURNAL, "-wal"] {
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

/// The folder of a rolled-back copy that stands in for a file.
pub(super) struct StandIn(PathBuf);

impl Drop for StandIn {
    fn drop(&mut self) {
        // Nothing can be done here when the system refuses; the folder is the owner's alone.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl StandIn {
    /// Copies a file and its journal into a new private folder under `scratch`. `Interrupted` when there is no such
    /// folder; `Busy` when the journal went away meanwhile: somebody is writing.
    pub(super) fn of(path: &Path, scratch: Option<&Path>) -> Stored<Self> {
        let journal = files::with_added(path, JOURNAL);
        let scratch = scratch.ok_or(StoreError::Interrupted)?;
        let before = mark_of(&journal).ok_or(StoreError::Busy)?;
        let own = std::process::id();
        let names = files::numbered(|number| scratch.join(format!("sisam-{own}-{number}")));
        let stand_in = Self(files::first_free(names, files::make_folder)?);
        // The journal first: as long as it is the same one, the only writing the file can have seen is the rolling
        // back of just this journal, which the copy's own rolling back repeats.
        let file = stand_in.file();
        let copied = files::copy_into_new(&journal, &files::with_added(&file, JOURNAL))
            .and_then(|()| files::copy_into_new(path, &file));
        // Looked at before the copying's own errors: what went away meanwhile could not be copied.
        if mark_of(&journal) != Some(before) {
            return Err(StoreError::Busy);
        }
        copied?;
        Ok(stand_in)
    }

    pub(super) fn file(&self) -> PathBuf {
        self.0.join("cases.db")
    }
}

fn mark_of(file: &Path) -> Option<(u64, SystemTime)> {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}
