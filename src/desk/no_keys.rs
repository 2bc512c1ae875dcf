//! Keys, in a build that cannot use them.

use std::path::Path;

use crate::desk::Desk;
use crate::error::Failure;
use crate::store::{CaseFile, Key};

/// No key opens anything here. Who named one for a file that is not there yet would get one that is not encrypted.
pub(crate) fn for_opening(desk: &Desk, path: &Path) -> Result<Option<Key>, Failure> {
    if desk.key_file.is_some() && !CaseFile::is_there(path) {
        return Err(not_built_in());
    }
    Ok(None)
}

pub(crate) fn not_built_in() -> Failure {
    Failure::refused("encryption-not-built-in").hint("hint-build-encryption")
}
