//! Putting a copy in the place of the case file.

use std::path::{Path, PathBuf};

use super::file::{Incoming, LockedFile, OpenOptions, set_aside, set_beside_aside};
use super::reading::PLANNER;
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
        let held = LockedFile::of(case_file, &options)?;
        if !held.is_empty()? {
            return Err(StoreError::Busy);
        }
        held.replace_with(&self.file.connected.db)
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
        let held = LockedFile::of(case_file, options).and_then(|held| {
            if held.is_encrypted() != self.file.connected.key.is_some() {
                return Err(StoreError::EncryptionDiffers);
            }
            let aside = held.copy_aside(LABEL)?;
            Ok((held, aside))
        });
        match held {
            Ok((held, aside)) => {
                // When this fails the case file is as it was, so nobody needs the copy.
                self.keep_log_of(&held)?;
                self.keep_settings_of(&held)?;
                self.keep_numbers_of(&held)?;
                last_word(&mut self.file, &aside.0)?;
                // From here on the copy may be all that is left of what was there, whatever the error says.
                let aside = aside.keep();
                held.replace_with(&self.file.connected.db)?;
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

    /// Takes over what the log of the file that is replaced knows: the copies that were made of it are still there.
    fn keep_log_of(&mut self, held: &LockedFile) -> Stored<()> {
        // A log that cannot be read stays in the copy aside.
        let entries = if_sound(held.reading().and_then(|held| held.log()))?.unwrap_or_default();
        self.file.write(|change| {
            let known = change.read().log()?;
            let mut new = entries.iter().filter(|entry| !known.contains(entry));
            new.try_for_each(|entry| change.log(entry))
        })
    }

    /// No number is given again that the file which is replaced had given, though its case may not be in the copy.
    fn keep_numbers_of(&mut self, held: &LockedFile) -> Stored<()> {
        let numbers = if_sound(held.reading().and_then(|held| held.highest_numbers()))?;
        self.file.write(|change| {
            let mut numbers = numbers.unwrap_or_default().into_iter();
            numbers.try_for_each(|number| change.keep_highest_number(number))
        })
    }

    /// The settings stay those of the file that is replaced: it is cases that are brought back.
    fn keep_settings_of(&mut self, held: &LockedFile) -> Stored<()> {
        // Where they cannot be read, those of the copy are better than none.
        let Some(kept) = if_sound(held.reading().and_then(|held| held.settings()))? else {
            return Ok(());
        };
        self.file.write(|change| {
            let before = change.read().settings()?.into_iter();
            let gone = before.map(|(key, _)| (key, None));
            let kept = kept.into_iter().map(|(key, value)| (key, Some(value)));
            // What says how the copy was planned and read stays the copy's.
            let is_own = |key: &str| key == PLANNER || key.starts_with(FORM);
            let mut all = gone.chain(kept).filter(|(key, _)| !is_own(key));
            all.try_for_each(|(key, value)| change.set(&key, value.as_deref()))
        })
    }
}

const LABEL: &str = "before-restore";

/// What a file says, unless it is damaged or cannot be trusted: whatever else keeps one from reading it is an error.
fn if_sound<T>(read: Stored<T>) -> Stored<Option<T>> {
    use StoreError::{ForeignRule, Newer, Other};
    match read {
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
