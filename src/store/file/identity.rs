//! Whether a file is a case file, seen from its first bytes: SQLite is not let near a file that is not ours.
//!
//! An encrypted file is noise from its first byte to its last. That is not proof; its key is.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use rusqlite::Connection;

use super::cipher::{self, Salt};
use crate::files;
use crate::store::{StoreError, Stored};

/// "sisa", in SQLite's field for the program a database belongs to.
const APPLICATION_ID: u32 = 0x7369_7361;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Where SQLite keeps the program's id, big-endian.
const APPLICATION_ID_AT: usize = 68;
/// Where SQLite keeps how the file is to be read: 1 with a rollback journal, 2 with a write-ahead log.
const READ_VERSION_AT: usize = 19;
const WRITE_AHEAD_LOG: u8 = 2;
/// An encrypted page holds nearly all of the 256 values a byte can have, a text hardly a hundred.
const VALUES_OF_NOISE: usize = 200;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FirstBytes {
    /// Nothing, or an empty file: no case has been stored there.
    Nothing,
    CaseFile,
    /// A case file that another program has set to keep a log beside it, which even a reader would write.
    CaseFileWithLog,
    /// Noise, as an encrypted case file is; it would have this salt.
    Encrypted(Salt),
}

/// Looks at the first bytes of a file.
pub(crate) fn look_at(path: &Path) -> Stored<FirstBytes> {
    if !is_a_file(path)? {
        return Ok(FirstBytes::Nothing);
    }
    for added in files::DATABASE_FILES {
        is_a_file(&files::with_added(path, added))?;
    }
    let page = match files::read_limited(path, cipher::PAGE) {
        Ok(page) => page,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(FirstBytes::Nothing),
        Err(error) => return Err(error.into()),
    };
    if page.is_empty() {
        return Ok(FirstBytes::Nothing);
    }
    if !page.starts_with(MAGIC) {
        let salt = salt_of_noise(&page).ok_or(StoreError::NotADatabase)?;
        return Ok(FirstBytes::Encrypted(salt));
    }
    let application_id = page.get(APPLICATION_ID_AT..).and_then(<[u8]>::first_chunk);
    match u32::from_be_bytes(*application_id.ok_or(StoreError::NotADatabase)?) {
        APPLICATION_ID if page.get(READ_VERSION_AT) == Some(&WRITE_AHEAD_LOG) => {
            Ok(FirstBytes::CaseFileWithLog)
        }
        APPLICATION_ID => Ok(FirstBytes::CaseFile),
        _ => Err(StoreError::AnotherProgramsFile),
    }
}

/// Whether there is a file, which it must then be: to open a pipe that nobody writes to would wait for ever, and a
/// device says nothing of cases.
fn is_a_file(path: &Path) -> Stored<bool> {
    let is_link = || fs::symlink_metadata(path).is_ok_and(|link| link.is_symlink());
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(true),
        Ok(found) if found.is_dir() => Err(StoreError::NoSuchPlace),
        Ok(_) => Err(StoreError::NotAFile(path.display().to_string())),
        // A link that leads nowhere: what it should lead to may only be out of reach, and is not made anew.
        Err(error) if error.kind() == ErrorKind::NotFound && is_link() => {
            Err(StoreError::NoSuchPlace)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => match StoreError::from(error) {
            // Links that lead in a circle have no kind of their own.
            StoreError::Other(_) if is_link() => Err(StoreError::NoSuchPlace),
            error => Err(error),
        },
    }
}

fn salt_of_noise(page: &[u8]) -> Option<Salt> {
    let values: std::collections::BTreeSet<u8> = page.iter().copied().collect();
    let is_noise = page.len() == cipher::PAGE && values.len() > VALUES_OF_NOISE;
    page.first_chunk().copied().filter(|_| is_noise)
}

/// "sisg": stands in a superseded file where "sisa" stood.
pub(crate) const SUPERSEDED: u32 = 0x7369_7367;

/// Whether another file has been put in the place of this one. Who had the old one open would go on writing to what no
/// path leads to: so it is marked, under the lock that kept everybody out, and everybody looks for the mark as soon as
/// they have their own lock. Within a transaction that stays true or false.
pub(crate) fn is_replaced(db: &Connection) -> Stored<bool> {
    let mut id = db.prepare_cached("PRAGMA application_id")?;
    let id: u32 = id.query_row([], |row| row.get(0))?;
    match id {
        SUPERSEDED => Ok(true),
        // A new file has none yet.
        APPLICATION_ID | 0 => Ok(false),
        _ => Err(StoreError::AnotherProgramsFile),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: usize = 100;

    fn look_at_bytes(bytes: &[u8]) -> Result<FirstBytes, StoreError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, bytes).unwrap();
        look_at(&path)
    }

    #[test]
    fn tells_files_apart() {
        let mut header = [0_u8; HEADER];
        header[..16].copy_from_slice(MAGIC);
        assert_eq!(look_at_bytes(&header), Err(StoreError::AnotherProgramsFile));
        header[68..72].copy_from_slice(&APPLICATION_ID.to_be_bytes());
        assert_eq!(look_at_bytes(&header), Ok(FirstBytes::CaseFile));
        header[READ_VERSION_AT] = WRITE_AHEAD_LOG;
        assert_eq!(look_at_bytes(&header), Ok(FirstBytes::CaseFileWithLog));
        assert_eq!(look_at_bytes(b""), Ok(FirstBytes::Nothing));
        assert_eq!(look_at_bytes(b"text"), Err(StoreError::NotADatabase));
        assert_eq!(look_at_bytes(&header[..60]), Err(StoreError::NotADatabase));
    }

    #[test]
    fn a_page_of_noise_may_be_an_encrypted_file() {
        let noise: Vec<u8> = (0..64_u8)
            .flat_map(|n| crate::store::hash::of(&[&[n], b"a"]))
            .chain((0..64_u8).flat_map(|n| crate::store::hash::of(&[&[n], b"b"])))
            .collect();
        let salt = *noise.first_chunk().unwrap();
        assert_eq!(look_at_bytes(&noise), Ok(FirstBytes::Encrypted(salt)));
        let (short, text) = (&noise[..4095], "en lång text ".repeat(400));
        for bytes in [short, &[0; 4096], text.as_bytes()] {
            assert_eq!(look_at_bytes(bytes), Err(StoreError::NotADatabase));
        }
    }

    #[test]
    fn a_folder_is_no_case_file() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(look_at(folder.path()), Err(StoreError::NoSuchPlace));
        assert_eq!(
            look_at(&folder.path().join("none")),
            Ok(FirstBytes::Nothing)
        );
    }
}
