//! Keys, in a build that cannot use them.

use std::path::Path;

use crate::desk::Desk;
use crate::error::Failure;
use crate::store::{CaseFile, Key};

/// No key opens anything here. Who named one for a file that is not there yet would get one that is not encrypted.
pub(crate) fn for_opening(desk: &Desk, path: &Path) -> Result<Option<Key>, Failure> {
    match &desk.key_file {
        Some(_) if !CaseFile::is_there(path) => Err(not_built_in()),
        Some(file) if !file.is_file() => {
            let what = match file.exists() {
                true => message!("key-file-not-a-file", file),
                false => message!("key-file-missing", file),
            };
            Err(Failure::refused(what).hint("hint-key-needed"))
        }
        _ => Ok(None),
    }
}

pub(crate) fn not_built_in() -> Failure {
    Failure::refused("encryption-not-built-in").hint("hint-build-encryption")
}
