//! Copies of a case file, made while others may be using it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use super::cipher::{self, Key};
use crate::files::{self, PartFile};
use crate::store::{StoreError, Stored};

/// To the last page in one step: what is copied is the file at one moment.
const ALL_PAGES: i32 = -1;

/// The names a copy beside a file may have: `cases.db.v1.bak`, `cases.db.v1-2.bak`, …
pub(crate) fn names_beside(path: &Path, label: &str) -> impl Iterator<Item = PathBuf> {
    files::numbered(move |number| match number {
        1 => files::with_added(path, &format!(".{label}.bak")),
        _ => files::with_added(path, &format!(".{label}-{number}.bak")),
    })
}

/// What lies in a file's folder under its name with more after it, in order; nothing where that cannot be listed.
pub(crate) fn beside(path: &Path) -> Vec<PathBuf> {
    let own = path.file_name().unwrap_or_default().as_encoded_bytes();
    let is_longer = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        name.starts_with(own) && name.len() > own.len()
    };
    let entries = fs::read_dir(files::folder_named_by(path));
    let paths = entries
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<_> = paths.filter(is_longer).collect();
    found.sort();
    found
}

pub(crate) fn before_migration(db: &Connection, path: &Path, from: u32) -> Stored<PathBuf> {
    let copy = take(names_beside(path, &format!("v{from}")), |part| {
        let part = std::path::absolute(part)?;
        let name = part.to_str().ok_or(StoreError::NoSuchPlace)?;
        db.execute("VACUUM INTO ?1", [name])?;
        Ok::<_, StoreError>(())
    });
    copy.map(PartFile::keep)
}

/// Copies an open file beside itself, page by page, whatever the pages hold.
pub(crate) fn aside(
    db: &Connection,
    key: Option<&Key>,
    path: &Path,
    label: &str,
) -> Stored<PartFile> {
    take(names_beside(path, label), |part| pages(db, key, part))
}

/// Lets `write` write a copy into an empty file and gives it the first name in the row that is free. What is there is never
/// written over; when writing fails nothing is left behind, nor when the copy is dropped.
pub(crate) fn take<E: From<StoreError>>(
    names: impl Iterator<Item = PathBuf>,
    write: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<PartFile, E> {
    let name = PartFile::first_free(names).map_err(StoreError::from)?;
    // Written under another name, so that no half copy ever bears the name of a whole one.
    let part = PartFile::first_free([files::with_added(&name.0, ".part")].into_iter());
    let part = part.map_err(StoreError::from)?;
    write(&part.0)?;
    let in_place = || {
        files::sync(&part.0)?;
        files::replace(&part.0, &name.0)?;
        files::sync_folder_of(&name.0)
    };
    in_place().map_err(StoreError::from)?;
    Ok(name)
}

/// Copies page by page, whatever the pages hold. The copy of an encrypted file is encrypted with the same key.
pub(crate) fn pages(from: &Connection, key: Option<&Key>, to: &Path) -> Stored<()> {
    let mut target = cipher::connect(to, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    over(from, &mut target)
}

/// Makes one database hold what another does, all of it or nothing: who reads or writes there meanwhile is waited for,
/// and a half-done copy is taken back like any half-done change.
pub(crate) fn over(from: &Connection, to: &mut Connection) -> Stored<()> {
    let copying = Backup::new(from, to)?;
    match copying.step(ALL_PAGES)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Busy),
    }
}
