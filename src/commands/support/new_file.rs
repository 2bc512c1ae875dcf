//! A file somebody asked for: whole or not there, never over another, for its owner alone.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::error::Failure;
use crate::ui::wording::{Phrase, Words, io_fault_id};

/// A file that is written in full under a name beside its own. It gets its own name with [`NewFile::keep`]; dropped
/// before that, it is gone.
pub(crate) struct NewFile {
    path: PathBuf,
    part: PathBuf,
    is_kept: bool,
}

impl NewFile {
    /// Writes it beside its name, down to the disk.
    ///
    /// # Errors
    /// When something of that name is there, or the system refuses; nothing is left then.
    pub(crate) fn write(path: &Path, bytes: &[u8], words: &Words) -> Result<Self, Failure> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(is_there(path));
        }
        let mut name = OsString::from(path);
        name.push(".part");
        let part = PathBuf::from(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = match options.open(&part) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(is_there(&part)),
            Err(error) => return Err(unwritable(path, &error, words)),
        };
        let new = Self {
            path: path.to_owned(),
            part,
            is_kept: false,
        };
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        written.map_err(|error| unwritable(path, &error, words))?;
        Ok(new)
    }

    /// Gives it its name.
    ///
    /// # Errors
    /// When the system refuses; the file then stays under the name beside, and the failure says which.
    pub(crate) fn keep(mut self) -> Result<(), Failure> {
        self.is_kept = true;
        self.named().map_err(|_| {
            let what = Phrase::new("file-left").with("file", shown(&self.path));
            Failure::refused(what.with("part", shown(&self.part)))
        })
    }

    fn named(&self) -> io::Result<()> {
        // A second name, unlike a new one, is never given over somebody else's file; but not every disk has them.
        match fs::hard_link(&self.part, &self.path) {
            Ok(()) => fs::remove_file(&self.part),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            Err(_) => fs::rename(&self.part, &self.path),
        }
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        if !self.is_kept {
            // What could not be written is of no use, and why it could not matters more than this.
            let _ = fs::remove_file(&self.part);
        }
    }
}

fn is_there(path: &Path) -> Failure {
    Failure::refused(Phrase::new("file-is-there").with("file", shown(path)))
        .hint(Phrase::new("hint-another-file"))
}

fn unwritable(path: &Path, error: &io::Error, words: &Words) -> Failure {
    let cause = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io-full",
        // The file is not there yet, so this is what it should lie in.
        ErrorKind::NotFound => "io-no-folder",
        kind => io_fault_id(kind),
    };
    let what = Phrase::new("file-unwritable").with("file", shown(path));
    Failure::refused(what.with("cause", words.say(cause, &[])))
        .hint(Phrase::new("hint-another-file"))
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
