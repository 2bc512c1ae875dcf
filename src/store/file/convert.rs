//! Puts the same content, encrypted or not, in the place of a file.
//!
//! 1. The folder is held alone: whoever opens a case file there to write holds it too, so that nobody is about to write to
//!    the old file. One who was would take a journal beside the new file for the old one's.
//! 2. The old file is locked against readers and stays so.
//! 3. Its content is written to a new file beside it, compared row for row, checked, and opened as anybody would, with
//!    the key as it can be had back.
//! 4. The new file is renamed over the old one: at every moment the path leads to one whole file.
//! 5. The old one, which no path leads to now, is marked as replaced and its pages are overwritten. Readers who waited
//!    for it see the mark and open the new one.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::connect::{Connected, connect_in_held_folder};
use super::copy;
use super::held::keep_everybody_out;
use super::identity::{Found, GONE, look_at};
use super::key::Key;
use super::migrate::SCHEMA;
use super::same::{same, tables};
use crate::files;
use crate::store::{Opening, StoreError, Stored};

/// What came of putting a file in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    pub copy: Option<PathBuf>,
    /// Whether all that the old file held was overwritten. The new one is in its place either way.
    pub overwritten: bool,
}

/// See [`crate::store::CaseFile::convert_with`]. `check` says whether all in a file is as it should be.
pub(crate) fn convert<E: From<StoreError>>(
    path: &Path,
    opening: &Opening,
    to: Option<&Key>,
    keep_copy: bool,
    read_back: impl FnOnce() -> Result<Option<Key>, E>,
    check: impl Fn(&Connection) -> Stored<()>,
) -> Result<Converted, E> {
    // A link to the file stays one.
    let path = &fs::canonicalize(path).map_err(StoreError::from)?;
    let _folder = files::hold_folder_of(path, true, opening.patience)
        .map_err(StoreError::from)?
        .ok_or(StoreError::NoLocks)?;
    let old = connect_in_held_folder(path, SCHEMA, opening)?;
    keep_everybody_out(&old.db)?;
    check(&old.db)?;
    take_leftovers_away(&old.db, path);
    let part = Part::make(path)?;
    write_content(&old.db, &part.0, to)?;
    let like_the_old = |permissions| fs::set_permissions(&part.0, permissions);
    let old_file = fs::metadata(path).and_then(|old| like_the_old(old.permissions()));
    old_file
        .and_then(|()| files::sync(&part.0))
        .map_err(StoreError::from)?;
    let opening = Opening {
        key: read_back()?,
        ..opening.clone()
    };
    let new = connect_in_held_folder(&part.0, SCHEMA, &opening)?;
    check(&new.db)?;
    drop(new);
    let copy_old = || copy::aside(&old.db, old.key.as_ref(), path, "old");
    let copy = keep_copy.then(copy_old).transpose()?;
    part.take_place(path)?;
    let overwritten = files::sync_folder_of(path)
        .map_err(StoreError::from)
        .and_then(|()| overwrite(&old))
        .is_ok();
    Ok(Converted { copy, overwritten })
}

/// More left-over files than this and something else is wrong.
const MOST_PARTS: u32 = 1000;

fn part_names(path: &Path) -> impl Iterator<Item = PathBuf> {
    (1..=MOST_PARTS).map(|number| files::with_added(path, &format!(".convert-{number}.part")))
}

/// A file under way; removed when dropped, unless it has taken its place.
struct Part(PathBuf);

impl Part {
    fn make(path: &Path) -> Stored<Self> {
        Ok(Self(files::make_first_free(part_names(path))?))
    }

    /// Takes the place of another file. From then on the name is anybody's who holds the file there.
    fn take_place(self, place: &Path) -> Stored<()> {
        let placed = files::replace(&self.0, place).map_err(StoreError::from);
        if matches!(placed, Ok(()) | Err(StoreError::Unconfirmed(_))) {
            std::mem::forget(self);
        }
        placed
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // When the system refuses, nothing can be done here.
        let _ = fs::remove_file(&self.0);
    }
}

pub(crate) fn left_by_conversion(path: &Path) -> Vec<PathBuf> {
    let Ok(path) = fs::canonicalize(path) else {
        return Vec::new();
    };
    let left: Vec<_> = part_names(&path).take_while(|part| part.exists()).collect();
    let is_readable = |part: &PathBuf| look_at(part) == Ok(Found::CaseFile);
    if left.is_empty() || files::hold_folder_of(&path, false, std::time::Duration::ZERO).is_err() {
        return Vec::new();
    }
    left.into_iter().filter(is_readable).collect()
}

/// Takes away what a conversion that was stopped has left beside an open file, unless it is, or may be, a whole file
/// that holds anything which this one does not.
pub(super) fn take_leftovers_away(db: &Connection, path: &Path) {
    let Ok(path) = fs::canonicalize(path) else {
        return;
    };
    for part in part_names(&path).take_while(|part| part.exists()) {
        let is_needless = match look_at(&part) {
            Ok(Found::CaseFile) => holds_all_of(db, &part),
            Ok(Found::Nothing)
            | Err(StoreError::NotADatabase | StoreError::AnotherProgramsFile) => Ok(true),
            Ok(_) | Err(_) => Ok(false),
        };
        if matches!(is_needless, Ok(true) | Err(StoreError::Damaged(_))) {
            // Else it is told of.
            let _ = fs::remove_file(&part);
        }
    }
}

fn holds_all_of(db: &Connection, file: &Path) -> Stored<bool> {
    let other = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut heads = other.prepare("SELECT reference, head_seq, head_hash FROM cases")?;
    let mut heads = heads.query([])?;
    let mut held = db.prepare(
        "SELECT 1 FROM event JOIN cases ON cases.id = case_id WHERE reference = ?1 AND seq = ?2 AND hash = ?3",
    )?;
    while let Some(head) = heads.next()? {
        let head: (String, i64, Vec<u8>) = (head.get(0)?, head.get(1)?, head.get(2)?);
        if !held.exists(head)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Writes all that the main database holds to a file, and compares. The file is of no use unless that succeeds, so
/// it needs no journal, and it is brought to the disk at the end.
fn write_content(db: &Connection, part: &Path, key: Option<&Key>) -> Stored<()> {
    let name = part.to_str().ok_or(StoreError::NoSuchPlace)?;
    let key = key.map(Key::for_sqlcipher).unwrap_or_default();
    db.execute("ATTACH DATABASE ?1 AS part KEY ?2", [name, &key.0])?;
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
fn overwrite(old: &Connected) -> Stored<()> {
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
