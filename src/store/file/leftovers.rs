//! What a conversion that was stopped has left beside a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::identity::{FirstBytes, look_at};
use crate::files::{self, DATABASE_FILES};
use crate::store::{StoreError, Stored};

pub(crate) fn part_names(path: &Path) -> impl Iterator<Item = PathBuf> {
    files::numbered(|number| files::with_added(path, &format!(".convert-{number}.part")))
}

/// Those names beside the file of what this program, or SQLite for it, has left half done: copies and what belongs to
/// them, and files with nothing in them, such as the name that a copy was to get.
pub(crate) fn leftovers_among(names: Vec<String>, path: &Path) -> [Vec<String>; 2] {
    let mut left = [Vec::new(), Vec::new()];
    for name in names {
        let file = path.with_file_name(&name);
        let end_of_databases = DATABASE_FILES.iter().find_map(|end| name.strip_suffix(end));
        let is_part = end_of_databases.unwrap_or(&name).ends_with(".part");
        let is_empty = fs::metadata(&file).is_ok_and(|found| found.is_file() && found.len() == 0);
        let is_copy = name.ends_with(".bak") && files::is_own_name(&file);
        match is_empty {
            true if is_part || is_copy => left[1].push(name),
            false if is_part => left[0].push(name),
            _ => {}
        }
    }
    left
}

/// Files that a conversion which was stopped has left beside the file, and that anybody can read.
pub fn left_by_conversion(path: &Path) -> Vec<PathBuf> {
    let Ok(path) = fs::canonicalize(path) else {
        return Vec::new();
    };
    let left: Vec<_> = part_names(&path).take_while(|part| part.exists()).collect();
    let is_readable = |part: &PathBuf| look_at(part) == Ok(FirstBytes::CaseFile);
    if left.is_empty() || files::hold_folder_of(&path, false, Duration::ZERO).is_err() {
        return Vec::new();
    }
    left.into_iter().filter(is_readable).collect()
}

/// Takes away what a conversion that was stopped has left beside an open file, unless it is, or may be, a whole file
/// that holds anything which this one does not.
pub(crate) fn take_leftovers_away(db: &Connection, path: &Path) {
    let Ok(path) = fs::canonicalize(path) else {
        return;
    };
    for part in part_names(&path).take_while(|part| part.exists()) {
        let is_needless = match look_at(&part) {
            Ok(FirstBytes::CaseFile) => holds_all_of(db, &part),
            Ok(FirstBytes::Nothing)
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
    let other =
        Connection::open_with_flags(std::path::absolute(file)?, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
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
