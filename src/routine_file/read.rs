//! Reading a file that anyone may have put there: never more than a routine can be, never from a pipe.

use std::io;
use std::path::Path;

use super::LARGEST_BYTES;
use crate::files;

/// Why a file's text cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    Unreadable(io::ErrorKind),
    /// It is a pipe, a device or a folder.
    NotAFile,
    TooLarge,
    /// It is not UTF-8; the first `valid_up_to` bytes are.
    NotUtf8 {
        valid_up_to: usize,
    },
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
