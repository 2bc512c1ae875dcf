//! The key of an encrypted case file: from a key file, the key ring, or a passphrase.

pub(crate) mod file;
pub(crate) mod passphrase;
pub(crate) mod ring;

use std::path::Path;

use crate::desk::Desk;
use crate::error::Failure;
use crate::store::{CaseFile, Key, Salt};

/// The key to open the file with, if it needs one. For each file it is looked for once a process.
///
/// A key file that was named is read for a file that is not encrypted too: somebody may encrypt it while we wait. And
/// a file that is not there yet is made with it.
pub(crate) fn for_opening(desk: &Desk, path: &Path) -> Result<Option<Key>, Failure> {
    // What else is wrong with the file is said when it is opened.
    let salt = CaseFile::salt_of(path).unwrap_or_default();
    if let Some(key) = desk.cache.key.borrow().as_ref()
        && salt.is_none_or(|salt| salt == key.salt())
    {
        return Ok(Some(key.clone()));
    }
    keep_from_dumps();
    let key = match (&desk.key_file, salt) {
        (Some(file), _) => Some(file::read(file)?),
        (None, Some(salt)) => Some(without_a_file(desk, path, salt)?),
        (None, None) => return Ok(None),
    };
    desk.cache.key.replace(key.clone());
    Ok(key)
}

/// Keeps the memory of a process that is about to hold a key out of core dumps and from other processes of the same
/// user, where the system offers that.
pub(crate) fn keep_from_dumps() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // Where it refuses, all is as it was.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

fn without_a_file(desk: &Desk, path: &Path, salt: Salt) -> Result<Key, Failure> {
    let kept = ring::get(salt);
    if let Ok(Some(key)) = kept {
        return Ok(key);
    }
    if let Some(prompt) = &desk.prompt {
        return passphrase::ask(desk, prompt, path, salt);
    }
    let needed = Failure::refused(message!("key-needed", file = path));
    let needed = match kept {
        Err(fault) => needed.because(fault),
        Ok(_) => needed,
    };
    Err(needed.hint("hint-key-needed"))
}

pub(crate) fn random<const BYTES: usize>() -> Result<[u8; BYTES], Failure> {
    let mut bytes = [0; BYTES];
    getrandom::fill(&mut bytes).map_err(|error| Failure::from(std::io::Error::from(error)))?;
    Ok(bytes)
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    #[test]
    fn a_process_that_is_about_to_hold_a_key_is_closed_to_dumps() {
        super::keep_from_dumps();
        let now = rustix::process::dumpable_behavior().unwrap();
        assert_eq!(now, rustix::process::DumpableBehavior::NotDumpable);
    }
}
