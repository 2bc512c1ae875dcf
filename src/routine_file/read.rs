//! Reading a file that anyone may have put there: never more than a routine can be, never from a pipe.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::LARGEST_BYTES;

/// Why a file's text cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// The system refuses.
    Unreadable(io::ErrorKind),
    /// It is a pipe, a device or a folder.
    NotAFile,
    /// It is larger than any routine.
    TooLarge,
    /// It is not UTF-8; the first `valid_up_to` bytes are.
    NotUtf8 {
        /// How many bytes from the start can be read.
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
    let unreadable = |error: io::Error| FileFault::Unreadable(error.kind());
    // Opening a pipe that nobody writes to would wait for ever, so this comes first.
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(FileFault::NotAFile);
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(most as u64).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    Ok(bytes)
}
