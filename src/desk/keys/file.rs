//! Keys in files of their own: 96 hexadecimal digits, for the owner alone.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use zeroize::Zeroizing;

use crate::desk::new_file::refuse_own_name;
use crate::domain::message::Message;
use crate::error::Failure;
use crate::files::{self, NewFile};
use crate::store::Key;

const MOST: u64 = 1024;

/// Refuses a file that others may read, that may be written over, or that holds anything but a key.
pub(crate) fn read(path: &Path) -> Result<Key, Failure> {
    refuse_own_name(path)?;
    let file = files::open(path).map_err(|error| cannot_read(path, &error))?;
    let metadata = file.metadata().map_err(|error| cannot_read(path, &error))?;
    if others_may_read(&metadata) {
        return Err(about("key-file-open-to-others", path).hint(with_file("hint-chmod", path)));
    }
    // Room for all of it at once: what grows leaves pieces behind.
    let mut text = Zeroizing::new(String::with_capacity(MOST as usize));
    let read = file.take(MOST).read_to_string(&mut text);
    match read {
        Err(error) if error.kind() != ErrorKind::InvalidData => Err(cannot_read(path, &error)),
        _ => Key::from_digits(text.trim())
            .ok_or_else(|| about("key-file-holds-no-key", path).hint("hint-key-needed")),
    }
}

/// Makes a key file. When this comes back the key is on the disk.
pub(crate) fn make(path: &Path, key: &Key) -> Result<(), Failure> {
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
