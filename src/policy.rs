//! IT's policy: a small file that only an administrator may write, with what nobody who uses the program may undo. While
//! it is there and cannot be understood, nothing is done.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::domain::message::Message;
use crate::domain::retention::Holder;
use crate::error::Failure;
use crate::own_settings::{self, FILE, LANGUAGE};
use crate::ui::wording::Language;

pub(crate) const ROUTINES: &str = "routines";
/// As the case file's own setting of that name.
pub(crate) const HOLDER: &str = "holder";
pub(crate) const ACCESS_LOG: &str = "access_log";
/// Either it is required or not said.
pub(crate) const ENCRYPTION: &str = "encryption";

/// What may be set, and what is stored of it.
type Known = (&'static str, fn(&str) -> Option<String>);

const KNOWN: [Known; 6] = [
    (FILE, whole_path),
    (ROUTINES, whole_path),
    (LANGUAGE, own_settings::language),
    (HOLDER, |typed| {
        Some(Holder::parse(typed)?.as_str().to_owned())
    }),
    (ACCESS_LOG, own_settings::switch),
    (ENCRYPTION, |typed| {
        (typed == "required").then(|| typed.to_owned())
    }),
];

/// The same for everybody, whichever folder they stand in.
fn whole_path(typed: &str) -> Option<String> {
    Path::new(typed).is_absolute().then(|| typed.to_owned())
}

/// What is set, and where; nothing where there is no such file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Policy {
    path: PathBuf,
    set: BTreeMap<String, String>,
}

impl Policy {
    /// The first of these files that is there.
    pub(crate) fn read(paths: &[PathBuf]) -> Result<Self, Failure> {
        let stored = |key: &str, value: String| {
            let (_, read) = KNOWN.iter().find(|(known, _)| *known == key)?;
            read(&value)
        };
        for path in paths {
            let faults = ["policy-unreadable", "policy-broken"];
            if let Some(set) = own_settings::read_file(path, faults, stored)? {
                let path = path.clone();
                return Ok(Self { path, set });
            }
        }
        Ok(Self::default())
    }

    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.set.get(key).map(String::as_str)
    }

    pub(crate) fn language(&self) -> Option<Language> {
        Language::of_code(self.get(LANGUAGE)?)
    }

    pub(crate) fn path_of(&self, key: &str) -> Option<PathBuf> {
        self.get(key).map(PathBuf::from)
    }

    /// What is set, and where it lies; `None` where nothing is.
    pub(crate) fn told(&self) -> Option<Message> {
        let keys: Vec<_> = self.set.keys().map(String::as_str).collect();
        let (keys, path) = (keys.join(", "), self.path.display().to_string());
        (!keys.is_empty()).then(|| message!("policy-sets", keys, path))
    }

    /// Refuses to change what is set here.
    pub(crate) fn refuse_change(&self, key: &str) -> Result<(), Failure> {
        match self.get(key) {
            Some(value) => {
                let path = self.path.display().to_string();
                Err(Failure::refused(message!(
                    "policy-decides",
                    key,
                    value,
                    path
                )))
            }
            None => Ok(()),
        }
    }

    /// Refuses another file or folder than the one that is set here, by whatever name.
    pub(crate) fn refuse_other(&self, key: &str, named: Option<&PathBuf>) -> Result<(), Failure> {
        let set = self.path_of(key);
        let is_other = |named: &&PathBuf| std::path::absolute(named).ok() != set;
        named
            .filter(is_other)
            .map_or(Ok(()), |_| self.refuse_change(key))
    }
}
