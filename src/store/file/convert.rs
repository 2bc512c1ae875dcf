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
//!
//! Windows holds no folders and puts no file in the place of one that is open. There the old file gets a second name and
//! is let go of before the new one comes: who has it open keeps it, and that nobody wrote in between is seen afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::cipher::Key;
use super::connect::{OpenFile, OpenOptions, connect_in_held_folder, keep_everybody_out};
use super::copy;
use super::identity::SUPERSEDED;
use super::leftovers::{part_names, take_leftovers_away};
use crate::files::{self, PartFile};
use crate::store::tables::Tables;
use crate::store::{CaseFile, Reading, StoreError, Stored};

/// What came of putting a file in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    pub copy: Option<PathBuf>,
    /// Whether all that the old file held was overwritten. The new one is in its place either way.
    pub overwritten: bool,
}

impl CaseFile {
    /// Puts the same file, encrypted with `to` or with none, in the place of the one that is there, and overwrites that
    /// one. With `keep_copy` a copy of it stays. Nobody reads or writes meanwhile; who waits goes on with the new file.
    /// All is checked before; the new file must open with the key that `read_back` gives. When
    /// this fails, unless the new file is in its place, or that is `Unconfirmed`, nothing is changed or left behind.
    pub fn convert_with<E: From<StoreError>>(
        path: &Path,
        options: &OpenOptions,
        to: Option<&Key>,
        keep_copy: bool,
        read_back: impl FnOnce() -> Result<Option<Key>, E>,
    ) -> Result<Conversion, E> {
        let check = |db| Reading::new(Tables { db }, options.planner).verify_everything();
        // A link to the file stays one.
        let path = &fs::canonicalize(path).map_err(StoreError::from)?;
        let folder = files::hold_folder_of(path, true, options.patience);
        let folder = folder.map_err(StoreError::from)?;
        if folder.is_none() && cfg!(unix) {
            return Err(StoreError::NoLocks.into());
        }
        let old = connect_in_held_folder(path, options)?;
        keep_everybody_out(&old.db)?;
        check(&old.db)?;
        take_leftovers_away(&old.db, path);
        let part = PartFile::first_free(part_names(path)).map_err(StoreError::from)?;
        write_content(&old.db, &part.0, to)?;
        let like_the_old = |permissions| fs::set_permissions(&part.0, permissions);
        let old_file = fs::metadata(path).and_then(|old| like_the_old(old.permissions()));
        old_file
            .and_then(|()| files::sync(&part.0))
            .map_err(StoreError::from)?;
        let options_of_new = OpenOptions {
            key: read_back()?,
            ..options.clone()
        };
        let new = connect_in_held_folder(&part.0, &options_of_new)?;
        check(&new.db)?;
        drop(new);
        let copy_old = || copy::aside(&old.db, old.key.as_ref(), path, "old");
        let copy = keep_copy.then(copy_old).transpose()?.map(PartFile::keep);
        let overwritten = match folder {
            None => replace_closed(old, part, path, options)?,
            Some(_) => {
                take_place(part, path)?;
                let synced = files::sync_folder_of(path).map_err(StoreError::from);
                synced.and_then(|()| overwrite(&old)).is_ok()
            }
        };
        Ok(Conversion { copy, overwritten })
    }
}

/// Lets go of the old file, puts the new one in its place and overwrites the old one under another name; whether that
/// was done. `Busy` when somebody has it open, or has written to it since it was let go of: then it lies there again.
fn replace_closed(
    old: OpenFile,
    part: PartFile,
    path: &Path,
    options: &OpenOptions,
) -> Stored<bool> {
    let before = fs::read(path)?;
    let second_name = |name: &Path| fs::hard_link(path, name);
    let aside = PartFile(files::first_free(part_names(path), second_name)?);
    drop(old);
    take_place(part, path).map_err(|error| match error {
        StoreError::Unconfirmed(_) => error,
        _ => StoreError::Busy,
    })?;
    if fs::read(&aside.0)? != before {
        files::replace(&aside.keep(), path)?;
        return Err(StoreError::Busy);
    }
    let old = connect_in_held_folder(&aside.0, options)?;
    Ok(overwrite(&old).is_ok())
}

/// From then on the name is anybody's who holds the file there.
fn take_place(part: PartFile, place: &Path) -> Stored<()> {
    let placed = files::replace(&part.0, place).map_err(StoreError::from);
    if matches!(placed, Ok(()) | Err(StoreError::Unconfirmed(_))) {
        part.keep();
    }
    placed
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
fn overwrite(old: &OpenFile) -> Stored<()> {
    let db = &old.db;
    db.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA main.journal_mode = OFF; PRAGMA secure_delete = ON;",
    )?;
    db.pragma_update(None, "application_id", SUPERSEDED)?;
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

/// Whether the database attached as `other` is the main one again: versions, tables, indexes, triggers, every row.
/// `Other` with the name of what differs.
fn same(db: &Connection, other: &str) -> Stored<()> {
    let compare = |what: &str, main: &str, copy: &str| {
        if same_rows(db, main, copy)? {
            return Ok(());
        }
        Err(StoreError::Other(format!("{what}: not the same")))
    };
    for pragma in ["application_id", "user_version"] {
        let of = |database: &str| format!("PRAGMA {database}.{pragma}");
        compare(pragma, &of("main"), &of(other))?;
    }
    let schema = |database: &str| {
        format!(
            "SELECT type, name, tbl_name, sql FROM {database}.sqlite_schema ORDER BY type, name"
        )
    };
    compare("sqlite_schema", &schema("main"), &schema(other))?;
    for table in tables(db)? {
        let rows = |database: &str| format!("SELECT * FROM {database}.{table}");
        compare(&table, &rows("main"), &rows(other))?;
    }
    Ok(())
}

/// The names of the tables, quoted.
fn tables(db: &Connection) -> Stored<Vec<String>> {
    let mut names = db.prepare(
        "SELECT '\"' || replace(name, '\"', '\"\"') || '\"' FROM main.sqlite_schema WHERE type = 'table'",
    )?;
    let names = names.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Whether two queries give the same rows in the same order. Neither is held in memory.
fn same_rows(db: &Connection, one: &str, other: &str) -> Stored<bool> {
    let (mut one, mut other) = (db.prepare(one)?, db.prepare(other)?);
    let columns = one.column_count();
    if columns != other.column_count() {
        return Ok(false);
    }
    let (mut one, mut other) = (one.query([])?, other.query([])?);
    loop {
        match (one.next()?, other.next()?) {
            (None, None) => return Ok(true),
            (Some(one), Some(other)) => {
                let mut columns = 0..columns;
                if columns.any(|column| one.get_ref(column).ok() != other.get_ref(column).ok()) {
                    return Ok(false);
                }
            }
            _ => return Ok(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What Windows needs, and every system can do.
    #[test]
    fn a_file_that_is_let_go_of_is_replaced_and_overwritten() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("cases.db");
        let options = OpenOptions::default();
        let opened = |path: &Path| connect_in_held_folder(path, &options).unwrap();
        let old = opened(&path);
        let part = home.path().join("part");
        drop(opened(&part));
        let new = fs::read(&part).unwrap();
        let kept = home.path().join("kept");
        fs::hard_link(&path, &kept).unwrap();
        assert_eq!(
            replace_closed(old, PartFile(part), &path, &options),
            Ok(true)
        );
        assert!(fs::read(&path).unwrap() == new);
        assert!(Connection::open(&kept).is_ok_and(|db| super::super::is_replaced(&db) == Ok(true)));
        assert_eq!(fs::read_dir(&home).unwrap().count(), 2);
    }

    fn differ(change: &str) -> bool {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch("ATTACH ':memory:' AS copy").unwrap();
        for database in ["main", "copy"] {
            db.execute_batch(&format!(
                "PRAGMA {database}.user_version = 2;
                 CREATE TABLE {database}.\"t x\" (a INTEGER PRIMARY KEY, b);
                 CREATE INDEX {database}.i ON \"t x\" (b);
                 INSERT INTO {database}.\"t x\" VALUES (1, 'å'), (2, NULL), (3, x'00'), (4, 1)"
            ))
            .unwrap();
        }
        db.execute_batch(change).unwrap();
        same(&db, "copy").is_err()
    }

    #[test]
    fn every_difference_is_seen() {
        assert!(!differ(""));
        for change in [
            "UPDATE copy.\"t x\" SET b = 'ä' WHERE a = 1",
            "UPDATE copy.\"t x\" SET b = '' WHERE a = 2",
            "UPDATE copy.\"t x\" SET b = '1' WHERE a = 4",
            "DELETE FROM copy.\"t x\" WHERE a = 4",
            "DELETE FROM main.\"t x\" WHERE a = 4",
            "UPDATE copy.\"t x\" SET a = 5 WHERE a = 4",
            "DROP INDEX copy.i",
            "CREATE TABLE copy.more (a)",
            "PRAGMA copy.user_version = 3",
            "PRAGMA copy.application_id = 3",
        ] {
            assert!(differ(change), "{change}");
        }
    }
}
