//! The key of an encrypted case file: from a key file, the key ring, or a passphrase.
//!
//! Key files hold 96 hexadecimal digits, for the owner alone. The key ring is the system's: the Secret Service on Linux,
//! the keychain on a Mac, the credential manager on Windows. There a key is kept under its file's salt, so that it is
//! found wherever the file lies, and for copies of it too.

pub(crate) mod passphrase;

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::desk::Desk;
use crate::desk::new_file::refuse_own_name;
use crate::domain::message::Message;
use crate::error::Failure;
use crate::files::{self, NewFile};
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
        (Some(file), _) => Some(read_file(file)?),
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
    let kept = ring_get(salt);
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
    getrandom::fill(&mut bytes).map_err(|error| Failure::from(io::Error::from(error)))?;
    Ok(bytes)
}

/// A key file is shorter, in bytes.
const LONGEST_FILE: u64 = 1024;

/// Refuses a file that others may read, that may be written over, or that holds anything but a key.
pub(crate) fn read_file(path: &Path) -> Result<Key, Failure> {
    refuse_own_name(path)?;
    let file = files::open(path).map_err(|error| cannot_read(path, &error))?;
    let metadata = file.metadata().map_err(|error| cannot_read(path, &error))?;
    if others_may_read(&metadata) {
        return Err(about("key-file-open-to-others", path).hint(with_file("hint-chmod", path)));
    }
    // Room for all of it at once: what grows leaves pieces behind.
    let mut text = Zeroizing::new(String::with_capacity(LONGEST_FILE as usize));
    let read = file.take(LONGEST_FILE).read_to_string(&mut text);
    match read {
        Err(error) if error.kind() != ErrorKind::InvalidData => Err(cannot_read(path, &error)),
        _ => Key::from_digits(text.trim())
            .ok_or_else(|| about("key-file-holds-no-key", path).hint("hint-key-needed")),
    }
}

/// Makes a key file. When this comes back the key is on the disk.
pub(crate) fn make_file(path: &Path, key: &Key) -> Result<(), Failure> {
    refuse_own_name(path)?;
    let written = NewFile::write(path, Zeroizing::new(key.digits() + "\n").as_bytes())
        .and_then(NewFile::keep);
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => about("key-file-is-there", path).hint("hint-new-key-file"),
        _ => about("key-file-cannot-be-made", path)
            .because(Message::verbatim(error.to_string()))
            .hint("hint-new-key-file"),
    })
}

#[cfg(unix)]
fn others_may_read(metadata: &fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0
}

/// There the folder's own permissions hold.
#[cfg(not(unix))]
fn others_may_read(_: &fs::Metadata) -> bool {
    false
}

fn cannot_read(path: &Path, error: &io::Error) -> Failure {
    let failure = match error.kind() {
        ErrorKind::NotFound => about("key-file-missing", path),
        ErrorKind::InvalidInput => about("key-file-not-a-file", path),
        _ => about("key-file-unreadable", path).because(Message::verbatim(error.to_string())),
    };
    failure.hint("hint-key-needed")
}

fn about(id: &'static str, path: &Path) -> Failure {
    Failure::refused(with_file(id, path))
}

fn with_file(id: &'static str, path: &Path) -> Message {
    message!(id, file = path)
}

const SERVICE: &str = "sisam";

/// A key ring that is locked asks its owner on the screen; one that says nothing at all must not hold us up.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is said of a ring that says nothing.
pub(crate) const RING_SILENT: &str = "key-ring-silent";

/// The key for a file with this salt; `None` when the ring has none.
pub(crate) fn ring_get(salt: Salt) -> Result<Option<Key>, Message> {
    let found = in_time(move || match entry(salt)?.get_password() {
        Err(keyring::Error::NoEntry) => Ok(None),
        found => Ok(Some(Zeroizing::new(
            found.map_err(|error| error.to_string())?,
        ))),
    })?;
    Ok(found.and_then(|digits| Key::from_digits(&digits)))
}

/// Keeps a key, and sees to it that it can be had back.
pub(crate) fn ring_put(key: &Key) -> Result<(), Message> {
    let (salt, digits) = (key.salt(), Zeroizing::new(key.digits()));
    in_time(move || {
        entry(salt)?
            .set_password(&digits)
            .map_err(|error| error.to_string())
    })?;
    match ring_get(salt)? {
        Some(kept) if kept == *key => Ok(()),
        _ => Err(message!("key-ring-fault", cause = SERVICE)),
    }
}

fn entry(salt: Salt) -> Result<keyring::Entry, String> {
    // Why there is no ring says more than that there is none.
    if let Err(why) = keyring::Entry::store_status() {
        return Err(why.to_string());
    }
    let name = salt.map(|byte| format!("{byte:02x}")).concat();
    keyring::Entry::new(SERVICE, &name).map_err(|error| error.to_string())
}

/// Does it on a thread of its own, and does not wait for that one for ever.
fn in_time<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, Message> {
    let (done, is_done) = channel();
    // Nobody may be waiting any more when it is done.
    thread::spawn(move || drop(done.send(work())));
    match is_done.recv_timeout(PATIENCE) {
        Ok(done) => done.map_err(|cause| message!("key-ring-fault", cause)),
        Err(_) => Err(RING_SILENT.into()),
    }
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
