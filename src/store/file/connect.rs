//! Opens the file: to read it without leaving a trace, or to write it so that nothing acknowledged is lost.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::{Connection, OpenFlags};

use super::cipher;
use super::identity::{Found, look_at};
use super::migrate::{Age, Schema};
use super::private;
use super::recovered;
use super::replaced::is_replaced;
use crate::store::{Opening, StoreError};

/// An open file.
pub(crate) struct Connected {
    /// The connection.
    pub(crate) db: Connection,
    /// The copy that was taken before the file was migrated.
    pub(crate) copy: Option<PathBuf>,
    /// The file was made now.
    pub(crate) is_new: bool,
    /// Removes the rolled-back copy that is read instead of an interrupted file; declared after `db`, which
    /// must be closed first.
    _stand_in: Option<recovered::StandIn>,
}

/// Nothing in a schema may call functions, and nothing is spilled to files beside ours.
const CAREFUL: &str = "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;";

const READING: &str = "PRAGMA query_only = ON;";

/// `EXTRA` is `FULL`, and the folder too is on the disk before a change is acknowledged: without that a power
/// cut could bring the journal back and undo it. The cache (KiB) holds what a large import touches.
const WRITING: &str = "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; \
     PRAGMA cache_size = -131072;";

/// Opens a file read-only; `None` when there is none. Changes and creates nothing, whatever it finds.
///
/// The folder for temporary files is used when a program died while writing: its half-done change can only be rolled
/// back by writing, so a copy is rolled back and read.
pub(crate) fn connect_for_reading(
    path: &Path,
    schema: Schema,
    opening: &Opening,
) -> Result<Option<Connected>, StoreError> {
    if look_at(path)? == Found::Nothing {
        return Ok(None);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connected = match open(path, flags, schema, opening) {
        Err(StoreError::Interrupted) => {
            let stand_in = recovered::stand_in_for(path, opening.scratch.as_deref())?;
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
            let (db, age) = open(stand_in.path(), flags, schema, opening)?;
            (db, age, Some(stand_in))
        }
        opened => opened.map(|(db, age)| (db, age, None))?,
    };
    let (db, age, stand_in) = connected;
    if let Age::Older(found) = age {
        let ours = schema.version();
        return Err(StoreError::NeedsMigration { found, ours });
    }
    db.execute_batch(READING)?;
    Ok(Some(Connected {
        db,
        copy: None,
        is_new: false,
        _stand_in: stand_in,
    }))
}

/// Opens a file for reading and writing, makes it when it is missing and migrates it when it is older.
pub(crate) fn connect_for_writing(
    path: &Path,
    schema: Schema,
    opening: &Opening,
) -> Result<Connected, StoreError> {
    if look_at(path)? == Found::Nothing {
        private::make_folder_of(path)?;
        match private::make_file(path) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error.into()),
            _ => {}
        }
    }
    let (mut db, age) = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, schema, opening)?;
    if db.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    // No write-ahead log: the file must be whole when it is copied, and readable from a read-only medium.
    db.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    db.execute_batch(WRITING)?;
    let copy = match age {
        Age::Current => None,
        Age::Older(_) => schema.migrate(&mut db, path)?,
    };
    Ok(Connected {
        db,
        copy,
        is_new: age == Age::Older(0),
        _stand_in: None,
    })
}

/// How often another file may come in the place of this one before we give up.
const MOST_LOOKS: u32 = 8;

/// Opens what lies there. Another file may come in its place between any two looks at it; then that one is opened.
fn open(
    path: &Path,
    flags: OpenFlags,
    schema: Schema,
    opening: &Opening,
) -> Result<(Connection, Age), StoreError> {
    for _ in 0..MOST_LOOKS {
        let found = look_at(path)?;
        let before = modified(path);
        match open_as(found, path, flags, schema, opening) {
            Ok(None) => {}
            Ok(Some(opened)) => return Ok(opened),
            // It may look the same again, when two others have come in its place.
            Err(_) if look_at(path) != Ok(found) || modified(path) != before => {}
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::Busy)
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// `None` when another file has come in the place of what was found.
fn open_as(
    found: Found,
    path: &Path,
    flags: OpenFlags,
    schema: Schema,
    opening: &Opening,
) -> Result<Option<(Connection, Age)>, StoreError> {
    let key = match found {
        Found::CaseFile => None,
        // What is made with a key at hand is encrypted from its first byte.
        Found::Nothing => opening.key.as_ref(),
        Found::Encrypted(_) => Some(opening.key.as_ref().ok_or(StoreError::Encrypted)?),
    };
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.busy_timeout(opening.patience)?;
    if let Some(key) = key {
        cipher::unlock(&db, key)?;
    }
    db.execute_batch(CAREFUL)?;
    match is_replaced(&db) {
        Ok(false) => {}
        Ok(true) => return Ok(None),
        Err(damaged @ StoreError::Damaged(_)) if key.is_some() => {
            return Err(cipher::why_unreadable(&db, path, damaged)?);
        }
        Err(error) => return Err(error),
    }
    let age = schema.age_of(&db)?;
    Ok(Some((db, age)))
}
