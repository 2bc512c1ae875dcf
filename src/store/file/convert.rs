//! Puts the same content, encrypted or not, in the place of a file.
//!
//! 1. The old file is locked against everybody and stays so.
//! 2. Its content is written to a new file beside it, compared row for row, checked, and opened as anybody would.
//! 3. The new file, locked too, is renamed over the old one: at every moment the path leads to one whole file.
//! 4. The old one, which no path leads to now, is marked as replaced and its pages are overwritten.
//! 5. The old one's lock goes first. Whoever waited for it sees the mark and opens the new one, and until they have
//!    had time to, nobody writes there: a journal beside the new file must not be taken for the old one's.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use super::connect::{Connected, connect_for_writing};
use super::held::keep_everybody_out;
use super::key::Key;
use super::migrate::SCHEMA;
use super::replaced::GONE;
use super::same::{same, tables};
use super::{copy, private};
use crate::store::{Opening, StoreError};

/// SQLite tries again every tenth of a second at the latest.
const TIME_TO_SEE_THE_MARK: Duration = Duration::from_millis(400);

/// What came of putting a file in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// The copy of the old file that was asked for.
    pub copy: Option<PathBuf>,
    /// Whether all that the old file held was overwritten. The new one is in its place either way.
    pub overwritten: bool,
}

/// See [`crate::store::CaseFile::convert`]. `check` says whether all in a file is as it should be.
pub(crate) fn convert(
    path: &Path,
    opening: &Opening,
    to: Option<&Key>,
    keep_copy: bool,
    check: fn(&Connection) -> Result<(), StoreError>,
) -> Result<Converted, StoreError> {
    // A link to the file stays one.
    let path = &fs::canonicalize(path)?;
    let old = connect_for_writing(path, SCHEMA, opening)?;
    keep_everybody_out(&old.db)?;
    check(&old.db)?;
    let part = Part::make(private::with_added(path, ".part"))?;
    write_content(&old.db, &part.0, to)?;
    fs::set_permissions(&part.0, fs::metadata(path)?.permissions())?;
    private::sync(&part.0)?;
    let opening = Opening {
        key: to.cloned(),
        ..opening.clone()
    };
    let new = connect_for_writing(&part.0, SCHEMA, &opening)?;
    keep_everybody_out(&new.db)?;
    check(&new.db)?;
    let copy = keep_copy
        .then(|| {
            copy::take(copy::names_beside(path, "old"), |part| {
                copy::pages(&old.db, old.key.as_ref(), part)
            })
        })
        .transpose()?;
    part.take_place(path)?;
    let overwritten = private::sync_folder_of(path)
        .map_err(StoreError::from)
        .and_then(|()| overwrite(&old))
        .is_ok();
    drop(old);
    thread::sleep(TIME_TO_SEE_THE_MARK);
    drop(new);
    Ok(Converted { copy, overwritten })
}

/// A file under way; removed when dropped, unless it has taken its place.
struct Part(PathBuf);

impl Part {
    /// What an interrupted attempt left is of no use. Nobody else makes one: the lock keeps them out.
    fn make(path: PathBuf) -> Result<Self, StoreError> {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        private::make_file(&path)?;
        Ok(Self(path))
    }

    /// Takes the place of another file. From then on the name is anybody's who holds the file there.
    fn take_place(self, place: &Path) -> Result<(), StoreError> {
        fs::rename(&self.0, place)?;
        std::mem::forget(self);
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // When the system refuses, nothing can be done here.
        let _ = fs::remove_file(&self.0);
    }
}

/// Writes all that the main database holds to a file, and compares. The file is of no use unless that succeeds, so
/// it needs no journal, and it is brought to the disk at the end.
fn write_content(db: &Connection, part: &Path, key: Option<&Key>) -> Result<(), StoreError> {
    let name = part.to_str().ok_or(StoreError::NoSuchPlace)?;
    let key = key.map(Key::for_sqlcipher).unwrap_or_default();
    db.execute("ATTACH DATABASE ?1 AS part KEY ?2", [name, &key])?;
    db.execute_batch(
        "PRAGMA part.journal_mode = OFF; PRAGMA part.synchronous = OFF; PRAGMA cipher_log_level = NONE; BEGIN;",
    )?;
    db.query_row("SELECT sqlcipher_export('part')", [], |_| Ok(()))?;
    for pragma in ["application_id", "user_version"] {
        let value: i64 = db.pragma_query_value(None, pragma, |row| row.get(0))?;
        db.pragma_update(Some("part"), pragma, value)?;
    }
    db.execute_batch("COMMIT")?;
    same(db, "part")?;
    db.execute_batch("DETACH DATABASE part")?;
    Ok(())
}

/// Marks the old file and fills its pages with zeros. It needs no journal: nobody will read it.
fn overwrite(old: &Connected) -> Result<(), StoreError> {
    let db = &old.db;
    db.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA main.journal_mode = OFF; PRAGMA secure_delete = ON;",
    )?;
    db.pragma_update(None, "application_id", GONE)?;
    let tables = tables(db)?;
    db.execute_batch("BEGIN IMMEDIATE")?;
    for table in tables {
        let is_sqlites_own = table.starts_with("\"sqlite_");
        let verb = if is_sqlites_own {
            "DELETE FROM"
        } else {
            "DROP TABLE"
        };
        db.execute_batch(&format!("{verb} {table}"))?;
    }
    db.execute_batch("COMMIT")?;
    Ok(())
}
