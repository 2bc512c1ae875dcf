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

/// The routines there are, by id: the files that claim it, none for a built-in one.
#[derive(Debug, Clone)]
pub struct Library(BTreeMap<String, Vec<PathBuf>>);

/// Why a routine cannot be used. Its id stays refused, also where a built-in routine has it.
#[derive(Debug, Clone, PartialEq)]
pub enum Broken {
    File {
        path: PathBuf,
        fault: FileFault,
    },
    Text {
        /// Without one it is built in.
        path: Option<PathBuf>,
        problems: Vec<Problem>,
    },
    SameId {
        paths: Vec<PathBuf>,
    },
}

impl Library {
    /// The built-in routines alone.
    pub fn built_in() -> Self {
        let ids = BUILT_IN.iter().map(|(id, _)| (*id).to_owned());
        Self(ids.map(|id| (id, Vec::new())).collect())
    }

    /// The built-in routines and those of a folder.
    ///
    /// Fails when the folder cannot be listed. A file that cannot be read or is wrong only spoils its own id.
    pub fn with_folder(folder: &Path) -> Result<Self, LibraryError> {
        let mut library = Self::built_in();
        for (id, path) in folder::files(folder)? {
            library.0.entry(id).or_default().push(path);
        }
        Ok(library)
    }

    /// The ids that are taken, broken ones among them, sorted.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The routine of an id, if one claims it.
    pub fn get(&self, id: &str) -> Option<Result<Loaded, Broken>> {
        self.0.get(id).map(|paths| open(id, paths))
    }

    /// Every routine with its id, parsed one at a time as the iterator goes.
    pub fn all(&self) -> impl Iterator<Item = (&str, Result<Loaded, Broken>)> {
        let entries = self.0.iter();
        entries.map(|(id, paths)| (id.as_str(), open(id, paths)))
    }
}

fn open(id: &str, paths: &[PathBuf]) -> Result<Loaded, Broken> {
    let broken = |path: Option<&PathBuf>| {
        let path = path.cloned();
        move |problems| Broken::Text { path, problems }
    };
    match paths {
        [] => {
            let built_in = BUILT_IN.iter().find(|(known, _)| *known == id);
            let text = built_in.map_or("", |(_, text)| text);
            load(text).map_err(broken(None))
        }
        [path] => {
            let text = read_file(path).map_err(|fault| {
                let path = path.clone();
                Broken::File { path, fault }
            })?;
            load(&text).map_err(broken(Some(path)))
        }
        _ => {
            let paths = paths.to_owned();
            Err(Broken::SameId { paths })
        }
    }
}
