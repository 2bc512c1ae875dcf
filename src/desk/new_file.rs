//! A file somebody asked for: whole or not there, never over another, for its owner alone.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::domain::message::{Message, ToArgument};
use crate::error::Failure;
use crate::files::{self, NewFile};

/// Writes a file in full under a name beside its own, down to the disk.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<NewFile, Failure> {
    refuse_own_name(path)?;
    NewFile::write(path, bytes).map_err(|error| unwritable(path, &error))
}

pub(crate) fn keep(file: NewFile, path: &Path) -> Result<(), Failure> {
    let part = file.part().to_path_buf();
    file.keep().map_err(|error| {
        let id = match part.exists() {
            true => "file-left",
            false => "file-unconfirmed",
        };
        let what = about(id, path).with("part", part.display().to_string());
        Failure::refused(what).because(Message::verbatim(error.to_string()))
    })
}

/// Refuses to write a file under a name that the program, or the database, gives to what lies beside a case file.
pub(crate) fn refuse_own_name(path: &Path) -> Result<(), Failure> {
    match files::is_own_name(path) {
        true => Err(Failure::refused(about("file-own-name", path)).hint("hint-name-of-its-own")),
        false => Ok(()),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    let cause = match error.kind() {
        ErrorKind::AlreadyExists => {
            let part = files::with_added(path, ".part");
            let there = path.symlink_metadata().map_or(part.as_path(), |_| path);
            return Failure::refused(about("file-is-there", there)).hint("hint-another-file");
        }
        // The file is not there yet, so this is what it should lie in.
        ErrorKind::NotFound => Message::from("io-no-folder").to_argument(),
        kind => kind.to_argument(),
    };
    let what = about("file-unwritable", path).with("cause", cause);
    Failure::refused(what).hint("hint-another-file")
}

fn about(id: &'static str, path: &Path) -> Message {
    message!(id, file = path)
}
