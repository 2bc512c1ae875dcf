//! The case file as commands open it.

use std::path::Path;

use crate::ctx::Ctx;
use crate::domain::plan::PLANNER_VERSION;
use crate::error::Failure;
use crate::paths;
use crate::store::{self, CaseFile, Change, Key, OpenOptions, Reading, StoreError};
use crate::ui::Ui;
use crate::ui::wording::{Phrase, Words};

use super::routines::Routines;
use super::{access, clock_check, keys, typed_again};

#[cfg(feature = "encryption")]
use crate::store::Converted;

#[derive(Debug)]
pub(crate) enum Trouble {
    Store(StoreError),
    Failure(Failure),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl Trouble {
    pub(crate) fn in_file(self, path: &Path, words: &Words) -> Failure {
        let error = match self {
            Self::Failure(failure) => return failure,
            Self::Store(error) => error,
        };
        let told = error.words(path, &|id, gaps| words.say_texts(id, gaps));
        Failure::refused(Phrase::verbatim(told.what))
            .because(Phrase::verbatim(told.why))
            .hint(Phrase::verbatim(told.hint))
    }
}

pub(crate) fn opening(key: Option<Key>) -> OpenOptions {
    OpenOptions {
        planner: PLANNER_VERSION,
        scratch: Some(paths::scratch_folder()),
        key,
        ..OpenOptions::default()
    }
}

/// The same for a file that is to be checked or repaired, whoever has had a hand in it.
fn to_look_into(key: Option<Key>) -> OpenOptions {
    OpenOptions {
        any_objects: true,
        ..opening(key)
    }
}

/// Reads the case file as it is at one moment; `None` while no case has been opened.
pub(crate) fn read<T>(
    ctx: &Ctx,
    work: impl FnOnce(&Reading<'_>) -> Result<T, Trouble>,
) -> Result<Option<T>, Failure> {
    with_reader(ctx, opening, |file| {
        file.read(|reading| {
            access::opened(ctx, reading)?;
            clock_check::tell(ctx, Some(reading))?;
            work(reading)
        })
    })
}

/// The case file opened to be checked, moment by moment; `None` while no case has been opened.
pub(crate) fn opened<T>(
    ctx: &Ctx,
    work: impl FnOnce(&CaseFile) -> Result<T, Trouble>,
) -> Result<Option<T>, Failure> {
    with_reader(ctx, to_look_into, |file| {
        note_access(ctx, file)?;
        work(file)
    })
}

fn with_reader<T>(
    ctx: &Ctx,
    opening: fn(Option<Key>) -> OpenOptions,
    work: impl FnOnce(&CaseFile) -> Result<T, Trouble>,
) -> Result<Option<T>, Failure> {
    let path = ctx.db()?;
    let key = keys::for_opening(ctx, &path)?;
    let read = || match CaseFile::open_for_reading(&path, &opening(key))? {
        None => {
            clock_check::tell(ctx, None)?;
            Ok(None)
        }
        Some(file) => work(&file).map(Some),
    };
    read().map_err(|trouble: Trouble| trouble.in_file(&path, &ctx.words))
}

fn with_writer<T>(
    ctx: &Ctx,
    opening: fn(Option<Key>) -> OpenOptions,
    work: impl FnOnce(&mut CaseFile) -> Result<T, Trouble>,
) -> Result<T, Failure> {
    let path = ctx.db()?;
    let key = keys::for_opening(ctx, &path)?;
    let write = || {
        let mut file = CaseFile::open_for_writing(&path, &opening(key))?;
        tell_of_copy(ctx, &file)?;
        work(&mut file)
    };
    write().map_err(|trouble: Trouble| trouble.in_file(&path, &ctx.words))
}

fn note_access(ctx: &Ctx, file: &CaseFile) -> Result<(), Trouble> {
    file.read(|reading| {
        access::opened(ctx, reading)?;
        clock_check::tell(ctx, Some(reading))
    })
}

/// Changes the case file, all of it or nothing, and makes it when it is missing. Rows that another version of
/// the program has planned are planned anew first.
pub(crate) fn write<T>(
    ctx: &Ctx,
    work: impl FnOnce(&mut Change<'_>) -> Result<T, Trouble>,
) -> Result<T, Failure> {
    with_writer(ctx, opening, |file| write_in(ctx, file, work))
}

fn write_in<T>(
    ctx: &Ctx,
    file: &mut CaseFile,
    work: impl FnOnce(&mut Change<'_>) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    file.write(|change| {
        access::opened(ctx, &change.read())?;
        clock_check::must_store(ctx, change)?;
        if !change.read().rows_are_current()? {
            plan_anew(ctx, change)?;
        }
        let done = work(change)?;
        clock_check::note(ctx, change)?;
        Ok(done)
    })
}

/// The same as [`write`] for a change that takes something out of the file: afterwards the file is built anew, so that
/// no leftovers stay in it. Beside what the work gives stands why that could not be done, if it could not.
pub(crate) fn write_and_scrub<T>(
    ctx: &Ctx,
    work: impl FnOnce(&mut Change<'_>) -> Result<T, Trouble>,
) -> Result<(T, Option<Failure>), Failure> {
    let path = ctx.db()?;
    with_writer(ctx, opening, |file| {
        let done = write_in(ctx, file, work)?;
        let left = file.scrub().err();
        let left = left.map(|error| Trouble::from(error).in_file(&path, &ctx.words));
        Ok((done, left))
    })
}

/// The same where there is a case file; `None`, and none is made, where no case has been opened.
pub(crate) fn write_if_there<T>(
    ctx: &Ctx,
    work: impl FnOnce(&mut Change<'_>) -> Result<T, Trouble>,
) -> Result<Option<T>, Failure> {
    if CaseFile::is_there(&ctx.db()?) {
        write(ctx, work).map(Some)
    } else {
        Ok(None)
    }
}

/// Brings an older file up to date for a command that reads before it writes. Any other file is left as it is.
pub(crate) fn make_ready(ctx: &Ctx) -> Result<(), Failure> {
    let path = ctx.db()?;
    let key = keys::for_opening(ctx, &path)?;
    match CaseFile::open_for_reading(&path, &opening(key)) {
        Err(StoreError::NeedsMigration { .. }) => to_repair(ctx, |_| Ok(())),
        _ => Ok(()),
    }
}

/// The case file opened to repair it: nothing is planned anew but what the work asks for.
pub(crate) fn to_repair<T>(
    ctx: &Ctx,
    work: impl FnOnce(&mut CaseFile) -> Result<T, Trouble>,
) -> Result<T, Failure> {
    with_writer(ctx, to_look_into, |file| {
        note_access(ctx, file)?;
        work(file)
    })
}

/// Says what a decryption that was stopped has left beside the case file.
pub(crate) fn tell_of_leftovers(ctx: &mut Ctx) -> Result<(), Failure> {
    let left = ctx.db().map(|path| store::left_by_conversion(&path));
    for file in left.unwrap_or_default() {
        let gaps = [("file", typed_again::path(&file).into())];
        ctx.warn_say("told-left-by-decrypt", &gaps)?;
    }
    Ok(())
}

pub(crate) fn tell_of_copy(ctx: &Ctx, file: &CaseFile) -> Result<(), Trouble> {
    let Some(copy) = file.copy_taken() else {
        return Ok(());
    };
    let gaps = [("copy", copy.display().to_string().into())];
    let told = ctx.words.say("told-migrated", &gaps);
    // Said at once, whatever the command goes on to say or to fail with.
    Ui::new(ctx.ui.style()).tell_wrapped(&told, 0)?;
    Ok(())
}

/// Puts the same file, encrypted with `to` or not at all, in the place of the one that is there.
#[cfg(feature = "encryption")]
pub(crate) fn convert(
    ctx: &Ctx,
    to: Option<&Key>,
    keep_copy: bool,
    read_back: impl FnOnce() -> Result<Option<Key>, Trouble>,
) -> Result<Converted, Failure> {
    let path = ctx.db()?;
    let key = keys::for_opening(ctx, &path)?;
    CaseFile::convert_with(&path, &opening(key), to, keep_copy, read_back)
        .map_err(|trouble| trouble.in_file(&path, &ctx.words))
}

/// Whether a key opens the file. What else may be wrong with the file is said when it is opened.
#[cfg(feature = "encryption")]
pub(crate) fn fits(path: &Path, key: &Key) -> bool {
    let opened = CaseFile::open_for_reading(path, &opening(Some(key.clone())));
    !matches!(opened, Err(StoreError::WrongKey))
}

fn plan_anew(ctx: &Ctx, change: &mut Change<'_>) -> Result<(), Trouble> {
    let mut routines = Routines::default();
    for id in change.read().case_ids()? {
        let stored = change.read().case_by_id(id)?;
        let opened = routines.open(stored, ctx)?;
        change.rebuild_rows(id, &opened.standing(ctx.today()))?;
    }
    change.rebuild_totals()?;
    change.mark_rows_current()?;
    Ok(())
}
