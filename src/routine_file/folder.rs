//! A folder with routine files of one's own: which files it has and which id each claims. Nothing is parsed in full.
//! Anyone may have put them there: never more is read than a routine can be, never from a pipe.

use std::io;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::LARGEST_BYTES;
use crate::domain::ids::is_plain_id;
use crate::files;

/// No municipality has so many; beyond that the folder is the wrong one.
pub(super) const MOST_FILES: usize = 20_000;

messages! {
    /// Why a folder cannot be used.
    pub enum LibraryError {
        Unreadable { folder: PathBuf, cause: io::ErrorKind } => "routine-folder-unreadable",
        TooManyFiles { folder: PathBuf, most: usize } => "routine-folder-too-many",
    }
}

/// The routine files of a folder, sorted by name, each with the id it claims: the one in its text, or its file's name
/// where that cannot be read.
pub(super) fn files(folder: &Path) -> Result<Vec<(String, PathBuf)>, LibraryError> {
    let unreadable = |error: io::Error| LibraryError::Unreadable {
        folder: folder.to_owned(),
        cause: error.kind(),
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if !is_routine_file(&path) {
            continue;
        }
        if paths.len() == MOST_FILES {
            let (folder, most) = (folder.to_owned(), MOST_FILES);
            return Err(LibraryError::TooManyFiles { folder, most });
        }
        paths.push(path);
    }
    paths.sort();
    let files = paths.into_iter().map(|path| {
        let name = || path.file_stem().unwrap_or_default().to_string_lossy();
        (
            id_in_file(&path).unwrap_or_else(|| name().into_owned()),
            path,
        )
    });
    Ok(files.collect())
}

/// Whether the name says so; hidden files are left alone, editors and systems leave them behind.
fn is_routine_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default();
    extension.eq_ignore_ascii_case("toml") && !name.starts_with('.') && !path.is_dir()
}

fn id_in_file(path: &Path) -> Option<String> {
    let text = read_bytes(path, LARGEST_BYTES).ok()?;
    own_id(&String::from_utf8_lossy(&text))
}

messages! {
    /// Why a file's text cannot be had.
    pub enum FileFault {
        Unreadable(cause: io::ErrorKind) => "routine-file-unreadable",
        /// It is a pipe, a device or a folder.
        NotAFile => "routine-file-not-a-file",
        TooLarge => "routine-file-too-large",
        /// It is not UTF-8; the first `valid_up_to` bytes are.
        NotUtf8 { valid_up_to: usize } => "routine-file-not-utf8",
    }
}

/// A routine file's exact text.
pub fn read_file(path: &Path) -> Result<String, FileFault> {
    let bytes = read_bytes(path, LARGEST_BYTES + 1)?;
    if bytes.len() > LARGEST_BYTES {
        return Err(FileFault::TooLarge);
    }
    String::from_utf8(bytes).map_err(|error| FileFault::NotUtf8 {
        valid_up_to: error.utf8_error().valid_up_to(),
    })
}

/// At most so many bytes of a file.
///
/// # Errors
/// When the system refuses, or it is a pipe, a device or a folder.
pub fn read_bytes(path: &Path, most: usize) -> Result<Vec<u8>, FileFault> {
    files::read_limited(path, most).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidInput => FileFault::NotAFile,
        kind => FileFault::Unreadable(kind),
    })
}

/// The id that a text gives itself, even if the text is broken elsewhere or cut off.
fn own_id(text: &str) -> Option<String> {
    // A broken table would spoil the head before it.
    let head = text.find("\n[").map_or(text, |end| &text[..=end]);
    [head, text].into_iter().find_map(|text| {
        let (root, _) = DeTable::parse_recoverable(text);
        let id = root.get_ref().get("id")?.get_ref().as_str()?;
        is_plain_id(id).then(|| id.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_id_in_whole_and_broken_texts() {
        for (text, found) in [
            (
                "format = 1\nid = \"nacka\"\n[source]\nid = \"x\"",
                Some("nacka"),
            ),
            (
                "title = \"\"\"\n[x]\n\"\"\"\nid = \"a\"\n[[role]]",
                Some("a"),
            ),
            ("id = \"a\"\ntitle = oj oj\n[source", Some("a")),
            ("id = \"a\"\nnotice = \"\"\"utan slut", Some("a")),
            ("[source]\nid = \"x\"", None),
            ("id = \"Nacka!\"", None),
            ("id = 3", None),
            ("", None),
        ] {
            assert_eq!(own_id(text).as_deref(), found, "{text}");
        }
    }
}
