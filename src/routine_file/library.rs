//! The routines there are: the built-in ones, and those of a folder, which take the place of built-in ones of the same
//! id. A routine is only parsed when it is asked for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::folder::{self, FileFault, LibraryError, read_file};
use super::{Loaded, load};
use crate::domain::routine_problem::Problem;

macro_rules! built_in {
    ($($id:literal)*) => {
        /// The routines that come with the program: id and text.
        const BUILT_IN: &[(&str, &str)] = &[
            $(($id, include_str!(concat!("../../routines/", $id, ".toml")))),*
        ];
    };
}

built_in! { "nacka" "sisam" "sams" "soderkoping" "skolfranvaro" "bbic-flode" }

/// The routines there are, by id.
#[derive(Debug, Clone)]
pub struct Library {
    entries: BTreeMap<String, Vec<RoutineSource>>,
}

/// Where a routine's text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoutineSource {
    BuiltIn(&'static str),
    File(PathBuf),
}

/// One routine of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct LibraryEntry {
    pub id: String,
    pub result: Result<Loaded, Broken>,
}

/// Why a routine cannot be used. Its id stays refused, also where a built-in routine has it.
#[derive(Debug, Clone, PartialEq)]
pub enum Broken {
    File {
        path: PathBuf,
        fault: FileFault,
    },
    Text {
        origin: RoutineSource,
        text: String,
        problems: Vec<Problem>,
    },
    SameId {
        paths: Vec<PathBuf>,
    },
}

/// What comes of asking for a routine.
#[derive(Debug, Clone, PartialEq)]
pub enum Lookup {
    Found(Box<Loaded>),
    Broken(Broken),
    Unknown,
}

impl Library {
    /// The built-in routines alone.
    pub fn built_in() -> Self {
        let entries = BUILT_IN
            .iter()
            .map(|(id, text)| ((*id).to_owned(), vec![RoutineSource::BuiltIn(text)]))
            .collect();
        Self { entries }
    }

    /// The built-in routines and those of a folder.
    ///
    /// Fails when the folder cannot be listed. A file that cannot be read or is wrong only spoils its own id.
    pub fn with_folder(folder: &Path) -> Result<Self, LibraryError> {
        let mut of_folder: BTreeMap<String, Vec<RoutineSource>> = BTreeMap::new();
        for (id, path) in folder::files(folder)? {
            of_folder
                .entry(id)
                .or_default()
                .push(RoutineSource::File(path));
        }
        let mut library = Self::built_in();
        library.entries.extend(of_folder);
        Ok(library)
    }

    /// The ids that are taken, broken ones among them, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The routine of an id.
    pub fn get(&self, id: &str) -> Lookup {
        match self.entries.get(id) {
            None => Lookup::Unknown,
            Some(origins) => match open(origins) {
                Ok(loaded) => Lookup::Found(Box::new(loaded)),
                Err(broken) => Lookup::Broken(broken),
            },
        }
    }

    /// Every routine, parsed one at a time as the iterator goes.
    pub fn all(&self) -> impl Iterator<Item = LibraryEntry> {
        self.entries.iter().map(|(id, origins)| LibraryEntry {
            id: id.clone(),
            result: open(origins),
        })
    }
}

fn open(origins: &[RoutineSource]) -> Result<Loaded, Broken> {
    let [origin] = origins else {
        let paths = origins
            .iter()
            .filter_map(RoutineSource::path)
            .cloned()
            .collect();
        return Err(Broken::SameId { paths });
    };
    let text = match origin {
        RoutineSource::BuiltIn(text) => (*text).to_owned(),
        RoutineSource::File(path) => read_file(path).map_err(|fault| Broken::File {
            path: path.clone(),
            fault,
        })?,
    };
    load(&text).map_err(|problems| Broken::Text {
        origin: origin.clone(),
        text,
        problems,
    })
}

impl RoutineSource {
    /// The file, unless the routine is built in.
    pub fn path(&self) -> Option<&PathBuf> {
        match self {
            Self::File(path) => Some(path),
            Self::BuiltIn(_) => None,
        }
    }
}
