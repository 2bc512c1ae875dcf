//! Routines that cannot be used: what is the matter, and the command that shows it.

use std::path::Path;

use crate::error::Failure;
use crate::routine_file::{Broken, FileFault, LibraryError, read_file};
use crate::ui::wording::{Phrase, Words, io_fault_id};

use super::typed_again;

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trouble {
    pub(crate) what: Phrase,
    pub(crate) hint: Option<Phrase>,
}

impl Trouble {
    pub(crate) fn failure(self) -> Failure {
        let failure = Failure::refused(self.what);
        match self.hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }

    fn of(what: Phrase) -> Self {
        Self { what, hint: None }
    }

    fn with_hint(self, hint: Phrase) -> Self {
        let hint = Some(hint);
        Self { hint, ..self }
    }
}

pub(crate) fn of_routine(id: &str, broken: &Broken, words: &Words) -> Trouble {
    match broken {
        Broken::File { path, fault } => of_file(path, fault, words),
        Broken::Text { origin, .. } => {
            let file = origin
                .path()
                .map_or_else(|| id.to_owned(), |path| shown(path));
            of_text(id, &file)
        }
        Broken::SameId { paths } => {
            let files: Vec<_> = paths.iter().map(|path| shown(path)).collect();
            let what = Phrase::new("routine-files-same-id").with("files", files.join(" · "));
            Trouble::of(what)
        }
    }
}

pub(crate) fn of_text(id: &str, file: &str) -> Trouble {
    let what = Phrase::new("routine-broken")
        .with("id", id.to_owned())
        .with("file", file.to_owned());
    let hint = Phrase::new("routine-broken-hint").with("file", typed_again::path(Path::new(file)));
    Trouble::of(what).with_hint(hint)
}

pub(crate) fn of_file(path: &Path, fault: &FileFault, words: &Words) -> Trouble {
    let about = |id| Phrase::new(id).with("file", shown(path));
    match fault {
        FileFault::Unreadable(kind) => {
            let cause = words.say(io_fault_id(*kind), &[]);
            Trouble::of(about("routine-file-unreadable").with("cause", cause))
        }
        FileFault::NotAFile => Trouble::of(about("routine-file-not-a-file")),
        FileFault::TooLarge => Trouble::of(about("routine-file-too-large")),
        FileFault::NotUtf8 { .. } => Trouble::of(about("routine-file-not-utf8"))
            .with_hint(Phrase::new("routine-file-not-utf8-hint")),
    }
}

/// A text file's content, or what is the matter with it.
pub(crate) fn text_of(path: &Path, words: &Words) -> Result<String, Failure> {
    read_file(path).map_err(|fault| of_file(path, &fault, words).failure())
}

pub(crate) fn of_folder(error: &LibraryError, words: &Words) -> Trouble {
    match error {
        LibraryError::Unreadable { folder, why } => {
            let what = Phrase::new("routine-folder-unreadable")
                .with("folder", shown(folder))
                .with("cause", words.say(io_fault_id(*why), &[]));
            Trouble::of(what)
        }
        LibraryError::TooManyFiles { folder, most } => {
            let what = Phrase::new("routine-folder-too-many")
                .with("folder", shown(folder))
                .with("most", most.to_string());
            Trouble::of(what).with_hint(Phrase::new("routine-folder-too-many-hint"))
        }
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
