//! Reads a file whose writer was killed, without writing to it.
//!
//! Such a file has a journal beside it with which SQLite takes back the half-done change the next time somebody
//! may write. A reader copies both into a private folder and lets SQLite do it there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::files;
use crate::store::{StoreError, Stored};

/// A rolled-back copy that stands in for a file; removed when dropped.
pub(crate) struct StandIn {
    folder: PathBuf,
    pub(super) file: PathBuf,
}

impl Drop for StandIn {
    fn drop(&mut self) {
        // Nothing can be done here when the system refuses; the folder is the owner's alone.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Copies a file and its journal into a new private folder under `scratch`. `Interrupted` when there is no such folder;
/// `Busy` when the journal went away meanwhile: somebody is writing.
pub(crate) fn stand_in_for(path: &Path, scratch: Option<&Path>) -> Stored<StandIn> {
    let journal = files::with_added(path, "-journal");
    let scratch = scratch.ok_or(StoreError::Interrupted)?;
    let before = mark_of(&journal).ok_or(StoreError::Busy)?;
    let stand_in = make_folder(scratch)?;
    // The journal first: as long as it is the same one, the only writing the file can have seen is the rolling
    // back of just this journal, which the copy's own rolling back repeats.
    let copied = files::copy_into_new(&journal, &files::with_added(&stand_in.file, "-journal"))
        .and_then(|()| files::copy_into_new(path, &stand_in.file));
    // Looked at before the copying's own errors: what went away meanwhile could not be copied.
    if mark_of(&journal) != Some(before) {
        return Err(StoreError::Busy);
    }
    copied?;
    Ok(stand_in)
}

fn make_folder(scratch: &Path) -> Stored<StandIn> {
    let own = std::process::id();
    for folder in files::numbered(|number| scratch.join(format!("sisam-{own}-{number}"))) {
        match files::make_folder(&folder) {
            Ok(()) => {
                let file = folder.join("cases.db");
                return Ok(StandIn { folder, file });
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(StoreError::Interrupted)
}

fn mark_of(file: &Path) -> Option<(u64, SystemTime)> {
    let metadata = fs::metadata(file).ok()?;
    Some((metadata.len(), metadata.modified().ok()?))
}
