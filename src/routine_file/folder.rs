//! A folder with routine files of one's own: which files it has and which id each claims. Nothing is parsed in full.

use std::io;
use std::path::{Path, PathBuf};

use super::peek;
use super::read::read_bytes;

/// No municipality has so many; beyond that the folder is the wrong one.
pub(super) const MOST_FILES: usize = 20_000;

/// So much of a file holds its id, if it stands where ids stand.
const PEEK_BYTES: usize = 16 * 1024;

/// Why a folder cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LibraryError {
    Unreadable { folder: PathBuf, why: io::ErrorKind },
    TooManyFiles { folder: PathBuf, most: usize },
}

/// The routine files of a folder, sorted by name, each with the id it claims: the one in its text, or its file's name
/// where that cannot be read.
pub(super) fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, LibraryError> {
    let unreadable = |error: io::Error| LibraryError::Unreadable {
        folder: folder.to_owned(),
        why: error.kind(),
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if !is_routine_file(&path) {
            continue;
        }
        if paths.len() == MOST_FILES {
            return Err(LibraryError::TooManyFiles {
                folder: folder.to_owned(),
                most: MOST_FILES,
            });
        }
        paths.push(path);
    }
    paths.sort();
    Ok(paths
        .into_iter()
        .map(|path| (claimed_id(&path), path))
        .collect())
}

/// Whether the name says so; hidden files are left alone, editors and systems leave them behind.
fn is_routine_file(path: &Path) -> bool {
    let toml = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let hidden = path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    toml && !hidden && !path.is_dir()
}

fn claimed_id(path: &Path) -> String {
    id_in_text(path).unwrap_or_else(|| {
        path.file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    })
}

fn id_in_text(path: &Path) -> Option<String> {
    let start = read_bytes(path, PEEK_BYTES).ok()?;
    if let Some(id) = peek::id(&String::from_utf8_lossy(&start)) {
        return Some(id);
    }
    if start.len() < PEEK_BYTES {
        return None;
    }
    let whole = read_bytes(path, super::LARGEST_BYTES).ok()?;
    peek::id(&String::from_utf8_lossy(&whole))
}
