//! Whether a file is a case file, seen from its first bytes: SQLite is not let near a file that is not ours.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::store::StoreError;

/// "sisa", in SQLite's field for the program a database belongs to.
pub(crate) const APPLICATION_ID: u32 = 0x7369_7361;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Where SQLite keeps the program's id, big-endian.
const APPLICATION_ID_AT: usize = 68;
const HEADER: usize = 100;

/// What lies at the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// Nothing, or an empty file: no case has been stored there.
    Nothing,
    /// A case file.
    CaseFile,
}

/// Looks at the first bytes of a file.
///
/// # Errors
/// When it is not a case file, or cannot be read. Its kind is told apart.
pub(crate) fn look_at(path: &Path) -> Result<Found, StoreError> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Found::Nothing),
        Err(error) => return Err(error.into()),
    };
    let mut header = Vec::with_capacity(HEADER);
    file.by_ref().take(HEADER as u64).read_to_end(&mut header)?;
    if header.is_empty() {
        return Ok(Found::Nothing);
    }
    let Some(application_id) = header.strip_prefix(MAGIC).and_then(|rest| {
        rest.get(APPLICATION_ID_AT - MAGIC.len()..)?
            .first_chunk::<4>()
    }) else {
        return Err(StoreError::NotADatabase);
    };
    if u32::from_be_bytes(*application_id) != APPLICATION_ID {
        return Err(StoreError::AnotherProgramsFile);
    }
    Ok(Found::CaseFile)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_at_bytes(bytes: &[u8]) -> Result<Found, StoreError> {
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
        assert_eq!(look_at_bytes(&header), Ok(Found::CaseFile));
        assert_eq!(look_at_bytes(b""), Ok(Found::Nothing));
        assert_eq!(look_at_bytes(b"text"), Err(StoreError::NotADatabase));
        assert_eq!(look_at_bytes(&header[..60]), Err(StoreError::NotADatabase));
    }

    #[test]
    fn a_folder_is_no_case_file() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(look_at(folder.path()), Err(StoreError::NoSuchPlace));
        assert_eq!(look_at(&folder.path().join("none")), Ok(Found::Nothing));
    }
}
