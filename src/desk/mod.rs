//! The desk that commands work at: the case file that is meant, its routines and cases, what may be read and changed there.

pub(crate) mod access;
pub(crate) mod asking;
pub(crate) mod backups;
mod case_file;
pub(crate) mod cases;
pub(crate) mod change;
pub(crate) mod checkup;
pub(crate) mod clock_check;
pub(crate) mod feedback;
pub(crate) mod file_log;
pub(crate) mod given;
#[cfg(feature = "encryption")]
pub(crate) mod keys;
#[cfg(not(feature = "encryption"))]
#[path = "no_keys.rs"]
pub(crate) mod keys;
pub(crate) mod new_file;
pub(crate) mod refusals;
pub(crate) mod routines;
pub(crate) mod selection;
pub(crate) mod step_edit;
pub(crate) mod typed_again;
pub(crate) mod whole_text;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::clock::Clock;
use crate::domain::event::Stamp;
use crate::domain::identity_number::holds_identity_number;
use crate::domain::plan::PLANNER_VERSION;
use crate::domain::retention::Holder;
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::files;
use crate::paths;
use crate::policy::Policy;
use crate::routine_file::{Library, Loaded};
use crate::store::{Key, OpenOptions, StoreError};
use crate::ui::Style;
#[cfg(feature = "encryption")]
use crate::ui::prompt::Prompt;
use crate::ui::wording::Words;

/// The case file, and what one process keeps of it.
///
/// The file itself is opened for each moment it is read at and each change, and closed again: while somebody thinks
/// over a question it may be encrypted, restored or taken somewhere else, which no system allows under an open file.
pub(crate) struct Desk {
    pub(crate) words: Rc<Words>,
    pub(crate) clock: Clock,
    pub(crate) who: String,
    /// As it was named; else it lies where the system has such files.
    pub(crate) file: Option<PathBuf>,
    /// The folder of routines, beside those that come with the program.
    pub(crate) folder: Option<PathBuf>,
    pub(crate) key_file: Option<PathBuf>,
    pub(crate) policy: Policy,
    pub(crate) style: Style,
    /// What the access log calls the command.
    pub(crate) command: &'static str,
    pub(crate) scope: Scope,
    /// Asks for a passphrase, where somebody can be asked.
    #[cfg(feature = "encryption")]
    pub(crate) prompt: Option<RefCell<Box<dyn Prompt>>>,
    pub(crate) cache: DeskCache,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The cases it is told of, one by one; perhaps none.
    Cases,
    All,
}

/// What this process has found out, done or said, once.
#[derive(Default)]
pub(crate) struct DeskCache {
    /// Routines of cases by the hash of their text, each parsed once.
    routines: RefCell<HashMap<String, Rc<Routine>>>,
    /// The same read from their parsed forms, which no change goes by.
    of_forms: RefCell<HashMap<String, Rc<Routine>>>,
    library: OnceCell<Rc<Library>>,
    /// Routines of the library, each parsed once.
    loaded: RefCell<HashMap<String, Rc<Loaded>>>,
    logs_access: Cell<bool>,
    /// As the file says; the social services' where it says nothing.
    holder: Cell<Option<Holder>>,
    /// The cases that stand in the access log already.
    noted: RefCell<BTreeSet<String>>,
    clock_was_told: Cell<bool>,
    /// Whatever goes wrong later, something was stored.
    pub(crate) has_stored: Cell<bool>,
    /// One process asks for the key once.
    #[cfg(feature = "encryption")]
    key: RefCell<Option<Key>>,
}

impl Desk {
    pub(crate) fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    pub(crate) fn stamp(&self) -> Stamp {
        self.clock.stamp(&self.who)
    }

    /// Where the case file lies, or will lie. An error where it was named in a folder that is not there.
    pub(crate) fn path(&self) -> Result<PathBuf, Failure> {
        let Some(named) = &self.file else {
            return paths::default_db()
                .ok_or_else(|| Failure::refused("error-no-home").hint("hint-db"));
        };
        let names_folder = named.to_string_lossy().ends_with(std::path::is_separator);
        let folder = match names_folder {
            true => named,
            false => files::folder_named_by(named),
        };
        match std::fs::metadata(folder).map(|found| found.is_dir()) {
            // Its journal, its access log and its copies lie beside the file, not beside a link to it.
            Ok(true) if named.is_symlink() => {
                Ok(named.canonicalize().unwrap_or_else(|_| named.clone()))
            }
            Ok(true) => Ok(named.clone()),
            Ok(false) => Err(StoreError::NoSuchPlace),
            Err(error) => Err(error.into()),
        }
        .map_err(|error| Failure::from(error).in_file(named))
    }

    /// Refuses to record as somebody who calls themselves by a personnummer, where that outlives cases.
    pub(crate) fn check_recorder(&self) -> Result<(), Failure> {
        self.refuse_number(&self.who, "place-recorder")
    }

    /// Refuses a text with a personnummer or samordningsnummer, or U+0000, without repeating it. `place` is what the text is called.
    pub(crate) fn refuse_number(&self, text: &str, place: &'static str) -> Result<(), Failure> {
        let id = match text {
            text if text.contains('\0') => "refused-null-sign",
            text if holds_identity_number(text) => "refused-identity-number",
            _ => return Ok(()),
        };
        let place = self.words.say(place);
        Err(Failure::refused(message!(id, place)))
    }
}

/// How this program opens a case file.
pub(crate) fn opening(key: Option<Key>) -> OpenOptions {
    OpenOptions {
        planner: PLANNER_VERSION,
        scratch: Some(paths::scratch_folder()),
        key,
        ..OpenOptions::default()
    }
}
