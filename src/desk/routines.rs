//! Routines: of the library for new cases, of a case's own text for those that are open.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use crate::domain::event::Event;
use crate::domain::ids::RoutineId;
use crate::domain::message::Message;
use crate::domain::routine::Routine;
use crate::domain::school::SchoolCalendar;
use crate::domain::typed::id_named;
use crate::error::Failure;
use crate::routine_file::{
    self, Broken, FileFault, Library, Loaded, load, load_school_calendar, read_file,
};
use crate::store::{Change, Reading};
use crate::ui::{Style, problems};

use super::{Desk, typed_again};

impl Desk {
    /// The routine of a text that was right when a case was opened with it.
    pub(crate) fn routine_of_text(&self, hash: &str, text: &str) -> Result<Rc<Routine>, Failure> {
        once(&self.cache.routines, hash, || {
            of_case(hash, text).map(Rc::new)
        })
    }

    /// The routine of a text in the case file, read once: from its parsed form where one is kept, but in a change.
    pub(crate) fn routine(
        &self,
        hash: &str,
        reading: &Reading<'_>,
    ) -> Result<Rc<Routine>, Failure> {
        let from_text = || {
            once(&self.cache.routines, hash, || {
                of_case(hash, &reading.text_of_case(hash)?.text).map(Rc::new)
            })
        };
        if reading.is_in_change() {
            return from_text();
        }
        once(&self.cache.of_forms, hash, || {
            let form = reading.form(hash)?;
            let routine = form.and_then(|form| routine_file::routine_of_form(&form));
            routine.map_or_else(from_text, |routine| Ok(Rc::new(routine)))
        })
    }

    /// Keeps the parsed forms of the routine texts that a change leaves in the file.
    pub(crate) fn keep_forms(&self, change: &mut Change<'_>) -> Result<(), Failure> {
        Ok(change.keep_forms(|text| {
            // What is wrong with a text is said where it is needed.
            let routine = self.routine_of_text(&text.hash, &text.text).ok()?;
            let form = routine_file::form_of(&routine);
            form.filter(|_| text.fits_its_hash())
        })?)
    }

    /// The routines that new cases may go by. A folder of them is looked through once.
    pub(crate) fn library(&self) -> Result<Rc<Library>, Failure> {
        if let Some(library) = self.cache.library.get() {
            return Ok(Rc::clone(library));
        }
        let library = match &self.folder {
            None => Library::built_in(),
            Some(folder) => {
                Library::with_folder(folder).map_err(|error| Failure::refused(error.message()))?
            }
        };
        Ok(Rc::clone(
            self.cache.library.get_or_init(|| Rc::new(library)),
        ))
    }

    pub(crate) fn routine_named(&self, id: &RoutineId) -> Result<Rc<Loaded>, Failure> {
        let library = self.library()?;
        // By what was typed: a table of many cases names it on every line.
        once(&self.cache.loaded, id.as_str(), || {
            let id = &routine_meant(id, &library)?;
            match library.get(id.as_str()) {
                Some(Ok(loaded)) => Ok(Rc::new(loaded)),
                Some(Err(found)) => Err(broken(id.as_str(), &found)),
                None => {
                    let unknown = Failure::refused(message!("error-unknown-routine", given = id));
                    Err(unknown.among(id.as_str(), library.ids()))
                }
            }
        })
    }

    /// The routine of an id or a file. A known id wins; what looks like a path is one.
    pub(crate) fn id_or_file(&self, typed: &str) -> Result<Rc<Loaded>, Failure> {
        let path = Path::new(typed);
        let is_path = path.components().count() > 1 || path.extension().is_some() || path.exists();
        if !is_path || self.library()?.ids().any(|id| id == typed) {
            return self.routine_named(&RoutineId::from(typed));
        }
        let text = text_of(path)?;
        load(&text).map(Rc::new).map_err(|_| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            broken_text(&name, path)
        })
    }

    pub(crate) fn school_calendar(&self, path: &Path) -> Result<SchoolCalendar, Failure> {
        let text = text_of(path)?;
        load_school_calendar(&text).map_err(|found| {
            let name = path.display().to_string();
            let shown = problems::show(&name, &text, &found, &self.words, Style::bare());
            let what = message!("error-school-calendar", file = name);
            let causes = shown.into_iter();
            let causes = causes.map(|problem| format!("{}\n{}", problem.heading, problem.body));
            causes
                .map(Message::verbatim)
                .fold(Failure::refused(what), Failure::because)
        })
    }
}

/// The id of the routine that is meant: by its id, its short name or its title. One that means none stays as it is.
fn routine_meant(typed: &RoutineId, library: &Library) -> Result<RoutineId, Failure> {
    if library.ids().any(|id| id == typed.as_str()) {
        return Ok(typed.clone());
    }
    let mut names: Vec<[String; 2]> = Vec::new();
    for (id, routine) in library.all() {
        let titles = routine
            .ok()
            .map(|it| [it.routine.name().to_owned(), it.routine.title]);
        names.extend(
            titles
                .unwrap_or_default()
                .map(|title| [id.to_owned(), title]),
        );
    }
    let named = names
        .iter()
        .map(|[id, title]| (id.as_str(), title.as_str()));
    match id_named(typed.as_str(), named) {
        Ok(id) => Ok(id.map_or_else(|| typed.clone(), RoutineId::from)),
        Err(ids) => Err(Failure::several_fit(typed.as_str(), &ids)),
    }
}

fn of_case(hash: &str, text: &str) -> Result<Routine, Failure> {
    routine_file::load_for_case(text)
        .map_err(|_| Failure::refused(message!("error-stored-routine", hash)).hint("hint-doctor"))
}

/// The routine of a case with this history: its own steps stand among the others.
pub(crate) fn with_own(routine: &Rc<Routine>, events: &[Event]) -> Rc<Routine> {
    let added = routine.with_own(events);
    added.map_or_else(|| Rc::clone(routine), Rc::new)
}

/// What is known by that name, or is found now and known from then on.
fn once<T>(
    known: &RefCell<HashMap<String, Rc<T>>>,
    name: &str,
    find: impl FnOnce() -> Result<Rc<T>, Failure>,
) -> Result<Rc<T>, Failure> {
    if let Some(it) = known.borrow().get(name) {
        return Ok(Rc::clone(it));
    }
    let found = find()?;
    let mut known = known.borrow_mut();
    known.insert(name.to_owned(), Rc::clone(&found));
    Ok(found)
}

/// Whether a text goes by the id and version of a routine that comes with the program, and is another.
pub(crate) fn is_not_as_shipped(routine: &Routine, hash: &str) -> bool {
    let shipped = Library::built_in().get(routine.id.as_str());
    matches!(shipped, Some(Ok(shipped))
        if shipped.routine.version == routine.version && shipped.text_hash != hash)
}

/// Why a routine of the library cannot be used, with the command that shows it.
pub(crate) fn broken(id: &str, found: &Broken) -> Failure {
    match found {
        Broken::File { path, fault } => broken_file(path, fault),
        Broken::Text { path, .. } => broken_text(id, path.as_deref().unwrap_or(Path::new(id))),
        Broken::SameId { paths } => {
            let files: Vec<_> = paths
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            Failure::refused(message!("routine-files-same-id", files = files.join(" · ")))
        }
    }
}

fn broken_text(id: &str, file: &Path) -> Failure {
    let typed_file = typed_again::path(file);
    Failure::refused(message!("routine-broken", id, file, typed_file))
}

pub(crate) fn broken_file(file: &Path, fault: &FileFault) -> Failure {
    Failure::refused(fault.message().with("file", file))
}

/// A text file's content, or what is the matter with it.
pub(crate) fn text_of(path: &Path) -> Result<String, Failure> {
    read_file(path).map_err(|fault| broken_file(path, &fault))
}
