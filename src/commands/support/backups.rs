//! What is said and stored of copies of the case file: by `backup`, `restore` and `doctor --repair`.

use std::path::Path;

use crate::commands::doctor::in_words;
use crate::ctx::Ctx;
use crate::error::Failure;

use super::checkup::Checkup;
use super::recorder;

const MOST_NAMED: usize = 5;

/// The failure with the first faults that were found as its causes.
pub(crate) fn because_of(failure: Failure, checkup: &Checkup) -> Failure {
    let faults = checkup.faults.iter().take(MOST_NAMED);
    faults.fold(failure, |failure, fault| failure.because(in_words(fault)))
}

/// Refuses what the file's own log may not hold of a copy: a personnummer as who takes it, or in its path.
pub(crate) fn check(ctx: &Ctx, file: &Path) -> Result<(), Failure> {
    recorder::check(ctx)?;
    recorder::refuse_number(ctx, &whole_path(file), "place-file-name")
}

pub(crate) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A path from the root, as the log keeps it.
pub(crate) fn whole_path(path: &Path) -> String {
    let whole = std::path::absolute(path);
    whole
        .unwrap_or_else(|_| path.to_path_buf())
        .display()
        .to_string()
}
