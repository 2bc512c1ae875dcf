//! A file somebody asked for: whole or not there, never over another, for its owner alone.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::error::Failure;
use crate::files::{self, NewFile};
use crate::ui::wording::{Phrase, Words, io_fault_id};

/// Writes a file in full under a name beside its own, down to the disk.
pub(crate) fn write(path: &Path, bytes: &[u8], words: &Words) -> Result<NewFile, Failure> {
    refuse_own_name(path)?;
    NewFile::write(path, bytes).map_err(|error| unwritable(path, &error, words))
}

pub(crate) fn keep(file: NewFile, path: &Path) -> Result<(), Failure> {
    let part = file.part().to_path_buf();
    file.keep().map_err(|error| {
        let id = match part.exists() {
            true => "file-left",
            false => "file-unconfirmed",
        };
        let what = about(id, path).with("part", part.display().to_string());
        Failure::refused(what).because(Phrase::verbatim(error.to_string()))
    })
}

/// Refuses to write a file under a name that the program, or the database, gives to what lies beside a case file.
pub(crate) fn refuse_own_name(path: &Path) -> Result<(), Failure> {
    match files::is_own_name(path) {
        true => Err(Failure::refused(about("file-own-name", path))
            .because(Phrase::new("file-own-name-why"))
            .hint(Phrase::new("hint-name-of-its-own"))),
        false => Ok(()),
    }
}

fn unwritable(path: &Path, error: &io::Error, words: &Words) -> Failure {
    let cause = match error.kind() {
        ErrorKind::AlreadyExists => {
            let part = files::with_added(path, ".part");
            let there = path.symlink_metadata().map_or(part.as_path(), |_| path);
            return Failure::refused(about("file-is-there", there))
                .hint(Phrase::new("hint-another-file"));
        }
        // The file is not there yet, so this is what it should lie in.
        ErrorKind::NotFound => "io-no-folder",
        kind => io_fault_id(kind),
    };
    let what = about("file-unwritable", path).with("cause", words.say(cause, &[]));
    Failure::refused(what).hint(Phrase::new("hint-another-file"))
}

fn about(id: &'static str, path: &Path) -> Phrase {
    Phrase::new(id).with("file", path.display().to_string())
}
