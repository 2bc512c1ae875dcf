//! Routines that cannot be used: what is the matter, and the command that shows it.

use std::path::Path;

use crate::error::Failure;
use crate::routine_file::{Broken, FileFault, read_file};

use super::typed_again;

pub(crate) fn of_routine(id: &str, broken: &Broken) -> Failure {
    match broken {
        Broken::File { path, fault } => of_file(path, fault),
        Broken::Text { path, .. } => of_text(id, path.as_deref().unwrap_or(Path::new(id))),
        Broken::SameId { paths } => {
            let files: Vec<_> = paths
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            Failure::refused(message!("routine-files-same-id", files = files.join(" · ")))
        }
    }
}

pub(crate) fn of_text(id: &str, file: &Path) -> Failure {
    let typed_file = typed_again::path(file);
    Failure::refused(message!("routine-broken", id, file, typed_file))
}

pub(crate) fn of_file(file: &Path, fault: &FileFault) -> Failure {
    Failure::refused(fault.message().with("file", file))
}

/// A text file's content, or what is the matter with it.
pub(crate) fn text_of(path: &Path) -> Result<String, Failure> {
    read_file(path).map_err(|fault| of_file(path, &fault))
}
