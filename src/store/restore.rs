//! Putting a copy in the place of the case file.

use std::path::{Path, PathBuf};

use super::file::{Incoming, OpenOptions, set_aside, set_beside_aside};
use super::reading::{HEADS, PASSED_NUMBERS, PLANNER, Reading};
use super::tables::FORM;
use super::{CaseFile, StoreError, Stored};
use crate::files;

/// A copy that is to become the case file: looked at in a private working copy, which is gone when this is dropped.
pub struct Restoring {
    // Closed before the working copy is removed.
    file: CaseFile,
    incoming: Incoming,
}

impl Restoring {
    /// Makes a working copy of a file beside the case file, brings it up to date and opens it. Neither is changed.
    pub fn of(copy: &Path, case_file: &Path, options: &OpenOptions) -> Stored<Self> {
        if files::is_own_name(case_file) && !case_file.exists() {
            return Err(StoreError::OwnName);
        }
        let incoming = Incoming::copy_of(copy, case_file)?;
        let file = CaseFile::open_for_writing(incoming.path(), options)?;
        if let Some(older) = file.copy_taken() {
            // The copy itself stays as it is, so nothing need be kept beside the working copy.
            std::fs::remove_file(older)?;
        }
        Ok(Self { file, incoming })
    }

    /// The working copy; what is written to it comes along.
    pub fn file(&mut self) -> &mut CaseFile {
        &mut self.file
    }

    /// Takes the place of the case file where none lies, or an empty file. `Busy` when one has come to lie there
    /// meanwhile; it is left alone.
    pub fn take_place(self, case_file: &Path, options: &OpenOptions) -> Stored<()> {
        if !case_file.exists() {
            let aside = files::with_added(case_file, &format!(".{LABEL}.bak"));
            set_beside_aside(case_file, &aside)?;
            files::make_empty_unless_there(case_file)?;
        }
        // Somebody may be making a new file there: one who has opened it goes on with what is put into it, so the
        // empty file is filled and nothing is renamed over it. When that fails it stays, and is no case file yet.
        let options = OpenOptions {
            key: self.file.connected.key.clone(),
            ..options.clone()
        };
        let held = CaseFile::hold(case_file, &options)?;
        if !held.is_empty()? {
            return Err(StoreError::Busy);
        }
        held.replace_with(&self.file)
    }

    /// Makes the case file hold what the copy does, after a copy aside, with nobody in between. `last_word` writes to
    /// the working copy once it is known where the copy aside lies. Whoever has the case file open sees the new
    /// content. When it fails the case file is as it was.
    pub fn replace<E: From<StoreError>>(
        mut self,
        case_file: &Path,
        options: &OpenOptions,
        last_word: impl FnOnce(&mut CaseFile, &Path) -> Result<(), E>,
    ) -> Result<PathBuf, E> {
        let held = CaseFile::hold(case_file, options).and_then(|held| {
            if held.connected.key.is_some() != self.file.connected.key.is_some() {
                return Err(StoreError::EncryptionDiffers);
            }
            let aside = held.part_aside(LABEL)?;
            Ok((held, aside))
        });
        match held {
            Ok((held, aside)) => {
                // When this fails the case file is as it was, so nobody needs the copy.
                self.keep_of(&held)?;
                last_word(&mut self.file, &aside.0)?;
                // From here on the copy may be all that is left of what was there, whatever the error says.
                let aside = aside.keep();
                held.replace_with(&self.file)?;
                Ok(aside)
            }
            Err(error) if is_broken(&error) => {
                let was_encrypted = CaseFile::salt_of(case_file).is_ok_and(|salt| salt.is_some());
                if was_encrypted && self.file.connected.key.is_none() {
                    return Err(StoreError::EncryptionDiffers.into());
                }
                let aside = set_aside(case_file, LABEL)?;
                last_word(&mut self.file, &aside)?;
                drop(self.file);
                self.incoming.take_place_of_broken(case_file, &aside)?;
                Ok(aside)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Takes over from the file that is replaced what belongs to no case.
    fn keep_of(&mut self, held: &CaseFile) -> Stored<()> {
        // A log that cannot be read stays in the copy aside.
        let log = if_sound(held, |held| held.log())?.unwrap_or_default();
        let settings = if_sound(held, |held| held.settings())?;
        let (numbers, last) = if_sound(held, |held| {
            Ok((held.highest_numbers()?, held.last_id_given()?))
        })?
        .unwrap_or_default();
        self.file.write(|change| {
            // The copies that were made of it are still there.
            let known = change.read().log()?;
            for entry in log.iter().filter(|entry| !known.contains(entry)) {
                change.log(entry)?;
            }
            // No number is given again that it had given, though its case may not be in the copy: neither one of a year
            // nor one of the file.
            change.pass_numbers_to(last)?;
            for number in numbers {
                change.keep_highest_number(number)?;
            }
            // It is cases that are brought back. Where they cannot be read, those of the copy are better than none.
            let Some(kept) = settings else {
                return Ok(());
            };
            let before = change.read().settings()?.into_iter();
            let gone = before.map(|(key, _)| (key, None));
            let kept = kept.into_iter().map(|(key, value)| (key, Some(value)));
            // What says how the copy was planned and read, where its histories end and which numbers were given there, stays
            // the copy's.
            let is_own = |key: &str| {
                [PLANNER, PASSED_NUMBERS, HEADS].contains(&key) || key.starts_with(FORM)
            };
            let mut all = gone.chain(kept).filter(|(key, _)| !is_own(key));
            all.try_for_each(|(key, value)| change.set(&key, value.as_deref()))
        })
    }
}

const LABEL: &str = "before-restore";

/// What a file says, unless it is damaged or cannot be trusted: whatever else keeps one from reading it is an error.
fn if_sound<T>(held: &CaseFile, read: impl FnOnce(&Reading<'_>) -> Stored<T>) -> Stored<Option<T>> {
    use StoreError::{ForeignRule, Newer, Other};
    match held
        .connected
        .check_objects()
        .and_then(|()| held.read(read))
    {
        Err(Newer { .. } | ForeignRule(_) | Other(_)) => Ok(None),
        Err(error) if is_broken(&error) => Ok(None),
        read => read.map(Some),
    }
}

/// Nothing can be done with the file but setting it aside as it is.
fn is_broken(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::NotADatabase | StoreError::AnotherProgramsFile | StoreError::Damaged(_)
    )
}
