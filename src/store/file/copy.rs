//! A consistent copy of a case file, made while others may be using it.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::identity::{Found, look_at};
use super::private;
use crate::store::StoreError;

/// More copies of one version than this and something else is wrong.
const MOST_COPIES: u32 = 1000;

/// Copies the file before it is migrated from version `from`: beside it, as `cases.db.v1.bak`, or the next free
/// name after that. What is there is never written over.
pub(crate) fn before_migration(
    db: &Connection,
    path: &Path,
    from: u32,
) -> Result<PathBuf, StoreError> {
    beside(db, path, &format!(".v{from}"))
}

/// Copies the file to a free name beside it, with something added to its own. The copy of an encrypted file is
/// encrypted with the same key.
pub(crate) fn beside(db: &Connection, path: &Path, added: &str) -> Result<PathBuf, StoreError> {
    let names = (1..=MOST_COPIES).map(|number| match number {
        1 => private::with_added(path, &format!("{added}.bak")),
        _ => private::with_added(path, &format!("{added}-{number}.bak")),
    });
    let name = private::make_first_free(names)?;
    // Written under another name, so that no half copy ever bears the name of a whole one.
    let part = private::with_added(&name, ".part");
    let written = write(db, &part).and_then(|()| Ok(fs::rename(&part, &name)?));
    if let Err(error) = written {
        // The copy failed; what is left of it is of no use, and why it failed matters more than this.
        let _ = fs::remove_file(&part);
        let _ = fs::remove_file(&name);
        return Err(error);
    }
    Ok(name)
}

/// Case files beside a file that are not encrypted, of those whose names begin as its own.
pub(crate) fn readable_beside(path: &Path) -> Vec<PathBuf> {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|other| other.file_name() != path.file_name())
        .filter(|other| {
            let other = other.file_name().unwrap_or_default().as_encoded_bytes();
            other.starts_with(name)
        })
        .filter(|other| look_at(other) == Ok(Found::CaseFile))
        .collect();
    found.sort();
    found
}

fn write(db: &Connection, to: &Path) -> Result<(), StoreError> {
    let Some(name) = to.to_str() else {
        return Err(StoreError::NoSuchPlace);
    };
    private::make_file(to)?;
    db.execute("VACUUM INTO ?1", [name])?;
    private::sync(to)?;
    Ok(())
}
