//! Copies of a case file, made while others may be using it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::connect;
use super::key::Key;
use crate::files;
use crate::store::{StoreError, Stored};

/// More copies of one name than this and something else is wrong.
const MOST_COPIES: u32 = 1000;
/// To the last page in one step: what is copied is the file at one moment.
const ALL_PAGES: i32 = -1;

/// The names a copy beside a file may have: `cases.db.v1.bak`, `cases.db.v1-2.bak`, …
pub(crate) fn names_beside(path: &Path, label: &str) -> impl Iterator<Item = PathBuf> {
    (1..=MOST_COPIES).map(move |number| match number {
        1 => files::with_added(path, &format!(".{label}.bak")),
        _ => files::with_added(path, &format!(".{label}-{number}.bak")),
    })
}

/// What lies in a file's folder under its name with more after it, in order; nothing where that cannot be listed.
pub(crate) fn beside(path: &Path) -> Vec<PathBuf> {
    let own = path.file_name().unwrap_or_default().as_encoded_bytes();
    let is_longer = |name: &[u8]| name.starts_with(own) && name.len() > own.len();
    let entries = fs::read_dir(files::folder_named_by(path))
        .into_iter()
        .flatten();
    let mut found: Vec<_> = entries
        .filter_map(|entry| entry.ok())
        .filter(|entry| is_longer(entry.file_name().as_encoded_bytes()))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found
}

pub(crate) fn before_migration(db: &Connection, path: &Path, from: u32) -> Stored<PathBuf> {
    take(names_beside(path, &format!("v{from}")), |part| {
        let name = part.to_str().ok_or(StoreError::NoSuchPlace)?;
        db.execute("VACUUM INTO ?1", [name])?;
        Ok(())
    })
}

/// Copies an open file beside itself, page by page, whatever the pages hold.
pub(crate) fn aside(
    db: &Connection,
    key: Option<&Key>,
    path: &Path,
    label: &str,
) -> Stored<PathBuf> {
    take(names_beside(path, label), |part| pages(db, key, part))
}

/// Lets `write` write a copy into an empty file and gives it the first name in the row that is free. What is there is never written
/// over; when writing fails nothing is left behind.
pub(crate) fn take<E: From<StoreError>>(
    names: impl Iterator<Item = PathBuf>,
    write: impl FnOnce(&Path) -> Result<(), E>,
) -> Result<PathBuf, E> {
    let name = files::make_first_free(names).map_err(StoreError::from)?;
    // Written under another name, so that no half copy ever bears the name of a whole one.
    let part = files::with_added(&name, ".part");
    if let Err(error) = files::make_file(&part) {
        // What lies there is somebody else's.
        let _ = fs::remove_file(&name);
        return Err(StoreError::from(error).into());
    }
    let in_place = || {
        files::sync(&part)?;
        files::replace(&part, &name)?;
        files::sync_folder_of(&name)
    };
    let written = write(&part).and_then(|()| Ok(in_place().map_err(StoreError::from)?));
    if let Err(error) = written {
        // The copy failed; what is left of it is of no use, and why it failed matters more than this.
        let _ = fs::remove_file(&part);
        let _ = fs::remove_file(&name);
        return Err(error);
    }
    Ok(name)
}

/// Copies page by page, whatever the pages hold. The copy of an encrypted file is encrypted with the same key.
pub(crate) fn pages(from: &Connection, key: Option<&Key>, to: &Path) -> Stored<()> {
    let mut target = connect::bare(to, key)?;
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
